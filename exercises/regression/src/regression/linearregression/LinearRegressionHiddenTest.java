package regression.linearregression;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import regression.linearregression.LinearRegression.Summary;

class LinearRegressionHiddenTest {
    /** Numbers are of order 1 to 100 and conditions below 1e3: the reference is within 1e-11. */
    private static final double TOLERANCE = 1e-8;

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("leastSquares finds what made b, whatever is added perpendicular to the columns")
    void findsWhatMadeB(RandomGenerator random) {
        double[][] A = Matrix.gaussian(random, 25, 5);
        double[] x = Matrix.gaussian(random, 1, 5)[0];
        double[] noise = Matrix.gaussian(random, 1, 25)[0];
        double[] part = Reference.of(() -> LinearRegression.leastSquares(A, noise));
        double[] perpendicular = Matrix.plus(noise, -1, Matrix.times(A, part));

        assertClose(
                "leastSquares(A, b) of a drawn (25, 5) matrix",
                x,
                LinearRegression.leastSquares(A, Matrix.plus(Matrix.times(A, x), 7, perpendicular)),
                TOLERANCE,
                "Reflect every column and b, then substitute from the last row up.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("both ways of fitting agree on any data, and predict alike")
    void bothWaysAgree(RandomGenerator random) {
        double[][] X = samples(random, 40);
        double[] y = noisy(random, X);
        double[] expected = Reference.of(() -> LinearRegression.fitQr(X, y).predict(X));

        assertClose(
                "predictions of fitQr",
                expected,
                LinearRegression.fitQr(X, y).predict(X),
                TOLERANCE,
                "Solve for the column of ones and all features.");
        assertClose(
                "predictions of fitNormalEquation",
                expected,
                LinearRegression.fitNormalEquation(X, y).predict(X),
                1e-6,
                "Solve with AᵀA and Aᵀy, the column of ones included.");
    }

    @Graded(stage = 3, points = 2)
    @DisplayName("fitGradientDescent on drawn samples takes the same steps as the reference")
    void descentTakesTheStepsOfTheReference(RandomGenerator random) {
        double[][] X = Matrix.gaussian(random, 30, 4);
        double[] y = noisy(random, X);
        double learningRate = 0.02 + 0.1 * random.nextDouble();
        double[] expected = Reference.of(
                () -> LinearRegression.fitGradientDescent(X, y, learningRate, 9).predict(X));

        assertClose(
                "predictions after 9 steps of fitGradientDescent",
                expected,
                LinearRegression.fitGradientDescent(X, y, learningRate, 9).predict(X),
                TOLERANCE,
                "The gradient of the mean squared error is 2/n · Aᵀ(A c - y).");
    }

    @Graded(stage = 4, points = 2)
    @DisplayName("the summary of drawn samples agrees with the reference's")
    void summaryAgrees(RandomGenerator random) {
        double[][] X = samples(random, 35);
        double[] y = noisy(random, X);
        double[] weights = {0.9, -2.1, 0.4};
        double[][] expected = Reference.of(() -> data(new LinearRegression(4, weights).summary(X, y)));
        double[][] actual = data(new LinearRegression(4, weights).summary(X, y));

        assertClose("residualStandardError and r2", expected[0], actual[0], TOLERANCE, "Look at degrees and spread.");
        assertClose("standardErrors", expected[1], actual[1], TOLERANCE, "Take the diagonal of (AᵀA)⁻¹, bias first.");
        assertClose("tValues", expected[2], actual[2], 1e-6, "Coefficients in units of their errors, bias first.");
    }

    private static double[][] data(Summary summary) {
        return new double[][] {
            {summary.residualStandardError(), summary.r2()}, summary.standardErrors(), summary.tValues()
        };
    }

    /** Three features on different scales that vary together. */
    private static double[][] samples(RandomGenerator random, int nSamples) {
        double[][] mixing = {{3, 1, 0}, {0, 2, 0.5}, {0, 0, 0.5}};
        return Matrix.plusRow(Matrix.times(Matrix.gaussian(random, nSamples, 3), mixing), new double[] {10, -5, 1});
    }

    private static double[] noisy(RandomGenerator random, double[][] X) {
        double[] y = Matrix.gaussian(random, 1, X.length)[0];
        for (int i = 0; i < y.length; i++) {
            y[i] += 3 + X[i][0] - 2 * X[i][1] + 0.5 * X[i][2];
        }
        return y;
    }
}
