package javabasics.graphtraversal;

import gradus.kit.Require;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javabasics.graphtraversal.Order.Cycle;
import javabasics.graphtraversal.Order.Sorted;

/**
 * Vertices, and edges between some of them. Each vertex knows its neighbours: that is an adjacency list, which takes
 * place for the edges there are and not for all that there could be.
 *
 * <p>Source: T. H. Cormen et al., <i>Introduction to Algorithms</i>, 4th ed., MIT Press 2022, chapter 20; on order: A.
 * B. Kahn, <i>Topological Sorting of Large Networks</i>, Communications of the ACM 5 (1962).
 *
 * @param <V> what the vertices are; with equals and hashCode, as a map's keys
 */
public final class Graph<V> {
    private final boolean isDirected;

    /** For each vertex its neighbours, in the order in which their edges were given, with the weight of the edge. */
    private final Map<V, Map<V, Double>> neighbours = new LinkedHashMap<>();

    private Graph(boolean isDirected, List<V> vertices, List<Edge<V>> edges) {
        this.isDirected = isDirected;
        requireEnds(vertices, edges);
        // begin solution: begin with no neighbours for each vertex; then enter each edge, in an undirected graph at
        // both ends
        for (V vertex : vertices) {
            neighbours.put(vertex, new LinkedHashMap<>());
        }
        for (Edge<V> edge : edges) {
            edges(edge.from()).put(edge.to(), edge.weight());
            if (!isDirected) {
                edges(edge.to()).put(edge.from(), edge.weight());
            }
        }
        // end solution
    }

    private static <V> void requireEnds(List<V> vertices, List<Edge<V>> edges) {
        Set<V> known = new HashSet<>(vertices);
        for (Edge<V> edge : edges) {
            Require.that(known.contains(edge.from()), "edges must join vertices, but %s is none", edge.from());
            Require.that(known.contains(edge.to()), "edges must join vertices, but %s is none", edge.to());
        }
    }

    /**
     * A graph whose edges lead both ways, as friendships do.
     *
     * @param edges at most one between two vertices
     * @throws IllegalArgumentException if an edge ends at what is no vertex
     */
    public static <V> Graph<V> undirected(List<V> vertices, List<Edge<V>> edges) {
        return new Graph<>(false, vertices, edges);
    }

    /**
     * A graph whose edges lead one way, as prerequisites do.
     *
     * @param edges at most one from one vertex to another
     * @throws IllegalArgumentException if an edge ends at what is no vertex
     */
    public static <V> Graph<V> directed(List<V> vertices, List<Edge<V>> edges) {
        return new Graph<>(true, vertices, edges);
    }

    /** All vertices, in the order in which they were given. */
    public List<V> vertices() {
        return List.copyOf(neighbours.keySet());
    }

    /** Where edges lead to from a vertex, in the order in which they were given. */
    public List<V> neighbours(V vertex) {
        return List.copyOf(edges(vertex).keySet());
    }

    /** How long the edge from a vertex to its neighbour is. */
    public double weight(V from, V to) {
        Double weight = edges(from).get(to);
        Require.that(weight != null, "there must be an edge from %s to %s, but there is none", from, to);
        return weight == null ? 0 : weight;
    }

    private Map<V, Double> edges(V vertex) {
        Map<V, Double> edges = neighbours.get(vertex);
        Require.that(edges != null, "%s must be a vertex of the graph, but is none", vertex);
        return edges == null ? Map.of() : edges;
    }

    /** How many edges there are. */
    public int nEdges() {
        // begin solution: add up the neighbours; in an undirected graph that counts every edge twice
        int ends = neighbours.values().stream().mapToInt(Map::size).sum();
        return isDirected ? ends : ends / 2;
        // end solution
    }

    /**
     * How many edges it takes to get from a vertex to each one that can be reached, by breadth-first search: first all
     * at distance 1, then all at distance 2, and so on.
     *
     * @return also the start, with 0; not what cannot be reached
     */
    public Map<V, Integer> bfsDistances(V start) {
        edges(start);
        // begin solution: a queue of vertices whose neighbours have not been looked at; who is new is one step further
        Map<V, Integer> distances = new LinkedHashMap<>();
        distances.put(start, 0);
        Deque<V> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            V vertex = queue.removeFirst();
            int next = distances.getOrDefault(vertex, 0) + 1;
            for (V neighbour : neighbours(vertex)) {
                if (distances.putIfAbsent(neighbour, next) == null) {
                    queue.addLast(neighbour);
                }
            }
        }
        return distances;
        // end solution
    }

    /**
     * The vertices that can be reached, in the order of depth-first search: go to the first neighbour that has not been
     * visited, from there on in the same way, and back only where there is none. Ways may be long: there is no
     * recursion.
     */
    public List<V> dfs(V start) {
        edges(start);
        // begin solution: a stack of iterators over neighbours, the innermost on top; who is new gets one of its own
        Set<V> visited = new LinkedHashSet<>(List.of(start));
        Deque<Iterator<V>> stack = new ArrayDeque<>(List.of(neighbours(start).iterator()));
        while (!stack.isEmpty()) {
            Iterator<V> rest = stack.getFirst();
            if (!rest.hasNext()) {
                stack.removeFirst();
                continue;
            }
            V vertex = rest.next();
            if (visited.add(vertex)) {
                stack.addFirst(neighbours(vertex).iterator());
            }
        }
        return List.copyOf(visited);
        // end solution
    }

    /**
     * The parts of an undirected graph: from each vertex of a part all others of it can be reached, and no other.
     *
     * @return ordered by their first vertices
     * @throws IllegalArgumentException if the graph is directed
     */
    public List<Set<V>> connectedComponents() {
        Require.that(!isDirected, "the graph must be undirected to have connected components, but is directed");
        // begin solution: search from each vertex that no search has found yet
        List<Set<V>> components = new ArrayList<>();
        Set<V> found = new HashSet<>();
        for (V vertex : vertices()) {
            if (!found.contains(vertex)) {
                Set<V> component = new LinkedHashSet<>(dfs(vertex));
                components.add(component);
                found.addAll(component);
            }
        }
        return components;
        // end solution
    }

    /**
     * An order of a directed graph in which no edge leads back, or a cycle, which makes that impossible.
     *
     * @throws IllegalArgumentException if the graph is undirected
     */
    public Order<V> topologicalOrder() {
        Require.that(isDirected, "the graph must be directed to have an order, but is undirected");
        // begin solution: take vertices to which no edge leads any more, one after the other; if some are left, find a
        // cycle
        Map<V, Integer> incoming = new LinkedHashMap<>();
        vertices().forEach(vertex -> neighbours(vertex).forEach(next -> incoming.merge(next, 1, Integer::sum)));
        Deque<V> ready = new ArrayDeque<>(vertices().stream()
                .filter(vertex -> !incoming.containsKey(vertex))
                .toList());
        List<V> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            V vertex = ready.removeFirst();
            order.add(vertex);
            for (V next : neighbours(vertex)) {
                if (incoming.merge(next, -1, Integer::sum) == 0) {
                    incoming.remove(next);
                    ready.addLast(next);
                }
            }
        }
        return incoming.isEmpty() ? new Sorted<>(order) : new Cycle<>(cycle(incoming.keySet()));
        // end solution
    }

    // begin solution: a helper that walks backward among those that are left, until it comes to a vertex again
    private List<V> cycle(Set<V> left) {
        List<V> walk = new ArrayList<>();
        V vertex = left.iterator().next();
        while (!walk.contains(vertex)) {
            walk.add(vertex);
            V here = vertex;
            vertex = left.stream()
                    .filter(before -> neighbours(before).contains(here))
                    .findFirst()
                    .orElseThrow();
        }
        List<V> cycle = new ArrayList<>(walk.subList(walk.indexOf(vertex), walk.size()));
        Collections.reverse(cycle);
        return cycle;
    }
    // end solution
}
