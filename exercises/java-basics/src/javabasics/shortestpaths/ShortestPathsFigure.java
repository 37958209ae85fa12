package javabasics.shortestpaths;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javabasics.graphtraversal.Edge;
import javabasics.graphtraversal.Graph;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A map of towns and winding roads: the way with the fewest roads, and the shortest one. */
public final class ShortestPathsFigure implements Figure<ShortestPathsFigure.Series> {
    private static final int COLUMNS = 10;
    private static final int ROWS = 6;
    private static final int N_TOWNS = COLUMNS * ROWS;

    /** Kilometres between two towns, about. */
    private static final double UNIT = 10;

    /**
     * What the room's methods gave.
     *
     * @param distances (nTowns) by road from the first town, in km; NaN where there is no way
     * @param shortest towns on the shortest way
     * @param fewest towns on a way with the fewest roads
     * @param triangles how many there are
     * @param diameter in roads
     */
    public record Series(double[] distances, int[] shortest, int[] fewest, int triangles, int diameter) {}

    /** Where towns lie, and which roads there are, in km. */
    private record Country(double[] x, double[] y, List<Edge<Integer>> roads) {
        static Country of(Values values) {
            SplittableRandom random = new SplittableRandom(11);
            double[] x = new double[N_TOWNS];
            double[] y = new double[N_TOWNS];
            for (int i = 0; i < N_TOWNS; i++) {
                x[i] = UNIT * (i % COLUMNS + random.nextDouble(-0.3, 0.3));
                y[i] = UNIT * (i / COLUMNS + random.nextDouble(-0.3, 0.3));
            }
            Country country = new Country(x, y, new ArrayList<>());
            double winding = values.number("winding") / 100;
            for (int i = 0; i < N_TOWNS; i++) {
                boolean hasRight = i % COLUMNS < COLUMNS - 1;
                boolean hasAbove = i < N_TOWNS - COLUMNS;
                boolean isDiagonal = random.nextInt(3) == 0;
                double[] factors =
                        random.doubles(3).map(u -> 1 + winding * u * u).toArray();
                if (hasRight) {
                    country.build(i, i + 1, factors[0]);
                }
                if (hasAbove) {
                    country.build(i, i + COLUMNS, factors[1]);
                }
                if (hasRight && hasAbove && isDiagonal) {
                    country.build(i, i + COLUMNS + 1, factors[2]);
                }
            }
            return country;
        }

        private void build(int from, int to, double factor) {
            roads.add(new Edge<>(from, to, factor * straight(from, to)));
        }

        double straight(int from, int to) {
            return Math.hypot(x[to] - x[from], y[to] - y[from]);
        }

        Graph<Integer> byLength() {
            return graph(roads);
        }

        Graph<Integer> byNumber() {
            return graph(
                    roads.stream().map(road -> Edge.of(road.from(), road.to())).toList());
        }

        private static Graph<Integer> graph(List<Edge<Integer>> roads) {
            return Graph.undirected(IntStream.range(0, N_TOWNS).boxed().toList(), roads);
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("target", "number of the town to go to", "", 2, N_TOWNS, 1, N_TOWNS),
                new Range("winding", "how much longer than straight the worst road is", "%", 0, 400, 20, 200));
    }

    @Override
    public Series series(Values values) {
        Country country = Country.of(values);
        int target = values.whole("target") - 1;
        Graph<Integer> roads = country.byLength();
        ShortestPaths<Integer> paths = ShortestPaths.from(roads, 0);
        double[] distances = IntStream.range(0, N_TOWNS)
                .mapToDouble(town -> paths.distances().getOrDefault(town, Double.NaN))
                .toArray();
        Require.finite("distances", new double[][] {distances});
        return new Series(
                distances,
                towns(paths.to(target)),
                towns(ShortestPaths.from(country.byNumber(), 0).to(target)),
                Shape.triangles(roads),
                Shape.diameter(roads));
    }

    private static int[] towns(List<Integer> way) {
        return way.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        Country country = Country.of(values);
        return new Drawing(
                "Sixty towns, and how to get there",
                List.of(map(country, yours, reference), distances(country, yours, reference)),
                description(values, country, yours, reference));
    }

    private static XYChart map(Country country, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("The country", "east (km)", "north (km)");
        Style.equalUnits(chart, UNIT * (COLUMNS - 1) / 2, UNIT * (ROWS - 1) / 2, 32);
        for (Edge<Integer> road : country.roads) {
            Style.backgroundLine(chart, new double[] {country.x[road.from()], country.x[road.to()]}, new double[] {
                country.y[road.from()], country.y[road.to()]
            });
        }
        Style.points(chart, "towns", 5, country.x, country.y);
        Style.path(chart, "fewest roads", 1, along(country.x, yours.fewest), along(country.y, yours.fewest));
        Style.path(chart, "shortest way", 0, along(country.x, yours.shortest), along(country.y, yours.shortest));
        if (reference != null) {
            Style.referenceLine(chart, along(country.x, reference.shortest), along(country.y, reference.shortest));
        }
        return chart;
    }

    private static double[] along(double[] axis, int[] way) {
        return Arrays.stream(way).mapToDouble(town -> axis[town]).toArray();
    }

    private static XYChart distances(Country country, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How far is it from the first town?", "as the crow flies (km)", "by road (km)");
        double[] straight = IntStream.range(0, N_TOWNS)
                .mapToDouble(town -> country.straight(0, town))
                .toArray();
        double most = Arrays.stream(straight).max().orElse(1);
        Style.rangeX(chart, 0, 110);
        chart.getStyler().setYAxisMin(0.0);
        Style.backgroundLine(chart, new double[] {0, most}, new double[] {0, most});
        Style.points(chart, "towns", 0, straight, yours.distances);
        if (reference != null) {
            Style.referencePoints(chart, "reference", straight, reference.distances);
        }
        return chart;
    }

    private static double length(Country country, int[] way) {
        return IntStream.range(1, way.length)
                .mapToDouble(i -> country.roads.stream()
                        .filter(road -> Math.min(road.from(), road.to()) == Math.min(way[i - 1], way[i])
                                && Math.max(road.from(), road.to()) == Math.max(way[i - 1], way[i]))
                        .mapToDouble(Edge::weight)
                        .findFirst()
                        .orElse(Double.NaN))
                .sum();
    }

    private static String description(Values values, Country country, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: %d towns with %d roads. From the first, in the lower left, to town %s a way with the fewest roads has %d,"
                        + " and is %.1f km long; the shortest has %d, and is %.1f km long. Right: how far each town is by road and"
                        + " as the crow flies; the line is where both are equal. The map has %d triangles, and any two towns are at"
                        + " most %d roads apart.",
                N_TOWNS,
                country.roads.size(),
                values.choice("target"),
                yours.fewest.length - 1,
                length(country, yours.fewest),
                yours.shortest.length - 1,
                length(country, yours.shortest),
                yours.triangles,
                yours.diameter);
        return reference == null ? words : words + " " + comparison(country, yours, reference);
    }

    private static String comparison(Country country, Series yours, Series reference) {
        boolean isSame = IntStream.range(0, N_TOWNS)
                        .allMatch(town -> Math.abs(yours.distances[town] - reference.distances[town]) <= 1e-9)
                && yours.triangles == reference.triangles
                && yours.diameter == reference.diameter;
        return isSame
                ? "The reference finds the same."
                : String.format(
                        Locale.ROOT,
                        "The reference's shortest way has %d roads and %.1f km; it finds %d triangles and the diameter %d.",
                        reference.shortest.length - 1,
                        length(country, reference.shortest),
                        reference.triangles,
                        reference.diameter);
    }
}
