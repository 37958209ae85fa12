package decompositions.eigenpowers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PowersTest {
    /** Eigenvectors are known to 1e-15, powers here are up to 1,000. */
    private static final double TOLERANCE = 1e-11;

    /** 9 along (0.8, 0.6) and 4 along (-0.6, 0.8). */
    private static final double[][] A = {{7.2, 2.4}, {2.4, 5.8}};

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("power raises eigenvalues, and leaves eigenvectors")
    void powersByHand() {
        assertClose(
                "power(A, 3)",
                new double[][] {{729 * 0.64 + 64 * 0.36, 665 * 0.48}, {665 * 0.48, 729 * 0.36 + 64 * 0.64}},
                Powers.power(A, 3),
                TOLERANCE,
                "9³ = 729 along (0.8, 0.6), 4³ = 64 along (-0.6, 0.8).");
        assertClose("power(A, 1)", A, Powers.power(A, 1), TOLERANCE, "V · diag(values) · Vᵀ is A.");
        assertClose("power(A, 0)", Matrix.identity(2), Powers.power(A, 0), TOLERANCE, "V · Vᵀ is I.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("power takes eigenvalues as they are: below 0, and 0")
    void signsAndZeros() {
        double[][] swap = {{0, 1}, {1, 0}};
        double[][] singular = {{2, 2}, {2, 2}};
        assertClose(
                "power({{0, 1}, {1, 0}}, 3)",
                swap,
                Powers.power(swap, 3),
                TOLERANCE,
                "Its eigenvalues are 1 and -1, and (-1)³ is -1: three swaps are one.");
        assertClose(
                "power({{2, 2}, {2, 2}}, 0)",
                Matrix.identity(2),
                Powers.power(singular, 0),
                TOLERANCE,
                "Its eigenvalues are 4 and 0, and 0 to the power 0 counts as 1.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("power takes exponents below 0 and between whole numbers")
    void otherExponents() {
        assertClose(
                "power(A, 0.5)",
                new double[][] {{3 * 0.64 + 2 * 0.36, 0.48}, {0.48, 3 * 0.36 + 2 * 0.64}},
                Powers.power(A, 0.5),
                TOLERANCE,
                "3 along (0.8, 0.6), 2 along (-0.6, 0.8).");
        assertClose(
                "power(A, -1)",
                new double[][] {{5.8 / 36, -2.4 / 36}, {-2.4 / 36, 7.2 / 36}},
                Powers.power(A, -1),
                TOLERANCE,
                "1/9 along (0.8, 0.6), 1/4 along (-0.6, 0.8).");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("powers multiply as numbers do")
    void exponentsAdd(RandomGenerator random) {
        double[][] G = Matrix.gaussian(random, 4, 4);
        double[][] B = Matrix.times(G, Matrix.transpose(G));
        for (int i = 0; i < 4; i++) {
            B[i][i] += 1;
        }
        double[][] root = requireShape("power(B, 0.5)", 4, 4, Powers.power(B, 0.5), "As large as B.");
        double[][] inverse = requireShape("power(B, -1)", 4, 4, Powers.power(B, -1), "As large as B.");
        double[][] square = requireShape("power(B, 2)", 4, 4, Powers.power(B, 2), "As large as B.");

        // Eigenvalues are from 1 to about 30.
        assertClose("root · root", B, Matrix.times(root, root), TOLERANCE, "0.5 + 0.5 = 1.");
        assertClose("B · inverse", Matrix.identity(4), Matrix.times(B, inverse), TOLERANCE, "1 - 1 = 0.");
        assertClose("square", Matrix.times(B, B), square, 1e-10, "1 + 1 = 2.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("power takes round-off in eigenvalues for 0")
    void roundOff() {
        // Three times the same row: eigenvalues 3·0.49 and twice 0, of which round-off may make -1e-17.
        double[][] ones = {{0.49, 0.49, 0.49}, {0.49, 0.49, 0.49}, {0.49, 0.49, 0.49}};
        double entry = 0.7 / Math.sqrt(3);
        assertClose(
                "power of a matrix of 0.49, exponent 0.5",
                new double[][] {{entry, entry, entry}, {entry, entry, entry}, {entry, entry, entry}},
                Powers.power(ones, 0.5),
                TOLERANCE,
                "Eigenvalues small beside the largest count as 0, also those below 0.");
        assertClose(
                "withoutRoundOff((2⁻⁴⁹, -2, 0.25, -1e-17))",
                new double[] {0, -2, 0.25, 0},
                Powers.withoutRoundOff(new double[] {Math.scalb(1.0, -49), -2, 0.25, -1e-17}),
                0,
                "n·2⁻⁵²·2 is 2⁻⁴⁹ here; up to that it is round-off.");
        assertClose(
                "withoutRoundOff((2e-15, -2, 0.25, -1e-17))",
                new double[] {2e-15, -2, 0.25, 0},
                Powers.withoutRoundOff(new double[] {2e-15, -2, 0.25, -1e-17}),
                0,
                "n·2⁻⁵²·2 is 1.8e-15 here. What is larger stays as it is.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("fibonacci has the numbers of Fibonacci")
    void fibonacciNumbers() {
        long[] first = {0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55};
        for (int n = 0; n < first.length; n++) {
            assertEquals(first[n], Powers.fibonacci(n), "fibonacci(" + n + ")");
        }
        long a = 0;
        long b = 1;
        for (int n = 0; n < 60; n++) {
            long next = a + b;
            a = b;
            b = next;
        }
        // Eigenvalue and vector are off by 1e-16 or so, its 60th power by 60 times that: F(60) = 1.5e12 by 0.02 at
        // most.
        assertEquals(a, Powers.fibonacci(60), "fibonacci(60)");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "A must have an inverse for exponent -1.0, but has the eigenvalue 0",
                () -> Powers.power(new double[][] {{1, 0}, {0, 0}}, -1));
        assertRefused(
                "A must not have a negative eigenvalue for exponent 0.5, but has -4.0",
                () -> Powers.power(new double[][] {{1, 0}, {0, -4}}, 0.5));
        assertRefused("n must be in [0, 60], but was 61", () -> Powers.fibonacci(61));
    }
}
