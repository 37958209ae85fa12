package regression.regressionlosses;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;
import optimization.gradientdescent.GradientDescent;
import regression.linearregression.LinearRegression;

/**
 * How bad it is to miss by a residual {@code y - yHat}.
 *
 * <p>The loss decides what a model aims at. Among all constants, the smallest mean of squared losses has the mean of y,
 * of absolute losses its median, and of pinball losses its quantile.
 *
 * <p>Source: T. Hastie, R. Tibshirani and J. Friedman, <i>The Elements of Statistical Learning</i>, 2nd ed., Springer
 * 2009, §10.6; R. Koenker and K. F. Hallock, <i>Quantile Regression</i>, Journal of Economic Perspectives 15 (2001).
 */
public sealed interface Loss {
    /** The loss of one residual, 0 or more. */
    double at(double residual);

    /** The derivative of the loss by the residual; 0 where the loss has a kink. */
    double slope(double residual);

    /** The squared residual: large ones count most. */
    record Squared() implements Loss {
        @Override
        public double at(double residual) {
            // begin solution: square the residual
            return residual * residual;
            // end solution
        }

        @Override
        public double slope(double residual) {
            // begin solution: derive the square
            return 2 * residual;
            // end solution
        }
    }

    /** The size of the residual: all count as they are. */
    record Absolute() implements Loss {
        @Override
        public double at(double residual) {
            // begin solution: drop the sign
            return Math.abs(residual);
            // end solution
        }

        @Override
        public double slope(double residual) {
            // begin solution: keep the sign alone
            return Math.signum(residual);
            // end solution
        }
    }

    /**
     * Half the square up to delta, a straight line of slope delta beyond: outliers count, but no more than their share.
     *
     * @param delta size of a residual from which on it counts as an outlier, in the unit of y, above 0
     */
    record Huber(double delta) implements Loss {
        /** @throws IllegalArgumentException if delta is not above 0 */
        public Huber {
            Require.positive("delta", delta);
        }

        @Override
        public double at(double residual) {
            // begin solution: half the square inside, the line that continues it outside
            double size = Math.abs(residual);
            return size <= delta ? size * size / 2 : delta * (size - delta / 2);
            // end solution
        }

        @Override
        public double slope(double residual) {
            // begin solution: the residual, but no more than delta to either side
            return Math.max(-delta, Math.min(delta, residual));
            // end solution
        }
    }

    /**
     * The residual times quantile where y is above the prediction, times quantile - 1 where it is below.
     *
     * @param quantile part of y that should lie below the prediction, in (0, 1)
     */
    record Pinball(double quantile) implements Loss {
        /** @throws IllegalArgumentException if quantile is not between 0 and 1 */
        public Pinball {
            Require.that(quantile > 0 && quantile < 1, "quantile must be in (0, 1), but was %s", quantile);
        }

        @Override
        public double at(double residual) {
            // begin solution: weigh residuals above and below 0 differently
            return Math.max(quantile * residual, (quantile - 1) * residual);
            // end solution
        }

        @Override
        public double slope(double residual) {
            // begin solution: the weight of the side that the residual is on
            return residual == 0 ? 0 : residual > 0 ? quantile : quantile - 1;
            // end solution
        }
    }

    /**
     * The mean loss of predictions.
     *
     * @param y (nSamples) at least 1
     * @param yHat (nSamples)
     * @throws IllegalArgumentException if y is empty, or yHat has another length
     */
    default double mean(double[] y, double[] yHat) {
        requireSamples(y, yHat);
        // begin solution: average the loss of all residuals
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += at(y[i] - yHat[i]);
        }
        return sum / y.length;
        // end solution
    }

    /**
     * The gradient of the mean loss by the predictions.
     *
     * @param y (nSamples) at least 1
     * @param yHat (nSamples)
     * @return (nSamples)
     * @throws IllegalArgumentException if y is empty, or yHat has another length
     */
    default double[] gradient(double[] y, double[] yHat) {
        requireSamples(y, yHat);
        // begin solution: the slope of each residual, which falls as yHat rises, over the number of samples
        return Arrays.stream(Matrix.plus(y, -1, yHat))
                .map(residual -> -slope(residual) / y.length)
                .toArray();
        // end solution
    }

    /**
     * Fits a linear model with the smallest mean loss by gradient descent, from zeros on.
     *
     * @param X (nSamples, nFeatures) features of about the same scale
     * @param y (nSamples)
     * @param learningRate fixed, above 0
     * @param nSteps 0 or more
     * @throws IllegalArgumentException if X is empty or ragged, y has another length, or nSteps is below 0
     */
    default LinearRegression fit(double[][] X, double[] y, double learningRate, int nSteps) {
        double[][] A = Matrix.withOnes(X);
        Require.length("y", y, X.length);
        // begin solution: descend along Aᵀ times the gradient by the predictions A c
        double[][] transposed = Matrix.transpose(A);
        double[][] path = GradientDescent.descend(
                        c -> Matrix.times(transposed, gradient(y, Matrix.times(A, c))),
                        (c, slope) -> learningRate,
                        new double[A[0].length],
                        0,
                        nSteps)
                .path();
        double[] c = path[path.length - 1];
        return new LinearRegression(c[0], Arrays.copyOfRange(c, 1, c.length));
        // end solution
    }

    /**
     * The root of the mean squared residual, in the unit of y.
     *
     * @param y (nSamples) at least 1
     * @param yHat (nSamples)
     * @throws IllegalArgumentException if y is empty, or yHat has another length
     */
    static double rmse(double[] y, double[] yHat) {
        requireSamples(y, yHat);
        // begin solution: the root of the mean squared loss
        return Math.sqrt(new Squared().mean(y, yHat));
        // end solution
    }

    /**
     * The part of the variance of y that predictions explain: 1 for perfect ones, 0 for the mean of y, below 0 for
     * worse.
     *
     * @param y (nSamples) not all equal
     * @param yHat (nSamples)
     * @throws IllegalArgumentException if y is empty, or yHat has another length
     */
    static double r2(double[] y, double[] yHat) {
        requireSamples(y, yHat);
        // begin solution: compare the mean squared loss with that of the mean of y
        double[] constant = new double[y.length];
        Arrays.fill(constant, Arrays.stream(y).average().orElseThrow());
        return 1 - new Squared().mean(y, yHat) / new Squared().mean(y, constant);
        // end solution
    }

    private static void requireSamples(double[] y, double[] yHat) {
        Require.that(y.length > 0, "y must have at least 1 entry, but is empty");
        Require.length("yHat", yHat, y.length);
    }
}
