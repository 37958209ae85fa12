package probability.moments;

import gradus.kit.Matrix;
import gradus.kit.Require;

/**
 * How features vary together.
 *
 * <p>Source: F. Galton, <i>Regression Towards Mediocrity in Hereditary Stature</i>, Journal of the Anthropological
 * Institute 15, 1886; C. Spearman, <i>The Proof and Measurement of Association between Two Things</i>, American Journal
 * of Psychology 15, 1904.
 */
public final class Together {
    private Together() {}

    /**
     * The covariances {@code Σ (xᵢⱼ - meanⱼ)(xᵢₖ - meanₖ) / (n - 1)} of all pairs of features; variances stand on the
     * diagonal.
     *
     * @param X (nSamples, nFeatures) at least two samples
     * @return (nFeatures, nFeatures) symmetric
     */
    public static double[][] covarianceMatrix(double[][] X) {
        Require.finite("X", X);
        Require.that(X.length >= 2, "X must have at least 2 samples, but has %d", X.length);
        // begin solution: centre the columns; the transpose times that, by n - 1
        double[][] centred = Matrix.minusRow(X, Matrix.columnMeans(X));
        return Matrix.times(1.0 / (X.length - 1), Matrix.times(Matrix.transpose(centred), centred));
        // end solution
    }

    /**
     * Pearson's correlation: the covariance by both deviations, in [-1, 1], without unit.
     *
     * @param x (n) at least two numbers, not all equal
     * @param y (n) likewise
     */
    public static double pearson(double[] x, double[] y) {
        double[][] C = covariance(x, y);
        Require.positive("variance of x", C[0][0]);
        Require.positive("variance of y", C[1][1]);
        // begin solution: by the product of the two roots
        return C[0][1] / (Math.sqrt(C[0][0]) * Math.sqrt(C[1][1]));
        // end solution
    }

    /** Spearman's correlation: Pearson's, of the ranks. It is 1 wherever y rises with x, straight or not. */
    public static double spearman(double[] x, double[] y) {
        // begin solution: of the ranks
        return pearson(Order.ranks(x), Order.ranks(y));
        // end solution
    }

    /**
     * The slope of the straight line that predicts y from x best: the covariance by the variance of x.
     *
     * @return in units of y by units of x
     */
    public static double slope(double[] x, double[] y) {
        double[][] C = covariance(x, y);
        Require.positive("variance of x", C[0][0]);
        // begin solution: covariance by variance
        return C[0][1] / C[0][0];
        // end solution
    }

    private static double[][] covariance(double[] x, double[] y) {
        Moments.requireNumbers(x, 2);
        Require.length("y", y, x.length);
        return covarianceMatrix(Matrix.transpose(new double[][] {x, y}));
    }
}
