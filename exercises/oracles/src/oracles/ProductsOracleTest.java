package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import linearalgebra.matrixproducts.Products;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The room matrix-products against ND4J and EJML. */
class ProductsOracleTest {
    /** Sums of up to 40 products of order 1, in another order. */
    private static final double TOLERANCE = 1e-12;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void productsAgreeWithNd4j(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] A = Matrix.gaussian(random, 1 + seed, 2 * seed);
        double[][] B = Matrix.gaussian(random, 2 * seed, 3 + seed % 7);
        try (INDArray a = Nd4j.createFromArray(A);
                INDArray b = Nd4j.createFromArray(B);
                INDArray product = a.mmul(b)) {
            double[][] expected = product.toDoubleMatrix();
            assertClose("naive", expected, Products.naive(A, B), TOLERANCE, "");
            assertClose("transposedB", expected, Products.transposedB(A, B), TOLERANCE, "");
            assertClose("blocked", expected, Products.blocked(A, B, 1 + seed % 6), TOLERANCE, "");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void traceAgreesWithEjml(int seed) {
        double[][] A = Matrix.gaussian(new SplittableRandom(seed), seed, seed);

        assertClose("trace", CommonOps_DDRM.trace(new DMatrixRMaj(A)), Products.trace(A), TOLERANCE, "");
    }
}
