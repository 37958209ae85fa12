package decompositions.svdlowrank;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class SvdHiddenTest {
    /** Singular values are up to 8, matrices up to 9 rows. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("perpendicular leaves only perpendicular columns, for any matrix")
    void perpendicularColumns(RandomGenerator random) {
        double[][] A = SvdTest.ofRank(random, 9, 6, 6);
        Columns columns = Columns.perpendicular(A);
        double[][] W = requireShape("turned", 6, 9, columns.turned(), "Row k is column k of A·V.");
        double[][] V = requireShape("turns", 6, 6, columns.turns(), "Row k is column k of V.");

        assertClose("turned", Matrix.times(V, Matrix.transpose(A)), W, TOLERANCE, "Turn V with the columns.");
        double[][] products = Matrix.times(W, Matrix.transpose(W));
        for (int k = 0; k < 6; k++) {
            products[k][k] = 0;
        }
        assertClose("products of different columns", new double[6][6], products, 1e-11, "Sweep until nothing turns.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("thin has the singular values that a matrix was made of, tall or wide, of full rank or not")
    void anyShape(RandomGenerator random) {
        for (int[] shape : new int[][] {{9, 5, 5}, {5, 9, 4}, {7, 7, 3}}) {
            double[][] A = SvdTest.ofRank(random, shape[0], shape[1], shape[2]);
            double[] expected = new double[Math.min(shape[0], shape[1])];
            for (int k = 0; k < shape[2]; k++) {
                expected[k] = 8 - k;
            }
            String what = "a (" + shape[0] + ", " + shape[1] + ") matrix of rank " + shape[2];

            assertClose("s of " + what, expected, Svd.thin(A).s(), TOLERANCE, "Lengths of the turned columns, sorted.");
            SvdTest.assertDecomposes(what, A, Svd.thin(A));
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("pinv · b is the shortest of the best solutions")
    void shortestOfTheBest(RandomGenerator random) {
        double[][] A = SvdTest.ofRank(random, 7, 5, 3);
        Svd svd = Svd.thin(A);
        assertEquals(3, svd.rank(), "rank of a matrix of rank 3");
        double[][] P = requireShape("pinv", 5, 7, svd.pinv(), "V · diag(1/s) · Uᵀ.");
        SvdTest.assertPenrose("a (7, 5) matrix of rank 3", A, P);
        double[] b = Matrix.gaussian(random, 1, 7)[0];
        double[] x = Matrix.times(P, b);

        // What is left over is perpendicular to all that A reaches, and x to all that A maps to 0.
        double[] residual = Matrix.plus(b, -1, Matrix.times(A, x));
        assertClose(
                "Aᵀ·(b - A·pinv·b)",
                new double[5],
                Matrix.times(Matrix.transpose(A), residual),
                1e-11,
                "No other x comes nearer to b.");
        assertClose(
                "x - pinv·A·x",
                new double[5],
                Matrix.plus(x, -1, Matrix.times(P, Matrix.times(A, x))),
                1e-11,
                "No other best x is shorter.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("no other matrix of rank k is nearer than truncate(k)")
    void nothingIsNearer(RandomGenerator random) {
        double[][] A = SvdTest.ofRank(random, 6, 8, 6);
        Svd svd = Svd.thin(A);
        double[][] near = requireShape("truncate(2)", 6, 8, svd.truncate(2), "As large as A.");

        assertClose(
                "error(2)", Math.sqrt(36 + 25 + 16 + 9), svd.error(2), TOLERANCE, "8 and 7 stay, 6, 5, 4 and 3 go.");
        assertClose("length of A - truncate(2)", svd.error(2), SvdTest.distance(A, near), TOLERANCE, "Keep 8 and 7.");
        for (int draw = 0; draw < 10; draw++) {
            double[][] rows = gradus.kit.Svd.thin(Matrix.gaussian(random, 2, 8)).vt();
            double[][] other = Matrix.times(Matrix.times(A, Matrix.transpose(rows)), rows);
            assertTrue(
                    SvdTest.distance(A, other) >= svd.error(2) - TOLERANCE,
                    "A matrix of rank 2 is nearer to A than error(2) says is possible.");
        }
    }
}
