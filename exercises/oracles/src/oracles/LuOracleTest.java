package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import linearalgebra.linearsolvers.Lu;
import linearalgebra.linearsolvers.Rank;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.inverse.InvertMatrix;

/** The room linear-solvers against EJML and ND4J. */
class LuOracleTest {
    /** The condition numbers of these matrices stay below 10⁴. */
    private static final double TOLERANCE = 1e-10;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    private static double[][] matrix(int seed) {
        int n = 1 + seed % 8;
        return Matrix.gaussian(new SplittableRandom(seed), n, n);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void factorsAgreeWithEjml(int seed) {
        double[][] A = matrix(seed);
        var decomposition = DecompositionFactory_DDRM.lu(A.length, A.length);
        decomposition.decompose(new DMatrixRMaj(A));
        Lu lu = Lu.of(A);

        assertClose("lower", rows(decomposition.getLower(null)), lu.lower(), TOLERANCE, "");
        assertClose("upper", rows(decomposition.getUpper(null)), lu.upper(), TOLERANCE, "");
        assertExact("permutation", decomposition.getRowPivotV(null), lu.permutation(), "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void determinantAndSolutionAgreeWithEjml(int seed) {
        double[][] A = matrix(seed);
        double[] b = Matrix.gaussian(new SplittableRandom(-seed), 1, A.length)[0];
        DMatrixRMaj x = new DMatrixRMaj(A.length, 1);
        CommonOps_DDRM.solve(new DMatrixRMaj(A), new DMatrixRMaj(A.length, 1, true, b), x);
        Lu lu = Lu.of(A);

        assertClose("determinant", CommonOps_DDRM.det(new DMatrixRMaj(A)), lu.determinant(), TOLERANCE, "");
        assertClose("solve(b)", x.getData(), lu.solve(b), TOLERANCE, "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void inverseAgreesWithNd4j(int seed) {
        double[][] A = matrix(seed);
        try (INDArray a = Nd4j.createFromArray(A);
                INDArray inverse = InvertMatrix.invert(a, false)) {
            assertClose("inverse", inverse.toDoubleMatrix(), Lu.of(A).inverse(), TOLERANCE, "");
        }
    }

    /** EJML counts singular values, the room pivots. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void rankAgreesWithEjml(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rank = 1 + seed % 4;
        double[][] A = Matrix.times(
                Matrix.gaussian(random, rank + seed % 3, rank), Matrix.gaussian(random, rank, rank + seed % 5));

        assertEquals(MatrixFeatures_DDRM.rank(new DMatrixRMaj(A), 1e-10), Rank.of(A, 1e-10));
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
