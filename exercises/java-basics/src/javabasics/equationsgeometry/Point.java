package javabasics.equationsgeometry;

/**
 * A point of the plane.
 *
 * @param x how far to the right of the origin
 * @param y how far above it
 */
public record Point(double x, double y) {}
