package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import linearalgebra.qrcholesky.Cholesky;
import linearalgebra.qrcholesky.NotPositiveDefinite;
import linearalgebra.qrcholesky.Qr;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The room qr-cholesky against EJML and ND4J. */
class QrOracleTest {
    /** The condition numbers of these matrices stay below 10⁴. */
    private static final double TOLERANCE = 1e-10;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    private static double[][] matrix(int seed) {
        int n = 1 + seed % 6;
        return Matrix.gaussian(new SplittableRandom(seed), n + seed % 5, n);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void factorsAgreeWithEjml(int seed) {
        double[][] A = matrix(seed);
        var decomposition = DecompositionFactory_DDRM.qr(A.length, A[0].length);
        decomposition.decompose(new DMatrixRMaj(A));
        Qr qr = Qr.of(A);

        assertCloseUpToSign("upper", rows(decomposition.getR(null, true)), qr.upper(), TOLERANCE, "");
        assertCloseUpToSign(
                "q(), transposed",
                Matrix.transpose(rows(decomposition.getQ(null, true))),
                Matrix.transpose(qr.q()),
                TOLERANCE,
                "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void leastSquaresAgreesWithEjml(int seed) {
        double[][] A = matrix(seed);
        double[] b = Matrix.gaussian(new SplittableRandom(-seed), 1, A.length)[0];
        DMatrixRMaj x = new DMatrixRMaj(A[0].length, 1);
        CommonOps_DDRM.solve(new DMatrixRMaj(A), new DMatrixRMaj(A.length, 1, true, b), x);

        assertClose("leastSquares(b)", x.getData(), Qr.of(A).leastSquares(b), TOLERANCE, "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void choleskyAgreesWithNd4j(int seed) {
        double[][] G = matrix(seed);
        double[][] A = Matrix.times(Matrix.transpose(G), G);
        try (INDArray factored = Nd4j.createFromArray(A).dup('f')) {
            Nd4j.getBlasWrapper().lapack().potrf(factored, true);
            double[][] lower = factored.toDoubleMatrix();
            for (int i = 0; i < lower.length; i++) {
                for (int j = i + 1; j < lower.length; j++) {
                    lower[i][j] = 0;
                }
            }
            assertClose("lower", lower, Cholesky.of(A).lower(), TOLERANCE, "");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void definitenessAgreesWithEjml(int seed) {
        int n = 2 + seed % 5;
        double[][] A = Matrix.gaussian(new SplittableRandom(seed), n, n);
        for (int i = 0; i < n; i++) {
            A[i][i] += 0.4 * n;
            for (int j = 0; j < i; j++) {
                A[i][j] = A[j][i];
            }
        }
        var decomposition = DecompositionFactory_DDRM.chol(n, true);
        boolean isDefinite = decomposition.decompose(new DMatrixRMaj(A));

        if (isDefinite) {
            assertEquals(n, Cholesky.of(A).lower().length);
        } else {
            assertThrows(NotPositiveDefinite.class, () -> Cholesky.of(A));
        }
    }

    private static double[][] rows(DMatrixRMaj A) {
        double[][] rows = new double[A.numRows][A.numCols];
        for (int i = 0; i < A.numRows; i++) {
            for (int j = 0; j < A.numCols; j++) {
                rows[i][j] = A.get(i, j);
            }
        }
        return rows;
    }
}
