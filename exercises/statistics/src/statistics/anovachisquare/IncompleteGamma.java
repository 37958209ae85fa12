package statistics.anovachisquare;

import gradus.kit.Require;
import statistics.hypothesistests.Special;

/**
 * The area of the density proportional to {@code t^(a - 1) exp(-t)}, below x and above it.
 *
 * <p>Source: M. Abramowitz and I. Stegun, <i>Handbook of Mathematical Functions</i>, 1964, 6.5.29 and 6.5.31.
 */
public final class IncompleteGamma {
    private IncompleteGamma() {}

    /**
     * The area above x, from whichever of the two is quick there, and exact: for x below a + 1 the series, else the
     * fraction.
     *
     * @param a above 0
     * @param x at least 0
     * @return in [0, 1]
     */
    public static double upper(double a, double x) {
        Require.positive("a", a);
        Require.that(x >= 0 && x < Double.POSITIVE_INFINITY, "x must be finite and >= 0, but was %s", x);
        // begin solution: the series gives what is below
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
        // end solution
    }

    /**
     * The area below x: {@code xᵃ exp(-x) / Γ(a + 1) · (1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …)}.
     *
     * @param x in [0, a + 1)
     */
    static double series(double a, double x) {
        // begin solution: each term is the one before times x / (a + k); add until nothing changes; the factor before
        // by logarithms
        double term = 1;
        double sum = 1;
        double before = 0;
        for (int k = 1; sum != before; k++) {
            before = sum;
            term *= x / (a + k);
            sum += term;
        }
        return sum * Math.exp(a * Math.log(x) - x - Special.logGamma(a + 1));
        // end solution
    }

    /**
     * The area above x: {@code xᵃ exp(-x) / Γ(a) / (c₁ - n₁/(c₂ - n₂/(c₃ - …)))} with {@code cₖ = x + 2k - 1 - a} and
     * {@code nₖ = k (k - a)}.
     *
     * @param x at least a + 1
     */
    static double fraction(double a, double x) {
        // begin solution: from the inside: begin with c of nTerms(a) + 1, then c - n / what is there down to k = 1
        int n = nTerms(a);
        double denominator = x + 2 * n + 1 - a;
        for (int k = n; k >= 1; k--) {
            denominator = x + 2 * k - 1 - a - k * (k - a) / denominator;
        }
        return Math.exp(a * Math.log(x) - x - Special.logGamma(a)) / denominator;
        // end solution
    }

    /** So many terms are enough for all digits, where x is at least a + 1. */
    private static int nTerms(double a) {
        return (int) (100 + 4 * Math.sqrt(a));
    }
}
