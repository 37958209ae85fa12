package javabasics.shortestpaths;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javabasics.graphtraversal.Edge;
import javabasics.graphtraversal.Graph;
import javabasics.graphtraversal.Networks;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lengths here are whole numbers or halves, so that sums are exact in any order. */
class ShortestPathsTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("a way over two short edges beats one long edge")
    void shortEdgesBeatALongOne() {
        Graph<String> graph = Graph.undirected(
                List.of("A", "B", "C"),
                List.of(new Edge<>("A", "C", 5), new Edge<>("A", "B", 1.5), new Edge<>("B", "C", 2)));

        assertEquals(
                Map.of("A", 0.0, "B", 1.5, "C", 3.5),
                ShortestPaths.from(graph, "A").distances(),
                "distances from A with A-C 5, A-B 1.5, B-C 2: to C it is shorter by way of B.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a way that was found early gives way to shorter ones, again and again")
    void shorterWaysReplaceLongerOnes() {
        assertEquals(
                Map.of(1, 0.0, 2, 7.0, 3, 9.0, 4, 20.0, 5, 20.0, 6, 11.0),
                ShortestPaths.from(map(), 1).distances(),
                "distances from 1 with 1-2 7, 1-3 9, 1-6 14, 2-3 10, 2-4 15, 3-4 11, 3-6 2, 4-5 6, 5-6 9: settle the"
                        + " nearest first, and a vertex not before its turn.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("distances come nearest first, and only of what can be reached")
    void nearestFirst() {
        Graph<Integer> graph = Graph.directed(
                List.of(1, 2, 3, 4, 5),
                List.of(new Edge<>(2, 4, 6), new Edge<>(2, 3, 1), new Edge<>(3, 5, 2), new Edge<>(1, 2, 1)));

        ShortestPaths<Integer> paths = ShortestPaths.from(graph, 2);
        assertEquals(
                List.of(2, 3, 5, 4),
                List.copyOf(paths.distances().keySet()),
                "vertices of distances from 2 with edges 2 to 4 (6), 2 to 3 (1), 3 to 5 (2), 1 to 2 (1): no edge leads to 1.");
        assertEquals(Map.of(3, 2, 5, 3, 4, 2), paths.before(), "before: the start has nothing before it.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("where all edges have length 1, distances are those of breadth-first search")
    void agreesWithBreadthFirst() {
        Map<String, Double> expected =
                Reference.of(() -> Networks.course().bfsDistances("expression-calculator")).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().doubleValue()));

        assertEquals(
                expected,
                ShortestPaths.from(Networks.course(), "expression-calculator").distances(),
                "distances from the first room of this course: they count edges.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("to names the vertices of the shortest way, from the start to the target")
    void namesTheWay() {
        ShortestPaths<Integer> paths = ShortestPaths.from(map(), 1);

        assertEquals(
                List.of(1, 3, 6, 5),
                paths.to(5),
                "the way from 1 to 5 with 1-2 7, 1-3 9, 1-6 14, 2-3 10, 2-4 15, 3-4 11, 3-6 2, 4-5 6, 5-6 9: it has the length"
                        + " 9 + 2 + 9.");
        assertEquals(List.of(1, 2), paths.to(2), "the way from 1 to 2.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the way from a vertex to itself is that vertex alone")
    void namesTheStart() {
        assertEquals(List.of(4), ShortestPaths.from(map(), 4).to(4), "the way from 4 to 4.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a triangle counts once, whoever looks at it")
    void countsTrianglesOnce() {
        assertEquals(1, Shape.triangles(complete(3)), "triangles of three vertices, all joined.");
        assertEquals(10, Shape.triangles(complete(5)), "triangles of five vertices, all joined: any three of five.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("three vertices with two edges are no triangle")
    void countsOnlyClosedOnes() {
        assertEquals(
                0,
                Shape.triangles(circle(4)),
                "triangles of a square: its corners have neighbours in common, but" + " these are not joined.");
        assertEquals(
                2,
                Shape.triangles(map(List.of(
                        Edge.of(1, 2), Edge.of(2, 3), Edge.of(1, 3), Edge.of(3, 4), Edge.of(2, 4), Edge.of(4, 5)))),
                "triangles with edges 1-2, 2-3, 1-3, 3-4, 2-4, 4-5.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the diameter is the longest of all shortest ways")
    void longestOfTheShortest() {
        assertEquals(
                3, Shape.diameter(circle(7)), "diameter of a circle of seven: nobody is more than three steps away.");
        assertEquals(
                4,
                Shape.diameter(Graph.undirected(
                        List.of(3, 1, 2, 4, 5), List.of(Edge.of(1, 2), Edge.of(2, 3), Edge.of(3, 4), Edge.of(4, 5)))),
                "diameter of the way 1-2-3-4-5, whose vertices are given with 3 first: look from each of them.");
        assertEquals(0, Shape.diameter(complete(1)), "diameter of one vertex.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the diameter counts edges, however long they are")
    void countsEdgesNotLengths() {
        assertEquals(
                2,
                Shape.diameter(map()),
                "diameter of 1-2 7, 1-3 9, 1-6 14, 2-3 10, 2-4 15, 3-4 11, 3-6 2, 4-5 6, 5-6 9.");
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("the karate club has 45 triangles and the diameter 5")
    void karateClub() {
        assertEquals(45, Shape.triangles(Networks.karate()), "triangles of the karate club.");
        assertEquals(5, Shape.diameter(Networks.karate()), "diameter of the karate club.");
    }

    @Test
    void badInputIsRefused() {
        Graph<Integer> two = Graph.undirected(List.of(1, 2), List.of());
        assertRefused("start must be a vertex of the graph, but was 3", () -> ShortestPaths.from(two, 3));
        assertRefused("the graph must be all one part, but has 2", () -> Shape.diameter(two));
        ShortestPaths<Integer> alone = new ShortestPaths<>(1, Map.of(1, 0.0), Map.of());
        assertRefused("target must be within reach of 1, but was 2", () -> alone.to(2));
    }

    /** The example that most people meet first. */
    private static Graph<Integer> map() {
        return map(List.of(
                new Edge<>(1, 2, 7),
                new Edge<>(1, 3, 9),
                new Edge<>(1, 6, 14),
                new Edge<>(2, 3, 10),
                new Edge<>(2, 4, 15),
                new Edge<>(3, 4, 11),
                new Edge<>(3, 6, 2),
                new Edge<>(4, 5, 6),
                new Edge<>(5, 6, 9)));
    }

    private static Graph<Integer> map(List<Edge<Integer>> edges) {
        return Graph.undirected(List.of(1, 2, 3, 4, 5, 6), edges);
    }

    private static Graph<Integer> circle(int n) {
        return Graph.undirected(
                IntStream.range(0, n).boxed().toList(),
                IntStream.range(0, n).mapToObj(i -> Edge.of(i, (i + 1) % n)).toList());
    }

    private static Graph<Integer> complete(int n) {
        return Graph.undirected(
                IntStream.range(0, n).boxed().toList(),
                IntStream.range(0, n)
                        .boxed()
                        .flatMap(i -> IntStream.range(i + 1, n).mapToObj(j -> Edge.of(i, j)))
                        .toList());
    }
}
