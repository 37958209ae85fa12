package gradus.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

class GradientCheckTest {
    /** x₀² + 3 x₀ x₁ + x₁⁴. */
    private static final ToDoubleFunction<double[]> POLYNOMIAL = x -> x[0] * x[0] + 3 * x[0] * x[1] + Math.pow(x[1], 4);

    private static final double[] POINT = {2, -1};
    private static final double[] GRADIENT = {1, 2};

    @Test
    void rightGradientsPass() {
        GradientCheck.of("gradient(x)", POLYNOMIAL).at(POINT, GRADIENT, 1e-8, "");
        GradientCheck.of("gradient(x)", POLYNOMIAL).at(new double[2], new double[2], 1e-8, "");
        GradientCheck.of("gradient(x)", x -> 0).at(new double[0], new double[0], 0, "");
        GradientCheck.of("gradient(x)", x -> Math.exp(10 * x[0]))
                .at(new double[] {1}, new double[] {10 * Math.exp(10)}, 1e-7, "");
    }

    @Test
    @DisplayName("a wrong derivative is named with its parameter, its value and the quotients over all step sizes")
    void wrongDerivative() {
        assertMessage(
                """
                gradient(W, b), derivative by b: expected 2 by difference quotients but was -2.0 (tolerance 1.0E-7). Hint.
                The quotients settle as the step gets shorter, so the derivative is wrong; it is not round-off.
                step      quotient
                0.01        1.9996
                0.001     1.999996
                0.0001           2
                0.00001          2
                0.000001         2""",
                () -> GradientCheck.of("gradient(W, b)", POLYNOMIAL)
                        .by("W", 1)
                        .by("b")
                        .at(POINT, new double[] {1, -2}, 1e-7, "Hint."));
    }

    @Test
    @DisplayName("quotients that do not depend on the step need no table")
    void wrongDerivativeOfALine() {
        assertMessage(
                """
                slope(x)[0]: expected 3 by difference quotients but was 2.5 (tolerance 1.0E-7). Hint.
                All steps from 0.01 to 0.000001 give this quotient, so the derivative is wrong; it is not round-off.""",
                () -> GradientCheck.of("slope(x)", x -> 3 * x[0])
                        .at(new double[] {1}, new double[] {2.5}, 1e-7, "Hint."));
    }

    @Test
    void parametersHaveNamesAndShapes() {
        GradientCheck check = GradientCheck.of("gradient(W, v, b)", x -> x[4] + x[7] + x[9])
                .by("W", 2, 3)
                .by("v", 3)
                .by("b");
        double[] gradient = {0, 0, 0, 0, 1, 0, 0, 1, 0, 1};

        check.at(new double[10], gradient, 1e-7, "");
        assertNames("derivative by W[1][1]: expected 1 by", check, gradient, 4);
        assertNames("derivative by v[1]: expected 1 by", check, gradient, 7);
        assertNames("derivative by b: expected 1 by", check, gradient, 9);
        assertNames("gradient(x)[1]: expected 2 by", GradientCheck.of("gradient(x)", POLYNOMIAL), GRADIENT, POINT, 1);
    }

    @Test
    @DisplayName("a derivative that is hardly wrong is wrong all the same")
    void hardlyWrong() {
        assertTrue(message(() -> GradientCheck.of("gradient(x)", POLYNOMIAL)
                        .at(POINT, new double[] {1, 2.000001}, 1e-8, "Hint."))
                .startsWith(
                        "gradient(x)[1]: expected 2 by difference quotients but was 2.000001 (tolerance 1.0E-8). Hint."
                                + "\nThe quotients settle"));
    }

    @Test
    void gradientsThatAreNotNumbers() {
        assertTrue(message(() -> GradientCheck.of("gradient(x)", POLYNOMIAL)
                        .at(POINT, new double[] {1, Double.NaN}, 1e-8, "Hint."))
                .startsWith(
                        "gradient(x)[1]: expected 2 by difference quotients but was NaN, not a number, as 0/0 or the root"
                                + " of a negative number gives. Hint.\n"));
        assertMessage(
                "gradient(x): expected 2 numbers but was null. Hint.",
                () -> GradientCheck.of("gradient(x)", POLYNOMIAL).at(POINT, null, 1e-8, "Hint."));
        assertMessage(
                "gradient(x): expected 2 numbers but got 3. Hint.",
                () -> GradientCheck.of("gradient(x)", POLYNOMIAL).at(POINT, new double[3], 1e-8, "Hint."));
    }

    @Test
    @DisplayName("at a kink nobody is blamed")
    void kink() {
        assertMessage(
                """
                slope(x)[0]: 1.0 can be neither confirmed nor called wrong, because the function has a kink here: its \
                slope is -1 on the left and 1 on the right. This need not be a mistake of yours.
                step      left  right  both sides
                0.01        -1      1           0
                0.001       -1      1           0
                0.0001      -1      1           0
                0.00001     -1      1           0
                0.000001    -1      1           0""",
                () -> GradientCheck.of("slope(x)", x -> Math.abs(x[0]))
                        .at(new double[1], new double[] {1}, 1e-7, "Hint."));
    }

    @Test
    @DisplayName("what lies outside both slopes of a kink is wrong")
    void wrongAtAKink() {
        assertTrue(message(() -> GradientCheck.of("slope(x)", x -> Math.abs(x[0]))
                        .at(new double[1], new double[] {5}, 1e-7, "Hint."))
                .startsWith("slope(x)[0]: expected 0 by difference quotients but was 5.0 (tolerance 1.0E-7). Hint."));
    }

    @Test
    @DisplayName("a kink near the point does not matter to shorter steps")
    void kinkNearby() {
        ToDoubleFunction<double[]> relu = x -> Math.max(0, x[0]);

        GradientCheck.of("slope(x)", relu).at(new double[] {5e-5}, new double[] {1}, 1e-7, "");
        assertTrue(message(
                        () -> GradientCheck.of("slope(x)", relu).at(new double[] {5e-5}, new double[1], 1e-7, "Hint."))
                .startsWith("slope(x)[0]: expected 1 by difference quotients but was 0.0 (tolerance 1.0E-7). Hint."));
    }

    @Test
    @DisplayName("where round-off drowns the quotients nobody is blamed")
    void roundOff() {
        assertTrue(message(() -> GradientCheck.of("slope(x)", x -> 1e13 + Math.sin(x[0]))
                        .at(new double[1], new double[] {1}, 1e-7, "Hint."))
                .startsWith(
                        "slope(x)[0]: 1.0 can be neither confirmed nor called wrong, because difference quotients do not"
                                + " settle: round-off drowns them, or the function jumps here. This need not be a mistake of"
                                + " yours.\nstep "));
    }

    @Test
    void jump() {
        assertTrue(message(() -> GradientCheck.of("slope(x)", x -> x[0] > 0 ? 1 : 0)
                        .at(new double[1], new double[1], 1e-7, "Hint."))
                .contains("because difference quotients do not settle"));
    }

    @Test
    void functionThatIsNotFinite() {
        assertTrue(message(() -> GradientCheck.of("slope(x)", x -> Math.log(x[0]))
                        .at(new double[1], new double[1], 1e-7, "Hint."))
                .startsWith(
                        "slope(x)[0]: 0.0 can be neither confirmed nor called wrong, because the function is not finite near"
                                + " this point. This need not be a mistake of yours.\n"));
    }

    @Test
    @DisplayName("a function that computes in floats needs a wider tolerance and no more")
    void floats() {
        ToDoubleFunction<double[]> f = x -> (float) x[0] * (float) x[0] * 0.01f + (float) x[1];
        GradientCheck check = GradientCheck.of("gradient(x)", f).inFloats();

        check.at(new double[] {0.7, 0.1}, new double[] {0.014, 1}, 1e-3, "");
        assertTrue(message(() -> check.at(new double[] {0.7, 0.1}, new double[] {0, 1}, 1e-3, "Hint."))
                .startsWith("gradient(x)[0]: expected 0.01"));
    }

    @Test
    @DisplayName("a right derivative costs two calls, and the value at the point one")
    void fewCalls() {
        AtomicInteger calls = new AtomicInteger();

        GradientCheck.of("gradient(x)", x -> {
                    calls.incrementAndGet();
                    return POLYNOMIAL.applyAsDouble(x);
                })
                .at(POINT, GRADIENT, 1e-7, "");

        assertEquals(5, calls.get());
    }

    @Test
    void authorsWhoNameTooFewParametersAreTold() {
        assertEquals(
                "point must have one entry for each of the 3 named parameters, but has 2",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> GradientCheck.of("gradient(x)", POLYNOMIAL)
                                        .by("W", 3)
                                        .at(POINT, GRADIENT, 1e-7, ""))
                        .getMessage());
    }

    private static void assertNames(String words, GradientCheck check, double[] gradient, int wrong) {
        assertNames("gradient(W, v, b), " + words, check, gradient, new double[gradient.length], wrong);
    }

    private static void assertNames(String words, GradientCheck check, double[] gradient, double[] point, int wrong) {
        double[] other = gradient.clone();
        other[wrong] += 1;
        String message = message(() -> check.at(point, other, 1e-7, "Hint."));

        assertTrue(message.startsWith(words), message);
    }

    private static void assertMessage(String message, Executable check) {
        assertEquals(message, message(check));
    }

    private static String message(Executable check) {
        return String.valueOf(assertThrows(AssertionFailedError.class, check).getMessage());
    }
}
