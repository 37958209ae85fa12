package javabasics.equationsgeometry;

/**
 * A point of the plane, by where to look for it and how far to go.
 *
 * @param radius distance from the origin
 * @param angle from the x axis, counterclockwise, in radians
 */
public record Polar(double radius, double angle) {}
