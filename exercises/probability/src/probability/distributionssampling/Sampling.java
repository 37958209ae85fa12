package probability.distributionssampling;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws, and whether they fit.
 *
 * <p>Source: D. E. Knuth, <i>The Art of Computer Programming</i>, vol. 2, 3rd ed., Addison-Wesley 1997, §3.3.1.
 */
public final class Sampling {
    private Sampling() {}

    /**
     * Draws by inverse transform: the quantile of each uniform number.
     *
     * @param uniforms (n) in (0, 1); not changed
     * @param quantile of the distribution to draw from
     * @return (n)
     */
    public static double[] sample(double[] uniforms, DoubleUnaryOperator quantile) {
        // begin solution: call quantile for each, into a new array
        double[] draws = new double[uniforms.length];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = quantile.applyAsDouble(uniforms[i]);
        }
        return draws;
        // end solution
    }

    /**
     * The distance of Kolmogorov and Smirnov: how far apart the share of draws up to x and the probability of it are,
     * at most. The share jumps at each draw, so both sides of the jump count.
     *
     * @param probabilities (n) {@code cumulative(x)} of each draw, in any order; not changed
     * @return in [1/(2n), 1]
     */
    public static double ksDistance(double[] probabilities) {
        Require.that(probabilities.length > 0, "probabilities must have at least 1 entry, but is empty");
        // begin solution: sort a copy; before entry i the share is i/n, behind it (i + 1)/n
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.max(sorted[i] - i / n, (i + 1) / n - sorted[i]));
        }
        return largest;
        // end solution
    }

    /**
     * Pearson's statistic: the sum of {@code (observed - expected)² / expected}. If the draws fit, it is about as large
     * as the number of cells minus 1.
     *
     * @param observed (K) how many draws fell into each cell
     * @param expected (K) how many should have, in the mean, above 0
     */
    public static double chiSquare(int[] observed, double[] expected) {
        Require.length("expected", expected, observed.length);
        for (double count : expected) {
            Require.positive("expected", count);
        }
        // begin solution: squared differences by what was expected
        double sum = 0;
        for (int k = 0; k < observed.length; k++) {
            sum += (observed[k] - expected[k]) * (observed[k] - expected[k]) / expected[k];
        }
        return sum;
        // end solution
    }

    static void requireProbability(double p) {
        Require.that(p > 0 && p < 1, "p must be in (0, 1), but was %s", p);
    }
}
