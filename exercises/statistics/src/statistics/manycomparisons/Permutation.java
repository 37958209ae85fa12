package statistics.manycomparisons;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.Iterator;
import probability.counting.Arrangements;

/**
 * Tests without a distribution: if it made no difference who is in which sample, every way to deal the numbers out
 * would have been as likely as the one that came.
 *
 * <p>Source: R. A. Fisher, <i>The Design of Experiments</i>, Oliver and Boyd 1935, §21, for pairs; E. J. G. Pitman,
 * <i>Significance Tests which May be Applied to Samples from any Populations</i>, Supplement to the Journal of the
 * Royal Statistical Society 4, 1937, for two samples; B. Phipson and G. K. Smyth, <i>Permutation P-values Should Never
 * Be Zero</i>, 2010, for draws.
 */
public final class Permutation {
    /** So many ways are gone through at most. */
    private static final long MOST = 1 << 20;

    private Permutation() {}

    /**
     * The mean of some numbers, less that of the others.
     *
     * @param all (N) at least two
     * @param first (n) the indices of those of the first sample, all different, at least one and not all
     */
    public static double difference(double[] all, int[] first) {
        requireFirst(first, all.length);
        // begin solution: sum of the first ones and of all; what is left are the others
        double sumOfFirst = 0;
        for (int i : first) {
            sumOfFirst += all[i];
        }
        double sumOfOthers = Arrays.stream(all).sum() - sumOfFirst;
        return sumOfFirst / first.length - sumOfOthers / (all.length - first.length);
        // end solution
    }

    /**
     * The p-value of a difference of means, on both sides: the share of all ways to choose the first sample that make a
     * difference as far from 0 as the one at hand.
     *
     * @param x (n) at least one
     * @param y (m) at least one; there are at most 2²⁰ ways to choose n of n + m
     */
    public static double exact(double[] x, double[] y) {
        double[] all = together(x, y);
        Require.that(
                all.length <= 60 && Arrangements.binomial(all.length, x.length) <= MOST,
                "x and y must have at most %d ways to be dealt out, but have %d and %d entries",
                MOST,
                x.length,
                y.length);
        // begin solution: Arrangements.combinations(n + m, n) goes through all; count with isAsFar
        double observed = difference(all, firstOnes(x.length));
        Iterator<int[]> choices = Arrangements.combinations(all.length, x.length);
        int nWays = 0;
        int nFar = 0;
        while (choices.hasNext()) {
            nWays++;
            nFar += isAsFar(difference(all, choices.next()), observed) ? 1 : 0;
        }
        return (double) nFar / nWays;
        // end solution
    }

    /**
     * The p-value of a difference of means, on both sides, from some ways that were drawn: {@code (1 + nFar) / (1 +
     * nDraws)}. The way that came is one of those that could come, so it is counted, too, and p is never 0.
     *
     * @param x (n) at least one
     * @param y (m) at least one
     * @param firsts (nDraws, n) for each draw the indices of the first sample in x and y together, x first; at least
     *     one
     */
    public static double sampled(double[] x, double[] y, int[][] firsts) {
        double[] all = together(x, y);
        Require.that(firsts.length > 0, "firsts must have at least 1 row, but is empty");
        for (int[] first : firsts) {
            Require.that(
                    first.length == x.length, "firsts must have %d in each row, but had %d", x.length, first.length);
            requireFirst(first, all.length);
        }
        // begin solution: count with isAsFar
        double observed = difference(all, firstOnes(x.length));
        int nFar = 0;
        for (int[] first : firsts) {
            nFar += isAsFar(difference(all, first), observed) ? 1 : 0;
        }
        return (1.0 + nFar) / (1 + firsts.length);
        // end solution
    }

    /**
     * The p-value of pairs, on both sides: if it made no difference, each difference could as well have had the other
     * sign. The share of all 2ⁿ signs whose sum is as far from 0 as the one at hand.
     *
     * @param differences (n) of pairs, at least one and at most 20
     */
    public static double signs(double[] differences) {
        int n = differences.length;
        Require.between("differences.length", n, 1, 20);
        Require.finite("differences", new double[][] {differences});
        // begin solution: numbers from 0 to 2ⁿ - 1; bit i says whether difference i is turned; count with isAsFar
        double observed = Arrays.stream(differences).sum();
        int nFar = 0;
        for (int bits = 0; bits < 1 << n; bits++) {
            double sum = observed;
            for (int i = 0; i < n; i++) {
                sum -= (bits >> i & 1) * 2 * differences[i];
            }
            nFar += isAsFar(sum, observed) ? 1 : 0;
        }
        return nFar / Math.pow(2, n);
        // end solution
    }

    /** Whether a value is as far from 0 as the observed one; a billionth less is rounding. */
    static boolean isAsFar(double value, double observed) {
        return Math.abs(value) >= Math.abs(observed) * (1 - 1e-9);
    }

    /** 0, 1, …, n - 1: where x stands in x and y together. */
    static int[] firstOnes(int n) {
        int[] indices = new int[n];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    private static double[] together(double[] x, double[] y) {
        Require.that(x.length > 0, "x must have at least 1 entry, but is empty");
        Require.that(y.length > 0, "y must have at least 1 entry, but is empty");
        double[] all = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, all, x.length, y.length);
        Require.finite("x and y", new double[][] {all});
        return all;
    }

    private static void requireFirst(int[] first, int n) {
        Require.that(
                first.length >= 1 && first.length < n,
                "first must have at least 1 entry and less than %d, but has %d",
                n,
                first.length);
        for (int i : first) {
            Require.between("first", i, 0, n - 1);
        }
    }
}
