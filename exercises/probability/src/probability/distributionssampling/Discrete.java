package probability.distributionssampling;

import java.util.function.IntToDoubleFunction;

/**
 * Distributions on 0, 1, 2, …, walked through from 0.
 *
 * <p>P(0) of a thousand trials may be 1e-400, which is 0 in doubles, though the P(k) in the middle are not small. So
 * the walk adds logarithms of ratios, and only {@code exp} of their sum is a probability.
 *
 * <p>Source: C. Loader, <i>Fast and Accurate Computation of Binomial Probabilities</i>, 2000, on what goes wrong
 * otherwise.
 */
final class Discrete {
    /** The last terms do not change a sum any more; what is missing to 1 is rounding. */
    private static final double NOTHING = 1e-17;

    private Discrete() {}

    /**
     * P(x), if x is one of 0, 1, 2, …; else 0.
     *
     * @param logFirst log P(0)
     * @param logRatio from k to log(P(k) / P(k - 1))
     */
    static double density(double x, double logFirst, IntToDoubleFunction logRatio) {
        if (x < 0 || x != Math.rint(x) || x > Integer.MAX_VALUE) {
            return 0;
        }
        // begin solution: log P(0) and the logarithms of all ratios up to x; then exp
        double log = logFirst;
        for (int k = 1; k <= x; k++) {
            log += logRatio.applyAsDouble(k);
        }
        return Math.exp(log);
        // end solution
    }

    /** P(0) + … + P(k), for the largest k that is at most x. */
    static double cumulative(double x, double logFirst, IntToDoubleFunction logRatio) {
        if (x < 0) {
            return 0;
        }
        // begin solution: walk up to x and add P(k); rounding may not lead above 1
        double log = logFirst;
        double sum = Math.exp(log);
        for (int k = 1; k <= x && isRising(log, logRatio, k, sum); k++) {
            log += logRatio.applyAsDouble(k);
            sum += Math.exp(log);
        }
        return Math.min(1, sum);
        // end solution
    }

    /** The first k with P(0) + … + P(k) at least p. */
    static double quantile(double p, double logFirst, IntToDoubleFunction logRatio) {
        // begin solution: walk on as long as the sum is below p, and P(k) still changes it
        double log = logFirst;
        double sum = Math.exp(log);
        int k = 0;
        while (sum < p && isRising(log, logRatio, k + 1, sum)) {
            k++;
            log += logRatio.applyAsDouble(k);
            sum += Math.exp(log);
        }
        return k;
        // end solution
    }

    /**
     * Whether P(k) or a later one may still change the sum: probabilities rise to the left of the middle, and fall
     * behind.
     */
    private static boolean isRising(double log, IntToDoubleFunction logRatio, int k, double sum) {
        double ratio = logRatio.applyAsDouble(k);
        return ratio > 0 || Math.exp(log + ratio) > NOTHING * sum;
    }
}
