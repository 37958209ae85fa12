package decompositions.eigensolvers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PowerIterationTest {
    /** A few products of numbers of order 10. */
    private static final double TOLERANCE = 1e-12;

    /** Runs end when the residual is 1e-10; numbers of order 10 are then known to 1e-9. */
    private static final double OF_RUNS = 1e-8;

    /** 10 along (0.8, 0.6) and 5 along (-0.6, 0.8). */
    private static final double[][] A = {{8.2, 2.4}, {2.4, 6.8}};

    /** 10 along (0.8, 0.6) and -20 along (-0.6, 0.8). */
    private static final double[][] MIXED = {{-0.8, 14.4}, {14.4, -9.2}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("rayleighQuotient divides xᵀAx by xᵀx")
    void quotientOfAnyVector() {
        assertClose(
                "rayleighQuotient(A, (1, 2))",
                9,
                PowerIteration.rayleighQuotient(A, new double[] {1, 2}),
                TOLERANCE,
                "A·x is (13, 16), so xᵀAx = 45, and xᵀx = 5.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("run finds the direction that is stretched most, as a unit vector, and its eigenvalue")
    void findsTheLargest() {
        PowerIteration found = PowerIteration.run(A, new double[] {3, 0}, 1e-10);

        assertClose("value of A", 10, found.value(), OF_RUNS, "It is the quotient of the last vector.");
        assertCloseUpToSign(
                "vector of A",
                new double[][] {{0.8, 0.6}},
                new double[][] {found.vector()},
                OF_RUNS,
                "Divide by the length in each step: an eigenvector of length 1.");
        assertTrue(found.hasConverged(), "hasConverged of A: the residual fell below the tolerance.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("run gives eigenvalues their sign")
    void negativeEigenvalue() {
        PowerIteration found = PowerIteration.run(MIXED, new double[] {1, 1}, 1e-10);

        assertClose(
                "value of a matrix with eigenvalues 10 and -20",
                -20,
                found.value(),
                OF_RUNS,
                "The length of A·v has no sign; the Rayleigh quotient has. And the vector may change sides in each step.");
        assertCloseUpToSign(
                "its vector", new double[][] {{-0.6, 0.8}}, new double[][] {found.vector()}, OF_RUNS, "For -20.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("quotients hold one number for each iterate, the start's first")
    void historyOfQuotients() {
        PowerIteration found = PowerIteration.run(A, new double[] {5, 0}, 1e-10);
        double[] expected = new double[6];
        for (int k = 0; k < expected.length; k++) {
            // Its direction (1, 0) is 0.8 of the one eigenvector and -0.6 of the other; k steps stretch them by 10ᵏ and
            // 5ᵏ.
            double first = 0.64 * Math.pow(100, k);
            double second = 0.36 * Math.pow(25, k);
            expected[k] = (10 * first + 5 * second) / (first + second);
        }

        assertTrue(found.quotients().length >= 6, "quotients must hold one number for each step.");
        assertClose(
                "the first six quotients from (5, 0)",
                expected,
                Arrays.copyOf(found.quotients(), 6),
                TOLERANCE,
                "8.2 is that of the start itself; then the error falls by about 4 in each step, the square of 10/5.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("run ends as soon as the residual is small beside A·v")
    void endsInTime() {
        // Relative residuals of the iterates from (1, 0), from their shares in both eigenvectors: 0.281, 0.173, 0.092,
        // 0.047.
        assertEquals(
                1,
                PowerIteration.run(A, new double[] {1, 0}, 0.3).quotients().length,
                "quotients until a residual of 0.3: the start has 0.281.");
        assertEquals(
                3,
                PowerIteration.run(A, new double[] {1, 0}, 0.1).quotients().length,
                "quotients until a residual of 0.1: the first three are 0.281, 0.173, 0.092.");
        assertEquals(
                2,
                PowerIteration.run(scaled(1e-8), new double[] {0.1, 0}, 0.2).quotients().length,
                "quotients of 1e-8·A until 0.2: the residual counts beside |A·v|, whatever the unit of A.");
        assertEquals(
                1,
                PowerIteration.run(new double[][] {{0, 0}, {0, 0}}, new double[] {3, 4}, 1e-10)
                        .quotients()
                        .length,
                "quotients of a matrix of zeros: every vector is an eigenvector, so the start is the end.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("run says so if it does not settle")
    void equallyStrong() {
        // Eigenvalues 1 and -1: (1, 0) and (0, 1) take turns for ever.
        PowerIteration found = PowerIteration.run(new double[][] {{0, 1}, {1, 0}}, new double[] {1, 0}, 1e-10);

        assertFalse(found.hasConverged(), "hasConverged for eigenvalues 1 and -1: no direction wins.");
        assertEquals(PowerIteration.MAX_STEPS, found.quotients().length, "quotients when it gives up after MAX_STEPS.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("deflate takes one direction out and leaves the other")
    void takesOneOut() {
        assertClose(
                "deflate(A, 10, (0.8, 0.6))",
                new double[][] {{1.8, -2.4}, {-2.4, 3.2}},
                PowerIteration.deflate(A, 10, new double[] {0.8, 0.6}),
                TOLERANCE,
                "10 · 0.8 · 0.6 = 4.8 goes off 2.4. What is left is 5 along (-0.6, 0.8).");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("largest finds one eigenvector after the other")
    void oneAfterTheOther() {
        List<PowerIteration> found = PowerIteration.largest(MIXED, new double[][] {{1, 0}, {1, 0}}, 1e-10);

        assertEquals(2, found.size(), "results for two starts");
        assertClose(
                "values of largest for eigenvalues 10 and -20",
                new double[] {-20, 10},
                found.stream().mapToDouble(PowerIteration::value).toArray(),
                OF_RUNS,
                "Take the first out of the matrix, and start again with what is left.");
        assertCloseUpToSign(
                "vectors of largest",
                new double[][] {{-0.6, 0.8}, {0.8, 0.6}},
                found.stream().map(PowerIteration::vector).toArray(double[][]::new),
                OF_RUNS,
                "Take the first out of the matrix, and start again with what is left.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("largest takes out all that were found before")
    void threeOfThree() {
        // Axes of their own: 7 and 3 along (1, ±1, 0)/√2, and 2 along the third.
        List<PowerIteration> found = PowerIteration.largest(
                new double[][] {{5, 2, 0}, {2, 5, 0}, {0, 0, 2}},
                new double[][] {{1, 0, 1}, {1, 0, 1}, {1, 0, 1}},
                1e-10);

        assertEquals(3, found.size(), "results for three starts");
        assertClose(
                "values of largest",
                new double[] {7, 3, 2},
                found.stream().mapToDouble(PowerIteration::value).toArray(),
                OF_RUNS,
                "Deflate the matrix that is deflated already, not A.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("start must not be 0", () -> PowerIteration.run(A, new double[2], 1e-10));
        assertRefused("start must have 2 entries, but has 3", () -> PowerIteration.run(A, new double[3], 1e-10));
        assertRefused("tolerance must be > 0, but was 0.0", () -> PowerIteration.run(A, new double[] {1, 0}, 0));
        assertRefused("x must have 2 entries, but has 1", () -> PowerIteration.rayleighQuotient(A, new double[1]));
        assertRefused("starts must have 2 columns, but has 3", () -> PowerIteration.largest(A, new double[1][3], 1));
        assertRefused("vector must have 2 entries, but has 1", () -> PowerIteration.deflate(A, 1, new double[1]));
    }

    private static double[][] scaled(double factor) {
        return new double[][] {{8.2 * factor, 2.4 * factor}, {2.4 * factor, 6.8 * factor}};
    }
}
