package calculus.numericalintegration;

import gradus.kit.Require;
import java.util.function.DoubleUnaryOperator;

/**
 * A rule for integrals from -1 to 1: values at its nodes, times its weights, added up.
 *
 * <p>Source: W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §4.6.
 *
 * @param nodes (n) rising, between -1 and 1
 * @param weights (n) their sum is 2
 */
public record Rule(double[] nodes, double[] weights) {
    /** Newton's method doubles its digits in each step; from the first guess five are enough. */
    private static final int NEWTON_STEPS = 6;

    /** @throws IllegalArgumentException if there is not one weight for each node */
    public Rule {
        Require.length("weights", weights, nodes.length);
    }

    /**
     * The rule of Gauss, which is exact for polynomials of degree up to 2n - 1. Its nodes are the zeros of the Legendre
     * polynomial Pₙ, its weights {@code 2 / ((1 - x²) Pₙ'(x)²)}.
     *
     * @param n number of nodes, at least 1
     */
    public static Rule gauss(int n) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        // begin solution: for each node a guess, some steps of Newton with legendre(n, x), and the weight
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = guess(n, i);
            double slope = 0;
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double[] p = legendre(n, x);
                slope = slope(n, x, p);
                x -= p[1] / slope;
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
        return new Rule(nodes, weights);
        // end solution
    }

    /** About where zero i of Pₙ is, in rising order. */
    private static double guess(int n, int i) {
        return -Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
    }

    /**
     * Two Legendre polynomials at x, by {@code k·Pₖ = (2k - 1)·x·Pₖ₋₁ - (k - 1)·Pₖ₋₂} from P₀ = 1 and P₁ = x on.
     *
     * @param n at least 1
     * @return Pₙ₋₁ and Pₙ
     */
    static double[] legendre(int n, double x) {
        // begin solution: start with P₀ and P₁, and go up
        double before = 1;
        double p = x;
        for (int k = 2; k <= n; k++) {
            double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
            before = p;
            p = next;
        }
        return new double[] {before, p};
        // end solution
    }

    /** The derivative of Pₙ at x, which is not 1 or -1. */
    private static double slope(int n, double x, double[] p) {
        return n * (p[0] - x * p[1]) / (1 - x * x);
    }

    /** The integral of f from a to b by this rule: stretched from [-1, 1] to [a, b]. */
    public double integrate(DoubleUnaryOperator f, double a, double b) {
        // begin solution: node x stands at the middle plus x times half the length; what does that do to the weights?
        double middle = (a + b) / 2;
        double half = (b - a) / 2;
        double sum = 0;
        for (int i = 0; i < nodes.length; i++) {
            sum += weights[i] * f.applyAsDouble(middle + half * nodes[i]);
        }
        return half * sum;
        // end solution
    }
}
