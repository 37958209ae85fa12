package javabasics.shortestpaths;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javabasics.graphtraversal.Edge;
import javabasics.graphtraversal.Graph;
import org.junit.jupiter.api.DisplayName;

/** Lengths are whole numbers, so that sums are exact in any order. */
class ShortestPathsHiddenTest {
    private static final int N = 14;

    /** Graphs for each check: so many that some of them have long ways round. */
    private static final int DRAWS = 10;

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("distances in any graph are those that trying all edges again and again gives")
    void distancesInAnyGraph(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Edge<Integer>> edges = edges(random, 0.25);

            assertEquals(distances(edges), ShortestPaths.from(graph(edges), 0).distances(), "distances.");
        }
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("every way goes along edges, and is as long as its distance says")
    void waysAreAsLongAsTheySay(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            Graph<Integer> graph = graph(edges(random, 0.25));
            ShortestPaths<Integer> paths = ShortestPaths.from(graph, 0);
            for (Map.Entry<Integer, Double> entry : paths.distances().entrySet()) {
                List<Integer> way = paths.to(entry.getKey());
                double length = IntStream.range(1, way.size())
                        .mapToDouble(i -> graph.weight(way.get(i - 1), way.get(i)))
                        .sum();
                assertEquals(0, way.get(0), "the first vertex of a way.");
                assertEquals(entry.getKey(), way.get(way.size() - 1), "the last vertex of a way.");
                assertEquals(entry.getValue(), length, "the length of a way.");
            }
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("any graph has as many triangles as threes that are all joined")
    void trianglesOfAnyGraph(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Edge<Integer>> edges = edges(random, 0.4);
            boolean[][] isJoined = new boolean[N][N];
            edges.forEach(edge -> isJoined[edge.from()][edge.to()] = true);
            int expected = 0;
            for (int i = 0; i < N; i++) {
                for (int j = i + 1; j < N; j++) {
                    for (int k = j + 1; k < N; k++) {
                        expected += isJoined[i][j] && isJoined[j][k] && isJoined[i][k] ? 1 : 0;
                    }
                }
            }
            assertEquals(expected, Shape.triangles(graph(edges)), "triangles.");
        }
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the diameter of a way with a tail is its length")
    void diametersOfWays(RandomGenerator random) {
        for (int draw = 0; draw < 4 * DRAWS; draw++) {
            int length = random.nextInt(3, N);
            int foot = random.nextInt(1, length);
            List<Edge<Integer>> edges = new ArrayList<>();
            for (int i = 1; i <= length; i++) {
                edges.add(new Edge<>(i - 1, i, random.nextInt(1, 20)));
            }
            edges.add(new Edge<>(foot, length + 1, 5));
            List<Integer> vertices =
                    new ArrayList<>(IntStream.range(0, length + 2).boxed().toList());
            Collections.shuffle(vertices, new Random(random.nextLong()));

            assertEquals(length, Shape.diameter(Graph.undirected(vertices, edges)), "diameter.");
        }
    }

    private static Graph<Integer> graph(List<Edge<Integer>> edges) {
        return Graph.undirected(IntStream.range(0, N).boxed().toList(), edges);
    }

    private static List<Edge<Integer>> edges(RandomGenerator random, double probability) {
        List<Edge<Integer>> edges = new ArrayList<>();
        for (int from = 0; from < N; from++) {
            for (int to = from + 1; to < N; to++) {
                if (random.nextDouble() < probability) {
                    edges.add(new Edge<>(from, to, random.nextInt(1, 30)));
                }
            }
        }
        return edges;
    }

    /** Bellman and Ford: try every edge as often as there are vertices. */
    private static Map<Integer, Double> distances(List<Edge<Integer>> edges) {
        Map<Integer, Double> distances = new HashMap<>(Map.of(0, 0.0));
        for (int round = 0; round < N; round++) {
            for (Edge<Integer> edge : edges) {
                relax(distances, edge.from(), edge.to(), edge.weight());
                relax(distances, edge.to(), edge.from(), edge.weight());
            }
        }
        return distances;
    }

    private static void relax(Map<Integer, Double> distances, int from, int to, double weight) {
        Double distance = distances.get(from);
        if (distance != null) {
            distances.merge(to, distance + weight, Math::min);
        }
    }
}
