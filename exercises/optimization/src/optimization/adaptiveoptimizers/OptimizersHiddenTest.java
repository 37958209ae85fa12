package optimization.adaptiveoptimizers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.kit.Matrix;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class OptimizersHiddenTest {
    /** Twenty steps of order 1. */
    private static final double TOLERANCE = 1e-10;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("under a constant gradient Momentum comes to 1/(1 - β) times the step of Sgd")
    void terminalVelocity(RandomGenerator random) {
        double momentum = 0.1 + 0.6 * random.nextDouble();
        double gradient = 1 + random.nextDouble();
        Momentum optimizer = new Momentum(1, 0.1, momentum);
        double[] x = {0};
        double[] before = x;
        for (int k = 0; k < 100; k++) {
            before = x;
            x = optimizer.step(x, new double[] {gradient});
        }

        // 0.7^100 is 3e-16.
        assertClose(
                "hundredth step of Momentum under a constant gradient",
                -0.1 * gradient / (1 - momentum),
                x[0] - before[0],
                TOLERANCE,
                "The velocity tends to gradient / (1 - momentum).");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("Nesterov is ahead of a ball that takes its gradients ahead of itself")
    void nesterovIsAhead(RandomGenerator random) {
        double curvature = 0.5 + random.nextDouble();
        double momentum = 0.2 + 0.7 * random.nextDouble();
        double ball = 1 + random.nextDouble();
        double velocity = 0;
        Nesterov optimizer = new Nesterov(1, 0.3, momentum);
        double[] x = {ball};
        double[] expected = new double[20];
        double[] actual = new double[20];
        for (int k = 0; k < 20; k++) {
            // As Nesterov wrote it: look where the velocity leads, take the gradient there, and go from where the ball
            // is.
            velocity = momentum * velocity - 0.3 * curvature * (ball + momentum * velocity);
            ball += velocity;
            expected[k] = ball + momentum * velocity;
            x = optimizer.step(x, new double[] {curvature * x[0]});
            actual[k] = x.length == 1 ? x[0] : Double.NaN;
        }

        assertClose("20 steps of Nesterov on a drawn parabola", expected, actual, TOLERANCE, "-η · (g + β · v).");
    }

    @Graded(stage = 1)
    @DisplayName("Momentum and Nesterov take the steps of the reference on drawn gradients")
    void ballsAgree(RandomGenerator random) {
        double[][] gradients = Matrix.gaussian(random, 20, 3);
        double momentum = random.nextDouble();
        assertAgrees("Momentum", () -> new Momentum(3, 0.1, momentum), gradients);
        assertAgrees("Nesterov", () -> new Nesterov(3, 0.1, momentum), gradients);
        assertAgrees("Sgd", () -> new Sgd(0.1 + momentum), gradients);
    }

    @Graded(stage = 2)
    @DisplayName("AdaGrad and RmsProp take the steps of the reference on drawn gradients")
    void ownStepsAgree(RandomGenerator random) {
        double[][] gradients = Matrix.gaussian(random, 20, 3);
        double decay = random.nextDouble();
        assertAgrees("AdaGrad", () -> new AdaGrad(3, 0.1 + decay, 0.1), gradients);
        assertAgrees("RmsProp", () -> new RmsProp(3, 0.1, decay, 0.1), gradients);
    }

    @Graded(stage = 3)
    @DisplayName("Adam and AdamW take the steps of the reference on drawn gradients")
    void adamsAgree(RandomGenerator random) {
        double[][] gradients = Matrix.gaussian(random, 20, 3);
        double beta1 = random.nextDouble();
        double beta2 = random.nextDouble();
        assertAgrees("Adam", () -> new Adam(3, 0.1, beta1, beta2, 0.1), gradients);
        assertAgrees("AdamW", () -> new AdamW(3, 0.1, beta1, beta2, 0.1, beta1), gradients);
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("path hands every point to the optimizer, and keeps what comes back")
    void pathOfAnyOptimizer(RandomGenerator random) {
        double[] start = Matrix.gaussian(random, 1, 2)[0];
        double[][] path = Walk.path((x, gradient) -> new double[] {x[0] + 1, gradient[1]}, Landscape.BEALE, start, 3);
        double[][] expected = new double[4][];
        expected[0] = start;
        for (int k = 0; k < 3; k++) {
            expected[k + 1] = new double[] {expected[k][0] + 1, beale(expected[k])};
        }

        // Sixth powers of numbers that grow by squares: relative to the largest.
        double size = 1;
        for (double[] point : expected) {
            size = Math.max(size, Math.abs(point[1]));
        }
        assertClose(
                "path of a made-up optimizer", expected, path, 1e-12 * size, "The gradient is that of the landscape.");
    }

    /** Slope of Beale's function along y. */
    private static double beale(double[] p) {
        double x = p[0];
        double y = p[1];
        return 2 * x * (1.5 - x + x * y)
                + 4 * x * y * (2.25 - x + x * y * y)
                + 6 * x * y * y * (2.625 - x + x * y * y * y);
    }

    private static void assertAgrees(String name, Supplier<Optimizer> optimizer, double[][] gradients) {
        assertClose(
                "20 steps of " + name,
                Reference.of(() -> OptimizersTest.steps(optimizer.get(), gradients)),
                OptimizersTest.steps(optimizer.get(), gradients),
                TOLERANCE,
                "The docstring of the class has the formulas of one step.");
    }
}
