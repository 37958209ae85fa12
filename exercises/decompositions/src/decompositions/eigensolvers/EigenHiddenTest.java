package decompositions.eigensolvers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class EigenHiddenTest {
    /** Sizes fall by a fifth or more, so a residual of 1e-11 leaves vectors that are right to 1e-9. */
    private static final double OF_RUNS = 1e-7;

    private static final double[] BY_SIZE = {9, -7, 5, 3, -1};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("run has an eigenvector within its tolerance, from any start")
    void fromAnyStart(RandomGenerator random) {
        double[][] axes = axes(random);
        double[][] A = matrix(axes, BY_SIZE);
        PowerIteration found = PowerIteration.run(A, Matrix.gaussian(random, 1, 5)[0], 1e-6);

        assertClose("length of vector", 1, Matrix.norm(found.vector()), 1e-12, "Divide by the length in each step.");
        // The error of the quotient is at most residual²/gap: (9e-6)²/2.
        assertClose("value", 9, found.value(), 1e-10, "The Rayleigh quotient of the last vector.");
        double[] y = Matrix.times(A, found.vector());
        assertTrue(
                Matrix.norm(Matrix.plus(y, -found.value(), found.vector())) <= 1e-6 * Matrix.norm(y) + 1e-14,
                "The residual |A·v - q·v| must be at most tolerance · |A·v| for the vector that is returned.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("largest finds all eigenvectors of any symmetric matrix by falling size")
    void allBySize(RandomGenerator random) {
        double[][] axes = axes(random);
        List<PowerIteration> found =
                PowerIteration.largest(matrix(axes, BY_SIZE), Matrix.gaussian(random, 5, 5), 1e-11);

        assertEquals(5, found.size(), "results for five starts");
        assertClose(
                "values",
                BY_SIZE,
                found.stream().mapToDouble(PowerIteration::value).toArray(),
                OF_RUNS,
                "Each from the matrix without those before it.");
        assertCloseUpToSign(
                "vectors",
                axes,
                found.stream().map(PowerIteration::vector).toArray(double[][]::new),
                OF_RUNS,
                "Each from the matrix without those before it.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("zeroing removes the entry beside any diagonal, and turns by at most 45°")
    void removesTheEntry(RandomGenerator random) {
        for (int draw = 0; draw < 20; draw++) {
            double pp = random.nextDouble(-10, 10);
            double pq = random.nextDouble(-10, 10);
            double qq = random.nextDouble(-10, 10);
            Rotation r = Rotation.zeroing(pp, pq, qq);

            // Products of numbers up to 10.
            assertClose("cosine² + sine²", 1, r.cosine() * r.cosine() + r.sine() * r.sine(), 1e-14, "A turn.");
            assertClose(
                    "the entry beside the diagonal after the turn",
                    0,
                    r.cosine() * r.sine() * (pp - qq) + (r.cosine() * r.cosine() - r.sine() * r.sine()) * pq,
                    1e-13,
                    "The tangent solves t² + 2·tau·t - 1 = 0.");
            assertTrue(
                    r.cosine() >= Math.sqrt(0.5) - 1e-14, "The cosine must be at least √½: take the smaller tangent.");
        }
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("jacobi gives back any eigenvalues, equal ones too, and vectors that belong to them")
    void anyEigenvalues(RandomGenerator random) {
        double[] values = {8, 3, 3, 0, -6};
        double[][] A = matrix(axes(random), values);
        Eigen eigen = Eigen.jacobi(A);

        // A itself is off by 1e-15 or so from having these eigenvalues.
        assertClose("values", values, eigen.values(), 1e-12, "Sweep until only round-off is left beside the diagonal.");
        EigenTest.assertDecomposes(A, eigen);
    }

    /** Perpendicular unit vectors in rows. */
    private static double[][] axes(RandomGenerator random) {
        return Svd.thin(Matrix.gaussian(random, 5, 5)).vt();
    }

    private static double[][] matrix(double[][] axes, double[] values) {
        double[][] scaled = Matrix.copy(axes);
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            scaled[k] = Arrays.stream(scaled[k]).map(entry -> entry * value).toArray();
        }
        return Matrix.times(Matrix.transpose(axes), scaled);
    }
}
