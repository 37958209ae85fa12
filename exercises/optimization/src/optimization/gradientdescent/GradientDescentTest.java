package optimization.gradientdescent;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import optimization.gradientdescent.GradientDescent.BatchGradient;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;
import optimization.gradientdescent.GradientDescent.LearningRate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GradientDescentTest {
    /** Paths here are of order 1 to 10 and at most 60 steps long: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-10;

    /** Gradient of |x|²/2. */
    private static final UnaryOperator<double[]> BOWL = double[]::clone;

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("descend steps against the gradient and keeps every point")
    void stepsAgainstTheGradient() {
        assertClose(
                "descend on (x² + 3y²)/2 from (16, 64), learning rate 1/4, 4 steps: path",
                new double[][] {{16, 64}, {12, 16}, {9, 4}, {6.75, 1}, {5.0625, 0.25}},
                descend(valley(1, 3), 0.25, new double[] {16, 64}, 0, 4).path(),
                TOLERANCE,
                "The path has the start in row 0, and each next row is x - η · gradient(x), a new array.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("descend stops with CONVERGED as soon as the gradient is at most tolerance long")
    void stopsWhereTheGradientIsShort() {
        Descent descent = descend(BOWL, 0.5, new double[] {3, 4}, 0.1, 100);

        assertEquals(Ending.CONVERGED, descent.ending(), "the gradient gets shorter than 0.1 after 6 steps.");
        assertEquals(
                7,
                descent.path().length,
                "points on a path on |x|²/2 from (3, 4) with learning rate 1/2: the gradients are 5, 2.5, 1.25, … long;"
                        + " stop at the first of at most 0.1. A length is the root of a sum of squares.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("descend makes no step from a minimum")
    void staysAtAMinimum() {
        Descent descent = descend(BOWL, 0.5, new double[] {0, 0}, 0, 100);

        assertEquals(Ending.CONVERGED, descent.ending(), "the gradient at the start is 0, which is at most 0.");
        assertClose(
                "path from a minimum",
                new double[][] {{0, 0}},
                descent.path(),
                TOLERANCE,
                "Look at the gradient before the first step.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("descend gives up with OUT_OF_STEPS after maxSteps steps")
    void givesUpAfterMaxSteps() {
        Descent descent = descend(BOWL, 0.5, new double[] {3, 4}, 0.1, 5);

        assertEquals(Ending.OUT_OF_STEPS, descent.ending(), "after 5 steps the gradient is still 0.156 long.");
        assertEquals(6, descent.path().length, "points on a path of 5 steps: the start counts too.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("descend ends with DIVERGED before a point that is not finite")
    void endsBeforeNumbersOverflow() {
        Descent descent = descend(BOWL, 3, new double[] {1}, 1e-9, 5000);

        assertEquals(
                Ending.DIVERGED,
                descent.ending(),
                "with learning rate 3, each step on x²/2 doubles x until it is infinite.");
        assertTrue(
                Arrays.stream(descent.path()).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite),
                "the path of a descent that diverged must hold finite points alone: leave the last one out.");
        assertEquals(1024, descent.path().length, "points from 1, -2, 4, … to the last one that is finite, -2^1023.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("a fixed learning rate shrinks the error below 2/L and lets it grow above")
    void divergesBeyondTwoOverL() {
        double L = 8;
        double[] start = {0, 1};

        assertClose(
                "error after 10 steps with learning rate 1.9/L",
                Math.pow(0.9, 10),
                Matrix.norm(last(descend(valley(1, L), 1.9 / L, start, 0, 10))),
                TOLERANCE,
                "Each step multiplies the error along curvature L by 1 - ηL, here -0.9.");
        assertClose(
                "error after 10 steps with learning rate 2.1/L",
                Math.pow(1.1, 10),
                Matrix.norm(last(descend(valley(1, L), 2.1 / L, start, 0, 10))),
                TOLERANCE,
                "Each step multiplies the error along curvature L by 1 - ηL, here -1.1.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("with the best fixed learning rate the error falls by (κ - 1)/(κ + 1) a step")
    void bestRateIsThatOfTheConditionNumber() {
        for (double condition : new double[] {1, 3, 9, 99}) {
            double[][] path = descend(valley(1, condition), 2 / (condition + 1), new double[] {1, 1}, 0, 20)
                    .path();

            assertEquals(
                    condition == 1 ? 2 : 21,
                    path.length,
                    "points for κ = " + condition + ": 20 steps and the start, or one step to the minimum of a bowl.");
            for (int step = 1; step < path.length; step++) {
                assertClose(
                        "κ = " + condition + ": error after step " + step + ", divided by the error before it",
                        (condition - 1) / (condition + 1),
                        Matrix.norm(path[step]) / Matrix.norm(path[step - 1]),
                        TOLERANCE,
                        "Keep every point, and step from the last one.");
            }
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("backtracking takes the first rate where it is good enough")
    void keepsAGoodFirstRate() {
        assertClose(
                "rate on x²/2 at 6, first rate 1",
                1,
                rateOnParabola(1, 6, 1),
                0,
                "The step goes right to the minimum: do not halve a rate that is good.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("backtracking halves the rate until the step is short enough")
    void halvesUntilShortEnough() {
        assertClose(
                "rate on 16 · x²/2 at 5, first rate 1",
                1.0 / 16,
                rateOnParabola(16, 5, 1),
                0,
                "On curvature λ a rate of at most 1.5/λ is good enough: halve until there, and no further.");
        assertClose(
                "rate on 16 · x²/2 at -5, first rate 3",
                3.0 / 32,
                rateOnParabola(16, -5, 3),
                0,
                "Begin at firstRate at every step, and try x - η · gradient.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a small decrease of f is not enough for a long step")
    void asksForAQuarterOfThePromise() {
        assertClose(
                "rate on x²/2 at 4, first rate 1.75",
                0.875,
                rateOnParabola(1, 4, 1.75),
                0,
                "A step of 1.75 lands at -3, where f is lower, but not by η/4 · |gradient|².");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a step to where f is NaN is too long")
    void shrinksWhereFIsNotANumber() {
        double[] gradient = {0.5};

        assertClose(
                "rate on x - log(x) at 2, first rate 8",
                2,
                GradientDescent.backtracking(x -> x[0] - Math.log(x[0]), 8).at(new double[] {2}, gradient),
                0,
                "log of a negative number is NaN, and every comparison with NaN is false: ask for what is good, not for"
                        + " what is bad.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("with backtracking f falls at every step, whatever its curvature")
    void fallsAtEveryStep() {
        ToDoubleFunction<double[]> f = x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
        UnaryOperator<double[]> gradient =
                x -> new double[] {-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])};
        double[][] path = GradientDescent.descend(
                        gradient, GradientDescent.backtracking(f, 1), new double[] {-1.2, 1}, 0, 30)
                .path();

        assertEquals(31, path.length, "points on a path of 30 steps in Rosenbrock's valley.");
        for (int step = 1; step < path.length; step++) {
            double before = f.applyAsDouble(path[step - 1]);
            double after = f.applyAsDouble(path[step]);
            assertTrue(
                    after < before,
                    "step " + step + " in Rosenbrock's valley must lower f, but went from " + before + " to " + after
                            + ". Try the rates at the point where the step begins.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("miniBatches follow the order, and the last one holds what is left")
    void batchesFollowTheOrder() {
        assertBatches(new int[][] {{3, 0}, {4, 1}, {2}}, new int[] {3, 0, 4, 1, 2}, 2);
        assertBatches(new int[][] {{5, 2, 0}, {1, 3, 4}}, new int[] {5, 2, 0, 1, 3, 4}, 3);
        assertBatches(new int[][] {{2, 0, 1}}, new int[] {2, 0, 1}, 3);
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("sgd steps after every batch, from where the last step ended")
    void sgdStepsAfterEveryBatch() {
        assertClose(
                "sgd on the mean of (w - y)²/2 with y = 8, 0, 4, learning rate 1/2, batches (0, 1) and (2): path",
                new double[][] {{0}, {3}, {3.75}},
                GradientDescent.sgd(meanOf(8, 0, 4), new double[] {0}, 0.5, 0, 2, new int[][] {{0, 1, 2}, {0, 1, 2}}),
                TOLERANCE,
                "The first batch moves w from 0 to 2, the second one from there to 3: row 1 of the result.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("sgd lowers the rate from epoch to epoch")
    void sgdDecaysByEpoch() {
        assertClose(
                "sgd on (w - y)²/2 with y = 0, 0, learning rate 1/2, decay 1, batchSize 1: path",
                new double[][] {{64}, {16}, {9}, {6.25}},
                GradientDescent.sgd(meanOf(0, 0), new double[] {64}, 0.5, 1, 1, new int[][] {{0, 1}, {0, 1}, {0, 1}}),
                TOLERANCE,
                "The rates are 1/2, 1/4 and 1/6: learningRate / (1 + decay · e), the same for all batches of epoch e.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("sgd takes each epoch's own order")
    void sgdTakesEachEpochsOrder() {
        assertClose(
                "sgd on (w - y)²/2 with y = 8, 0, learning rate 1/2, batchSize 1, orders (0, 1) and (1, 0): path",
                new double[][] {{0}, {2}, {4.5}},
                GradientDescent.sgd(meanOf(8, 0), new double[] {0}, 0.5, 0, 1, new int[][] {{0, 1}, {1, 0}}),
                TOLERANCE,
                "Epoch e runs through the samples in the order of orders[e].");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("with all samples in one batch, sgd is gradient descent, whatever the order")
    void oneBatchIsGradientDescent() {
        double[][] path = new double[6][1];
        for (int epoch = 1; epoch < path.length; epoch++) {
            path[epoch][0] = 5 - 5 * Math.pow(0.75, epoch);
        }

        assertClose(
                "sgd on the mean of (w - y)²/2 with y = 8, 0, 4, 8, learning rate 1/4, batchSize 4: path",
                path,
                GradientDescent.sgd(meanOf(8, 0, 4, 8), new double[] {0}, 0.25, 0, 4, new int[][] {
                    {0, 1, 2, 3}, {3, 2, 1, 0}, {1, 0, 3, 2}, {0, 1, 2, 3}, {2, 3, 0, 1}
                }),
                TOLERANCE,
                "The gradient is the mean over the batch already: do not multiply or divide it by batchSize.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("sgd on least squares reaches the weights that made the data")
    void sgdReachesTheWeightsOfTheData(RandomGenerator random) {
        double[] weights = {3, -2};
        double[][] X = IntStream.range(0, 12)
                .mapToObj(i -> new double[] {Math.cos(i * Math.PI / 6), Math.sin(i * Math.PI / 6)})
                .toArray(double[][]::new);
        BatchGradient gradient = (w, batch) -> {
            double[] sum = new double[2];
            for (int i : batch) {
                sum = Matrix.plus(sum, Matrix.dot(X[i], Matrix.plus(w, -1, weights)) / batch.length, X[i]);
            }
            return sum;
        };
        int[][] orders = new int[30][];
        Arrays.setAll(orders, epoch -> shuffled(random, X.length));

        // 360 steps on 12 directions around the circle: with each of 5,000 seeds the reference got there exactly.
        assertClose(
                "weights after 30 epochs on data without noise",
                weights,
                last(GradientDescent.sgd(gradient, new double[2], 0.5, 0, 1, orders)),
                1e-9,
                "Step against the gradient of each batch, in every epoch.");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused("maxSteps must be >= 0, but was -1", () -> descend(BOWL, 1, new double[1], 0, -1));
        assertRefused("tolerance must be >= 0, but was -0.1", () -> descend(BOWL, 1, new double[1], -0.1, 1));
        assertRefused("firstRate must be > 0, but was 0.0", () -> GradientDescent.backtracking(x -> 0, 0));
        assertRefused(
                "batchSize must be in [1, 3], but was 4", () -> GradientDescent.miniBatches(new int[] {0, 1, 2}, 4));
        assertRefused(
                "learningRate must be > 0, but was -1.0",
                () -> GradientDescent.sgd(meanOf(1), new double[1], -1, 0, 1, new int[][] {{0}}));
        assertRefused(
                "decay must be >= 0, but was -1.0",
                () -> GradientDescent.sgd(meanOf(1), new double[1], 1, -1, 1, new int[][] {{0}}));
    }

    private static void assertBatches(int[][] expected, int[] order, int batchSize) {
        assertExact(
                "miniBatches of " + Arrays.toString(order) + " with batchSize " + batchSize,
                expected,
                GradientDescent.miniBatches(order, batchSize),
                "Cut the order into pieces; a last, shorter piece counts too.");
    }

    private static Descent descend(
            UnaryOperator<double[]> gradient, double learningRate, double[] start, double tolerance, int maxSteps) {
        return GradientDescent.descend(gradient, (x, slope) -> learningRate, start, tolerance, maxSteps);
    }

    /** Gradient of (a x² + b y²)/2. */
    private static UnaryOperator<double[]> valley(double a, double b) {
        return x -> new double[] {a * x[0], b * x[1]};
    }

    private static double rateOnParabola(double curvature, double x, double firstRate) {
        LearningRate rate = GradientDescent.backtracking(at -> curvature * at[0] * at[0] / 2, firstRate);
        return rate.at(new double[] {x}, new double[] {curvature * x});
    }

    /** Gradient of the mean of (w - y)²/2 over the samples of a batch. */
    private static BatchGradient meanOf(double... y) {
        return (w, batch) -> new double[] {
            w[0] - Arrays.stream(batch).mapToDouble(i -> y[i]).average().orElseThrow()
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

    private static double[] last(Descent descent) {
        return last(descent.path());
    }

    private static double[] last(double[][] path) {
        return path[path.length - 1];
    }
}
