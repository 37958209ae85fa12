package statistics.hypothesistests;

import gradus.kit.Require;

/**
 * Functions that have no formula, and on which the distributions of tests stand.
 *
 * <p>Source: M. Abramowitz and I. Stegun, <i>Handbook of Mathematical Functions</i>, 1964, 6.1.15 and 6.1.40 for the
 * gamma function, 26.5.2 and 26.5.8 for the incomplete beta function.
 */
public final class Special {
    /** From here on five terms of Stirling's series have all digits. */
    private static final double LARGE = 15;

    private Special() {}

    /**
     * The logarithm of the gamma function, which goes through the factorials: {@code Γ(n + 1) = n!}.
     *
     * <p>For large x Stirling's series {@code (x - 1/2) log x - x + log(2π)/2 + 1/(12x) - 1/(360x³) + 1/(1260x⁵) -
     * 1/(1680x⁷) + 1/(1188x⁹)}; a smaller x is raised by ones, as {@code Γ(x) = Γ(x + 1)/x}.
     *
     * @param x above 0
     */
    public static double logGamma(double x) {
        Require.positive("x", x);
        // begin solution: raise a copy of x to LARGE, multiplying what has to be divided by; then the series, less the
        // logarithm of that product
        double product = 1;
        double large = x;
        while (large < LARGE) {
            product *= large;
            large++;
        }
        double r = 1 / (large * large);
        double series = (1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r * (1 / 1680.0 - r / 1188)))) / large;
        return (large - 0.5) * Math.log(large) - large + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
        // end solution
    }

    /**
     * The regularised incomplete beta function: the probability of being at most x for the density proportional to
     * {@code t^(a - 1) (1 - t)^(b - 1)} between 0 and 1.
     *
     * <p>{@code Iₓ(a, b) = xᵃ (1 - x)ᵇ / (a B(a, b)) · fraction}, with {@code B(a, b) = Γ(a) Γ(b) / Γ(a + b)}. The
     * fraction is quick for x below {@code (a + 1)/(a + b + 2)}; above it {@code Iₓ(a, b) = 1 - I₁₋ₓ(b, a)}.
     *
     * @param x in [0, 1]
     * @param a above 0
     * @param b above 0
     */
    public static double incompleteBeta(double x, double a, double b) {
        Require.that(x >= 0 && x <= 1, "x must be in [0, 1], but was %s", x);
        Require.positive("a", a);
        Require.positive("b", b);
        // begin solution: the mirror image for large x; else the factor before, by logarithms, times the
        // fraction; log 0 is minus infinity, and exp of that is 0
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - incompleteBeta(1 - x, b, a);
        }
        double logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
        return Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / a * fraction(x, a, b);
        // end solution
    }

    /**
     * {@code 1/(1 + d₁/(1 + d₂/(1 + …)))}, from the inside.
     *
     * @param x in (0, (a + 1)/(a + b + 2)]
     */
    static double fraction(double x, double a, double b) {
        // begin solution: begin with 1, for k from nTerms(a, b) down to 1: 1 + d / what is there
        double denominator = 1;
        for (int k = nTerms(a, b); k >= 1; k--) {
            denominator = 1 + d(k, x, a, b) / denominator;
        }
        return 1 / denominator;
        // end solution
    }

    /** So many terms are enough for all digits, where the fraction is quick. */
    private static int nTerms(double a, double b) {
        return (int) (150 + 2 * Math.sqrt(a + b));
    }

    /**
     * The numbers in the fraction. For even {@code k = 2m} it is {@code m (b - m) x / ((a + 2m - 1)(a + 2m))}, for odd
     * {@code k = 2m + 1} it is {@code -(a + m)(a + b + m) x / ((a + 2m)(a + 2m + 1))}.
     *
     * @param k at least 1
     */
    static double d(int k, double x, double a, double b) {
        // begin solution: m is half of k, rounded down
        int m = k / 2;
        return k % 2 == 0
                ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        // end solution
    }
}
