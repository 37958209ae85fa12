package linearalgebra.qrcholesky;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    private static final double TOLERANCE = 1e-11;

    private static final double[][] A = {{4, 2, -2}, {2, 10, 5}, {-2, 5, 9}};

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("of gives the lower triangle whose product with its transpose is A")
    void factorByHand() {
        assertClose(
                "lower of {{4, 2, -2}, {2, 10, 5}, {-2, 5, 9}}",
                new double[][] {{2, 0, 0}, {1, 3, 0}, {-1, 2, 2}},
                Cholesky.of(A).lower(),
                TOLERANCE,
                "Row by row: √4; 2/2, √(10 - 1); -2/2, (5 + 1)/3, √(9 - 1 - 4).");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("of refuses what is not positive definite, and nothing else")
    void refusals() {
        assertThrows(
                NotPositiveDefinite.class,
                () -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}),
                "Along (1, -1) the form of {{1, 2}, {2, 1}} is negative, though its entries are not.");
        assertThrows(
                NotPositiveDefinite.class,
                () -> Cholesky.of(new double[][] {{0.04, 0.02}, {0.02, 0.01}}),
                "Along (1, -2) the form of {{0.04, 0.02}, {0.02, 0.01}} is 0. What is left is round-off: 2e-18.");
        assertThrows(NotPositiveDefinite.class, () -> Cholesky.of(new double[][] {{-4}}), "{{-4}} has no real root.");
        assertThrows(NotPositiveDefinite.class, () -> Cholesky.of(new double[1][1]), "{{0}} is not positive.");
        assertClose(
                "lower of {{1e-20, 0}, {0, 1}}",
                new double[][] {{1, 0}, {0, 1}},
                scaled(Cholesky.of(new double[][] {{1e-20, 0}, {0, 1}}).lower()),
                TOLERANCE,
                "A small unit is no reason: compare what is left with the diagonal entry of A.");
    }

    /** The first row in its own unit. */
    private static double[][] scaled(double[][] lower) {
        double[][] copy = new double[lower.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = lower[i].clone();
            for (int j = 0; i == 0 && j < copy[i].length; j++) {
                copy[i][j] *= 1e10;
            }
        }
        return copy;
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("solve goes down with L and up with its transpose")
    void solveByHand() {
        assertClose(
                "solve((-6, -3, 15)) with {{4, 2, -2}, {2, 10, 5}, {-2, 5, 9}}",
                new double[] {1, -2, 3},
                Cholesky.of(A).solve(new double[] {-6, -3, 15}),
                TOLERANCE,
                "First L y = b, then Lᵀ x = y; entry [i][j] of Lᵀ is lower[j][i].");
    }

    @Test
    @DisplayName("matrices that are not symmetric, and right-hand sides that do not fit, are refused")
    void badInputIsRefused() {
        Cholesky cholesky = new Cholesky(new double[][] {{2}});

        assertRefused(
                "A must be symmetric, but A[1][0] is 3.0 and A[0][1] is 2.0",
                () -> Cholesky.of(new double[][] {{1, 2}, {3, 4}}));
        assertRefused("A must have 2 columns, but has 1", () -> Cholesky.of(new double[2][1]));
        assertRefused("A must be finite, but A[0][0] was NaN", () -> Cholesky.of(new double[][] {{0.0 / 0}}));
        assertRefused("b must have 1 entry, but has 2", () -> cholesky.solve(new double[2]));
    }
}
