package probability.distributionssampling;

import gradus.kit.Require;

/**
 * How often something rare happens that has many chances: {@code P(k) = mᵏ exp(-m) / k!} with mean m.
 *
 * @param mean above 0
 */
public record Poisson(double mean) implements Distribution {
    public Poisson {
        Require.positive("mean", mean);
    }

    /** The logarithm of P(0). */
    double logFirst() {
        // begin solution: of exp(-mean)
        return -mean;
        // end solution
    }

    /**
     * The logarithm of P(k) / P(k - 1).
     *
     * @param k at least 1
     */
    double logRatio(int k) {
        // begin solution: one factor more above, and one below
        return Math.log(mean / k);
        // end solution
    }

    @Override
    public double density(double x) {
        return Discrete.density(x, logFirst(), this::logRatio);
    }

    @Override
    public double cumulative(double x) {
        return Discrete.cumulative(x, logFirst(), this::logRatio);
    }

    @Override
    public double quantile(double p) {
        Sampling.requireProbability(p);
        return Discrete.quantile(p, logFirst(), this::logRatio);
    }

    @Override
    public double[] sample(double[] uniforms) {
        return Sampling.sample(uniforms, this::quantile);
    }
}
