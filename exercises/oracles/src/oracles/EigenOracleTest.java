package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;

import decompositions.eigensolvers.Eigen;
import decompositions.eigensolvers.PowerIteration;
import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EigenOracleTest {
    /** Matrices of up to 30 rows with entries of order 1, whose eigenvalues differ by 0.01 and more. */
    private static final double TOLERANCE = 1e-10;

    static Stream<Arguments> matrices() {
        return Stream.of(
                Arguments.of("three rows", symmetric(3)),
                Arguments.of("ten rows", symmetric(10)),
                Arguments.of("thirty rows", symmetric(30)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    @Evidence(LIBRARY)
    void agreesWithNd4j(String name, double[][] A) {
        try (INDArray overwritten = Nd4j.createFromArray(A);
                INDArray values = org.nd4j.linalg.eigen.Eigen.symmetricGeneralizedEigenvalues(overwritten)) {
            assertAgrees(A, values.toDoubleVector(), Matrix.transpose(overwritten.toDoubleMatrix()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    @Evidence(LIBRARY)
    void agreesWithEjml(String name, double[][] A) {
        var eigen = DecompositionFactory_DDRM.eig(A.length, true, true);
        eigen.decompose(new DMatrixRMaj(A));

        assertAgrees(
                A,
                IntStream.range(0, A.length)
                        .mapToDouble(k -> eigen.getEigenvalue(k).getReal())
                        .toArray(),
                IntStream.range(0, A.length)
                        .mapToObj(k -> eigen.getEigenVector(k).getData())
                        .toArray(double[][]::new));
    }

    /** @param vectors in rows, in the order of the values */
    private static void assertAgrees(double[][] A, double[] values, double[][] vectors) {
        int[] order = order(values, k -> -values[k]);
        Eigen eigen = Eigen.jacobi(A);
        assertClose(
                "values", Arrays.stream(order).mapToDouble(k -> values[k]).toArray(), eigen.values(), TOLERANCE, "");
        assertCloseUpToSign(
                "vectors",
                Arrays.stream(order).mapToObj(k -> vectors[k]).toArray(double[][]::new),
                Matrix.transpose(eigen.vectors()),
                TOLERANCE,
                "");

        int first = order(values, k -> -Math.abs(values[k]))[0];
        PowerIteration found = PowerIteration.run(A, Matrix.gaussian(new SplittableRandom(3), 1, A.length)[0], 1e-11);
        assertClose("largest by size", values[first], found.value(), TOLERANCE, "");
        assertCloseUpToSign("its vector", new double[][] {vectors[first]}, new double[][] {found.vector()}, 1e-7, "");
    }

    private static int[] order(double[] values, IntToDoubleFunction key) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(key::applyAsDouble))
                .mapToInt(k -> k)
                .toArray();
    }

    private static double[][] symmetric(int n) {
        double[][] G = Matrix.gaussian(new SplittableRandom(n), n, n);
        double[][] A = Matrix.transpose(G);
        for (int i = 0; i < n; i++) {
            A[i] = Matrix.plus(A[i], 1, G[i]);
        }
        return A;
    }
}
