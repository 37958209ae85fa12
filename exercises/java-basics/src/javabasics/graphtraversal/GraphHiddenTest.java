package javabasics.graphtraversal;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class GraphHiddenTest {
    private static final int N = 16;

    /** Graphs for each check: so many that some of them have loners, circles and side ways. */
    private static final int DRAWS = 10;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("any graph has the edges it was given")
    void hasItsEdges(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Edge<Integer>> edges = edges(random, 0.2);
            Graph<Integer> undirected = Graph.undirected(vertices(), edges);

            assertEquals(edges.size(), undirected.nEdges(), "nEdges.");
            for (int i = 0; i < N; i++) {
                int vertex = i;
                assertEquals(
                        edges.stream()
                                .filter(edge -> edge.from() == vertex || edge.to() == vertex)
                                .map(edge -> edge.from() + edge.to() - vertex)
                                .toList(),
                        undirected.neighbours(vertex),
                        "neighbours, in the order of the edges.");
            }
        }
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the distances of any graph are those that steps in all directions give")
    void distancesOfAnyGraph(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Edge<Integer>> edges = edges(random, 0.12);

            assertEquals(
                    distances(edges, 0), Graph.undirected(vertices(), edges).bfsDistances(0), "bfsDistances.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("dfs visits any graph in the order of its recursive definition")
    void ordersOfAnyGraph(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Edge<Integer>> edges = edges(random, 0.2);
            Set<Integer> visited = new LinkedHashSet<>();
            visit(edges, 0, visited);

            assertEquals(
                    List.copyOf(visited), Graph.undirected(vertices(), edges).dfs(0), "dfs.");
        }
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("vertices are in one part exactly if one can be reached from the other")
    void partsOfAnyGraph(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Edge<Integer>> edges = edges(random, 0.07);
            List<Set<Integer>> expected = new ArrayList<>();
            for (int vertex : vertices()) {
                if (expected.stream().noneMatch(part -> part.contains(vertex))) {
                    expected.add(distances(edges, vertex).keySet());
                }
            }

            assertEquals(expected, Graph.undirected(vertices(), edges).connectedComponents(), "connectedComponents.");
        }
    }

    @Graded(stage = 5)
    @Evidence(INVARIANCE)
    @DisplayName("any graph without cycles has an order, and with one more edge a cycle")
    void ordersAndCycles(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Integer> order = new ArrayList<>(vertices());
            Collections.shuffle(order, new Random(random.nextLong()));
            List<Edge<Integer>> edges = new ArrayList<>(edges(random, 0.3).stream()
                    .map(edge -> Edge.of(order.get(edge.from()), order.get(edge.to())))
                    .toList());
            GraphTest.assertForward(Graph.directed(vertices(), edges));

            int start = random.nextInt(N - 4);
            for (int i = start; i < start + 3; i++) {
                Edge<Integer> step = Edge.of(order.get(i), order.get(i + 1));
                if (!edges.contains(step)) {
                    edges.add(step);
                }
            }
            edges.add(Edge.of(order.get(start + 3), order.get(start)));
            GraphTest.assertCycle(Graph.directed(vertices(), edges));
        }
    }

    private static List<Integer> vertices() {
        return IntStream.range(0, N).boxed().toList();
    }

    /** Edges from smaller to larger numbers, each there with a probability, in any order. */
    private static List<Edge<Integer>> edges(RandomGenerator random, double probability) {
        List<Edge<Integer>> edges = new ArrayList<>();
        for (int from = 0; from < N; from++) {
            for (int to = from + 1; to < N; to++) {
                if (random.nextDouble() < probability) {
                    edges.add(Edge.of(from, to));
                }
            }
        }
        Collections.shuffle(edges, new Random(random.nextLong()));
        return edges;
    }

    /** Distances without a queue: whoever is next to a vertex at distance d is at d + 1 at most. */
    private static Map<Integer, Integer> distances(List<Edge<Integer>> edges, int start) {
        Map<Integer, Integer> distances = new HashMap<>(Map.of(start, 0));
        for (int d = 0; d < N; d++) {
            Set<Integer> frontier = new HashSet<>();
            for (Edge<Integer> edge : edges) {
                if (Integer.valueOf(d).equals(distances.get(edge.from()))) {
                    frontier.add(edge.to());
                }
                if (Integer.valueOf(d).equals(distances.get(edge.to()))) {
                    frontier.add(edge.from());
                }
            }
            for (int vertex : frontier) {
                distances.putIfAbsent(vertex, d + 1);
            }
        }
        return distances;
    }

    private static void visit(List<Edge<Integer>> edges, int vertex, Set<Integer> visited) {
        visited.add(vertex);
        for (Edge<Integer> edge : edges) {
            if (edge.from() == vertex || edge.to() == vertex) {
                int neighbour = edge.from() + edge.to() - vertex;
                if (!visited.contains(neighbour)) {
                    visit(edges, neighbour, visited);
                }
            }
        }
    }
}
