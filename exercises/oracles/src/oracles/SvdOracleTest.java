package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import decompositions.svdlowrank.Svd;
import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SvdOracleTest {
    /** Singular values of up to 20 are known to 1e-14 of the largest; pseudoinverses are off by that times 1/s². */
    private static final double TOLERANCE = 1e-10;

    static Stream<Arguments> matrices() {
        double[][] lowRank = Matrix.times(
                Matrix.gaussian(new SplittableRandom(1), 12, 3), Matrix.gaussian(new SplittableRandom(2), 3, 9));
        return Stream.of(
                Arguments.of("tall", Matrix.gaussian(new SplittableRandom(3), 20, 7)),
                Arguments.of("wide", Matrix.gaussian(new SplittableRandom(4), 6, 15)),
                Arguments.of("square", Matrix.gaussian(new SplittableRandom(5), 30, 30)),
                Arguments.of("rank 3", lowRank));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    @Evidence(LIBRARY)
    void singularValuesAgreeWithNd4j(String name, double[][] A) {
        try (INDArray matrix = Nd4j.createFromArray(A);
                INDArray overwritten = matrix.dup('f');
                INDArray s = Nd4j.create(DataType.DOUBLE, Math.min(A.length, A[0].length));
                INDArray u = Nd4j.create(DataType.DOUBLE, new long[] {A.length, A.length}, 'f');
                INDArray vt = Nd4j.create(DataType.DOUBLE, new long[] {A[0].length, A[0].length}, 'f')) {
            Nd4j.getBlasWrapper().lapack().gesvd(overwritten, s, u, vt);

            assertClose("s", s.toDoubleVector(), Svd.thin(A).s(), TOLERANCE, "");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    @Evidence(LIBRARY)
    void agreesWithEjml(String name, double[][] A) {
        var svd = DecompositionFactory_DDRM.svd(A.length, A[0].length, false, false, true);
        svd.decompose(new DMatrixRMaj(A));
        double[] s = Arrays.stream(svd.getSingularValues())
                .map(value -> -value)
                .sorted()
                .map(value -> -value)
                .toArray();
        DMatrixRMaj pinv = new DMatrixRMaj(A[0].length, A.length);
        CommonOps_DDRM.pinv(new DMatrixRMaj(A), pinv);

        assertClose("s", s, Svd.thin(A).s(), TOLERANCE, "");
        assertClose("pinv", rows(pinv), Svd.thin(A).pinv(), TOLERANCE, "");
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
