package optimization.convexityprobe;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import optimization.convexityprobe.Convexity.Curvature;
import org.junit.jupiter.api.DisplayName;

class ConvexityHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("on any quadratic the excess is -t(1 - t) times that of the difference")
    void excessOfQuadratics(RandomGenerator random) {
        double[][] A = symmetric(random, new double[] {1 + random.nextDouble(), -random.nextDouble(), 2});
        double[] x = Matrix.gaussian(random, 1, 3)[0];
        double[] y = Matrix.gaussian(random, 1, 3)[0];
        double t = random.nextDouble();
        double[] d = Matrix.plus(x, -1, y);

        // Of order 10: a dozen terms leave round-off below 1e-13.
        assertClose(
                "excess of a drawn quadratic",
                -t * (1 - t) * Matrix.dot(d, Matrix.times(A, d)),
                Convexity.excess(p -> Matrix.dot(p, Matrix.times(A, p)), x, y, t),
                1e-11,
                "f between the ends, less the mixture of f at the ends.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("no chord refutes a convex function, and one refutes its negative")
    void logSumExpIsConvex(RandomGenerator random) {
        double[][] points = Matrix.gaussian(random, 6, 2);
        ToDoubleFunction<double[]> f = x -> Math.log(Math.exp(x[0]) + Math.exp(x[1]) + 1);

        ConvexityTest.assertNone(
                "log(eˣ + eʸ + 1) at drawn points",
                Convexity.counterexample(f, points, new double[] {0.3, 0.5}),
                "This function is convex.");
        assertEquals(
                true,
                Convexity.counterexample(x -> -f.applyAsDouble(x), points, new double[] {0.3, 0.5})
                        .isPresent(),
                "whether a chord refutes the negative of a convex function. All of its chords do.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the curvatures of a quadratic are its eigenvalues, everywhere")
    void curvaturesOfQuadratics(RandomGenerator random) {
        double[] values = {3 + random.nextDouble(), 1 + random.nextDouble(), random.nextDouble() - 0.5};
        double[][] A = symmetric(random, values);
        Curvature curvature =
                Convexity.curvature(x -> Matrix.dot(x, Matrix.times(A, x)) / 2, Matrix.gaussian(random, 2, 3));

        // Values are of order 10, and round-off in second quotients is 1e-16 · 10 / (1e-4)², 1e-7.
        assertClose("smallest", values[2], curvature.smallest(), 1e-5, "Of all eigenvalues at all points.");
        assertClose("largest", values[0], curvature.largest(), 1e-5, "Of all eigenvalues at all points.");
        assertEquals(
                values[2] >= -3e-6,
                Convexity.isPositiveSemidefinite(A),
                "isPositiveSemidefinite of a matrix with a drawn eigenvalue. Its smallest eigenvalue decides.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("steps is the smallest number of steps for any curvatures")
    void stepsOfDrawnCurvatures(RandomGenerator random) {
        double smallest = 0.1 + random.nextDouble();
        double condition = 1.5 + 20 * random.nextDouble();
        double shrinking = (condition - 1) / (condition + 1);
        int expected = 1 + random.nextInt(20);
        double factor = Math.pow(shrinking, expected - 0.5);

        assertEquals(
                expected,
                Convexity.steps(new Curvature(smallest, condition * smallest), factor),
                "steps for drawn curvatures. The smallest k with ((κ - 1)/(κ + 1))^k <= factor.");
        assertClose(
                "learningRate",
                2 / (smallest + condition * smallest),
                Convexity.learningRate(new Curvature(smallest, condition * smallest)),
                1e-10,
                "2 / (smallest + largest).");
    }

    private static double[][] symmetric(RandomGenerator random, double[] values) {
        double[][] axes = Svd.thin(Matrix.gaussian(random, 3, 3)).vt();
        double[][] scaled = Matrix.copy(axes);
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            scaled[k] = Arrays.stream(axes[k]).map(entry -> value * entry).toArray();
        }
        return Matrix.times(Matrix.transpose(axes), scaled);
    }
}
