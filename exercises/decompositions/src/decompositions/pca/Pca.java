package decompositions.pca;

import decompositions.svdlowrank.Svd;
import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;

/**
 * Principal component analysis by singular value decomposition of the centred data.
 *
 * <p>If {@code X - mean = U S Vᵀ}, the components are the rows of {@code Vᵀ} and the variance along component k is
 * {@code sₖ² / (nSamples - 1)}. Unlike the eigenvectors of {@code XᵀX}, this does not square the condition number.
 *
 * <p>Source: I. T. Jolliffe, <i>Principal Component Analysis</i>, 2nd ed., Springer 2002, §3.5.
 *
 * @param mean (nFeatures) mean of each feature of the training data, in that feature's unit
 * @param components (nComponents, nFeatures) orthonormal rows, largest variance first; signs are arbitrary
 * @param explainedVariance (nComponents) variance of the scores, in squared data units
 * @param totalVariance sum of the variances of all features, whatever nComponents, in squared data units
 */
public record Pca(double[] mean, double[][] components, double[] explainedVariance, double totalVariance) {

    /**
     * Learns the components of a data set.
     *
     * @param X (nSamples, nFeatures) training data, one sample per row; not modified
     * @param nComponents number of components to keep, in [1, min(nSamples - 1, nFeatures)]
     * @throws IllegalArgumentException if X has fewer than 2 samples, is ragged or not finite, or nComponents is out of
     *     range
     */
    public static Pca fit(double[][] X, int nComponents) {
        requireSamples(X);
        Require.between("nComponents", nComponents, 1, Math.min(X.length - 1, X[0].length));
        // begin solution: centre X, take its SVD, keep the first nComponents rows of Vᵀ and their variances
        double[] mean = Matrix.columnMeans(X);
        Svd svd = Svd.thin(Matrix.minusRow(X, mean));
        double[] variance = new double[svd.s().length];
        double totalVariance = 0;
        for (int k = 0; k < variance.length; k++) {
            variance[k] = svd.s()[k] * svd.s()[k] / (X.length - 1);
            totalVariance += variance[k];
        }
        return new Pca(mean, Arrays.copyOf(svd.vt(), nComponents), Arrays.copyOf(variance, nComponents), totalVariance);
        // end solution
    }

    /**
     * Projects samples onto the components: {@code scores = (X - mean) · componentsᵀ}.
     *
     * @param X (nSamples, nFeatures) any samples, seen by fit or not
     * @return (nSamples, nComponents) scores
     * @throws IllegalArgumentException if X is empty or ragged, or does not have nFeatures columns
     */
    public double[][] transform(double[][] X) {
        Require.columns("X", X, mean.length);
        // begin solution: centre X with the training mean, then project it onto the components
        return Matrix.times(Matrix.minusRow(X, mean), Matrix.transpose(components));
        // end solution
    }

    /**
     * Goes back from scores to features: {@code X = scores · components + mean}, as near as the components allow.
     *
     * @param scores (nSamples, nComponents)
     * @return (nSamples, nFeatures) samples, in the units of the training data
     * @throws IllegalArgumentException if scores is empty or ragged, or does not have nComponents columns
     */
    public double[][] inverseTransform(double[][] scores) {
        Require.columns("scores", scores, components.length);
        // begin solution: combine the components by the scores, then add the mean
        return Matrix.plusRow(Matrix.times(scores, components), mean);
        // end solution
    }

    /**
     * The share of the total variance that each component carries: {@code explainedVariance / totalVariance}.
     *
     * @return (nComponents) shares in [0, 1], which sum to 1 only if all components were kept
     * @throws IllegalArgumentException if totalVariance is 0, because all samples are equal
     */
    public double[] explainedVarianceRatio() {
        Require.positive("totalVariance", totalVariance);
        // begin solution: divide each explained variance by the total variance
        return Arrays.stream(explainedVariance)
                .map(variance -> variance / totalVariance)
                .toArray();
        // end solution
    }

    /**
     * Brings features of different units to one scale: subtracts each feature's mean and divides by its sample standard
     * deviation {@code sqrt(Σᵢ (xᵢ - mean)² / (nSamples - 1))}. A feature that does not vary becomes 0.
     *
     * @param X (nSamples, nFeatures) not modified
     * @return (nSamples, nFeatures) numbers without unit
     * @throws IllegalArgumentException if X has fewer than 2 samples, is ragged or not finite
     */
    public static double[][] standardise(double[][] X) {
        requireSamples(X);
        // begin solution: centre X, then divide each column by its standard deviation, unless that is 0
        double[][] Z = Matrix.transpose(Matrix.minusRow(X, Matrix.columnMeans(X)));
        for (double[] feature : Z) {
            double deviation = Math.sqrt(Matrix.dot(feature, feature) / (X.length - 1));
            for (int i = 0; i < X.length && deviation > 0; i++) {
                feature[i] /= deviation;
            }
        }
        return Matrix.transpose(Z);
        // end solution
    }

    private static void requireSamples(double[][] X) {
        Require.finite("X", X);
        Require.that(X.length >= 2, "X must have at least 2 samples, but has %d", X.length);
    }
}
