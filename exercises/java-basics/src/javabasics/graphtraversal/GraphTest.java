package javabasics.graphtraversal;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javabasics.graphtraversal.Order.Cycle;
import javabasics.graphtraversal.Order.Sorted;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GraphTest {
    /** So long a way overflows the stack of a method that calls itself at each step. */
    private static final int LONG = 50_000;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("an edge of an undirected graph makes neighbours of both its ends")
    void undirectedEdgesLeadBothWays() {
        Graph<String> graph = Graph.undirected(
                List.of("A", "B", "C", "D"), List.of(new Edge<>("A", "C", 2), new Edge<>("B", "A", 5)));

        assertEquals(
                List.of("C", "B"), graph.neighbours("A"), "neighbours of A with edges A-C and B-A, in that order.");
        assertEquals(List.of("A"), graph.neighbours("C"), "neighbours of C with the edge A-C: it leads back as well.");
        assertEquals(List.of(), graph.neighbours("D"), "neighbours of D, which has no edge: it still is a vertex.");
        assertEquals(5, graph.weight("A", "B"), "weight(A, B): the edge B-A has it in both directions.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("an edge of a directed graph leads one way")
    void directedEdgesLeadOneWay() {
        Graph<String> graph = Graph.directed(List.of("A", "B"), List.of(new Edge<>("A", "B", 3)));

        assertEquals(List.of("B"), graph.neighbours("A"), "neighbours of A with an edge from A to B.");
        assertEquals(List.of(), graph.neighbours("B"), "neighbours of B: no edge leads away from it.");
        assertEquals(3, graph.weight("A", "B"), "weight(A, B).");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("nEdges counts every edge once, in both kinds of graphs")
    void countsEdges() {
        List<Integer> vertices = List.of(1, 2, 3, 4);
        List<Edge<Integer>> edges = List.of(Edge.of(1, 2), Edge.of(2, 3), Edge.of(1, 3));

        assertEquals(3, Graph.undirected(vertices, edges).nEdges(), "edges of an undirected triangle and a loner.");
        assertEquals(3, Graph.directed(vertices, edges).nEdges(), "edges of the same, directed.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the karate club has 78 friendships; members 1 and 34 have 16 and 17 of them")
    void karateClub() {
        Graph<Integer> karate = Networks.karate();

        assertEquals(78, karate.nEdges(), "edges of the karate club.");
        assertEquals(16, karate.neighbours(1).size(), "neighbours of member 1, the instructor.");
        assertEquals(17, karate.neighbours(34).size(), "neighbours of member 34, the president.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("bfsDistances counts the edges of the shortest way")
    void countsEdgesOfTheShortestWay() {
        assertEquals(
                Map.of(1, 0, 2, 1, 3, 1, 4, 2, 5, 2, 6, 3),
                detour().bfsDistances(1),
                "distances from 1 with edges 1-2, 2-4, 4-5, 5-6, 1-3, 3-5: to 5 it is two steps by way of 3. Take from the"
                        + " queue who has waited longest.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("bfsDistances leaves out what cannot be reached, and goes the way of the edges")
    void leavesOutWhatCannotBeReached() {
        assertEquals(
                Map.of("B", 0, "C", 1),
                Graph.directed(List.of("A", "B", "C", "D"), List.of(Edge.of("A", "B"), Edge.of("B", "C")))
                        .bfsDistances("B"),
                "distances from B with edges A to B and B to C: A lies against the direction, D has no edge at all.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a search comes to an end in a circle")
    void endsInCircles() {
        assertEquals(
                Map.of(0, 0, 1, 1, 2, 2, 3, 2, 4, 1),
                circle(5).bfsDistances(0),
                "distances from 0 around a circle of five: whoever was found is not new a second time.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("dfs goes on from the newest vertex, neighbours in their order")
    void goesOnFromTheNewest() {
        assertEquals(
                List.of(1, 2, 4, 5, 6, 3),
                detour().dfs(1),
                "dfs from 1 with edges 1-2, 2-4, 4-5, 5-6, 1-3, 3-5: after 2 comes 4, and only at a dead end the way back."
                        + " From 5 the first new neighbour is 6.");
        Graph<String> tree = Graph.directed(
                List.of("A", "B", "C", "D", "E"),
                List.of(Edge.of("A", "B"), Edge.of("A", "C"), Edge.of("B", "D"), Edge.of("C", "E")));
        assertEquals(
                List.of("A", "B", "D", "C", "E"),
                tree.dfs("A"),
                "dfs from A, where A leads to B and C, B to D, C to E: the first neighbour comes first.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a vertex is visited when the search gets there, not when it is seen first")
    void visitsOnArrival() {
        Graph<String> triangle = Graph.undirected(
                List.of("A", "B", "C"), List.of(Edge.of("A", "B"), Edge.of("A", "C"), Edge.of("B", "C")));
        Graph<String> kite = Graph.directed(
                List.of("A", "B", "C", "D"),
                List.of(Edge.of("A", "B"), Edge.of("A", "C"), Edge.of("A", "D"), Edge.of("B", "D"), Edge.of("D", "C")));

        assertEquals(List.of("A", "B", "C"), triangle.dfs("A"), "dfs of a triangle from A.");
        assertEquals(
                List.of("A", "B", "D", "C"),
                kite.dfs("A"),
                "dfs from A, where A leads to B, C and D, B to D, and D to C: D is seen from A, but entered from B.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("dfs walks a way of 50,000 vertices")
    void walksLongWays() {
        List<Integer> vertices = IntStream.range(0, LONG).boxed().toList();

        assertTrue(
                vertices.equals(Networks.way(LONG).dfs(0)),
                "dfs of a way of 50,000 vertices must go from its beginning to its end. A method that calls itself has no"
                        + " place for so many calls; keep a stack of your own.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("connectedComponents finds all parts, in the order of their first vertices")
    void findsAllParts() {
        Graph<String> graph = Graph.undirected(
                List.of("D", "A", "E", "B", "C", "F"),
                List.of(Edge.of("A", "B"), Edge.of("B", "C"), Edge.of("E", "D")));

        assertEquals(
                List.of(Set.of("D", "E"), Set.of("A", "B", "C"), Set.of("F")),
                graph.connectedComponents(),
                "parts of D, A, E, B, C, F with edges A-B, B-C, E-D: a vertex without edges is a part of its own, and no"
                        + " part comes twice.");
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("Les Misérables has 77 characters with 254 links, and is all one part")
    void lesMiserables() {
        Graph<String> graph = Networks.lesMiserables();

        assertEquals(254, graph.nEdges(), "links between the characters.");
        assertEquals(
                List.of(77),
                graph.connectedComponents().stream().map(Set::size).toList(),
                "sizes of the connected components.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("in the order every edge leads from an earlier vertex to a later one")
    void everyEdgeLeadsForward() {
        Graph<String> breakfast = Graph.directed(
                List.of("eat", "boil", "lay table", "fill kettle", "sing"),
                List.of(
                        Edge.of("boil", "eat"),
                        Edge.of("fill kettle", "boil"),
                        Edge.of("lay table", "eat"),
                        Edge.of("fill kettle", "eat")));

        assertForward(breakfast);
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("the rooms of this course have an order, from the first one to a small GPT")
    void courseHasAnOrder() {
        List<String> order = assertForward(Networks.course());

        assertEquals(
                "expression-calculator", order.get(0), "the first room: it is the only one that stands on no other.");
        assertEquals("gpt-mini", order.get(order.size() - 1), "the last room: no other one stands on it.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("where there is no order, a cycle is named, and nothing beside it")
    void namesCycles() {
        Graph<Integer> graph = Graph.directed(
                List.of(1, 2, 3, 4, 5, 6),
                List.of(Edge.of(1, 2), Edge.of(2, 3), Edge.of(3, 4), Edge.of(4, 2), Edge.of(4, 5), Edge.of(5, 6)));

        assertCycle(graph);
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "edges must join vertices, but 3 is none",
                () -> Graph.undirected(List.of(1, 2), List.of(Edge.of(1, 3))));
        assertRefused("an edge must join two vertices, but this one goes from 1 back to it", () -> Edge.of(1, 1));
        assertRefused("the weight of an edge must be at least 0, but was -1.0", () -> new Edge<>(1, 2, -1));
    }

    /** Two ways from 1 to 5, the longer one first. */
    private static Graph<Integer> detour() {
        return Graph.undirected(
                List.of(1, 2, 3, 4, 5, 6),
                List.of(Edge.of(1, 2), Edge.of(2, 4), Edge.of(4, 5), Edge.of(5, 6), Edge.of(1, 3), Edge.of(3, 5)));
    }

    private static Graph<Integer> circle(int n) {
        return Graph.undirected(
                IntStream.range(0, n).boxed().toList(),
                IntStream.range(0, n).mapToObj(i -> Edge.of(i, (i + 1) % n)).toList());
    }

    /** Asserts that the graph has an order with each vertex once and each edge forward, and returns it. */
    static <V> List<V> assertForward(Graph<V> graph) {
        if (!(graph.topologicalOrder() instanceof Sorted<V> sorted)) {
            throw new AssertionError("topologicalOrder must give a Sorted here: this graph has no cycle.");
        }
        List<V> order = sorted.vertices();
        assertEquals(
                graph.vertices().size(),
                order.size(),
                "vertices in the order " + order + ": each of the graph's once.");
        assertEquals(new HashSet<>(graph.vertices()), new HashSet<>(order), "the vertices in the order.");
        for (V from : graph.vertices()) {
            for (V to : graph.neighbours(from)) {
                assertTrue(
                        order.indexOf(from) < order.indexOf(to),
                        "there is an edge from " + from + " to " + to + ", but in the order " + order + " " + to
                                + " comes first.");
            }
        }
        return order;
    }

    /** Asserts that the graph's cycle is one. */
    static <V> void assertCycle(Graph<V> graph) {
        if (!(graph.topologicalOrder() instanceof Cycle<V> cycle)) {
            throw new AssertionError("topologicalOrder must give a Cycle here: some vertices wait for one another.");
        }
        List<V> vertices = cycle.vertices();
        assertTrue(vertices.size() > 1, "the cycle " + vertices + " must have two vertices or more.");
        assertEquals(
                vertices.size(), new HashSet<>(vertices).size(), "different vertices in the cycle " + vertices + ".");
        for (int i = 0; i < vertices.size(); i++) {
            V from = vertices.get(i);
            V to = vertices.get((i + 1) % vertices.size());
            assertTrue(
                    graph.neighbours(from).contains(to),
                    "in the cycle " + vertices + " an edge must lead from " + from + " to " + to + ", but none does.");
        }
    }
}
