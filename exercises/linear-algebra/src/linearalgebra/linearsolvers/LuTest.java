package linearalgebra.linearsolvers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LuTest {
    /** Numbers up to 10, condition numbers below 100, a dozen operations: 2e-13 at most. */
    private static final double TOLERANCE = 1e-11;

    /** Row 2 becomes the first, row 0 the second: pivots 8, -3/4, -2/3, after two swaps. */
    private static final double[][] A = {{2, 1, 1}, {4, 3, 3}, {8, 7, 9}};

    @Graded(stage = 1, points = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("of eliminates below the largest pivot of each column and keeps the factors")
    void factorsByHand() {
        Lu lu = Lu.of(A);

        assertExact(
                "permutation of {{2, 1, 1}, {4, 3, 3}, {8, 7, 9}}",
                new int[] {2, 0, 1},
                lu.permutation(),
                "8 is the largest entry of column 0. Then, of -1/2 and -3/4, the latter is larger in size.");
        assertClose(
                "upper",
                new double[][] {{8, 7, 9}, {0, -0.75, -1.25}, {0, 0, -2 / 3.0}},
                lu.upper(),
                TOLERANCE,
                "Subtract factor times the pivot's row from each row below it.");
        assertClose(
                "lower",
                new double[][] {{1, 0, 0}, {0.25, 1, 0}, {0.5, 2 / 3.0, 1}},
                lu.lower(),
                TOLERANCE,
                "Factors are swapped together with the rows that they belong to; on the diagonal stand ones.");
        assertEquals(
                1, lu.sign(), "Two swaps make an even number: the sign of {{2, 1, 1}, {4, 3, 3}, {8, 7, 9}} is 1.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("of goes on where a column has nothing to eliminate")
    void singularMatricesHaveFactors() {
        assertFactors("{{0, 0, 1}, {0, 0, 2}, {3, 4, 5}}", new double[][] {{0, 0, 1}, {0, 0, 2}, {3, 4, 5}}, TOLERANCE);
        assertFactors("{{0, 1, 2}, {0, 3, 4}, {0, 5, 6}}", new double[][] {{0, 1, 2}, {0, 3, 4}, {0, 5, 6}}, TOLERANCE);
        // Four operations on numbers up to 4e-13.
        assertFactors(
                "{{1e-13, 2e-13}, {3e-13, 4e-13}}", new double[][] {{1e-13, 2e-13}, {3e-13, 4e-13}}, 1e-13 * TOLERANCE);
    }

    private static void assertFactors(String matrix, double[][] B, double tolerance) {
        int n = B.length;
        Lu lu = Lu.of(B);
        double[][] L = requireShape("lower", n, n, lu.lower(), "As large as A.");
        double[][] U = requireShape("upper", n, n, lu.upper(), "As large as A.");
        double[][] ordered = new double[n][];
        for (int i = 0; i < n; i++) {
            ordered[i] = B[lu.permutation()[i]];
            for (int j = 0; j < i; j++) {
                assertClose(
                        "upper[" + i + "][" + j + "] of " + matrix,
                        0,
                        U[i][j],
                        0,
                        "Below the diagonal everything is eliminated, however small.");
            }
        }
        assertClose(
                "lower · upper of " + matrix,
                ordered,
                Matrix.times(L, U),
                tolerance,
                "Where the largest entry is 0 there is nothing to eliminate, and nothing to divide by. Go on with the next"
                        + " column.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("solve goes down with L and up with U, in the order of the rows")
    void solveByHand() {
        assertClose(
                "solve((11, 27, 67)) with {{2, 1, 1}, {4, 3, 3}, {8, 7, 9}}",
                new double[] {3, 1, 4},
                Lu.of(A).solve(new double[] {6 + 1 + 4, 12 + 3 + 12, 24 + 7 + 36}),
                TOLERANCE,
                "Put b in the order of permutation, then go down and up.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("solve does not lose small equations to a small pivot")
    void smallPivot() {
        // Without swapping, 1 - 1e20 rounds to -1e20, and x comes out as (0, 1).
        assertClose(
                "solve((1, 2)) with {{1e-20, 1}, {1, 1}}",
                new double[] {1, 1},
                Lu.of(new double[][] {{1e-20, 1}, {1, 1}}).solve(new double[] {1, 2}),
                TOLERANCE,
                "1e-20 is no good pivot: 1e20 times its row leaves nothing of the other.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("isSingular knows round-off from small numbers, and solve refuses to divide by it")
    void singularIsReported() {
        double[][] rows = {{-1, -2, -3}, {-4, -5, -6}, {-7, -8, -9}};
        assertTrue(
                Lu.of(rows).isSingular(),
                "{{-1, -2, -3}, {-4, -5, -6}, {-7, -8, -9}} is singular: its outer rows sum to twice the middle one. The last pivot"
                        + " is round-off of 9.");
        assertTrue(Lu.of(new double[][] {{0, 1}, {0, 2}}).isSingular(), "{{0, 1}, {0, 2}} has a column of zeros.");
        assertTrue(Lu.of(new double[2][2]).isSingular(), "Zeros are singular.");
        double[][] U = {{1, 0, 1000}, {0, 1, 0}, {0, 0, 1e-13}};
        assertTrue(
                new Lu(Matrix.identity(3), U, new int[] {0, 1, 2}, 1).isSingular(),
                "The pivot 1e-13 is below 1000: it may be 3 · 2⁻⁵² · 1000 = 7e-13 of round-off.");
        assertFalse(
                Lu.of(new double[][] {{1, 0}, {0, 1e-20}}).isSingular(),
                "{{1, 0}, {0, 1e-20}} is regular: its second unit is small, that is all. Compare a pivot with its column.");
        assertFalse(
                Lu.of(new double[][] {{1, 1}, {1, 1 + 1e-14}}).isSingular(),
                "{{1, 1}, {1, 1 + 1e-14}} is regular: 1e-14 is more than the 4e-16 of round-off.");
        assertThrows(
                SingularMatrix.class,
                () -> Lu.of(rows).solve(new double[] {1, 2, 3}),
                "Nobody can solve with {{-1, -2, -3}, {-4, -5, -6}, {-7, -8, -9}}.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("determinant multiplies the pivots and counts the swaps")
    void determinantsByHand() {
        assertClose(
                "determinant of {{2, 1, 1}, {4, 3, 3}, {8, 7, 9}}",
                4,
                Lu.of(A).determinant(),
                TOLERANCE,
                "8 · (-3/4) · (-2/3), after two swaps.");
        assertClose(
                "determinant of {{0, 3}, {2, 0}}",
                -6,
                Lu.of(new double[][] {{0, 3}, {2, 0}}).determinant(),
                TOLERANCE,
                "One swap turns the sign.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("determinant of the Hilbert matrix with 5 rows is 3.7493e-12")
    void hilbert() {
        // 1/266716800000, sequence A005249 of the OEIS. The condition number 4.8e5 leaves ten digits.
        assertClose(
                "determinant of the 5 x 5 Hilbert matrix · 266716800000",
                1,
                Lu.of(hilbert(5)).determinant() * 266_716_800_000.0,
                1e-9,
                "Its entries are 1 / (i + j + 1).");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("inverse has the solutions for the columns of the identity as its columns")
    void inverseByHand() {
        assertClose(
                "inverse of {{0, 2, 1}, {1, 0, 0}, {0, 1, 1}}",
                new double[][] {{0, 1, 0}, {1, 0, -1}, {-1, 0, 2}},
                Lu.of(new double[][] {{0, 2, 1}, {1, 0, 0}, {0, 1, 1}}).inverse(),
                TOLERANCE,
                "Column j is what solve gives for column j of the identity.");
        assertThrows(
                SingularMatrix.class,
                () -> Lu.of(new double[][] {{1, 2}, {2, 4}}).inverse(),
                "{{1, 2}, {2, 4}} has no inverse.");
    }

    @Test
    @DisplayName("matrices that are not square, and right-hand sides that do not fit, are refused")
    void badInputIsRefused() {
        Lu lu = new Lu(new double[][] {{1}}, new double[][] {{2}}, new int[] {0}, 1);

        assertRefused("A must have 2 columns, but has 3", () -> Lu.of(new double[2][3]));
        assertRefused("A must have at least 1 row, but is empty", () -> Lu.of(new double[0][]));
        assertRefused("A must be finite, but A[0][0] was Infinity", () -> Lu.of(new double[][] {{1 / 0.0}}));
        assertRefused("b must have 1 entry, but has 2", () -> lu.solve(new double[2]));
    }

    static double[][] hilbert(int n) {
        double[][] H = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                H[i][j] = 1.0 / (i + j + 1);
            }
        }
        return H;
    }
}
