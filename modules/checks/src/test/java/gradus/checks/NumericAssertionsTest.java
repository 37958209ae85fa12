package gradus.checks;

import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

class NumericAssertionsTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void closeNumbersPass() {
        assertClose("f(1)", 2, 2 + 1e-10, 1e-9, "");
        assertClose("f(1)", new double[] {1, INFINITY}, new double[] {1, INFINITY}, 0, "");
        assertClose("f(1)", new double[][] {{1, 2}}, new double[][] {{1.5, 2}}, 0.5, "");
        assertClose("f(1)", new double[0][0], new double[0][0], 0, "");
        assertClose("f(1)", 0.0, -0.0, 0, "");
    }

    @Test
    void messageNamesTheEntryTheValuesTheToleranceAndTheHint() {
        assertMessage(
                "transform(mean + 2 · component)[0][0]: expected 2.0 but was 0.0 (tolerance 1.0E-9)."
                        + " Subtract the mean seen by fit.",
                () -> assertClose(
                        "transform(mean + 2 · component)",
                        new double[][] {{2}},
                        new double[][] {{0}},
                        1e-9,
                        "Subtract the mean seen by fit."));
        assertMessage(
                "norm(x): expected 5.0 but was 4.0 (tolerance 0.1). Hint.",
                () -> assertClose("norm(x)", 5, 4, 0.1, "Hint."));
        assertMessage(
                "mean[1]: expected 5.0 but was Infinity (tolerance 0.1). Hint.",
                () -> assertClose("mean", new double[] {1, 5}, new double[] {1, INFINITY}, 0.1, "Hint."));
    }

    @Test
    @DisplayName("NaN is close to nothing, whatever the tolerance, and is explained")
    void nan() {
        assertMessage(
                "mean[0]: expected 1.0 but was NaN, not a number, as 0/0 or the root of a negative number gives. Hint.",
                () -> assertClose("mean", new double[] {1}, new double[] {NAN}, INFINITY, "Hint."));
        assertMessage(
                "f(1): expected NaN but was 1.0 (tolerance 1.0). Hint.", () -> assertClose("f(1)", NAN, 1, 1, "Hint."));
        assertMessage(
                "f(1): expected NaN but was NaN, not a number, as 0/0 or the root of a negative number gives. Hint.",
                () -> assertClose("f(1)", NAN, NAN, 1, "Hint."));
    }

    @Test
    void nullIsNamed() {
        assertMessage(
                "mean: expected 2 numbers but was null. Hint.",
                () -> assertClose("mean", new double[2], null, 1, "Hint."));
        assertMessage(
                "components: expected shape (2, 3) but was null. Hint.",
                () -> assertClose("components", new double[2][3], null, 1, "Hint."));
        assertMessage(
                "components: expected shape (2, 3) but was an array whose row 1 is null. Hint.",
                () -> assertClose("components", new double[2][3], new double[][] {{1, 2, 3}, null}, 1, "Hint."));
    }

    @Test
    void bothShapesAreGiven() {
        assertMessage(
                "mean: expected 2 numbers but got 3. Hint.",
                () -> assertClose("mean", new double[2], new double[3], 1, "Hint."));
        assertMessage(
                "components: expected shape (2, 3) but was (3, 2). Hint.",
                () -> assertClose("components", new double[2][3], new double[3][2], 1, "Hint."));
        assertMessage(
                "components: expected shape (2, 3) but was (0, 0). Hint.",
                () -> assertClose("components", new double[2][3], new double[0][], 1, "Hint."));
        assertMessage(
                "components: expected shape (2, 2) but was ragged: row 0 has 2 entries and row 1 has 1. Hint.",
                () -> assertClose("components", new double[2][2], new double[][] {{1, 2}, {3}}, 1, "Hint."));
    }

    @Test
    void signsOfRowsMayDiffer() {
        double[][] expected = {{3, 4}, {-4, 3}};

        assertCloseUpToSign("components", expected, new double[][] {{-3, -4}, {-4, 3}}, 0, "");

        assertMessage(
                "components[0][1]: expected -4.0 but was -5.0 (tolerance 0.1). Hint.",
                () -> assertCloseUpToSign("components", expected, new double[][] {{-3, -5}, {4, -3}}, 0.1, "Hint."));
        assertMessage(
                "components: expected shape (2, 2) but was null. Hint.",
                () -> assertCloseUpToSign("components", expected, null, 0.1, "Hint."));
        assertMessage(
                "components[0][0]: expected 3.0 but was NaN, not a number, as 0/0 or the root of a negative number"
                        + " gives. Hint.",
                () -> assertCloseUpToSign("components", expected, new double[][] {{NAN, 4}, {4, -3}}, 0.1, "Hint."));
    }

    @Test
    void aShapeCanBeRequired() {
        double[][] A = {{1, 2, 3}, {4, 5, 6}};

        assertSame(A, requireShape("components", 2, 3, A, "Hint."));

        assertMessage(
                "components: expected shape (3, 2) but was (2, 3). Hint.",
                () -> requireShape("components", 3, 2, A, "Hint."));
        assertMessage(
                "components: expected shape (2, 3) but was null. Hint.",
                () -> requireShape("components", 2, 3, null, "Hint."));
    }

    private static void assertMessage(String message, Executable assertion) {
        assertEquals(
                message, assertThrows(AssertionFailedError.class, assertion).getMessage());
    }
}
