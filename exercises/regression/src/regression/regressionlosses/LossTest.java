package regression.regressionlosses;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.GradientCheck;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import regression.linearregression.LinearRegression;
import regression.regressionlosses.Loss.Absolute;
import regression.regressionlosses.Loss.Huber;
import regression.regressionlosses.Loss.Pinball;
import regression.regressionlosses.Loss.Squared;

class LossTest {
    /** Numbers are of order 1 to 100: the reference is within 1e-13. */
    private static final double TOLERANCE = 1e-10;

    private static final double[] RESIDUALS = {-3, -1, -0.5, 0, 0.5, 1, 3};
    private static final double[] Y = {1, 2, 6};
    private static final double[] Y_HAT = {2, 2, 2};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("Squared is the square of the residual")
    void squared() {
        assertLoss(new Squared(), new double[] {9, 1, 0.25, 0, 0.25, 1, 9}, "Square the residual, without a half.");
        assertSlope(new Squared(), new double[] {-6, -2, -1, 0, 1, 2, 6}, "The derivative of r² is 2 r.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("Absolute is the size of the residual")
    void absolute() {
        assertLoss(new Absolute(), new double[] {3, 1, 0.5, 0, 0.5, 1, 3}, "Drop the sign.");
        assertSlope(new Absolute(), new double[] {-1, -1, -1, 0, 1, 1, 1}, "Its slope is the sign, and 0 at the kink.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Huber is half the square up to delta, and a line beyond")
    void huber() {
        assertLoss(
                new Huber(1),
                new double[] {2.5, 0.5, 0.125, 0, 0.125, 0.5, 2.5},
                "Up to delta r²/2, beyond delta · (|r| - delta/2): the two meet at delta without a step.");
        assertLoss(
                new Huber(2),
                new double[] {4, 0.5, 0.125, 0, 0.125, 0.5, 4},
                "Up to delta r²/2, beyond delta · (|r| - delta/2): the two meet at delta without a step.");
        assertSlope(
                new Huber(2),
                new double[] {-2, -1, -0.5, 0, 0.5, 1, 2},
                "The slope is the residual itself, cut off at delta on both sides.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Pinball weighs residuals above 0 by the quantile, others by what is missing to 1")
    void pinball() {
        assertLoss(
                new Pinball(0.75),
                new double[] {0.75, 0.25, 0.125, 0, 0.375, 0.75, 2.25},
                "The residual is y - yHat. A y above the prediction costs quantile a unit, one below 1 - quantile.");
        assertSlope(
                new Pinball(0.75),
                new double[] {-0.25, -0.25, -0.25, 0, 0.75, 0.75, 0.75},
                "quantile above 0, quantile - 1 below, and 0 at the kink.");
    }

    @Graded(stage = 1)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("every slope agrees with a difference quotient of its loss")
    void slopesAgreeWithDifferences(RandomGenerator random) {
        for (Loss loss : losses()) {
            for (int trial = 0; trial < 5; trial++) {
                double residual = awayFromKinks(random);

                // Away from kinks the losses are quadratic at most, so quotients are right but for round-off.
                GradientCheck.of(loss + ": slope(" + residual + ")", x -> loss.at(x[0]))
                        .by("residual")
                        .at(
                                new double[] {residual},
                                new double[] {loss.slope(residual)},
                                1e-7,
                                "The slope is the derivative of at.");
            }
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("mean averages the loss over the samples")
    void meanAverages() {
        assertClose(
                "Squared: mean of y = 1, 2, 6 and yHat = 2, 2, 2", 17.0 / 3, mean(new Squared()), TOLERANCE, AVERAGE);
        assertClose(
                "Absolute: mean of y = 1, 2, 6 and yHat = 2, 2, 2", 5.0 / 3, mean(new Absolute()), TOLERANCE, AVERAGE);
        assertClose(
                "Huber(2): mean of y = 1, 2, 6 and yHat = 2, 2, 2", 6.5 / 3, mean(new Huber(2)), TOLERANCE, AVERAGE);
        assertClose(
                "Pinball(0.75): mean of y = 1, 2, 6 and yHat = 2, 2, 2",
                3.25 / 3,
                mean(new Pinball(0.75)),
                TOLERANCE,
                AVERAGE);
    }

    private static final String AVERAGE =
            "Residuals are y - yHat: add up their losses and divide by how many there are.";

    @Graded(stage = 2, points = 2)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("gradient agrees with difference quotients of mean")
    void gradientAgreesWithDifferences(RandomGenerator random) {
        double[] yHat = Matrix.gaussian(random, 1, 6)[0];
        double[] y =
                Arrays.stream(yHat).map(value -> value + awayFromKinks(random)).toArray();
        for (Loss loss : losses()) {
            GradientCheck.of(loss + ": gradient(y, yHat)", predictions -> loss.mean(y, predictions))
                    .by("yHat", yHat.length)
                    .at(
                            yHat,
                            loss.gradient(y, yHat),
                            1e-7,
                            "The residual y - yHat falls as yHat rises, which turns the sign; and the mean divides by"
                                    + " nSamples.");
        }
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the best constant is the mean, the median or the quantile")
    void bestConstants(RandomGenerator random) {
        double[] y = Matrix.gaussian(random, 1, 21)[0];
        y[0] = 100;
        double[] sorted = y.clone();
        Arrays.sort(sorted);

        assertBest(new Squared(), y, Arrays.stream(y).average().orElseThrow(), "mean");
        assertBest(new Absolute(), y, sorted[10], "median");
        assertBest(new Pinball(0.75), y, sorted[15], "upper quartile");
        assertBest(new Pinball(0.1), y, sorted[2], "lowest tenth");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("rmse is in the unit of y, and r2 has none")
    void measuresOfFit() {
        assertClose(
                "rmse of y = 1, 2, 6 and yHat = 2, 2, 2",
                Math.sqrt(17.0 / 3),
                Loss.rmse(Y, Y_HAT),
                TOLERANCE,
                "The root of the mean of squares.");
        assertClose(
                "r2 of y = 1, 2, 6 and yHat = 2, 2, 2",
                1 - 17.0 / 14,
                Loss.r2(Y, Y_HAT),
                TOLERANCE,
                "1 - (squared residuals) / (squared distances of y from its own mean): below 0 for predictions worse than"
                        + " the mean.");
        assertClose("r2 of perfect predictions", 1, Loss.r2(Y, Y), TOLERANCE, "There is nothing left to explain.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("one step of fit goes along the gradient of the mean loss")
    void oneStepOfFit() {
        LinearRegression model = new Absolute().fit(new double[][] {{0}, {1}, {4}}, new double[] {1, -2, 6}, 0.5, 1);

        assertClose(
                "bias of Absolute.fit({{0}, {1}, {4}}, {1, -2, 6}, 0.5, 1)", 0.5 / 3, model.bias(), TOLERANCE, STEP);
        assertClose(
                "weights of Absolute.fit({{0}, {1}, {4}}, {1, -2, 6}, 0.5, 1)",
                new double[] {0.5}, model.weights(), TOLERANCE, STEP);
    }

    private static final String STEP = "From zeros, step against Aᵀ times the gradient by the predictions.";

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit with squared loss comes to the line of least squares")
    void squaredFitIsLeastSquares() {
        LinearRegression model = new Squared().fit(new double[][] {{-1}, {0}, {1}}, new double[] {1, 2, 4}, 0.3, 200);

        assertClose("bias of Squared.fit({{-1}, {0}, {1}}, {1, 2, 4}, 0.3, 200)", 7.0 / 3, model.bias(), 1e-6, STEP);
        assertClose(
                "weights of Squared.fit({{-1}, {0}, {1}}, {1, 2, 4}, 0.3, 200)",
                new double[] {1.5}, model.weights(), 1e-6, STEP);
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("with Huber's loss an outlier can go as far as it likes")
    void huberBearsOutliers() {
        double[][] X = IntStream.range(0, 11)
                .mapToObj(i -> new double[] {(i - 5) / 5.0})
                .toArray(double[][]::new);
        double[] y = Arrays.stream(X).mapToDouble(x -> 3 + 2 * x[0]).toArray();
        y[10] = 50;
        LinearRegression far = new Huber(0.5).fit(X, y, 0.5, 300);
        y[10] = 5000;
        LinearRegression further = new Huber(0.5).fit(X, y, 0.5, 300);

        assertClose("bias with an outlier at 5000 instead of 50", far.bias(), further.bias(), 1e-6, BOUNDED);
        assertClose("weights with an outlier at 5000 instead of 50", far.weights(), further.weights(), 1e-6, BOUNDED);
        assertTrue(
                Math.abs(further.bias() - 3) < 0.5,
                "bias of Huber(0.5).fit with one outlier among 11 samples must stay near 3, but was " + further.bias()
                        + ". " + BOUNDED);
    }

    private static final String BOUNDED = "Beyond delta a residual pulls by delta, however large it is.";

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused("delta must be > 0, but was 0.0", () -> new Huber(0));
        assertRefused("quantile must be in (0, 1), but was 1.0", () -> new Pinball(1));
        assertRefused("yHat must have 3 entries, but has 2", () -> new Squared().mean(Y, new double[2]));
        assertRefused("y must have at least 1 entry, but is empty", () -> Loss.r2(new double[0], new double[0]));
        assertRefused(
                "y must have 2 entries, but has 3", () -> new Squared().fit(new double[2][1], new double[3], 1, 1));
    }

    private static List<Loss> losses() {
        return List.of(new Squared(), new Absolute(), new Huber(1), new Pinball(0.3));
    }

    private static void assertLoss(Loss loss, double[] expected, String hint) {
        for (int i = 0; i < RESIDUALS.length; i++) {
            assertClose(loss + ": at(" + RESIDUALS[i] + ")", expected[i], loss.at(RESIDUALS[i]), TOLERANCE, hint);
        }
    }

    private static void assertSlope(Loss loss, double[] expected, String hint) {
        for (int i = 0; i < RESIDUALS.length; i++) {
            assertClose(loss + ": slope(" + RESIDUALS[i] + ")", expected[i], loss.slope(RESIDUALS[i]), TOLERANCE, hint);
        }
    }

    private static double mean(Loss loss) {
        return loss.mean(Y, Y_HAT);
    }

    private static void assertBest(Loss loss, double[] y, double best, String name) {
        double least = loss.mean(y, filled(y.length, best));
        for (double step : new double[] {-1, -0.01, 0.01, 1}) {
            double other = loss.mean(y, filled(y.length, best + step));
            assertTrue(
                    least < other,
                    loss + ": the mean loss of the constant " + best + ", the " + name + " of y, must be below that of "
                            + (best + step) + ", but they are " + least + " and " + other
                            + ". A residual is y - yHat, and its sign matters.");
        }
    }

    private static double[] filled(int n, double value) {
        double[] a = new double[n];
        Arrays.fill(a, value);
        return a;
    }

    /** A residual of either sign that is at least 0.1 away from 0 and from 1. */
    private static double awayFromKinks(RandomGenerator random) {
        double size = random.nextBoolean() ? 0.1 + 0.8 * random.nextDouble() : 1.1 + 3 * random.nextDouble();
        return random.nextBoolean() ? size : -size;
    }
}
