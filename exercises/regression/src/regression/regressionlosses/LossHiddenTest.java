package regression.regressionlosses;

import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.kit.Matrix;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import regression.regressionlosses.Loss.Absolute;
import regression.regressionlosses.Loss.Huber;
import regression.regressionlosses.Loss.Pinball;
import regression.regressionlosses.Loss.Squared;

class LossHiddenTest {
    /** Numbers are of order 1 to 100 and fits take 40 steps: round-off stays below 1e-12. */
    private static final double TOLERANCE = 1e-9;

    @Graded(stage = 1, points = 2)
    @DisplayName("losses and slopes of drawn residuals agree with the reference's")
    void lossesAgree(RandomGenerator random) {
        double[] residuals = Matrix.gaussian(random, 1, 12)[0];
        double delta = 0.3 + random.nextDouble();
        double quantile = 0.05 + 0.9 * random.nextDouble();

        assertClose(
                "losses and slopes of drawn residuals",
                Reference.of(() -> values(losses(delta, quantile), residuals)),
                values(losses(delta, quantile), residuals),
                TOLERANCE,
                "Each row is a residual; losses come first, then slopes: Squared, Absolute, Huber, Pinball.");
    }

    @Graded(stage = 2, points = 2)
    @DisplayName("means and measures of drawn predictions agree with the reference's")
    void meansAgree(RandomGenerator random) {
        double[] y = Matrix.gaussian(random, 1, 17)[0];
        double[] yHat = Matrix.plus(y, 0.7, Matrix.gaussian(random, 1, 17)[0]);

        assertClose(
                "mean losses, rmse and r2 of drawn predictions",
                Reference.of(() -> means(y, yHat)),
                means(y, yHat),
                TOLERANCE,
                "Residuals are y - yHat; r2 compares with the mean of y.");
    }

    @Graded(stage = 3, points = 2)
    @DisplayName("fits of drawn samples take the same steps as the reference")
    void fitsAgree(RandomGenerator random) {
        double[][] X = Matrix.gaussian(random, 25, 3);
        double[] y = Matrix.gaussian(random, 1, 25)[0];

        assertClose(
                "predictions after 40 steps of fit, with Squared and with Huber",
                Reference.of(() -> predictions(X, y)),
                predictions(X, y),
                TOLERANCE,
                "Step against Aᵀ times the gradient by the predictions A c.");
    }

    private static double[][] predictions(double[][] X, double[] y) {
        return new double[][] {
            new Squared().fit(X, y, 0.1, 40).predict(X),
            new Huber(0.8).fit(X, y, 0.1, 40).predict(X)
        };
    }

    private static List<Loss> losses(double delta, double quantile) {
        return List.of(new Squared(), new Absolute(), new Huber(delta), new Pinball(quantile));
    }

    private static double[][] values(List<Loss> losses, double[] residuals) {
        double[][] values = new double[residuals.length][8];
        for (int i = 0; i < residuals.length; i++) {
            for (int k = 0; k < 4; k++) {
                values[i][k] = losses.get(k).at(residuals[i]);
                values[i][4 + k] = losses.get(k).slope(residuals[i]);
            }
        }
        return values;
    }

    private static double[] means(double[] y, double[] yHat) {
        double[] means = new double[6];
        List<Loss> losses = losses(0.5, 0.2);
        for (int k = 0; k < 4; k++) {
            means[k] = losses.get(k).mean(y, yHat);
        }
        means[4] = Loss.rmse(y, yHat);
        means[5] = Loss.r2(y, yHat);
        return means;
    }
}
