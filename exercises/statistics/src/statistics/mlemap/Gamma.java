package statistics.mlemap;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * A belief about a number above 0, the mean of counts or the rate of waiting times: the density is proportional to
 * {@code t^(shape - 1) exp(-rate · t)}. {@code Gamma(1, 0)} is flat.
 *
 * @param shape above 0
 * @param rate at least 0, in the inverse unit of the parameter; at 0 the density has no finite area, mean and deviation
 *     are infinite, and only what comes after data is a distribution
 */
public record Gamma(double shape, double rate) implements Belief {
    public Gamma {
        Require.positive("shape", shape);
        Require.that(rate >= 0, "rate must be >= 0, but was %s", rate);
    }

    /**
     * The belief about the mean of counts, after more of them.
     *
     * @param x (n) whole numbers from 0 on, at least one
     */
    public Gamma afterCounts(double[] x) {
        Likelihood.requireData(x, "whole and >= 0", Likelihood::isCount);
        // begin solution: multiply the density by the likelihood mean^(Σ xᵢ) exp(-n mean)
        return new Gamma(shape + Arrays.stream(x).sum(), rate + x.length);
        // end solution
    }

    /**
     * The belief about the rate of waiting times, after more of them.
     *
     * @param x (n) at least 0, in units of time; at least one
     */
    public Gamma afterTimes(double[] x) {
        Likelihood.requireData(x, ">= 0", v -> v >= 0);
        // begin solution: multiply the density by the likelihood rateⁿ exp(-rate Σ xᵢ)
        return new Gamma(shape + x.length, rate + Arrays.stream(x).sum());
        // end solution
    }

    /** {@code shape / rate} */
    @Override
    public double mean() {
        // begin solution: as above
        return shape / rate;
        // end solution
    }

    /** {@code (shape - 1) / rate}, where the shape is at least 1 and the rate above 0. */
    @Override
    public double mode() {
        Require.that(shape >= 1, "shape must be >= 1, but was %s", shape);
        Require.positive("rate", rate);
        // begin solution: as above
        return (shape - 1) / rate;
        // end solution
    }

    /** {@code √shape / rate} */
    @Override
    public double deviation() {
        // begin solution: as above
        return Math.sqrt(shape) / rate;
        // end solution
    }

    /**
     * {@code (shape - 1) log t - rate · t}, where again 0 · log 0 = 0.
     *
     * @param t at least 0
     */
    @Override
    public double logDensity(double t) {
        Require.that(t >= 0, "t must be >= 0, but was %s", t);
        // begin solution: as above, with Likelihood.scaled
        return Likelihood.scaled(shape - 1, Math.log(t)) - rate * t;
        // end solution
    }
}
