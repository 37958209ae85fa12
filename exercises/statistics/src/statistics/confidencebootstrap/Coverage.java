package statistics.confidencebootstrap;

import gradus.kit.Require;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import probability.distributionssampling.Binomial;

/**
 * How often intervals hold what they are for.
 *
 * <p>Source: L. D. Brown, T. T. Cai and A. DasGupta, <i>Interval Estimation for a Binomial Proportion</i>, Statistical
 * Science 16, 2001.
 */
public final class Coverage {
    private Coverage() {}

    /**
     * The share of intervals that hold the truth, in repetitions of the whole experiment.
     *
     * @param simulator draws one sample; called once for each repetition
     * @param method makes an interval of a sample
     * @param truth what the intervals are for
     * @param repetitions at least 1
     * @return in [0, 1]
     */
    public static double simulated(
            Supplier<double[]> simulator, Function<double[], Interval> method, double truth, int repetitions) {
        Require.that(repetitions >= 1, "repetitions must be >= 1, but was %d", repetitions);
        // begin solution: a new sample, its interval, and whether that holds the truth
        int hits = 0;
        for (int i = 0; i < repetitions; i++) {
            if (method.apply(simulator.get()).holds(truth)) {
                hits++;
            }
        }
        return (double) hits / repetitions;
        // end solution
    }

    /**
     * The probability that the interval for a share holds it, without simulation: the sum of the binomial probabilities
     * of all numbers of successes whose interval does.
     *
     * @param n number of trials, at least 1
     * @param p the true share, in (0, 1)
     * @param method makes an interval of a number of successes
     */
    public static double exact(int n, double p, IntFunction<Interval> method) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        Require.that(p > 0 && p < 1, "p must be in (0, 1), but was %s", p);
        // begin solution: for 0, 1, …, n successes: Binomial.density, if the interval holds p
        Binomial binomial = new Binomial(n, p);
        double probability = 0;
        for (int k = 0; k <= n; k++) {
            if (method.apply(k).holds(p)) {
                probability += binomial.density(k);
            }
        }
        return probability;
        // end solution
    }
}
