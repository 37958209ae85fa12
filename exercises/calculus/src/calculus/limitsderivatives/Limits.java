package calculus.limitsderivatives;

import gradus.kit.Require;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Limits, continuity and zeros of functions that can only be called.
 *
 * <p>Source: L. F. Richardson, <i>The Deferred Approach to the Limit</i>, Philosophical Transactions of the Royal
 * Society A 226 (1927); W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §5.7 and §9.1.
 */
public final class Limits {
    /** The first distance from the point, and how many there are. Each is half of the one before it. */
    private static final double FIRST_DISTANCE = 1.0 / 8;

    private static final int DISTANCES = 9;

    /** What counts as agreement, relative to numbers above 1. */
    private static final double TOLERANCE = 1e-6;

    private Limits() {}

    /**
     * What values seem to lead to.
     *
     * @param value the best guess
     * @param error its distance from the guess that the last value was not needed for
     */
    public record Estimate(double value, double error) {}

    /**
     * Extrapolates to h = 0 what was measured at h, h/2, h/4, … If the measured quantity is a polynomial in h of a
     * degree below the number of values, the result is exact but for round-off.
     *
     * @param values (n) with n of 2 or more; not modified
     * @throws IllegalArgumentException if there are fewer than 2 values
     */
    public static Estimate extrapolate(double[] values) {
        Require.that(values.length >= 2, "values must have 2 entries or more, but has %d", values.length);
        // begin solution: in round j, move each value away from its left neighbour by their difference / (2^j - 1)
        int n = values.length;
        double[] row = values.clone();
        for (int j = 1; j < n; j++) {
            for (int k = n - 1; k >= j; k--) {
                row[k] += (row[k] - row[k - 1]) / ((1 << j) - 1);
            }
        }
        return new Estimate(row[n - 1], Math.abs(row[n - 1] - row[n - 2]));
        // end solution
    }

    /**
     * The limit of f at a: extrapolated from the right and from the left, at distances 1/8, 1/16, … It is there if both
     * estimates have settled, that is if their errors are small, and if they agree. f is never called at a itself.
     */
    public static OptionalDouble limit(DoubleUnaryOperator f, double a) {
        // begin solution: extrapolate from both sides, and compare
        Estimate right = side(f, a, FIRST_DISTANCE);
        Estimate left = side(f, a, -FIRST_DISTANCE);
        boolean exists = isSmall(right.error(), right.value())
                && isSmall(left.error(), left.value())
                && isSmall(right.value() - left.value(), right.value());
        return exists ? OptionalDouble.of((left.value() + right.value()) / 2) : OptionalDouble.empty();
        // end solution
    }

    // begin solution: a helper for one side of a
    private static Estimate side(DoubleUnaryOperator f, double a, double distance) {
        double[] values = new double[DISTANCES];
        for (int k = 0; k < values.length; k++) {
            values[k] = f.applyAsDouble(a + distance / (1 << k));
        }
        return extrapolate(values);
    }
    // end solution

    /** Whether a difference is small beside numbers of a size. NaN is not. */
    private static boolean isSmall(double difference, double size) {
        return Math.abs(difference) <= TOLERANCE * Math.max(1, Math.abs(size));
    }

    /** Whether f has a limit at a, and that is also its value there. */
    public static boolean isContinuousAt(DoubleUnaryOperator f, double a) {
        // begin solution: compare the limit with the value
        OptionalDouble limit = limit(f, a);
        double value = f.applyAsDouble(a);
        return limit.isPresent() && isSmall(value - limit.getAsDouble(), value);
        // end solution
    }

    /**
     * A zero of a continuous function between two points where its signs differ, by halving: an end of the last
     * interval that holds no third number.
     *
     * @throws IllegalArgumentException if lo is not below hi, or if f is not zero at an end, nor of opposite signs
     *     there
     */
    public static double bisect(DoubleUnaryOperator f, double lo, double hi) {
        Require.that(lo < hi, "lo must be below hi, but lo was %s and hi was %s", lo, hi);
        double atLo = f.applyAsDouble(lo);
        double atHi = f.applyAsDouble(hi);
        Require.that(
                Math.signum(atLo) * Math.signum(atHi) <= 0,
                "f must have opposite signs at lo and hi, but was %s and %s",
                atLo,
                atHi);
        // begin solution: halve, keep the half in which the sign changes, and end where the middle is no third number
        if (atLo == 0) {
            return lo;
        }
        double a = lo;
        double b = hi;
        double middle = a + (b - a) / 2;
        while (a < middle && middle < b) {
            if (Math.signum(f.applyAsDouble(middle)) == Math.signum(atLo)) {
                a = middle;
            } else {
                b = middle;
            }
            middle = a + (b - a) / 2;
        }
        return b;
        // end solution
    }
}
