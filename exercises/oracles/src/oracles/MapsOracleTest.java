package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import linearalgebra.matrixmaps.Maps;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.inverse.InvertMatrix;

/** The room matrix-maps against the JDK's transforms, EJML and ND4J. */
class MapsOracleTest {
    /** Determinants of these matrices are above 10⁻³. */
    private static final double TOLERANCE = 1e-11;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void composedMapsAgreeWithAffineTransform(int seed) {
        double angle = 0.3 * seed;
        double factor = seed / 7.0 - 1;
        AffineTransform transform = AffineTransform.getScaleInstance(2, -factor);
        transform.shear(factor, 0);
        transform.rotate(angle); // the last one comes first, as in a product
        double[][] all = Maps.compose(List.of(Maps.rotation(angle), Maps.shear(factor), Maps.scaling(2, -factor)));

        assertClose(
                "compose",
                new double[][] {
                    {transform.getScaleX(), transform.getShearX()}, {transform.getShearY(), transform.getScaleY()}
                },
                all,
                TOLERANCE,
                "");
        assertClose("determinant", transform.getDeterminant(), Maps.determinant(all), TOLERANCE, "");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void inverseAgreesWithEjmlAndNd4j(int seed) {
        double[][] A = Matrix.gaussian(new SplittableRandom(seed), 2, 2);
        DMatrixRMaj inverse = new DMatrixRMaj(A);
        CommonOps_DDRM.invert(inverse);
        double[][] expected = {{inverse.get(0, 0), inverse.get(0, 1)}, {inverse.get(1, 0), inverse.get(1, 1)}};

        assertClose("inverse", expected, Maps.inverse(A), TOLERANCE, "EJML");
        try (INDArray a = Nd4j.createFromArray(A);
                INDArray inverted = InvertMatrix.invert(a, false)) {
            assertClose("inverse", inverted.toDoubleMatrix(), Maps.inverse(A), TOLERANCE, "ND4J");
        }
    }
}
