package javabasics.shortestpaths;

import gradus.kit.Require;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import javabasics.graphtraversal.Graph;

/**
 * The shortest ways from one vertex of a graph to all others, where edges are of different length.
 *
 * <p>Source: E. W. Dijkstra, <i>A Note on Two Problems in Connexion with Graphs</i>, Numerische Mathematik 1 (1959); T.
 * H. Cormen et al., <i>Introduction to Algorithms</i>, 4th ed., MIT Press 2022, §22.3.
 *
 * @param start where all ways begin
 * @param distances length of the shortest way to each vertex that can be reached, the nearest first; the start has 0
 * @param before for each of these but the start the vertex before it on a shortest way
 */
public record ShortestPaths<V>(V start, Map<V, Double> distances, Map<V, V> before) {

    /** A vertex in the queue, with the length of a way to it. There may be a shorter one. */
    private record Candidate<V>(V vertex, double distance) implements Comparable<Candidate<V>> {
        @Override
        public int compareTo(Candidate<V> other) {
            return Double.compare(distance, other.distance);
        }
    }

    /**
     * Finds them by Dijkstra's algorithm: the vertex with the shortest way known so far is settled, and the ways that
     * go on from it are looked at.
     *
     * @throws IllegalArgumentException if start is no vertex of the graph
     */
    public static <V> ShortestPaths<V> from(Graph<V> graph, V start) {
        Require.that(graph.vertices().contains(start), "start must be a vertex of the graph, but was %s", start);
        // begin solution: take the nearest candidate; unless settled, settle it, and enter its neighbours where the way
        // is shorter
        Map<V, Double> settled = new LinkedHashMap<>();
        Map<V, Double> best = new HashMap<>(Map.of(start, 0.0));
        Map<V, V> before = new LinkedHashMap<>();
        PriorityQueue<Candidate<V>> queue = new PriorityQueue<>(List.of(new Candidate<>(start, 0)));
        while (!queue.isEmpty()) {
            Candidate<V> nearest = queue.remove();
            V vertex = nearest.vertex();
            if (settled.putIfAbsent(vertex, nearest.distance()) != null) {
                continue;
            }
            for (V neighbour : graph.neighbours(vertex)) {
                double distance = nearest.distance() + graph.weight(vertex, neighbour);
                if (distance < best.getOrDefault(neighbour, Double.POSITIVE_INFINITY)) {
                    best.put(neighbour, distance);
                    before.put(neighbour, vertex);
                    queue.add(new Candidate<>(neighbour, distance));
                }
            }
        }
        return new ShortestPaths<>(start, settled, before);
        // end solution
    }

    /**
     * A shortest way.
     *
     * @return its vertices, from the start to the target; only the start where that is the target
     * @throws IllegalArgumentException if the target cannot be reached
     */
    public List<V> to(V target) {
        Require.that(distances.containsKey(target), "target must be within reach of %s, but was %s", start, target);
        // begin solution: go back from the target, vertex by vertex, and put each in front
        LinkedList<V> path = new LinkedList<>(List.of(target));
        while (!path.getFirst().equals(start)) {
            path.addFirst(before.getOrDefault(path.getFirst(), start));
        }
        return path;
        // end solution
    }
}
