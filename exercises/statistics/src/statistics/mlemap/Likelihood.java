package statistics.mlemap;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * Logarithms of the likelihood: of the probability, or density, that a parameter gives to all data together.
 *
 * <p>Data are independent, so their probabilities are multiplied and the logarithms added. A product of a thousand
 * probabilities is 0 in doubles, its logarithm is not.
 *
 * <p>Source: L. Wasserman, <i>All of Statistics</i>, Springer 2004, §9.3.
 */
public final class Likelihood {
    private Likelihood() {}

    /**
     * Of events that happen with probability p: {@code k log p + (n - k) log(1 - p)} if k of n happened. What happened
     * never counts nothing, {@code 0 · log 0 = 0}.
     *
     * @param x (n) 1 where it happened, 0 where not; at least one
     * @param p in [0, 1]
     * @return at most 0; minus infinity if p makes the data impossible
     */
    public static double bernoulli(double[] x, double p) {
        requireData(x, "0 or 1", v -> v == 0 || v == 1);
        Require.that(p >= 0 && p <= 1, "p must be in [0, 1], but was %s", p);
        // begin solution: count the ones; scaled(count, logarithm) for each of the two
        double ones = Arrays.stream(x).sum();
        return scaled(ones, Math.log(p)) + scaled(x.length - ones, Math.log1p(-p));
        // end solution
    }

    /**
     * Of counts: the sum of {@code xᵢ log mean - mean - log xᵢ!}.
     *
     * @param x (n) whole numbers from 0 on, at least one
     * @param mean at least 0
     * @return minus infinity if the mean is 0 and a count is not
     */
    public static double poisson(double[] x, double mean) {
        requireData(x, "whole and >= 0", Likelihood::isCount);
        Require.that(mean >= 0, "mean must be >= 0, but was %s", mean);
        // begin solution: the logarithm of a factorial is the sum of the logarithms from 2 on
        double sum = scaled(Arrays.stream(x).sum(), Math.log(mean)) - x.length * mean;
        for (double count : x) {
            for (int j = 2; j <= count; j++) {
                sum -= Math.log(j);
            }
        }
        return sum;
        // end solution
    }

    /**
     * Of times until something happens: the sum of {@code log rate - rate · xᵢ}.
     *
     * @param x (n) at least 0, in units of time; at least one
     * @param rate how often in a unit of time, above 0
     */
    public static double exponential(double[] x, double rate) {
        requireData(x, ">= 0", v -> v >= 0);
        Require.positive("rate", rate);
        // begin solution: add up
        return x.length * Math.log(rate) - rate * Arrays.stream(x).sum();
        // end solution
    }

    /**
     * Of normal numbers: the sum of {@code -log deviation - log(2π)/2 - zᵢ²/2} with {@code zᵢ = (xᵢ - mean)/deviation}.
     *
     * @param x (n) at least one
     * @param mean in the unit of x
     * @param deviation standard deviation, above 0, in the unit of x
     */
    public static double normal(double[] x, double mean, double deviation) {
        requireData(x, "finite", Double::isFinite);
        Require.positive("deviation", deviation);
        // begin solution: add up the squares of z, then the constants n times
        double squares = 0;
        for (double value : x) {
            double z = (value - mean) / deviation;
            squares += z * z;
        }
        return -squares / 2 - x.length * (Math.log(deviation) + Math.log(2 * Math.PI) / 2);
        // end solution
    }

    /** {@code count · logarithm}; 0 if count is 0, even if the logarithm is minus infinity. */
    static double scaled(double count, double logarithm) {
        // begin solution: in doubles 0 · -∞ is NaN
        return count == 0 ? 0 : count * logarithm;
        // end solution
    }

    static boolean isCount(double value) {
        return value >= 0 && value == Math.rint(value);
    }

    static void requireData(double[] x, String rule, DoublePredicate holds) {
        Require.that(x.length > 0, "x must have at least 1 entry, but is empty");
        for (double value : x) {
            Require.that(Double.isFinite(value) && holds.test(value), "x must be %s, but had %s", rule, value);
        }
    }
}
