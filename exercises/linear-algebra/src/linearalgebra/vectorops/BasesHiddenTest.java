package linearalgebra.vectorops;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class BasesHiddenTest {
    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("gramSchmidt is orthonormal and spans the same, for any vectors")
    void orthonormalAndSameSpan(RandomGenerator random) {
        int n = random.nextInt(3, 7);
        int rank = random.nextInt(1, n + 1);
        double[][] mixing = Arrays.copyOf(spread(random, rank, rank), rank + 2);
        mixing[rank] = Matrix.gaussian(random, 1, rank)[0];
        mixing[rank + 1] = Matrix.gaussian(random, 1, rank)[0];
        double[][] A = Matrix.times(mixing, spread(random, rank, n));
        double[][] Q = requireShape(
                "gramSchmidt of combinations of " + rank + " vectors",
                rank,
                n,
                Bases.gramSchmidt(A),
                "One row for each new direction.");
        double[][] Qt = Matrix.transpose(Q);

        // To 1e-12 as the roadmap asks; sums of n products of numbers up to 1 are within 1e-15.
        assertClose("Q · Qᵀ", Matrix.identity(rank), Matrix.times(Q, Qt), 1e-12, "Rows of length 1, perpendicular.");
        // What is left out is below 1e-10 of a vector, and these are up to 100 long.
        assertClose(
                "A · Qᵀ · Q", A, Matrix.times(Matrix.times(A, Qt), Q), 1e-8, "All vectors are combinations of rows.");
        double[][] shadows = Matrix.times(A, Qt);
        for (int i = 0; i < rank; i++) {
            assertTrue(shadows[i][i] > 0, "Row " + i + " points to the side of vector " + i + ".");
            for (int k = i + 1; k < rank; k++) {
                assertClose(
                        "vector " + i + " · row " + k,
                        0,
                        shadows[i][k],
                        1e-10,
                        "Row k is perpendicular to all vectors before k.");
            }
        }
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("combinations are found in any number of dimensions")
    void combinations(RandomGenerator random) {
        int n = random.nextInt(3, 8);
        double[][] basis = spread(random, n - 1, n);
        double[] inside = Matrix.times(Matrix.gaussian(random, 1, n - 1), basis)[0];
        double[][] all = spread(random, n, n);
        double[][] dependent = all.clone();
        dependent[n - 1] = Matrix.plus(all[0], -2, all[1]);
        double[] outside = perpendicular(basis, random);

        assertTrue(Bases.inSpan(inside, basis), "A combination is in the span.");
        assertFalse(Bases.inSpan(Matrix.plus(inside, 0.01, outside), basis), "A vector off the span is not in it.");
        assertTrue(Bases.isLinearlyIndependent(all), "Vectors in directions of their own are independent.");
        assertFalse(Bases.isLinearlyIndependent(dependent), "The last vector is the first less twice the second.");
    }

    /** Vectors near different axes, so that none is nearly a combination of the others. */
    private static double[][] spread(RandomGenerator random, int nVectors, int n) {
        double[][] A = new double[nVectors][];
        for (int i = 0; i < nVectors; i++) {
            A[i] = random.doubles(n, -0.1, 0.1).toArray();
            A[i][i] += random.nextDouble(1, 3);
        }
        return A;
    }

    /** A vector of length 1, perpendicular to n - 1 independent vectors with n entries. */
    private static double[] perpendicular(double[][] basis, RandomGenerator random) {
        double[][] vt = Svd.thin(basis).vt();
        double[] left = random.doubles(basis[0].length, -1, 1).toArray();
        for (int pass = 0; pass < 2; pass++) {
            for (double[] q : vt) {
                left = Matrix.plus(left, -Matrix.dot(left, q), q);
            }
        }
        return Matrix.times(1 / Matrix.norm(left), new double[][] {left})[0];
    }
}
