package decompositions.pcawhitening;

import decompositions.eigenpowers.Powers;
import decompositions.eigensolvers.Eigen;
import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;

/**
 * Principal components by the covariance route, and data turned and stretched until they are equally spread in all
 * directions.
 *
 * <p>The eigenvectors of the covariance are the components, its eigenvalues the variances along them. With many more
 * samples than features this is faster than the SVD of the data; but it squares their condition number, so that a
 * component whose deviation is below 10⁻⁸ of the first's is lost.
 *
 * <p>Source: I. T. Jolliffe, <i>Principal Component Analysis</i>, 2nd ed., Springer 2002, §2.1 and §3.5; A. Kessy, A.
 * Lewin and K. Strimmer, <i>Optimal Whitening and Decorrelation</i>, The American Statistician 72 (2018).
 *
 * @param mean (nFeatures) of the training data
 * @param components (nComponents, nFeatures) orthonormal rows, largest variance first; signs are arbitrary
 * @param variance (nComponents) of the scores, in squared data units
 */
public record Whitening(double[] mean, double[][] components, double[] variance) {

    /**
     * How features vary together: {@code (X - mean)ᵀ · (X - mean) / (nSamples - 1)}.
     *
     * @param X (nSamples, nFeatures) not modified
     * @return (nFeatures, nFeatures) symmetric; variances on the diagonal
     * @throws IllegalArgumentException if X has fewer than 2 samples, is ragged or not finite
     */
    public static double[][] covariance(double[][] X) {
        requireSamples(X);
        // begin solution: centre X, multiply its transpose with it, divide by nSamples - 1
        double[][] centred = Matrix.minusRow(X, Matrix.columnMeans(X));
        return Matrix.times(1.0 / (X.length - 1), Matrix.times(Matrix.transpose(centred), centred));
        // end solution
    }

    /**
     * Learns components from the covariance. A variance that is round-off beside the first is 0.
     *
     * @param X (nSamples, nFeatures) training data; not modified
     * @param nComponents in [1, nFeatures]
     * @throws IllegalArgumentException if X has fewer than 2 samples, is ragged or not finite, or nComponents is out of
     *     range
     */
    public static Whitening fit(double[][] X, int nComponents) {
        requireSamples(X);
        Require.between("nComponents", nComponents, 1, X[0].length);
        // begin solution: decompose the covariance; eigenvectors are columns, components rows; keep the first
        // nComponents
        Eigen eigen = Eigen.jacobi(covariance(X));
        return new Whitening(
                Matrix.columnMeans(X),
                Arrays.copyOf(Matrix.transpose(eigen.vectors()), nComponents),
                Arrays.copyOf(Powers.withoutRoundOff(eigen.values()), nComponents));
        // end solution
    }

    /**
     * Scores, each divided by its standard deviation: of the training data they have covariance I.
     *
     * @param X (n, nFeatures) any samples
     * @return (n, nComponents) without unit
     * @throws IllegalArgumentException if X does not have nFeatures columns, or a component has no variance
     */
    public double[][] whiten(double[][] X) {
        Require.columns("X", X, mean.length);
        requireVariance();
        // begin solution: project the centred samples on the components, and divide column k by the root of variance k
        double[][] Z = Matrix.times(Matrix.minusRow(X, mean), Matrix.transpose(components));
        for (double[] z : Z) {
            for (int k = 0; k < z.length; k++) {
                z[k] /= Math.sqrt(variance[k]);
            }
        }
        return Z;
        // end solution
    }

    /**
     * Goes back from whitened scores to features.
     *
     * @param Z (n, nComponents) without unit
     * @return (n, nFeatures) in the units of the training data, as near as the components allow
     * @throws IllegalArgumentException if Z does not have nComponents columns
     */
    public double[][] colour(double[][] Z) {
        Require.columns("Z", Z, components.length);
        // begin solution: multiply column k by the root of variance k, combine the components, add the mean
        double[][] scores = Matrix.copy(Z);
        for (double[] score : scores) {
            for (int k = 0; k < score.length; k++) {
                score[k] *= Math.sqrt(variance[k]);
            }
        }
        return Matrix.plusRow(Matrix.times(scores, components), mean);
        // end solution
    }

    /**
     * Whitened data in which each feature stays as close to what it was as it can ("zero-phase", ZCA): {@code (X -
     * mean) · C} to the power -1/2, with C the covariance of X. Other whitenings are turns of this one.
     *
     * @param X (nSamples, nFeatures) not modified
     * @return (nSamples, nFeatures) without unit, covariance I
     * @throws IllegalArgumentException if X has fewer than 2 samples, is ragged or not finite, or its covariance has no
     *     inverse
     */
    public static double[][] zca(double[][] X) {
        requireSamples(X);
        // begin solution: centre X and multiply it with the power -0.5 of its covariance
        return Matrix.times(Matrix.minusRow(X, Matrix.columnMeans(X)), Powers.power(covariance(X), -0.5));
        // end solution
    }

    private void requireVariance() {
        for (int k = 0; k < variance.length; k++) {
            Require.that(variance[k] > 0, "variance[%d] must be > 0 to be made 1, but was %s", k, variance[k]);
        }
    }

    private static void requireSamples(double[][] X) {
        Require.finite("X", X);
        Require.that(X.length >= 2, "X must have at least 2 samples, but has %d", X.length);
    }
}
