package probability.moments;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * What depends on the order of numbers: one number that is far away changes little.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, <i>Sample Quantiles in Statistical Packages</i>, The American Statistician 50,
 * 1996, type 7.
 */
public final class Order {
    private Order() {}

    /**
     * The number below which a share p lies: the sorted numbers stand at 0, 1/(n - 1), …, 1, with straight lines
     * between.
     *
     * @param x at least one number; not changed
     * @param p in [0, 1]
     */
    public static double quantile(double[] x, double p) {
        Moments.requireNumbers(x, 1);
        Require.that(p >= 0 && p <= 1, "p must be in [0, 1], but was %s", p);
        // begin solution: sort a copy; the place (n - 1) p lies between two entries
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * p;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        // end solution
    }

    /** The one in the middle, or the mean of the two there. */
    public static double median(double[] x) {
        Moments.requireNumbers(x, 1);
        // begin solution: a quantile
        return quantile(x, 0.5);
        // end solution
    }

    /** The number that comes most often; of several the smallest. */
    public static double mode(double[] x) {
        Moments.requireNumbers(x, 1);
        // begin solution: in a sorted copy equal ones stand together: the longest run, the first of them
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double mode = sorted[0];
        int longest = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (run > longest) {
                longest = run;
                mode = sorted[i];
            }
        }
        return mode;
        // end solution
    }

    /**
     * The place of each number among all, from 1; equal ones share the mean of their places.
     *
     * @return (n) in the order of x
     */
    public static double[] ranks(double[] x) {
        Moments.requireNumbers(x, 1);
        // begin solution: for each: how many are smaller, and half of those that are equal, itself included, plus one
        // half
        double[] ranks = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (double other : x) {
                ranks[i] += other < x[i] ? 1 : other == x[i] ? 0.5 : 0;
            }
            ranks[i] += 0.5;
        }
        return ranks;
        // end solution
    }
}
