package statistics.anovachisquare;

import gradus.kit.Require;
import statistics.hypothesistests.Special;

/**
 * Fisher's F distribution: of the quotient of two estimates of one variance.
 *
 * @param above degrees of freedom of the estimate above the line, above 0
 * @param below degrees of freedom of the one below it, above 0
 */
public record FDistribution(double above, double below) {
    public FDistribution {
        Require.positive("above", above);
        Require.positive("below", below);
    }

    /**
     * {@code r^(m/2) (1 + r)^(-(m + n)/2) / (f B(m/2, n/2))} with m and n degrees, {@code r = m f / n} and {@code B(a,
     * b) = Γ(a) Γ(b) / Γ(a + b)}.
     *
     * @param f above 0
     */
    public double density(double f) {
        Require.positive("f", f);
        // begin solution: by logarithms
        double a = above / 2;
        double b = below / 2;
        double r = above * f / below;
        double logBeta = Special.logGamma(a) + Special.logGamma(b) - Special.logGamma(a + b);
        return Math.exp(a * Math.log(r) - (a + b) * Math.log1p(r) - logBeta) / f;
        // end solution
    }

    /**
     * The probability of at least f: {@code Iₓ(n/2, m/2)} at {@code x = n/(n + m f)}.
     *
     * @param f at least 0
     */
    public double upper(double f) {
        Require.that(f >= 0, "f must be >= 0, but was %s", f);
        // begin solution: Special.incompleteBeta
        return Special.incompleteBeta(below / (below + above * f), below / 2, above / 2);
        // end solution
    }
}
