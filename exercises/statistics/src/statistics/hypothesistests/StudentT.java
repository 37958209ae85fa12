package statistics.hypothesistests;

import gradus.kit.Require;

/**
 * Student's t distribution: of a mean of normal numbers, less the true mean, by its <i>estimated</i> standard error.
 *
 * <p>Source: M. Abramowitz and I. Stegun, <i>Handbook of Mathematical Functions</i>, 1964, 26.7.1.
 *
 * @param degrees degrees of freedom of the estimated variance, above 0, whole or not
 */
public record StudentT(double degrees) {
    public StudentT {
        Require.positive("degrees", degrees);
    }

    /** {@code Γ((ν + 1)/2) / (√(νπ) Γ(ν/2)) · (1 + t²/ν)^(-(ν + 1)/2)} with ν degrees of freedom. */
    public double density(double t) {
        // begin solution: by logarithms: gamma functions of large numbers are infinite in doubles
        double logGammas = Special.logGamma((degrees + 1) / 2) - Special.logGamma(degrees / 2);
        double logPower = -(degrees + 1) / 2 * Math.log1p(t * t / degrees);
        return Math.exp(logGammas + logPower) / Math.sqrt(degrees * Math.PI);
        // end solution
    }

    /**
     * The probability of being at least as far from 0 as t, on either side: {@code Iₓ(ν/2, 1/2)} at {@code x = ν/(ν +
     * t²)}.
     */
    public double twoSided(double t) {
        // begin solution: the incomplete beta function; no 1 minus anything, so small ones keep their digits
        return Special.incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
        // end solution
    }

    /** The probability of being at most t. */
    public double cumulative(double t) {
        // begin solution: half of the two sides is below -|t|
        double tail = twoSided(t) / 2;
        return t < 0 ? tail : 1 - tail;
        // end solution
    }
}
