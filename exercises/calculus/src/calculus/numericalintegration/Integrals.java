package calculus.numericalintegration;

import gradus.kit.Require;
import java.util.function.DoubleUnaryOperator;

/**
 * Areas under functions that can only be called. Where b is below a, they come with the other sign.
 *
 * <p>With n intervals of length h the trapezoid rule is off by about {@code h²·(f'(b) - f'(a))/12}, Simpson's rule by a
 * multiple of h⁴.
 *
 * <p>Source: W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §4.1 and §4.2; for the adaptive
 * rule J. N. Lyness, <i>Notes on the Adaptive Simpson Quadrature Routine</i>, Journal of the ACM 16 (1969).
 */
public final class Integrals {
    /** An interval is halved at most so often. */
    private static final int MAX_DEPTH = 40;

    private Integrals() {}

    /**
     * The integral of f by trapezoids: straight lines between n + 1 points.
     *
     * @param n number of intervals, at least 1
     */
    public static double trapezoid(DoubleUnaryOperator f, double a, double b, int n) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        // begin solution: the ends count half, all other points whole
        double h = (b - a) / n;
        double sum = (f.applyAsDouble(a) + f.applyAsDouble(b)) / 2;
        for (int i = 1; i < n; i++) {
            sum += f.applyAsDouble(a + i * h);
        }
        return h * sum;
        // end solution
    }

    /**
     * The integral of f by Simpson's rule: a parabola through each three points.
     *
     * @param n number of intervals, even and at least 2
     */
    public static double simpson(DoubleUnaryOperator f, double a, double b, int n) {
        Require.that(n >= 2 && n % 2 == 0, "n must be even and >= 2, but was %d", n);
        // begin solution: weights 1, 4, 2, 4, …, 2, 4, 1 times h/3
        double h = (b - a) / n;
        double sum = f.applyAsDouble(a) + f.applyAsDouble(b);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * f.applyAsDouble(a + i * h);
        }
        return h / 3 * sum;
        // end solution
    }

    /**
     * An antiderivative of f, as a cumulative sum of trapezoids: the integral from a to each of n + 1 points.
     *
     * @param n number of intervals, at least 1
     * @return (n + 1) first 0, last the whole integral
     */
    public static double[] antiderivative(DoubleUnaryOperator f, double a, double b, int n) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        // begin solution: each is the one before it and one trapezoid more
        double h = (b - a) / n;
        double[] F = new double[n + 1];
        double left = f.applyAsDouble(a);
        for (int i = 1; i <= n; i++) {
            double right = f.applyAsDouble(a + i * h);
            F[i] = F[i - 1] + h * (left + right) / 2;
            left = right;
        }
        return F;
        // end solution
    }

    /**
     * The integral of f by Simpson's rule, with short intervals where they are needed: halves an interval until both
     * halves together agree with the whole.
     *
     * @param tolerance about how far the result may be off, above 0
     */
    public static double adaptiveSimpson(DoubleUnaryOperator f, double a, double b, double tolerance) {
        Require.positive("tolerance", tolerance);
        double atA = f.applyAsDouble(a);
        double atMiddle = f.applyAsDouble((a + b) / 2);
        double atB = f.applyAsDouble(b);
        return refined(f, a, b, new double[] {atA, atMiddle, atB}, tolerance, MAX_DEPTH);
    }

    /**
     * The integral over one interval.
     *
     * @param values (3) of f at a, in the middle, and at b
     * @param depth how often it may be halved
     */
    private static double refined(
            DoubleUnaryOperator f, double a, double b, double[] values, double tolerance, int depth) {
        // begin solution: two new values; if both halves differ from the whole by at most 15 tolerances, correct; else
        // halve
        double middle = (a + b) / 2;
        double[] left = {values[0], f.applyAsDouble((a + middle) / 2), values[1]};
        double[] right = {values[1], f.applyAsDouble((middle + b) / 2), values[2]};
        double halves = parabola(a, middle, left) + parabola(middle, b, right);
        double difference = halves - parabola(a, b, values);
        // Where f is NaN nothing is above anything, and halving would never help.
        if (depth == 0 || !(Math.abs(difference) > 15 * tolerance)) {
            return halves + difference / 15;
        }
        return refined(f, a, middle, left, tolerance / 2, depth - 1)
                + refined(f, middle, b, right, tolerance / 2, depth - 1);
        // end solution
    }

    // begin solution: a helper: Simpson's rule for one interval of which three values are known
    private static double parabola(double a, double b, double[] values) {
        return (b - a) / 6 * (values[0] + 4 * values[1] + values[2]);
    }
    // end solution
}
