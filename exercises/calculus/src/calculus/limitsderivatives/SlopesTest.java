package calculus.limitsderivatives;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calculus.limitsderivatives.Slopes.Line;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlopesTest {
    /** Numbers here are of order 1 to 10 and few: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-11;

    /** Steps at which round-off is far below what the quotient itself does wrong. */
    private static final double[] STEPS = {0.1, 0.03, 0.01, 0.003};

    private interface Quotient {
        double at(DoubleUnaryOperator f, double x, double h);
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("forward is the slope from x to x + h")
    void forwardLooksAhead() {
        assertClose(
                "forward(x², 3, 0.5)",
                6.5,
                Slopes.forward(x -> x * x, 3, 0.5),
                TOLERANCE,
                "(3.5² - 3²) / 0.5: on a parabola the forward quotient is 2x + h.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("central is the slope from x - h to x + h")
    void centralLooksBothWays() {
        assertClose(
                "central(x², 3, 0.5)",
                6,
                Slopes.central(x -> x * x, 3, 0.5),
                TOLERANCE,
                "(3.5² - 2.5²) / 1: the run from x - h to x + h is 2h long.");
        assertClose(
                "central(x³, 1, 0.5)",
                3.25,
                Slopes.central(x -> x * x * x, 1, 0.5),
                TOLERANCE,
                "On a cubic the central quotient is 3x² + h².");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the error falls like h in the forward quotient, like h² in the central one")
    void ordersAreOneAndTwo() {
        // The reference has 1.02 and 2.00: the next term of the error is f'''·h²/6, a hundredth of the first at most.
        assertClose(
                "slope of log error over log h, forward quotients of eˣ at 0.3",
                1,
                order(Slopes::forward),
                0.05,
                "Its error is about f''·h/2.");
        assertClose(
                "slope of log error over log h, central quotients of eˣ at 0.3",
                2,
                order(Slopes::central),
                0.05,
                "Its error is about f'''·h²/6.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("complexStep takes what belongs to i, divided by h")
    void complexStepTakesTheImaginaryPart() {
        assertClose(
                "complexStep(z³, 2, 0.5)",
                11.75,
                Slopes.complexStep(z -> z.times(z).times(z), 2, 0.5),
                TOLERANCE,
                "(2 + 0.5i)³ = 6.5 + 5.875i; what belongs to i is 3x²h - h³.");
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("complexStep is right to the last digits with a tiny step")
    void tinyComplexSteps() {
        assertClose(
                "complexStep(eᶻ / (sin³z + cos³z), 1.5, 1e-200)",
                3.62203370071632,
                Slopes.complexStep(SlopesTest::squireAndTrapp, 1.5, 1e-200),
                1e-13,
                "The example of Squire and Trapp. Call f once, and subtract nothing.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("derivative finds slopes to ten digits without being told a step")
    void findsDerivatives() {
        assertDerivative("eˣ", Math::exp, 1, Math.E);
        assertDerivative("sin(x)", Math::sin, 2, Math.cos(2));
        assertDerivative("1/x", x -> 1 / x, 4, -1.0 / 16);
        assertDerivative("x·|x|", x -> x * Math.abs(x), 0, 0);
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("there is no derivative at a kink, a jump or a vertical tangent")
    void kinksHaveNone() {
        assertNone("|x|", Math::abs, "the slope is -1 on the left and 1 on the right");
        assertNone("sign(x)", Math::signum, "the slope to 0 grows without end as h gets smaller");
        assertNone("³√x", Math::cbrt, "the slope grows without end");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("tangent touches f where it was asked for")
    void tangentTouches() {
        Line line = Slopes.tangent(x -> x * x, 3);

        assertClose("tangent(x², 3): slope", 6, line.slope(), 1e-9, "The slope is the derivative at 3.");
        assertClose(
                "tangent(x², 3): intercept",
                -9,
                line.intercept(),
                1e-8,
                "The line goes through (3, 9) with slope 6: it was at -9 when x was 0.");
        assertClose("tangent(x², 3).at(3)", 9, line.at(3), TOLERANCE, "There the line has f's own value.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("h must be > 0, but was 0.0", () -> Slopes.forward(x -> x, 1, 0));
        assertRefused("h must be > 0, but was -1.0", () -> Slopes.central(x -> x, 1, -1));
        assertRefused("h must be > 0, but was 0.0", () -> Slopes.complexStep(z -> z, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Slopes.tangent(Math::abs, 0), "A kink has no tangent.");
    }

    static Complex squireAndTrapp(Complex z) {
        Complex sin = z.sin();
        Complex cos = z.cos();
        return z.exp().dividedBy(sin.times(sin).times(sin).plus(cos.times(cos).times(cos)));
    }

    /** Slope of the straight line that fits log error over log h best. */
    private static double order(Quotient quotient) {
        double meanX = 0;
        double meanY = 0;
        double[] x = new double[STEPS.length];
        double[] y = new double[STEPS.length];
        for (int k = 0; k < STEPS.length; k++) {
            x[k] = Math.log(STEPS[k]);
            y[k] = Math.log(Math.abs(quotient.at(Math::exp, 0.3, STEPS[k]) - Math.exp(0.3)));
            meanX += x[k] / STEPS.length;
            meanY += y[k] / STEPS.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int k = 0; k < STEPS.length; k++) {
            covariance += (x[k] - meanX) * (y[k] - meanY);
            variance += (x[k] - meanX) * (x[k] - meanX);
        }
        return covariance / variance;
    }

    private static void assertDerivative(String what, DoubleUnaryOperator f, double x, double expected) {
        OptionalDouble derivative = Slopes.derivative(f, x);
        assertTrue(derivative.isPresent(), "derivative of " + what + " at " + x + " must be there.");
        // Values of order 1 at steps down to 1/2048 are wrong by 1e-12; extrapolation makes ten times that of it.
        assertClose(
                "derivative of " + what + " at " + x,
                expected,
                derivative.getAsDouble(),
                1e-9,
                "It is the limit of the forward quotient, as a function of h, at h = 0.");
    }

    private static void assertNone(String what, DoubleUnaryOperator f, String why) {
        assertEquals(OptionalDouble.empty(), Slopes.derivative(f, 0), "derivative of " + what + " at 0: " + why + ".");
    }
}
