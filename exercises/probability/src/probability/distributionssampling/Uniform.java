package probability.distributionssampling;

import gradus.kit.Require;

/**
 * All numbers between two ends are equally likely.
 *
 * @param from the lower end
 * @param to the upper end, above the lower one
 */
public record Uniform(double from, double to) implements Distribution {
    public Uniform {
        Require.that(from < to, "to must be > from, but from was %s and to was %s", from, to);
    }

    @Override
    public double density(double x) {
        // begin solution: one by the length between the ends, both included, and 0 outside
        return x >= from && x <= to ? 1 / (to - from) : 0;
        // end solution
    }

    @Override
    public double cumulative(double x) {
        // begin solution: the share of the length that is below x, between 0 and 1
        return Math.min(1, Math.max(0, (x - from) / (to - from)));
        // end solution
    }

    @Override
    public double quantile(double p) {
        Sampling.requireProbability(p);
        // begin solution: so far between the ends
        return from + p * (to - from);
        // end solution
    }

    @Override
    public double[] sample(double[] uniforms) {
        return Sampling.sample(uniforms, this::quantile);
    }
}
