package linearalgebra.qrcholesky;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import gradus.datasets.Table;
import gradus.kit.Matrix;
import linearalgebra.linearsolvers.SingularMatrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QrTest {
    /** Numbers up to 20 and condition numbers below 10: within 1e-13. */
    private static final double TOLERANCE = 1e-11;

    private static final double ROOT = Math.sqrt(5);
    private static final double[][] A = {{3, 1}, {4, 3}, {0, 2}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("mirror points from the image to the vector, without cancelling")
    void mirrorByHand() {
        assertClose(
                "mirror((3, 4), 0)",
                new double[] {2 / ROOT, 1 / ROOT},
                Qr.mirror(new double[] {3, 4}, 0),
                TOLERANCE,
                "(3 + 5, 4) divided by its length. 3 - 5 would do as well, if digits did not cancel.");
        assertClose(
                "mirror((9, -3, 4), 1)",
                new double[] {0, -2 / ROOT, 1 / ROOT},
                Qr.mirror(new double[] {9, -3, 4}, 1),
                TOLERANCE,
                "Only entries from 1 on count; -3 gets a minus: (0, -3 - 5, 4).");
        assertClose(
                "mirror((5, 0, 0), 1)",
                new double[3],
                Qr.mirror(new double[] {5, 0, 0}, 1),
                TOLERANCE,
                "From entry 1 on all is 0: nothing to do.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("reflected turns a vector around along w")
    void reflectedByHand() {
        assertClose(
                "reflected((0.6, 0.8), (5, 10))",
                new double[] {-8.2, -7.6},
                Qr.reflected(new double[] {0.6, 0.8}, new double[] {5, 10}),
                TOLERANCE,
                "w·x is 11, so 22 w is taken off.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("of makes a triangle whose diagonal holds what is new in each column")
    void triangleByHand() {
        assertCloseUpToSign(
                "upper of {{3, 1}, {4, 3}, {0, 2}}",
                new double[][] {{5, 3}, {0, ROOT}},
                Qr.of(A).upper(),
                TOLERANCE,
                "The first column is 5 long; the second has 3 along it, and √5 is left.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("q has the new directions as columns")
    void directionsByHand() {
        assertCloseUpToSign(
                "q() of {{3, 1}, {4, 3}, {0, 2}}, transposed",
                new double[][] {{0.6, 0.8, 0}, {-0.8 / ROOT, 0.6 / ROOT, 2 / ROOT}},
                transposed(Qr.of(A).q()),
                TOLERANCE,
                "Each axis goes through the mirrors, the last one first.");
    }

    private static double[][] transposed(double[][] Q) {
        return Q == null || Q.length == 0 || Q[0].length == 0 ? new double[0][] : Matrix.transpose(Q);
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares finds the line nearest to points")
    void lineByHand() {
        // Means 1.5 and 3, Σ(x - 1.5)(y - 3) = 5, Σ(x - 1.5)² = 5: slope 1, intercept 1.5.
        assertClose(
                "leastSquares of the line through (0, 1), (1, 3), (2, 4), (3, 4)",
                new double[] {1.5, 1},
                Qr.of(new double[][] {{1, 0}, {1, 1}, {1, 2}, {1, 3}}).leastSquares(new double[] {1, 3, 4, 4}),
                TOLERANCE,
                "b goes through the mirrors in the order of the columns; then solve R x = Qᵀ b from the bottom.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares does without the normal equations")
    void almostParallelColumns() {
        // The condition number is 1.4e8, so 1e-8 of x is lost; that of AᵀA is 2e16, which would lose all.
        double e = 1e-8;
        assertClose(
                "leastSquares with columns (1, 1e-8, 0) and (1, 0, 1e-8)",
                new double[] {1, 2},
                Qr.of(new double[][] {{1, 1}, {e, 0}, {0, e}}).leastSquares(new double[] {3, e, 2 * e}),
                1e-6,
                "In AᵀA the numbers are 1 + 1e-16, which is 1: it is singular. Use Q and R.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares refuses columns that are dependent")
    void dependentColumns() {
        assertThrows(
                SingularMatrix.class,
                () -> Qr.of(new double[][] {{1, 2}, {3, 6}, {-1, -2}}).leastSquares(new double[3]),
                "The second column is twice the first: there are infinitely many best x.");
        double[] small = Qr.of(new double[][] {{1e-20, 0}, {0, 1}}).leastSquares(new double[] {3e-20, 4});
        assertEquals(2, small.length, "{{1e-20, 0}, {0, 1}} has two columns.");
        assertClose(
                "leastSquares with {{1e-20, 0}, {0, 1}}",
                new double[] {3, 4},
                small,
                TOLERANCE,
                "A small unit is no dependence.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("leastSquares agrees with the certified values for Longley's data")
    void longley() {
        Table table = Datasets.table("r-datasets/longley.csv");
        double[][] X = Matrix.withOnes(
                table.numbers("GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year"));
        double[] y = Matrix.transpose(table.numbers("Employed"))[0];
        double[] x = Qr.of(X).leastSquares(y);

        // NIST, Statistical Reference Datasets, Longley, converted to the units of this table. The condition number 5e9
        // leaves six digits.
        double[] certified = {
            -3482.25863459582,
            0.0150618722713733,
            -0.0358191792925910,
            -0.0202022980381683,
            -0.0103322686717359,
            -0.0511041056535807,
            1.82915146461355
        };
        assertEquals(7, x.length, "A constant and six features.");
        double[] shares = new double[7];
        double[] ones = new double[7];
        for (int j = 0; j < 7; j++) {
            shares[j] = x[j] / certified[j];
            ones[j] = 1;
        }
        assertClose(
                "coefficients / certified values",
                ones,
                shares,
                1e-5,
                "The normal equations have no digit right here.");
    }

    @Test
    @DisplayName("matrices and right-hand sides that do not fit are refused")
    void badInputIsRefused() {
        Qr qr = new Qr(new double[][] {{1, 0}}, new double[][] {{2}});

        assertRefused("A must have at least as many rows as columns, but is (1, 2)", () -> Qr.of(new double[1][2]));
        assertRefused("A must be finite, but A[0][0] was NaN", () -> Qr.of(new double[][] {{0.0 / 0}}));
        assertRefused("b must have 2 entries, but has 3", () -> qr.leastSquares(new double[3]));
    }
}
