package javabasics.graphtraversal;

import gradus.kit.Require;

/**
 * A line between two vertices.
 *
 * @param weight how long or costly it is, at least 0
 */
public record Edge<V>(V from, V to, double weight) {
    public Edge {
        Require.that(!from.equals(to), "an edge must join two vertices, but this one goes from %s back to it", from);
        Require.that(weight >= 0, "the weight of an edge must be at least 0, but was %s", weight);
    }

    /** A line of weight 1. */
    public static <V> Edge<V> of(V from, V to) {
        return new Edge<>(from, to, 1);
    }
}
