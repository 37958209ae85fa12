package calculus.taylorseries;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TaylorTest {
    /** A few additions of numbers of order 1 to 100. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("exp has coefficients eᵃ / k!")
    void coefficientsOfExp() {
        assertCoefficients("exp(0, 4)", new double[] {1, 1, 1 / 2.0, 1 / 6.0, 1 / 24.0}, Taylor.exp(0, 4), "1 / k!");
        assertCoefficients(
                "exp(2, 2)",
                new double[] {Math.exp(2), Math.exp(2), Math.exp(2) / 2},
                Taylor.exp(2, 2),
                "Every derivative at 2 is e².");
        assertCoefficients("exp(0, 0)", new double[] {1}, Taylor.exp(0, 0), "Order 0 is the constant alone.");
        assertPoint("exp(2, 2)", 2, Taylor.exp(2, 2));
        // 25! is beyond a long, 13! beyond an int.
        assertClose(
                "exp(0, 25).coefficients()[25] · 25!",
                1,
                last(Taylor.exp(0, 25), 26) * 1.5511210043330986e25,
                1e-12,
                "A factorial in an int overflows after 12!. Divide the coefficient before by k.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("sin and cos go through their derivatives in rounds of four")
    void coefficientsOfWaves() {
        assertCoefficients(
                "sin(0, 5)", new double[] {0, 1, 0, -1 / 6.0, 0, 1 / 120.0}, Taylor.sin(0, 5), "sin, cos, -sin, -cos.");
        assertCoefficients(
                "cos(0, 5)", new double[] {1, 0, -1 / 2.0, 0, 1 / 24.0, 0}, Taylor.cos(0, 5), "cos, -sin, -cos, sin.");
        assertCoefficients(
                "sin(1, 3)",
                new double[] {Math.sin(1), Math.cos(1), -Math.sin(1) / 2, -Math.cos(1) / 6},
                Taylor.sin(1, 3),
                "Derivatives at 1, not at 0.");
        assertCoefficients(
                "cos(1, 3)",
                new double[] {Math.cos(1), -Math.sin(1), -Math.cos(1) / 2, Math.sin(1) / 6},
                Taylor.cos(1, 3),
                "The slope of the cosine is minus the sine.");
        assertPoint("sin(1, 3)", 1, Taylor.sin(1, 3));
        assertPoint("cos(1, 3)", 1, Taylor.cos(1, 3));
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("log1p has coefficients of alternating sign and 1/k")
    void coefficientsOfLog() {
        assertCoefficients(
                "log1p(0, 4)",
                new double[] {0, 1, -1 / 2.0, 1 / 3.0, -1 / 4.0},
                Taylor.log1p(0, 4),
                "(k-1)! / k! = 1/k.");
        assertCoefficients(
                "log1p(1, 3)",
                new double[] {Math.log(2), 1 / 2.0, -1 / 8.0, 1 / 24.0},
                Taylor.log1p(1, 3),
                "Powers of 1 + a, which is 2: 1/(1·2), -1/(2·4), 1/(3·8).");
        assertPoint("log1p(1, 3)", 1, Taylor.log1p(1, 3));
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("at evaluates around a")
    void evaluates() {
        assertClose(
                "new Taylor(2, [7, 5, 3]).at(4)",
                29,
                new Taylor(2, new double[] {7, 5, 3}).at(4),
                TOLERANCE,
                "x - a = 2: 7 + 5·2 + 3·4.");
        assertClose("new Taylor(-1, [7]).at(100)", 7, new Taylor(-1, new double[] {7}).at(100), 0, "A constant.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("errorBound is M · |x - a|ⁿ⁺¹ / (n + 1)!")
    void boundsErrors() {
        assertClose(
                "new Taylor(1, [0, 0, 0]).errorBound(-2, 4)",
                18,
                new Taylor(1, new double[3]).errorBound(-2, 4),
                TOLERANCE,
                "Order 2: 4 · 3³ / 3!. The distance counts without its sign.");
        assertClose(
                "new Taylor(0, 301 zeros).errorBound(50, 1) · 1e105",
                1e105 * Math.exp(301 * Math.log(50) - logFactorial(301)),
                1e105 * new Taylor(0, new double[301]).errorBound(50, 1),
                1e-9,
                "50³⁰¹ and 301! are infinite as doubles, their quotient is 1e-105. Multiply by 50/k, step by step.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the error stays below the bound on a grid")
    void staysBelowTheBound() {
        for (int n = 0; n <= 9; n++) {
            for (int i = 0; i <= 12; i++) {
                double x = i / 3.0 - 2;
                assertBelow("sin", Taylor.sin(0.5, n), x, Math.sin(x), 1);
                assertBelow("exp", Taylor.exp(0.5, n), x, Math.exp(x), Math.exp(Math.max(x, 0.5)));
            }
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("log1p converges up to x = 1, slowly there, and not beyond")
    void radiusOfConvergence() {
        // At 1 the sum alternates, and is off by about half of the first term left out: 1/2002 after 1,000 terms.
        assertClose(
                "2002 · |log1p(0, 1000).at(1) - log 2|",
                1,
                2002 * Math.abs(Taylor.log1p(0, 1000).at(1) - Math.log(2)),
                0.01,
                "At x = 1 a thousand terms give three digits.");
        assertClose(
                "log1p(0, 100).at(0.5)",
                Math.log(1.5),
                Taylor.log1p(0, 100).at(0.5),
                TOLERANCE,
                "Within the radius of convergence the error falls like 0.5ⁿ.");
        assertTrue(
                Math.abs(Taylor.log1p(0, 100).at(1.5) - Math.log(2.5)) > 1e10,
                "log1p(0, 100).at(1.5) must be far off: beyond 1 each term is larger than the one before it.");
        assertClose(
                "log1p(1, 100).at(2)",
                Math.log(3),
                Taylor.log1p(1, 100).at(2),
                TOLERANCE,
                "Around a = 1 the radius is 2: as far as to -1, where the logarithm ends.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("fromValues finds the coefficients of a polynomial")
    void findsPolynomials() {
        assertCoefficients(
                "fromValues(2 - 3x + x³, 0, 3, 1)",
                new double[] {2, -3, 0, 1},
                Taylor.fromValues(x -> 2 - 3 * x + x * x * x, 0, 3, 1),
                "Differences of order k divided by k!, each through one step more; then multiply out.");
        assertCoefficients(
                "fromValues(2 - 3x + x³, 2, 4, 0.5)",
                new double[] {4, 9, 6, 1, 0},
                Taylor.fromValues(x -> 2 - 3 * x + x * x * x, 2, 4, 0.5),
                "In powers of x - 2: 4 + 9(x-2) + 6(x-2)² + (x-2)³.");
        assertPoint("fromValues(f, 2, 1, 1)", 2, Taylor.fromValues(x -> x, 2, 1, 1));
        assertCoefficients(
                "fromValues(7, 5, 0, 1)",
                new double[] {7},
                Taylor.fromValues(x -> 7, 5, 0, 1),
                "One value, one number.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("fromValues comes close to the derivatives of other functions")
    void findsDerivatives() {
        // What the values between do not tell is of order h⁹ · f⁽⁹⁾/9! · (1/h)ᵏ, below 1e-7 up to k = 2.
        Taylor found = Taylor.fromValues(Math::exp, 0.5, 8, 0.05);
        assertClose("fromValues(eˣ, 0.5, 8, 0.05): coefficients", 9, found.coefficients().length, 0, "n + 1 of them.");
        for (int k = 0; k <= 2; k++) {
            assertClose(
                    "fromValues(eˣ, 0.5, 8, 0.05).coefficients()[" + k + "]",
                    Math.exp(0.5) / (k == 2 ? 2 : 1),
                    found.coefficients()[k],
                    1e-9,
                    "The derivative of order k, divided by k!.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("n must be >= 0, but was -1", () -> Taylor.sin(0, -1));
        assertRefused("a must be > -1, but was -1.0", () -> Taylor.log1p(-1, 2));
        assertRefused("h must be > 0, but was 0.0", () -> Taylor.fromValues(x -> x, 0, 1, 0));
        assertRefused("coefficients must have at least 1 entry, but is empty", () -> new Taylor(0, new double[0]));
    }

    private static void assertCoefficients(String what, double[] expected, Taylor actual, String hint) {
        assertClose(what + ".coefficients()", expected, actual.coefficients(), TOLERANCE, hint);
    }

    private static void assertPoint(String what, double a, Taylor actual) {
        assertClose(what + ".a()", a, actual.a(), 0, "The point that the coefficients belong to.");
    }

    private static double last(Taylor taylor, int length) {
        assertClose("length of the coefficients", length, taylor.coefficients().length, 0, "n + 1 of them.");
        return taylor.coefficients()[length - 1];
    }

    private static void assertBelow(String what, Taylor taylor, double x, double value, double maxDerivative) {
        double bound = taylor.errorBound(x, maxDerivative);
        double error = Math.abs(taylor.at(x) - value);
        assertTrue(
                error <= bound + TOLERANCE,
                what + " of order " + taylor.order() + " around " + taylor.a() + " is off by " + error + " at " + x
                        + ", but errorBound says at most " + bound + ".");
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int k = 2; k <= n; k++) {
            sum += Math.log(k);
        }
        return sum;
    }
}
