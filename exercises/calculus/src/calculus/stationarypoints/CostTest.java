package calculus.stationarypoints;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final double TOLERANCE = 1e-11;

    /** With weights (2, -1) and bias 10 the predictions are 10 + 2·1 - 3 = 9 and 10 + 2·4 - 0 = 18. */
    private static final double[][] X = {{1, 3}, {4, 0}};

    private static final double[] Y = {7, 21};
    private static final double[] PARAMETERS = {2, -1, 10};

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("mse is the mean of the squared errors")
    void meanOfSquares() {
        assertClose(
                "mse of predictions 9 and 18 where 7 and 21 are right",
                6.5,
                Cost.mse(X, Y, PARAMETERS),
                TOLERANCE,
                "Errors 2 and -3, squares 4 and 9; their mean.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("gradient adds up residual times feature, and the residuals for the bias")
    void gradientByHand() {
        assertClose(
                "gradient of the same",
                new double[] {2 * 1 - 3 * 4, 2 * 3 - 3 * 0, 2 - 3},
                Cost.gradient(X, Y, PARAMETERS),
                TOLERANCE,
                "2/n · Σ residual · x, with n = 2: residuals are prediction less y, 2 and -3; for the bias x is 1.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("gradient is 0 at the best line")
    void flatAtTheBestLine() {
        // y = 1.5x + 1 leaves residuals 0.5, -1, 0.5: no line does better, they are perpendicular to x and to 1.
        assertClose(
                "gradient at the best line through (0, 0.5), (1, 3.5), (2, 3.5)",
                new double[] {0, 0},
                Cost.gradient(new double[][] {{0}, {1}, {2}}, new double[] {0.5, 3.5, 3.5}, new double[] {1.5, 1}),
                TOLERANCE,
                "Residuals 0.5, -1 and 0.5 sum to 0, also when multiplied by x.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("y must have 2 entries, but has 1", () -> Cost.mse(X, new double[1], PARAMETERS));
        assertRefused("parameters must have 3 entries, but has 2", () -> Cost.gradient(X, Y, new double[2]));
    }
}
