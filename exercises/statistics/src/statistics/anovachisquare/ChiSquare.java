package statistics.anovachisquare;

import gradus.kit.Require;
import statistics.hypothesistests.Special;

/**
 * The chi-square distribution: of a sum of squares of standard normal numbers.
 *
 * @param degrees how many of them are free, above 0
 */
public record ChiSquare(double degrees) {
    public ChiSquare {
        Require.positive("degrees", degrees);
    }

    /**
     * {@code x^(ν/2 - 1) exp(-x/2) / (2^(ν/2) Γ(ν/2))} with ν degrees of freedom.
     *
     * @param x above 0
     */
    public double density(double x) {
        Require.positive("x", x);
        // begin solution: by logarithms
        double half = degrees / 2;
        return Math.exp((half - 1) * Math.log(x) - x / 2 - half * Math.log(2) - Special.logGamma(half));
        // end solution
    }

    /**
     * The probability of at least x.
     *
     * @param x at least 0
     */
    public double upper(double x) {
        // begin solution: the incomplete gamma function, above x/2, with half the degrees
        return IncompleteGamma.upper(degrees / 2, x / 2);
        // end solution
    }
}
