package autodiff.stablenumerics;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    /** A few operations on numbers of order 1: round-off stays below 1e-15. */
    private static final double TOLERANCE = 1e-12;

    private static final double LOG2 = 0.6931471805599453;

    private static final double LOG3 = 1.0986122886681098;

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("logSumExp is the logarithm of a sum of exponentials")
    void logSumExps() {
        assertClose(
                "logSumExp(log 2, log 3, 0)", Math.log(6), Functions.logSumExp(LOG2, LOG3, 0), TOLERANCE, "2 + 3 + 1.");
        assertClose("logSumExp(-7.5)", -7.5, Functions.logSumExp(-7.5), TOLERANCE, "Of one number it is that number.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("logSumExp neither overflows nor loses everything")
    void extremes() {
        // Numbers of order 1000 have an error of 1e-13.
        assertClose("logSumExp(1000, 1000)", 1000 + LOG2, Functions.logSumExp(1000, 1000), 1e-9, "e^1000 is infinite.");
        assertClose("logSumExp(-1000, -1000)", LOG2 - 1000, Functions.logSumExp(-1000, -1000), 1e-9, "e^-1000 is 0.");
        assertClose("logSumExp(-1000, 5)", 5, Functions.logSumExp(-1000, 5), TOLERANCE, "Take out the largest.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("softmax makes probabilities of any numbers")
    void softmaxes() {
        assertClose(
                "softmax(log 2, log 3, 0)",
                new double[] {2.0 / 6, 3.0 / 6, 1.0 / 6},
                Functions.softmax(LOG2, LOG3, 0),
                TOLERANCE,
                "exp(z - logSumExp(z)).");
        assertClose(
                "softmax(1000, 1000, -1000)",
                new double[] {0.5, 0.5, 0},
                Functions.softmax(1000, 1000, -1000),
                1e-11,
                "Never compute e^1000.");
    }

    @Graded(stage = 4)
    @Evidence(LIBRARY)
    @DisplayName("log1p and expm1 have all digits near 0")
    void nearZero() {
        for (double x : new double[] {1e-18, 1e-15, 3e-12, 1.7e-9, 4.1e-6, 0.003, 0.3, 0.9, 5, 40}) {
            for (double y : new double[] {x, x < 1 ? -x : -1 / x}) {
                // Four roundings, and log and exp are off by an ulp each.
                assertRelative("log1p(" + y + ")", Math.log1p(y), Functions.log1p(y), "log(u)·x/(u - 1).");
                assertRelative("expm1(" + y + ")", Math.expm1(y), Functions.expm1(y), "(u - 1)·x/log(u).");
            }
        }
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("log1p and expm1 are 0 at 0, and expm1 goes to -1")
    void ends() {
        assertClose("log1p(0)", 0, Functions.log1p(0), 0, "0/0 is NaN: u = 1 is a case of its own.");
        assertClose("expm1(0)", 0, Functions.expm1(0), 0, "0/0 is NaN: u = 1 is a case of its own.");
        assertClose("expm1(-40)", -1, Functions.expm1(-40), 1e-15, "e^-40 is below what 1 can feel.");
        assertClose("expm1(-1000)", -1, Functions.expm1(-1000), 0, "e^-1000 is 0, and has no logarithm.");
        assertRelative("expm1(700)", Math.exp(700), Functions.expm1(700), "Far from 0 as always.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("quadraticRoots finds both zeros, rising")
    void zeros() {
        assertZeros(new double[] {-2, 3.5}, 2, -3, -14, "2(x + 2)(x - 3.5).");
        assertZeros(new double[] {-2, 3.5}, -2, 3, 14, "The same with the other sign.");
        assertZeros(new double[] {-3, 3}, 1, 0, -9, "b = 0.");
        assertZeros(new double[] {0, 5}, 1, -5, 0, "c = 0.");
        assertZeros(new double[] {-0.5}, 4, 4, 1, "b² = 4ac: one zero.");
        assertZeros(new double[] {0}, 3, 0, 0, "b² = 4ac: one zero.");
        assertZeros(new double[0], 1, 1, 1, "b² < 4ac: none.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("quadraticRoots keeps the digits of the small zero")
    void smallZeros() {
        for (double sign : new double[] {1, -1}) {
            double[] zeros = Functions.quadraticRoots(1, -sign * (1e8 + 1e-8), 1);
            assertClose(
                    "number of zeros of x² ∓ (1e8 + 1e-8)x + 1", 2, zeros.length, 0, "1e8 and 1e-8, or minus both.");
            assertRelative(
                    "the small zero of x² - " + sign + "·(1e8 + 1e-8)x + 1",
                    sign * 1e-8,
                    zeros[sign > 0 ? 0 : 1],
                    "1e8 - √(1e16 - 4) subtracts equal numbers. It is c/q.");
            assertRelative("the large zero", sign * 1e8, zeros[sign > 0 ? 1 : 0], "q/a.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("z must have at least 1 entry, but is empty", Functions::logSumExp);
        assertRefused("a must not be 0", () -> Functions.quadraticRoots(0, 1, 1));
    }

    private static void assertZeros(double[] expected, double a, double b, double c, String hint) {
        assertClose(
                "quadraticRoots(" + a + ", " + b + ", " + c + ")",
                expected,
                Functions.quadraticRoots(a, b, c),
                TOLERANCE,
                hint);
    }

    static void assertRelative(String what, double expected, double actual, String hint) {
        assertClose(what, expected, actual, 1e-15 * Math.abs(expected), hint);
    }
}
