package probability.distributionssampling;

import gradus.kit.Require;

/**
 * The time until something happens that happens at a constant rate.
 *
 * @param rate how often in a unit of time, above 0
 */
public record Exponential(double rate) implements Distribution {
    public Exponential {
        Require.positive("rate", rate);
    }

    @Override
    public double density(double x) {
        // begin solution: rate · exp(-rate · x), and 0 below 0
        return x < 0 ? 0 : rate * Math.exp(-rate * x);
        // end solution
    }

    /** {@code 1 - exp(-rate · x)}, by {@code Math.expm1}, which keeps the digits of small ones. */
    @Override
    public double cumulative(double x) {
        // begin solution: expm1(t) is exp(t) - 1; 0 below 0
        return x < 0 ? 0 : -Math.expm1(-rate * x);
        // end solution
    }

    @Override
    public double quantile(double p) {
        Sampling.requireProbability(p);
        // begin solution: solve for x; log1p(t) is log(1 + t)
        return -Math.log1p(-p) / rate;
        // end solution
    }

    @Override
    public double[] sample(double[] uniforms) {
        return Sampling.sample(uniforms, this::quantile);
    }
}
