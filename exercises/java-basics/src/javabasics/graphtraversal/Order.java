package javabasics.graphtraversal;

import java.util.List;

/** What comes of putting the vertices of a directed graph in order: the order, or why there is none. */
public sealed interface Order<V> {
    /**
     * All vertices, so that every edge leads from an earlier one to a later one.
     *
     * @param vertices (nVertices)
     */
    record Sorted<V>(List<V> vertices) implements Order<V> {}

    /**
     * A way in a circle: an edge leads from each vertex to the next one, and from the last to the first.
     *
     * @param vertices of the circle, each once
     */
    record Cycle<V>(List<V> vertices) implements Order<V> {}
}
