package calculus.numericalintegration;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RuleTest {
    /** Zeros come with an error of a few last digits, weights of twenty nodes with 1e-14. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("legendre gives Pₙ₋₁ and Pₙ")
    void legendre() {
        assertClose("legendre(1, 0.5)", new double[] {1, 0.5}, Rule.legendre(1, 0.5), TOLERANCE, "P₀ = 1, P₁ = x.");
        assertClose(
                "legendre(2, 0.5)", new double[] {0.5, -0.125}, Rule.legendre(2, 0.5), TOLERANCE, "P₂ = (3x² - 1)/2.");
        assertClose("legendre(3, 2)", new double[] {5.5, 17}, Rule.legendre(3, 2), TOLERANCE, "P₃ = (5x³ - 3x)/2.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("gauss has the nodes and weights of the tables")
    void nodesAndWeights() {
        assertRule(1, new double[] {0}, new double[] {2});
        double root = 1 / Math.sqrt(3);
        assertRule(2, new double[] {-root, root}, new double[] {1, 1});
        double far = Math.sqrt(0.6);
        assertRule(3, new double[] {-far, 0, far}, new double[] {5.0 / 9, 8.0 / 9, 5.0 / 9});
        // M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 1964, table 25.4.
        assertRule(
                5,
                new double[] {-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664},
                new double[] {
                    0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189
                });
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("integrate stretches the rule to any interval")
    void stretches() {
        Rule simpson = new Rule(new double[] {-1, 0, 1}, new double[] {1.0 / 3, 4.0 / 3, 1.0 / 3});

        assertClose(
                "Simpson's nodes and weights, integrate(x², 1, 4)",
                21,
                simpson.integrate(x -> x * x, 1, 4),
                TOLERANCE,
                "Nodes at 1, 2.5 and 4; weights times half of the length: 1.5.");
        assertClose(
                "a node at 1 with weight 2, integrate(x², 1, 4)",
                48,
                new Rule(new double[] {1}, new double[] {2}).integrate(x -> x * x, 1, 4),
                TOLERANCE,
                "Node 1 becomes the right end: 16, times 2, times 1.5.");
        assertClose(
                "Simpson's nodes and weights, integrate(x, 4, 1)",
                -7.5,
                simpson.integrate(x -> x, 4, 1),
                TOLERANCE,
                "From right to left half the length is -1.5.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("n must be >= 1, but was 0", () -> Rule.gauss(0));
        assertRefused("weights must have 2 entries, but has 1", () -> new Rule(new double[2], new double[1]));
    }

    private static void assertRule(int n, double[] nodes, double[] weights) {
        Rule rule = Rule.gauss(n);
        assertClose("gauss(" + n + ").nodes()", nodes, rule.nodes(), TOLERANCE, "The zeros of Pₙ, rising.");
        assertClose("gauss(" + n + ").weights()", weights, rule.weights(), TOLERANCE, "2 / ((1 - x²) Pₙ'(x)²).");
    }
}
