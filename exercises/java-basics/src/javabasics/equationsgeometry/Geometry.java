package javabasics.equationsgeometry;

import gradus.kit.Require;

/**
 * Points, triangles and turns in the plane. Angles are in radians.
 *
 * <p>Source: H. S. M. Coxeter and S. L. Greitzer, <i>Geometry Revisited</i>, MAA 1967, chapter 1; on thin triangles: W.
 * Kahan, <i>Miscalculating Area and Angles of a Needle-like Triangle</i>, University of California at Berkeley 2014.
 */
public final class Geometry {
    private Geometry() {}

    /** Where to look for a point, and how far to go. The angle is in [-π, π]; that of the origin is 0. */
    public static Polar toPolar(Point point) {
        // begin solution: the radius by Math.hypot, the angle by Math.atan2
        return new Polar(Math.hypot(point.x(), point.y()), Math.atan2(point.y(), point.x()));
        // end solution
    }

    /** The point in a direction and at a distance. */
    public static Point toCartesian(Polar polar) {
        // begin solution: the point of the unit circle at that angle, times the radius
        return new Point(polar.radius() * Math.cos(polar.angle()), polar.radius() * Math.sin(polar.angle()));
        // end solution
    }

    /**
     * The third side of a triangle, by the law of cosines, {@code c² = a² + b² - 2ab cos γ}. It is right to the last
     * digits for thin triangles, too.
     *
     * @param a first side, at least 0
     * @param b second side, at least 0
     * @param gamma angle between them, in [0, π]
     */
    public static double side(double a, double b, double gamma) {
        requireSide("a", a);
        requireSide("b", b);
        Require.that(0 <= gamma && gamma <= Math.PI, "gamma must be in [0, π], but was %s", gamma);
        // begin solution: write cos γ as 1 - 2 sin²(γ/2), so that c² is a sum of two squares
        return Math.hypot(a - b, 2 * Math.sqrt(a * b) * Math.sin(gamma / 2));
        // end solution
    }

    /**
     * The angle of a triangle that lies opposite to its side c, right to the last digits for thin triangles, too.
     *
     * @return in [0, π]
     * @throws IllegalArgumentException if there is no such triangle, because one side is longer than the others
     *     together
     */
    public static double angle(double a, double b, double c) {
        requireSide("a", a);
        requireSide("b", b);
        requireSide("c", c);
        Require.that(
                Math.abs(a - b) <= c && c <= a + b,
                "c must be in [%s, %s], from the difference to the sum of the other sides, but was %s",
                Math.abs(a - b),
                a + b,
                c);
        // begin solution: with d = a - b and s = a + b, tan²(γ/2) is (c - d)(c + d) over (s - c)(s + c)
        double difference = a - b;
        double sum = a + b;
        double opposite = Math.sqrt((c - difference) * (c + difference));
        double adjacent = Math.sqrt((sum - c) * (sum + c));
        return 2 * Math.atan2(opposite, adjacent);
        // end solution
    }

    /** The point after a turn about the origin, counterclockwise for angles above 0. */
    public static Point rotate(Point point, double angle) {
        // begin solution: turn the two steps to the point, x along the x axis and y along the y axis
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Point(cos * point.x() - sin * point.y(), sin * point.x() + cos * point.y());
        // end solution
    }

    private static void requireSide(String name, double length) {
        Require.that(length >= 0, "%s must be at least 0, but was %s", name, length);
    }
}
