package linearalgebra.linearsolvers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class LuHiddenTest {
    /** Entries up to 4, at most 9 rows, growth below 2⁸: backward errors are far below 1e-11. */
    private static final double BACKWARD = 1e-11;

    @Graded(stage = 1, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("P·A = L·U with factors of size at most 1, for any matrix")
    void productOfFactors(RandomGenerator random) {
        int n = random.nextInt(2, 9);
        double[][] A = Matrix.gaussian(random, n, n);
        Lu lu = Lu.of(A);
        double[][] L = requireShape("lower", n, n, lu.lower(), "As large as A.");
        double[][] U = requireShape("upper", n, n, lu.upper(), "As large as A.");
        int[] sorted = lu.permutation().clone();
        Arrays.sort(sorted);

        assertExact("sorted permutation", IntStream.range(0, n).toArray(), sorted, "Every row of A once.");
        double[][] ordered = Arrays.stream(lu.permutation()).mapToObj(i -> A[i]).toArray(double[][]::new);
        assertClose("lower · upper", ordered, Matrix.times(L, U), BACKWARD, "P·A = L·U.");
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i <= j) {
                    assertEquals(i == j ? 1 : 0, L[i][j], "lower has ones on its diagonal and zeros above.");
                } else {
                    assertEquals(0, U[i][j], "upper has zeros below its diagonal.");
                    assertTrue(Math.abs(L[i][j]) <= 1, "Factors are at most 1 in size if the pivot is the largest.");
                }
            }
        }
        assertEquals(swaps(lu.permutation()) % 2 == 0 ? 1 : -1, lu.sign(), "The sign counts the swaps.");
    }

    private static int swaps(int[] permutation) {
        int n = 0;
        for (int i = 0; i < permutation.length; i++) {
            for (int j = 0; j < i; j++) {
                n += permutation[j] > permutation[i] ? 1 : 0;
            }
        }
        return n;
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("solve leaves a residual of round-off, even where the solution is far off")
    void residuals(RandomGenerator random) {
        int n = random.nextInt(2, 10);
        for (double[][] A : new double[][][] {Matrix.gaussian(random, n, n), LuTest.hilbert(n)}) {
            double[] b = Matrix.times(A, random.doubles(n, -3, 3).toArray());
            double[] x = Lu.of(A).solve(b);
            assertEquals(n, x.length, "x has as many entries as b.");
            double scale = Matrix.norm(x) + Matrix.norm(b);
            assertClose("A·x / scale", scaled(b, scale), scaled(Matrix.times(A, x), scale), BACKWARD, "A·x is b.");
        }
    }

    private static double[] scaled(double[] a, double scale) {
        return Matrix.times(1 / scale, new double[][] {a})[0];
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("det(A·B) = det A · det B, and A times its inverse is the identity")
    void determinantsMultiply(RandomGenerator random) {
        for (int n = 1; n <= 5; n++) {
            assertDeterminantsMultiply(conditioned(random, n), conditioned(random, n));
        }
    }

    private static void assertDeterminantsMultiply(double[][] A, double[][] B) {
        int n = A.length;
        // Singular values from 1 to 2, at most 5 of them: determinants up to 1024, relative errors of 1e-14.
        double dA = Lu.of(A).determinant();
        double dB = Lu.of(B).determinant();
        assertClose("det(A·B)", dA * dB, Lu.of(Matrix.times(A, B)).determinant(), 1e-9, "Areas are multiplied.");
        double product = Arrays.stream(Svd.thin(A).s()).reduce(1, (a, b) -> a * b);
        assertClose(
                "|det A|", product, Math.abs(dA), 1e-10, "The product of the singular values, which is the volume.");
        double[][] inverse = requireShape("inverse", n, n, Lu.of(A).inverse(), "As large as A.");
        assertClose("A · inverse", Matrix.identity(n), Matrix.times(A, inverse), BACKWARD, "Column by column.");
    }

    /** Singular values between 1 and 2, so that nothing is lost. */
    private static double[][] conditioned(RandomGenerator random, int n) {
        double[][] u = Svd.thin(Matrix.gaussian(random, n, n)).u();
        double[][] vt = Svd.thin(Matrix.gaussian(random, n, n)).vt();
        for (double[] row : vt) {
            double s = random.nextDouble(1, 2);
            for (int j = 0; j < n; j++) {
                row[j] *= s;
            }
        }
        return Matrix.times(u, vt);
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the rank of a product of thin matrices is their width")
    void ranksOfProducts(RandomGenerator random) {
        int rank = random.nextInt(1, 5);
        double[][] left = Matrix.times(conditioned(random, rank), wide(random, rank, rank + random.nextInt(3)));
        double[][] right = Matrix.times(conditioned(random, rank), wide(random, rank, rank + random.nextInt(4)));

        assertEquals(
                rank,
                Rank.of(Matrix.times(Matrix.transpose(left), right), 1e-10),
                "A product has the rank of its thin factors.");
    }

    /** Orthonormal rows. */
    private static double[][] wide(RandomGenerator random, int nRows, int nColumns) {
        return Svd.thin(Matrix.gaussian(random, nRows, nColumns)).vt();
    }
}
