package probability.distributionssampling;

import gradus.kit.Require;

/**
 * 1 with some probability, else 0.
 *
 * @param p probability of 1, in (0, 1)
 */
public record Bernoulli(double p) implements Distribution {
    public Bernoulli {
        Require.that(p > 0 && p < 1, "p must be in (0, 1), but was %s", p);
    }

    @Override
    public double density(double x) {
        // begin solution: p at 1, 1 - p at 0, nothing elsewhere
        return x == 1 ? p : x == 0 ? 1 - p : 0;
        // end solution
    }

    @Override
    public double cumulative(double x) {
        // begin solution: a step at 0 and one at 1
        return x < 0 ? 0 : x < 1 ? 1 - p : 1;
        // end solution
    }

    @Override
    public double quantile(double q) {
        Sampling.requireProbability(q);
        // begin solution: 0 as long as that is enough
        return q <= 1 - p ? 0 : 1;
        // end solution
    }

    @Override
    public double[] sample(double[] uniforms) {
        return Sampling.sample(uniforms, this::quantile);
    }
}
