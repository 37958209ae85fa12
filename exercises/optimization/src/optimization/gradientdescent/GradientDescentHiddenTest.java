package optimization.gradientdescent;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import optimization.gradientdescent.GradientDescent.BatchGradient;
import optimization.gradientdescent.GradientDescent.LearningRate;
import org.junit.jupiter.api.DisplayName;

class GradientDescentHiddenTest {
    /** Numbers are of order 1 and paths at most 20 steps long: round-off stays below 1e-12. */
    private static final double TOLERANCE = 1e-9;

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("on any quadratic the error shrinks by 1 - ηλ along each eigenvector")
    void quadraticsHaveExactPaths(RandomGenerator random) {
        double[][] axes = Svd.thin(Matrix.gaussian(random, 3, 3)).vt();
        double[] curvature = {0.5 + random.nextDouble(), 2 + random.nextDouble(), 4 + random.nextDouble()};
        double[] minimum = Matrix.gaussian(random, 1, 3)[0];
        double[] error = Matrix.gaussian(random, 1, 3)[0];
        double learningRate = 0.1 + 0.25 * random.nextDouble();
        double[][] expected = new double[16][];
        for (int step = 0; step < expected.length; step++) {
            int power = step;
            expected[step] = Matrix.plus(
                    minimum, 1, alongAxes(axes, error, k -> Math.pow(1 - learningRate * curvature[k], power)));
        }

        assertClose(
                "descend on a quadratic with drawn axes, curvatures and minimum: path",
                expected,
                GradientDescent.descend(
                                x -> alongAxes(axes, Matrix.plus(x, -1, minimum), k -> curvature[k]),
                                (x, gradient) -> learningRate,
                                Matrix.plus(minimum, 1, error),
                                0,
                                15)
                        .path(),
                TOLERANCE,
                "Every step is x - η · gradient(x).");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("on any parabola backtracking halves the rate down to 1.5/λ")
    void parabolasHaveExactRates(RandomGenerator random) {
        for (int trial = 0; trial < 10; trial++) {
            double curvature = Math.exp(3 * random.nextGaussian());
            double firstRate = Math.exp(random.nextGaussian());
            double x = 1 + random.nextDouble();
            double expected = firstRate;
            while (expected > 1.5 / curvature) {
                expected /= 2;
            }
            LearningRate rate = GradientDescent.backtracking(at -> curvature * at[0] * at[0] / 2, firstRate);

            assertClose(
                    "rate on a parabola of drawn curvature",
                    expected,
                    rate.at(new double[] {x}, new double[] {curvature * x}),
                    1e-12 * expected,
                    "Begin at firstRate and halve until f has fallen by η/4 · |gradient|².");
        }
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the gradients of all batches, weighted by size, make up the whole gradient")
    void batchGradientsAreUnbiased(RandomGenerator random) {
        for (int batchSize : new int[] {1, 3, 5, 17}) {
            double[][] X = Matrix.gaussian(random, 17, 2);
            double[] y = Matrix.gaussian(random, 1, 17)[0];
            BatchGradient gradient = leastSquares(X, y);
            double[] weights = Matrix.gaussian(random, 1, 2)[0];
            double[] mean = new double[2];
            for (int[] batch : GradientDescent.miniBatches(shuffled(random, 17), batchSize)) {
                mean = Matrix.plus(mean, batch.length / 17.0, gradient.at(weights, batch));
            }

            assertClose(
                    "mean of the gradients on batches of 17 samples, batchSize " + batchSize,
                    gradient.at(weights, IntStream.range(0, 17).toArray()),
                    mean,
                    TOLERANCE,
                    "Every sample belongs to exactly one batch.");
        }
    }

    @Graded(stage = 3, points = 2)
    @DisplayName("sgd on drawn samples takes the same steps as the reference")
    void sgdTakesTheStepsOfTheReference(RandomGenerator random) {
        double[][] X = Matrix.gaussian(random, 11, 3);
        BatchGradient gradient = leastSquares(X, Matrix.gaussian(random, 1, 11)[0]);
        double[] start = Matrix.gaussian(random, 1, 3)[0];
        int[][] orders = new int[4][];
        Arrays.setAll(orders, epoch -> shuffled(random, 11));
        double decay = 0.1 + random.nextDouble();

        assertClose(
                "sgd on least squares with 11 samples, batchSize 4, 4 epochs: path",
                Reference.of(() -> GradientDescent.sgd(gradient, start, 0.05, decay, 4, orders)),
                GradientDescent.sgd(gradient, start, 0.05, decay, 4, orders),
                TOLERANCE,
                "In epoch e, one step for each batch of orders[e], with rate learningRate / (1 + decay · e).");
    }

    /** Multiplies the part of x along each axis by a factor. */
    private static double[] alongAxes(double[][] axes, double[] x, IntToDoubleFunction factor) {
        double[] sum = new double[x.length];
        for (int k = 0; k < axes.length; k++) {
            sum = Matrix.plus(sum, factor.applyAsDouble(k) * Matrix.dot(axes[k], x), axes[k]);
        }
        return sum;
    }

    /** Gradient of the mean of (x·w - y)²/2 over the samples of a batch. */
    private static BatchGradient leastSquares(double[][] X, double[] y) {
        return (weights, batch) -> {
            double[] sum = new double[weights.length];
            for (int i : batch) {
                sum = Matrix.plus(sum, (Matrix.dot(X[i], weights) - y[i]) / batch.length, X[i]);
            }
            return sum;
        };
    }

    private static int[] shuffled(RandomGenerator random, int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }
}
