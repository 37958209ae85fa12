package statistics.mlemap;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * A belief about a probability p: the density is proportional to {@code p^(a - 1) (1 - p)^(b - 1)}, as after a - 1
 * events that happened and b - 1 that did not. {@code Beta(1, 1)} is flat.
 *
 * @param a above 0
 * @param b above 0
 */
public record Beta(double a, double b) implements Belief {
    public Beta {
        Require.positive("a", a);
        Require.positive("b", b);
    }

    /**
     * The belief after more events.
     *
     * @param x (n) 1 where it happened, 0 where not; at least one
     */
    public Beta after(double[] x) {
        Likelihood.requireData(x, "0 or 1", v -> v == 0 || v == 1);
        // begin solution: a counts what happened, b what did not
        double ones = Arrays.stream(x).sum();
        return new Beta(a + ones, b + x.length - ones);
        // end solution
    }

    /** {@code a / (a + b)} */
    @Override
    public double mean() {
        // begin solution: as above
        return a / (a + b);
        // end solution
    }

    /** {@code (a - 1) / (a + b - 2)}, where a and b are at least 1 and not both 1. */
    @Override
    public double mode() {
        Require.that(a >= 1 && b >= 1 && a + b > 2, "a and b must be >= 1 and not both 1, but were %s and %s", a, b);
        // begin solution: as above
        return (a - 1) / (a + b - 2);
        // end solution
    }

    /** The root of {@code mean (1 - mean) / (a + b + 1)}. */
    @Override
    public double deviation() {
        // begin solution: as above
        return Math.sqrt(mean() * (1 - mean()) / (a + b + 1));
        // end solution
    }

    /**
     * {@code (a - 1) log p + (b - 1) log(1 - p)}, where again 0 · log 0 = 0.
     *
     * @param p in [0, 1]
     */
    @Override
    public double logDensity(double p) {
        Require.that(p >= 0 && p <= 1, "p must be in [0, 1], but was %s", p);
        // begin solution: as above, with Likelihood.scaled
        return Likelihood.scaled(a - 1, Math.log(p)) + Likelihood.scaled(b - 1, Math.log1p(-p));
        // end solution
    }
}
