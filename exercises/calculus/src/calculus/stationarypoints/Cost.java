package calculus.stationarypoints;

import gradus.kit.Matrix;
import gradus.kit.Require;

/**
 * What a linear prediction costs, and how that changes with its parameters, by hand: the mean squared error of {@code ŷ
 * = X·w + b}.
 *
 * <p>Source: C. M. Bishop, <i>Pattern Recognition and Machine Learning</i>, Springer 2006, §3.1.
 */
public final class Cost {
    private Cost() {}

    /**
     * The mean of the squared errors.
     *
     * @param X (nSamples, nFeatures)
     * @param y (nSamples) what is right
     * @param parameters (nFeatures + 1) a weight for each feature, then the bias b
     * @return in squared units of y
     */
    public static double mse(double[][] X, double[] y, double[] parameters) {
        requireFit(X, y, parameters);
        // begin solution: the mean of squared residuals
        double[] residuals = residuals(X, y, parameters);
        return Matrix.dot(residuals, residuals) / X.length;
        // end solution
    }

    /**
     * How the mean squared error changes with each parameter.
     *
     * @param X (nSamples, nFeatures)
     * @param y (nSamples) what is right
     * @param parameters (nFeatures + 1) a weight for each feature, then the bias b
     * @return (nFeatures + 1) in the same order
     */
    public static double[] gradient(double[][] X, double[] y, double[] parameters) {
        requireFit(X, y, parameters);
        // begin solution: by the chain rule each sample adds 2/nSamples · its residual · (x, 1)
        double[] residuals = residuals(X, y, parameters);
        int nFeatures = X[0].length;
        double[] gradient = new double[nFeatures + 1];
        for (int i = 0; i < X.length; i++) {
            double factor = 2 * residuals[i] / X.length;
            for (int j = 0; j < nFeatures; j++) {
                gradient[j] += factor * X[i][j];
            }
            gradient[nFeatures] += factor;
        }
        return gradient;
        // end solution
    }

    // begin solution: a helper for what both need
    private static double[] residuals(double[][] X, double[] y, double[] parameters) {
        double[] residuals = new double[y.length];
        int nFeatures = X[0].length;
        for (int i = 0; i < y.length; i++) {
            residuals[i] = parameters[nFeatures] - y[i];
            for (int j = 0; j < nFeatures; j++) {
                residuals[i] += X[i][j] * parameters[j];
            }
        }
        return residuals;
    }
    // end solution

    private static void requireFit(double[][] X, double[] y, double[] parameters) {
        Require.matrix("X", X);
        Require.length("y", y, X.length);
        Require.length("parameters", parameters, X[0].length + 1);
    }
}
