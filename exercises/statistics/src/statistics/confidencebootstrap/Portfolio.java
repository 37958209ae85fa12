package statistics.confidencebootstrap;

import gradus.kit.Require;
import probability.moments.Together;

/**
 * How much of one's money to put into the first of two investments, so that the whole varies least.
 *
 * <p>Source: G. James, D. Witten, T. Hastie and R. Tibshirani, <i>An Introduction to Statistical Learning</i>, Springer
 * 2013, §5.2.
 */
public final class Portfolio {
    private Portfolio() {}

    /**
     * The share α for which {@code α · first + (1 - α) · second} has the smallest variance: {@code (var₂ - cov) / (var₁
     * + var₂ - 2 cov)}.
     *
     * @param X (nSamples, 2) returns of both investments, at least two samples
     */
    public static double alpha(double[][] X) {
        Require.columns("X", X, 2);
        // begin solution: variances and covariance are in Together.covarianceMatrix
        double[][] C = Together.covarianceMatrix(X);
        return (C[1][1] - C[0][1]) / (C[0][0] + C[1][1] - 2 * C[0][1]);
        // end solution
    }

    /** Replicates of alpha, as {@link Bootstrap#replicates} has them. */
    public static double[] replicates(double[][] X, double[][] uniforms) {
        return Bootstrap.replicates(X, uniforms, Portfolio::alpha);
    }
}
