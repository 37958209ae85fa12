package linearalgebra.qrcholesky;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class QrHiddenTest {
    /** Entries up to 10 from a few hundred operations: within 1e-13. */
    private static final double TOLERANCE = 1e-11;

    @Graded(stage = 2, points = 3)
    @Evidence(INVARIANCE)
    @DisplayName("Q·R = A, Qᵀ·Q = I and R is a triangle, however alike the columns are")
    void productOfFactors(RandomGenerator random) {
        for (int n = 1; n <= 5; n++) {
            int m = n + random.nextInt(0, 5);
            double[][] alike = Matrix.times(1e-9, Matrix.gaussian(random, m, n));
            for (double[] row : alike) {
                for (int j = 0; j < n; j++) {
                    row[j] += 1;
                }
            }
            assertFactors(Matrix.gaussian(random, m, n));
            assertFactors(alike);
        }
    }

    private static void assertFactors(double[][] A) {
        int m = A.length;
        int n = A[0].length;
        Qr qr = Qr.of(A);
        double[][] Q = requireShape("q()", m, n, qr.q(), "As many rows and columns as A.");
        double[][] R = requireShape("upper", n, n, qr.upper(), "As many rows and columns as A has columns.");
        assertClose("Q · R", A, Matrix.times(Q, R), TOLERANCE, "The product is A.");
        assertClose(
                "Qᵀ · Q",
                Matrix.identity(n),
                Matrix.times(Matrix.transpose(Q), Q),
                TOLERANCE,
                "Mirrors keep lengths and angles.");
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(0, R[i][j], "Below the diagonal of R there are zeros.");
            }
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the residual of least squares is perpendicular to the columns")
    void residualIsPerpendicular(RandomGenerator random) {
        int n = random.nextInt(1, 6);
        int m = n + random.nextInt(0, 6);
        double[][] A = conditioned(random, m, n);
        double[] b = random.doubles(m, -3, 3).toArray();
        double[] x = Qr.of(A).leastSquares(b);

        assertEquals(n, x.length, "x has one entry for each column.");
        double[] residual = Matrix.plus(b, -1, Matrix.times(A, x));
        assertClose(
                "Aᵀ · (b - A·x)",
                new double[n],
                Matrix.times(Matrix.transpose(A), residual),
                TOLERANCE,
                "It is 0 for the best x.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("L·Lᵀ = A with a positive diagonal, solve leaves no residual, and one negative direction is noticed")
    void choleskyOfAnyForm(RandomGenerator random) {
        int n = random.nextInt(2, 7);
        double[][] G = conditioned(random, n, n);
        double[][] A = symmetric(Matrix.times(G, Matrix.transpose(G)));
        double[] b = random.doubles(n, -3, 3).toArray();
        Cholesky cholesky = Cholesky.of(A);
        double[][] L = requireShape("lower", n, n, cholesky.lower(), "As large as A.");

        assertClose("L · Lᵀ", A, Matrix.times(L, Matrix.transpose(L)), TOLERANCE, "The product is A.");
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                assertEquals(0, L[i][j], "Above the diagonal of L there are zeros.");
            }
        }
        double[] x = cholesky.solve(b);
        assertEquals(n, x.length, "x has as many entries as b.");
        assertClose("A · x", b, Matrix.times(A, x), TOLERANCE, "x solves the system.");

        // Eigenvalues of A are between 1 and 9. Along a unit vector v the form is at most 9, so 10 less makes it
        // negative.
        double[] v = Svd.thin(Matrix.gaussian(random, 1, n)).vt()[0];
        double[][] saddle = Matrix.copy(A);
        for (int i = 0; i < n; i++) {
            saddle[i] = Matrix.plus(saddle[i], -10 * v[i], v);
        }
        assertThrows(
                NotPositiveDefinite.class,
                () -> Cholesky.of(symmetric(saddle)),
                "Along one direction the form is negative.");
    }

    private static double[][] symmetric(double[][] A) {
        double[][] S = Matrix.copy(A);
        for (int i = 0; i < S.length; i++) {
            for (int j = 0; j < i; j++) {
                S[j][i] = S[i][j];
            }
        }
        return S;
    }

    /** Singular values between 1 and 3. */
    private static double[][] conditioned(RandomGenerator random, int m, int n) {
        double[][] u = Svd.thin(Matrix.gaussian(random, m, n)).u();
        double[][] vt = Svd.thin(Matrix.gaussian(random, n, n)).vt();
        for (double[] row : vt) {
            double s = random.nextDouble(1, 3);
            for (int j = 0; j < n; j++) {
                row[j] *= s;
            }
        }
        return Matrix.times(u, vt);
    }
}
