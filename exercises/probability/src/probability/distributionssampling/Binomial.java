package probability.distributionssampling;

import gradus.kit.Require;

/**
 * How many of n independent trials succeed: {@code P(k) = C(n, k) pᵏ (1 - p)ⁿ⁻ᵏ}.
 *
 * @param n number of trials, at least 1
 * @param p probability of success, in (0, 1)
 */
public record Binomial(int n, double p) implements Distribution {
    public Binomial {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        Require.that(p > 0 && p < 1, "p must be in (0, 1), but was %s", p);
    }

    /** The logarithm of P(0). */
    double logFirst() {
        // begin solution: n failures; log1p(-p) is log(1 - p)
        return n * Math.log1p(-p);
        // end solution
    }

    /**
     * The logarithm of P(k) / P(k - 1), minus infinity above n.
     *
     * @param k at least 1
     */
    double logRatio(int k) {
        // begin solution: (n - k + 1)/k more ways, one success more, one failure less
        return k > n ? Double.NEGATIVE_INFINITY : Math.log((n - k + 1.0) / k) + Math.log(p) - Math.log1p(-p);
        // end solution
    }

    @Override
    public double density(double x) {
        return Discrete.density(x, logFirst(), this::logRatio);
    }

    @Override
    public double cumulative(double x) {
        return Discrete.cumulative(Math.min(x, n), logFirst(), this::logRatio);
    }

    @Override
    public double quantile(double q) {
        Sampling.requireProbability(q);
        return Math.min(n, Discrete.quantile(q, logFirst(), this::logRatio));
    }

    @Override
    public double[] sample(double[] uniforms) {
        return Sampling.sample(uniforms, this::quantile);
    }
}
