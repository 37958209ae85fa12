package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;

import decompositions.pca.Pca;
import gradus.checks.Evidence;
import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PcaOracleTest {
    /** The spreads of the data differ clearly, so components are known to within 1e-12 or so. */
    private static final double TOLERANCE = 1e-10;

    static Stream<Arguments> data() {
        double[][] iris = Datasets.table("iris/iris.csv").numbers();
        return Stream.of(
                Arguments.of("iris", iris),
                Arguments.of("iris, standardised", Pca.standardise(iris)),
                Arguments.of("more samples than features", spread(40, 6)),
                Arguments.of("fewer samples than features", Matrix.transpose(spread(15, 6))),
                Arguments.of("far from the origin", Matrix.plusRow(spread(30, 3), new double[] {1e3, -1e3, 1e3})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    @Evidence(LIBRARY)
    void agreesWithNd4j(String name, double[][] X) {
        int rank = Math.min(X.length - 1, X[0].length);
        try (INDArray samples = Nd4j.createFromArray(X);
                INDArray mean = samples.mean(0);
                INDArray centred = samples.subRowVector(mean);
                INDArray overwritten = centred.dup('f');
                INDArray s = Nd4j.create(DataType.DOUBLE, Math.min(X.length, X[0].length));
                INDArray u = Nd4j.create(DataType.DOUBLE, new long[] {X.length, X.length}, 'f');
                INDArray vt = Nd4j.create(DataType.DOUBLE, new long[] {X[0].length, X[0].length}, 'f')) {
            Nd4j.getBlasWrapper().lapack().gesvd(overwritten, s, u, vt);

            assertAgrees(s.toDoubleVector(), vt.toDoubleMatrix(), rank, X);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("data")
    @Evidence(LIBRARY)
    void agreesWithEjml(String name, double[][] X) {
        int rank = Math.min(X.length - 1, X[0].length);
        DMatrixRMaj centred = new DMatrixRMaj(Matrix.minusRow(X, Matrix.columnMeans(X)));
        var svd = DecompositionFactory_DDRM.svd(X.length, X[0].length, true, true, true);
        svd.decompose(centred);
        DMatrixRMaj vt = svd.getV(null, true);
        double[] s = svd.getSingularValues();
        SingularOps_DDRM.descendingOrder(null, false, s, s.length, vt, true);

        assertAgrees(s, rows(vt), rank, X);
    }

    private static void assertAgrees(double[] s, double[][] vt, int rank, double[][] X) {
        double[] variance = Arrays.stream(s)
                .limit(rank)
                .map(sigma -> sigma * sigma / (X.length - 1))
                .toArray();
        Pca pca = Pca.fit(X, rank);

        assertClose("explainedVariance", variance, pca.explainedVariance(), TOLERANCE, "");
        assertClose("totalVariance", Arrays.stream(variance).sum(), pca.totalVariance(), TOLERANCE, "");
        assertCloseUpToSign("components", Arrays.copyOf(vt, rank), pca.components(), TOLERANCE, "");
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

    /** Normal samples whose feature j has standard deviation 2ʲ. */
    private static double[][] spread(int nSamples, int nFeatures) {
        double[][] X = Matrix.gaussian(new SplittableRandom(5), nSamples, nFeatures);
        for (double[] sample : X) {
            for (int j = 0; j < nFeatures; j++) {
                sample[j] *= 1 << j;
            }
        }
        return X;
    }
}
