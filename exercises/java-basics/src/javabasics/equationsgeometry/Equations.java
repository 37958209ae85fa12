package javabasics.equationsgeometry;

import gradus.kit.Require;

/**
 * Equations of first and second degree.
 *
 * <p>Source: W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §5.6.
 */
public final class Equations {
    private Equations() {}

    /**
     * The x with {@code a x + b = 0}.
     *
     * @throws IllegalArgumentException if a is 0: then no x solves it, or every x does
     */
    public static double solveLinear(double a, double b) {
        Require.that(a != 0, "a must not be 0, because then x is not in the equation");
        // begin solution: bring b to the other side, and divide
        return -b / a;
        // end solution
    }

    /**
     * The x with {@code a x² + b x + c = 0}. Both are right to the last digits, also where one is much smaller than the
     * other.
     *
     * @throws IllegalArgumentException if a is 0: then the equation is linear
     */
    public static Roots solveQuadratic(double a, double b, double c) {
        Require.that(a != 0, "a must not be 0, because then the equation is linear: see solveLinear");
        // begin solution: complex roots below 0; else the root for which nothing cancels, and the other from their
        // product
        double discriminant = b * b - 4 * a * c;
        if (discriminant < 0) {
            double re = -b / (2 * a);
            double im = Math.sqrt(-discriminant) / (2 * Math.abs(a));
            return new Roots(new Complex(re, -im), new Complex(re, im));
        }
        double q = -(b + Math.copySign(Math.sqrt(discriminant), b)) / 2;
        double one = q / a;
        double other = q == 0 ? one : c / q;
        return new Roots(new Complex(Math.min(one, other), 0), new Complex(Math.max(one, other), 0));
        // end solution
    }
}
