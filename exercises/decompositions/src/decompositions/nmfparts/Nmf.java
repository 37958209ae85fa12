package decompositions.nmfparts;

import gradus.kit.Matrix;
import gradus.kit.Require;

/**
 * Non-negative matrix factorization: samples as sums of parts, {@code X ≈ weights · parts}, in which nothing is below
 * 0.
 *
 * <p>A sum without subtraction can't build too much and take it away again, so each part has to be something that many
 * samples have. Both factors are found by multiplicative updates, which never raise the loss, and never change a sign.
 *
 * <p>Source: D. D. Lee and H. S. Seung, <i>Learning the parts of objects by non-negative matrix factorization</i>,
 * Nature 401 (1999); <i>Algorithms for non-negative matrix factorization</i>, NIPS 13 (2001), theorem 1.
 *
 * @param weights (nSamples, nParts) how much of each part is in each sample, not negative
 * @param parts (nParts, nFeatures) not negative; together with the weights in the unit of X
 * @param losses (nSteps + 1) of the start and after each step, in squared units of X
 */
public record Nmf(double[][] weights, double[][] parts, double[] losses) {

    /**
     * How far the product is from X: the sum of all squared differences.
     *
     * @param X (nSamples, nFeatures)
     * @param weights (nSamples, nParts)
     * @param parts (nParts, nFeatures)
     * @return in squared units of X
     * @throws IllegalArgumentException if shapes do not fit, or a number is negative or not finite
     */
    public static double loss(double[][] X, double[][] weights, double[][] parts) {
        requireFactors(X, weights, parts);
        // begin solution: sum the squares of X - weights · parts
        double[][] product = Matrix.times(weights, parts);
        double loss = 0;
        for (int i = 0; i < X.length; i++) {
            double[] difference = Matrix.plus(X[i], -1, product[i]);
            loss += Matrix.dot(difference, difference);
        }
        return loss;
        // end solution
    }

    /**
     * Better parts for the same weights: each entry times {@code (Wᵀ·X) / (Wᵀ·W·H)}, with W for weights and H for
     * parts. Where the denominator is 0 the entry stays as it is.
     *
     * @param X (nSamples, nFeatures) not negative
     * @param weights (nSamples, nParts) not negative; not modified
     * @param parts (nParts, nFeatures) not negative; not modified
     * @return (nParts, nFeatures) not negative
     * @throws IllegalArgumentException as loss
     */
    public static double[][] updatedParts(double[][] X, double[][] weights, double[][] parts) {
        requireFactors(X, weights, parts);
        // begin solution: Wᵀ·X, and (Wᵀ·W)·H, which is far less work than Wᵀ·(W·H); then multiply and divide entry by
        // entry
        double[][] transposed = Matrix.transpose(weights);
        double[][] wanted = Matrix.times(transposed, X);
        double[][] present = Matrix.times(Matrix.times(transposed, weights), parts);
        double[][] updated = Matrix.copy(parts);
        for (int k = 0; k < updated.length; k++) {
            for (int j = 0; j < updated[k].length; j++) {
                updated[k][j] *= present[k][j] == 0 ? 1 : wanted[k][j] / present[k][j];
            }
        }
        return updated;
        // end solution
    }

    /**
     * Better weights for the same parts: each entry times {@code (X·Hᵀ) / (W·H·Hᵀ)}. As {@code Xᵀ ≈ Hᵀ·Wᵀ}, this is
     * updatedParts of everything transposed.
     *
     * @param X (nSamples, nFeatures) not negative
     * @param weights (nSamples, nParts) not negative; not modified
     * @param parts (nParts, nFeatures) not negative; not modified
     * @return (nSamples, nParts) not negative
     * @throws IllegalArgumentException as loss
     */
    public static double[][] updatedWeights(double[][] X, double[][] weights, double[][] parts) {
        requireFactors(X, weights, parts);
        // begin solution: transpose all three, update, transpose back
        return Matrix.transpose(updatedParts(Matrix.transpose(X), Matrix.transpose(parts), Matrix.transpose(weights)));
        // end solution
    }

    /**
     * Learns parts and weights. A step updates the parts, and then the weights with the new parts.
     *
     * @param X (nSamples, nFeatures) not negative; not modified
     * @param startWeights (nSamples, nParts) above 0: what is 0 stays 0; not modified
     * @param startParts (nParts, nFeatures) above 0; not modified
     * @param nSteps at least 0
     * @throws IllegalArgumentException as loss, or if nSteps is negative
     */
    public static Nmf fit(double[][] X, double[][] startWeights, double[][] startParts, int nSteps) {
        requireFactors(X, startWeights, startParts);
        Require.that(nSteps >= 0, "nSteps must be >= 0, but was %d", nSteps);
        // begin solution: note the loss of the start, then update parts and weights and note the loss, nSteps times
        double[][] weights = Matrix.copy(startWeights);
        double[][] parts = Matrix.copy(startParts);
        double[] losses = new double[nSteps + 1];
        losses[0] = loss(X, weights, parts);
        for (int step = 1; step <= nSteps; step++) {
            parts = updatedParts(X, weights, parts);
            weights = updatedWeights(X, weights, parts);
            losses[step] = loss(X, weights, parts);
        }
        return new Nmf(weights, parts, losses);
        // end solution
    }

    /**
     * How much of each part is in samples, seen by fit or not: weights alone are updated, the parts stay.
     *
     * @param X (n, nFeatures) not negative
     * @param start (n, nParts) above 0; not modified
     * @param nSteps at least 0
     * @return (n, nParts) not negative
     * @throws IllegalArgumentException as loss, or if nSteps is negative
     */
    public double[][] transform(double[][] X, double[][] start, int nSteps) {
        requireFactors(X, start, parts);
        Require.that(nSteps >= 0, "nSteps must be >= 0, but was %d", nSteps);
        // begin solution: update the weights nSteps times
        double[][] found = Matrix.copy(start);
        for (int step = 0; step < nSteps; step++) {
            found = updatedWeights(X, found, parts);
        }
        return found;
        // end solution
    }

    private static void requireFactors(double[][] X, double[][] weights, double[][] parts) {
        requireNotNegative("X", X);
        requireNotNegative("weights", weights);
        requireNotNegative("parts", parts);
        Require.that(
                weights.length == X.length,
                "weights must have %d rows, one for each sample, but has %d",
                X.length,
                weights.length);
        Require.columns("weights", weights, parts.length);
        Require.columns("parts", parts, X[0].length);
    }

    private static void requireNotNegative(String name, double[][] A) {
        Require.finite(name, A);
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < A[i].length; j++) {
                if (A[i][j] < 0) {
                    Require.that(false, "%s must not be negative, but %s[%d][%d] was %s", name, name, i, j, A[i][j]);
                }
            }
        }
    }
}
