package arraysandtables.plotkit;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * The empirical distribution function: for each number the share of the data that is not above it. It is a staircase.
 *
 * <p>Source: L. Wasserman, <i>All of Statistics</i>, Springer 2004, §7.1.
 *
 * @param x (m) rising: where the stairs are, each different value once
 * @param share (m) of the values up to there; the last is 1
 */
public record Ecdf(double[] x, double[] share) {

    /** @throws IllegalArgumentException if there is not one share for each x */
    public Ecdf {
        Require.length("share", share, x.length);
    }

    /**
     * The staircase of some values.
     *
     * @param values (n) with n of 1 or more; not modified
     */
    public static Ecdf of(double[] values) {
        Stats.requireValues(values, 1);
        // begin solution: different values in order, and how many values are not above each
        double[] x = Arrays.stream(values).sorted().distinct().toArray();
        double[] share = Arrays.stream(x)
                .map(step -> (double) Arrays.stream(values)
                                .filter(value -> value <= step)
                                .count()
                        / values.length)
                .toArray();
        return new Ecdf(x, share);
        // end solution
    }

    /** The share of the data that is not above a number: 0 left of all stairs, 1 right of them. */
    public double at(double number) {
        // begin solution: the share of the last stair that is not above the number
        double found = 0;
        for (int i = 0; i < x.length && x[i] <= number; i++) {
            found = share[i];
        }
        return found;
        // end solution
    }
}
