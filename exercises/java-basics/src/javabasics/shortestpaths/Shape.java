package javabasics.shortestpaths;

import gradus.kit.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javabasics.graphtraversal.Graph;

/**
 * Numbers that say how a network is shaped.
 *
 * <p>Source: M. Newman, <i>Networks</i>, 2nd ed., Oxford 2018, §6.11 and §7.3.
 */
public final class Shape {
    private Shape() {}

    /**
     * How many triangles an undirected graph has: three vertices, each joined to both others. Each counts once.
     *
     * @param graph undirected
     */
    public static <V> int triangles(Graph<V> graph) {
        // begin solution: for each edge count the neighbours that both ends share; each triangle is seen from all
        // corners, both ways
        int seen = 0;
        for (V vertex : graph.vertices()) {
            Set<V> friends = new HashSet<>(graph.neighbours(vertex));
            for (V friend : friends) {
                for (V third : graph.neighbours(friend)) {
                    seen += friends.contains(third) ? 1 : 0;
                }
            }
        }
        return seen / 6;
        // end solution
    }

    /**
     * The diameter of an undirected graph: the largest number of edges that the shortest way between two vertices has.
     *
     * @param graph undirected, all one part, with one vertex at least
     * @throws IllegalArgumentException if the graph has no vertices, or more than one part
     */
    public static <V> int diameter(Graph<V> graph) {
        List<Set<V>> parts = graph.connectedComponents();
        Require.that(parts.size() == 1, "the graph must be all one part, but has %d", parts.size());
        // begin solution: the largest of all distances from all vertices
        int diameter = 0;
        for (V vertex : graph.vertices()) {
            for (int distance : graph.bfsDistances(vertex).values()) {
                diameter = Math.max(diameter, distance);
            }
        }
        return diameter;
        // end solution
    }
}
