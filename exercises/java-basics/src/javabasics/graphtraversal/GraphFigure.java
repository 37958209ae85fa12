package javabasics.graphtraversal;

import gradus.kit.NoData;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javabasics.graphtraversal.Order.Sorted;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** A network coloured by distance from one of its vertices, and how many neighbours its vertices have. */
public final class GraphFigure implements Figure<GraphFigure.Series> {
    private static final String CLUB = "karate club";
    private static final String NOVEL = "Les Misérables";
    private static final String COURSE = "course";
    private static final String MADE_UP = "made up";
    private static final int N_MADE_UP = 34;

    /** Distances from here on share a colour. */
    private static final int FAR = 5;

    /** Bars for more numbers of neighbours than these hold several each. */
    private static final int MOST_BARS = 18;

    /**
     * What the graph's methods gave.
     *
     * @param network which network it is
     * @param start its name
     * @param edges (nEdges, 2) indices of vertices
     * @param distances (nVertices) from the start, -1 where there is no way
     * @param degrees (nVertices) how many neighbours
     * @param sizes (nComponents) of the parts; empty for a directed graph
     * @param order how many vertices the order has; 0 for an undirected graph
     */
    public record Series(
            String network, String start, int[][] edges, int[] distances, int[] degrees, int[] sizes, int order) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "network",
                        "network; made up where its data are not at hand",
                        List.of(CLUB, NOVEL, COURSE, MADE_UP),
                        CLUB),
                new Range("start", "number of the vertex to search from", "", 1, 77, 1, 1));
    }

    @Override
    public Series series(Values values) {
        int start = values.whole("start");
        try {
            return switch (values.choice("network")) {
                case CLUB -> undirected(CLUB, Networks.karate(), start);
                case NOVEL -> undirected(NOVEL, Networks.lesMiserables(), start);
                case COURSE -> course(Networks.course(), start);
                default -> undirected(MADE_UP, madeUp(), start);
            };
        } catch (NoData e) {
            return undirected(MADE_UP, madeUp(), start);
        }
    }

    /** Each knows the next two around a table, and some know somebody on the other side of it. */
    private static Graph<Integer> madeUp() {
        List<Edge<Integer>> edges = new ArrayList<>();
        for (int i = 0; i < N_MADE_UP; i++) {
            edges.add(Edge.of(i, (i + 1) % N_MADE_UP));
            edges.add(Edge.of(i, (i + 2) % N_MADE_UP));
            if (i % 9 == 0) {
                edges.add(Edge.of(i, (i + 5 + i / 3) % N_MADE_UP));
            }
        }
        return Graph.undirected(IntStream.range(0, N_MADE_UP).boxed().toList(), edges);
    }

    private static <V> Series undirected(String network, Graph<V> graph, int start) {
        int[] sizes = graph.connectedComponents().stream()
                .mapToInt(part -> part.size())
                .toArray();
        return series(network, graph, start, sizes, 0);
    }

    private static <V> Series course(Graph<V> graph, int start) {
        int order = graph.topologicalOrder() instanceof Sorted<V> sorted
                ? sorted.vertices().size()
                : 0;
        return series(COURSE, graph, start, new int[0], order);
    }

    private static <V> Series series(String network, Graph<V> graph, int start, int[] sizes, int order) {
        List<V> vertices = graph.vertices();
        V from = vertices.get((start - 1) % vertices.size());
        if (network.equals(COURSE) && start == 1) {
            from = vertices.stream()
                    .filter(vertex -> vertex.equals("expression-calculator"))
                    .findFirst()
                    .orElse(from);
        }
        Map<V, Integer> distances = graph.bfsDistances(from);
        List<int[]> edges = new ArrayList<>();
        int[] degrees = new int[vertices.size()];
        for (int i = 0; i < degrees.length; i++) {
            List<V> neighbours = graph.neighbours(vertices.get(i));
            degrees[i] = neighbours.size();
            for (V neighbour : neighbours) {
                edges.add(new int[] {i, vertices.indexOf(neighbour)});
            }
        }
        return new Series(
                network,
                String.valueOf(from),
                edges.toArray(int[][]::new),
                vertices.stream()
                        .mapToInt(vertex -> distances.getOrDefault(vertex, -1))
                        .toArray(),
                degrees,
                sizes,
                order);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Who knows whom",
                List.of(network(yours, reference), degrees(yours, reference)),
                description(yours, reference));
    }

    private static XYChart network(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(capital(yours.network) + ": distance from " + yours.start + " in edges", "", "");
        chart.getStyler()
                .setXAxisTicksVisible(false)
                .setYAxisTicksVisible(false)
                .setPlotGridLinesVisible(false);
        Style.equalUnits(chart, 1.1);
        Series frame = reference == null ? yours : reference;
        double[][] places = Layout.of(frame.degrees.length, frame.edges);
        for (int[] edge : frame.edges) {
            if (frame.network.equals(COURSE) || edge[0] < edge[1]) {
                Style.backgroundLine(chart, new double[] {places[edge[0]][0], places[edge[1]][0]}, new double[] {
                    places[edge[0]][1], places[edge[1]][1]
                });
            }
        }
        for (int group = 0; group <= FAR + 1; group++) {
            int wanted = group;
            int[] members = IntStream.range(0, yours.distances.length)
                    .filter(i -> group(yours.distances[i]) == wanted)
                    .toArray();
            if (members.length > 0) {
                Style.points(chart, name(group), group, axis(places, members, 0), axis(places, members, 1));
            }
        }
        if (reference != null) {
            int[] others = IntStream.range(0, reference.distances.length)
                    .filter(i -> i >= yours.distances.length || yours.distances[i] != reference.distances[i])
                    .toArray();
            if (others.length > 0) {
                Style.referencePoints(chart, "reference differs", axis(places, others, 0), axis(places, others, 1));
            }
        }
        return chart;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static int group(int distance) {
        return distance < 0 ? FAR + 1 : Math.min(distance, FAR);
    }

    private static String name(int group) {
        return group > FAR ? "no way" : group == FAR ? FAR + " or more" : String.valueOf(group);
    }

    private static double[] axis(double[][] places, int[] members, int axis) {
        return Arrays.stream(members).mapToDouble(i -> places[i][axis]).toArray();
    }

    private static CategoryChart degrees(Series yours, @Nullable Series reference) {
        boolean isDirected = yours.network.equals(COURSE);
        CategoryChart chart = Style.bars(
                isDirected ? "Rooms that stand on a room" : "Neighbours of a vertex",
                isDirected ? "rooms that stand on it" : "neighbours",
                isDirected ? "rooms" : "vertices");
        int most = Math.max(max(yours.degrees), reference == null ? 0 : max(reference.degrees));
        int width = most / MOST_BARS + 1;
        List<String> names = IntStream.rangeClosed(0, most / width)
                .mapToObj(k -> width == 1 ? String.valueOf(k) : k * width + "-" + (k * width + width - 1))
                .toList();
        List<Double> heights = histogram(yours.degrees, most, width);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.1 * heights.stream().reduce(1.0, Math::max));
        Style.bars(chart, "your graph", names, heights);
        if (reference != null) {
            Style.referenceBars(chart, "reference", names, histogram(reference.degrees, most, width));
        }
        return chart;
    }

    private static int max(int[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static List<Double> histogram(int[] degrees, int most, int width) {
        return IntStream.rangeClosed(0, most / width)
                .mapToObj(k -> (double)
                        Arrays.stream(degrees).filter(d -> d / width == k).count())
                .toList();
    }

    private static String description(Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: the network '%s' with %d vertices, coloured by how many edges it takes from %s: %s. Right: the numbers"
                        + " of neighbours, from %d to %d, on average %.1f. %s",
                yours.network,
                yours.degrees.length,
                yours.start,
                inWords(yours.distances),
                Arrays.stream(yours.degrees).min().orElse(0),
                max(yours.degrees),
                Arrays.stream(yours.degrees).average().orElse(0),
                whole(yours));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String inWords(int[] distances) {
        return IntStream.rangeClosed(-1, max(distances))
                .filter(d -> count(distances, d) > 0)
                .mapToObj(d ->
                        d < 0 ? count(distances, d) + " cannot be reached" : count(distances, d) + " at distance " + d)
                .collect(Collectors.joining(", "));
    }

    private static long count(int[] distances, int distance) {
        return Arrays.stream(distances).filter(d -> d == distance).count();
    }

    private static String whole(Series series) {
        if (series.network.equals(COURSE)) {
            return series.order == 0 ? "No order was found." : "All " + series.order + " rooms have been put in order.";
        }
        return series.sizes.length == 1
                ? "It is all one part."
                : "It has " + series.sizes.length + " parts, the largest of " + max(series.sizes) + " vertices.";
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.distances, reference.distances)
                && Arrays.equals(yours.degrees, reference.degrees)
                && Arrays.equals(yours.sizes, reference.sizes)
                && yours.order == reference.order;
        return isSame
                ? "The reference finds the same."
                : "The reference has " + inWords(reference.distances) + ". " + whole(reference);
    }

    /** Places for vertices: neighbours attract each other, all others push away. */
    private static final class Layout {
        private static final int ROUNDS = 400;

        private Layout() {}

        /**
         * T. M. J. Fruchterman and E. M. Reingold, <i>Graph Drawing by Force-directed Placement</i>, Software: Practice
         * and Experience 21 (1991).
         */
        static double[][] of(int n, int[][] edges) {
            double[][] places = new double[n][];
            for (int i = 0; i < n; i++) {
                double angle = 2 * Math.PI * i * 0.381966;
                double radius = Math.sqrt((i + 0.5) / n);
                places[i] = new double[] {1.5 * radius * Math.cos(angle), radius * Math.sin(angle)};
            }
            double unit = Math.sqrt(4.0 / n);
            for (int round = 0; round < ROUNDS; round++) {
                double[][] moves = new double[n][2];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        pull(places, moves, i, j, -unit * unit, true);
                    }
                    // A weak pull to the middle keeps parts together that no edge joins.
                    moves[i][0] -= 0.6 * places[i][0];
                    moves[i][1] -= 1.2 * places[i][1];
                }
                for (int[] edge : edges) {
                    pull(places, moves, edge[0], edge[1], 0.5 / unit, false);
                    pull(places, moves, edge[1], edge[0], 0.5 / unit, false);
                }
                double limit = 0.1 * (1 - (double) round / ROUNDS);
                for (int i = 0; i < n; i++) {
                    double length = Math.hypot(moves[i][0], moves[i][1]);
                    double step = Math.min(length, limit) / Math.max(length, 1e-12);
                    places[i][0] += step * moves[i][0];
                    places[i][1] += step * moves[i][1];
                }
            }
            return fitted(places);
        }

        /** Moves i towards j, by the distance squared, or inversely to it. */
        private static void pull(
                double[][] places, double[][] moves, int i, int j, double strength, boolean isInverse) {
            double dx = places[j][0] - places[i][0];
            double dy = places[j][1] - places[i][1];
            double distance = Math.max(Math.hypot(dx, dy), 1e-3);
            double factor = isInverse ? strength / (distance * distance) : strength * distance;
            moves[i][0] += factor * dx;
            moves[i][1] += factor * dy;
        }

        private static double[][] fitted(double[][] places) {
            double[] min = {Double.MAX_VALUE, Double.MAX_VALUE};
            double[] max = {-Double.MAX_VALUE, -Double.MAX_VALUE};
            for (double[] place : places) {
                for (int axis = 0; axis < 2; axis++) {
                    min[axis] = Math.min(min[axis], place[axis]);
                    max[axis] = Math.max(max[axis], place[axis]);
                }
            }
            double scale = Math.max(1e-9, Math.max((max[0] - min[0]) / 1.75, max[1] - min[1])) / 2;
            return Arrays.stream(places)
                    .map(place -> new double[] {
                        (place[0] - (min[0] + max[0]) / 2) / scale, (place[1] - (min[1] + max[1]) / 2) / scale
                    })
                    .toArray(double[][]::new);
        }
    }
}
