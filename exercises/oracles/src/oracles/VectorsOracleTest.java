package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import linearalgebra.vectorops.Bases;
import linearalgebra.vectorops.Vectors;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The room vector-ops against ND4J, Commons Math and EJML. */
class VectorsOracleTest {
    /** Sums of at most 20 products of numbers of order 1. */
    private static final double TOLERANCE = 1e-12;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void productsAndNormsAgreeWithNd4j(int seed) {
        double[][] uv = Matrix.gaussian(new SplittableRandom(seed), 2, seed);
        try (INDArray u = Nd4j.createFromArray(uv[0]);
                INDArray v = Nd4j.createFromArray(uv[1])) {
            assertClose("norm(u, 1)", u.norm1Number().doubleValue(), Vectors.norm(uv[0], 1), TOLERANCE, "");
            assertClose("norm(u, 2)", u.norm2Number().doubleValue(), Vectors.norm(uv[0], 2), TOLERANCE, "");
            assertClose(
                    "norm(u, ∞)",
                    u.normmaxNumber().doubleValue(),
                    Vectors.norm(uv[0], Double.POSITIVE_INFINITY),
                    TOLERANCE,
                    "");
            assertClose("dot", Nd4j.getBlasWrapper().dot(u, v), Vectors.dot(uv[0], uv[1]), TOLERANCE, "");
            assertClose("cosine", Transforms.cosineSim(u, v), Vectors.cosine(uv[0], uv[1]), TOLERANCE, "");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void crossAndAngleAgreeWithCommonsMath(int seed) {
        double[][] uv = Matrix.gaussian(new SplittableRandom(seed), 2, 3);
        Vector3D u = new Vector3D(uv[0]);
        Vector3D v = new Vector3D(uv[1]);

        assertClose("cross", u.crossProduct(v).toArray(), Vectors.cross(uv[0], uv[1]), TOLERANCE, "");
        assertClose("angle", Vector3D.angle(u, v), Vectors.angle(uv[0], uv[1]), TOLERANCE, "");
    }

    /** The rows of a Gram-Schmidt basis are the columns of Q of the transposed vectors, but for signs. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void basesAgreeWithEjml(int seed) {
        int n = 2 + seed % 6;
        double[][] vectors = Matrix.gaussian(new SplittableRandom(seed), n - 1, n);
        var qr = DecompositionFactory_DDRM.qr(n, n - 1);
        qr.decompose(new DMatrixRMaj(Matrix.transpose(vectors)));
        DMatrixRMaj q = qr.getQ(null, true);
        double[][] expected = new double[n - 1][n];
        for (int k = 0; k < n - 1; k++) {
            for (int j = 0; j < n; j++) {
                expected[k][j] = q.get(j, k);
            }
        }
        double[][] basis = Bases.gramSchmidt(vectors);

        assertEquals(n - 1, basis.length);
        // Condition numbers of these few matrices stay below 1000.
        assertCloseUpToSign("gramSchmidt", expected, basis, 1e-11, "");
    }
}
