package regression.linearregression;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.Svd;
import java.util.Arrays;
import optimization.gradientdescent.GradientDescent;

/**
 * Linear regression by least squares: {@code yHat = bias + X · weights} with the smallest sum of squared residuals.
 *
 * <p>With a column of ones before X, called A, the coefficients c solve the normal equation {@code AᵀA c = Aᵀy}.
 * Forming {@code AᵀA} squares the condition number; {@code A = QR} with orthonormal Q gives {@code R c = Qᵀy} without
 * that.
 *
 * <p>Source: L. N. Trefethen and D. Bau, <i>Numerical Linear Algebra</i>, SIAM 1997, lectures 10, 11 and 19; G. James
 * et al., <i>An Introduction to Statistical Learning</i>, 2nd ed., Springer 2021, §3.1 and §3.2.
 *
 * @param bias prediction where all features are 0, in the unit of y
 * @param weights (nFeatures) change of the prediction for one unit of each feature
 */
public record LinearRegression(double bias, double[] weights) {
    /** A column counts as dependent if the columns before it leave less than this part of it. */
    private static final double ROUND_OFF = 1e-12;

    /**
     * How well a model fits, and how sure its coefficients are. Coefficients stand in the order bias, weights.
     *
     * @param residualStandardError estimate of the standard deviation of the noise, in the unit of y
     * @param r2 part of the variance of y that the model explains, at most 1
     * @param standardErrors (1 + nFeatures) standard deviation of each coefficient over repeated samples
     * @param tValues (1 + nFeatures) coefficients in units of their standard errors
     */
    public record Summary(double residualStandardError, double r2, double[] standardErrors, double[] tValues) {}

    /**
     * Solves a least squares problem: the x with the smallest {@code |A x - b|}, by Householder's QR decomposition.
     *
     * @param A (nRows, nColumns) at least as many rows as columns; not modified
     * @param b (nRows) not modified
     * @return (nColumns)
     * @throws IllegalArgumentException if A is empty, ragged or not finite, has more columns than rows, b has another
     *     length, or a column of A depends on those before it
     */
    public static double[] leastSquares(double[][] A, double[] b) {
        Require.finite("A", A);
        Require.length("b", b, A.length);
        Require.that(A.length >= A[0].length, "A must have at least %d rows, but has %d", A[0].length, A.length);
        // begin solution: reflect every column of A onto its axis, b with them, then substitute from the last row up
        double[][] columns = Matrix.transpose(A);
        double[] rhs = b.clone();
        for (int k = 0; k < columns.length; k++) {
            double[] v = columns[k].clone();
            Arrays.fill(v, 0, k, 0);
            double length = Matrix.norm(v);
            Require.that(length > ROUND_OFF * Matrix.norm(columns[k]), "column %d of A depends on those before it", k);
            v[k] += Math.copySign(length, v[k]);
            for (int j = k; j < columns.length; j++) {
                columns[j] = reflected(columns[j], v);
            }
            rhs = reflected(rhs, v);
        }
        double[] x = new double[columns.length];
        for (int k = x.length - 1; k >= 0; k--) {
            x[k] = rhs[k] / columns[k][k];
            rhs = Matrix.plus(rhs, -x[k], columns[k]);
        }
        return x;
        // end solution
    }

    // begin solution: a helper that reflects a vector at the plane perpendicular to v
    private static double[] reflected(double[] a, double[] v) {
        return Matrix.plus(a, -2 * Matrix.dot(v, a) / Matrix.dot(v, v), v);
    }
    // end solution

    /**
     * Fits by QR decomposition.
     *
     * @param X (nSamples, nFeatures) with nSamples above nFeatures; not modified
     * @param y (nSamples)
     * @throws IllegalArgumentException as {@link #leastSquares}, for X with a column of ones
     */
    public static LinearRegression fitQr(double[][] X, double[] y) {
        double[][] A = Matrix.withOnes(X);
        Require.length("y", y, X.length);
        // begin solution: solve the least squares problem of A, which is X with a column of ones
        return of(leastSquares(A, y));
        // end solution
    }

    /**
     * Fits by the normal equation {@code AᵀA c = Aᵀy}: fewer operations than QR for many samples, and fewer right
     * digits.
     *
     * @param X (nSamples, nFeatures) with nSamples above nFeatures; not modified
     * @param y (nSamples)
     * @throws IllegalArgumentException as {@link #leastSquares}, for {@code AᵀA}
     */
    public static LinearRegression fitNormalEquation(double[][] X, double[] y) {
        double[][] A = Matrix.withOnes(X);
        Require.length("y", y, X.length);
        // begin solution: solve with AᵀA and Aᵀy, where A is X with a column of ones
        double[][] transposed = Matrix.transpose(A);
        return of(leastSquares(Matrix.times(transposed, A), Matrix.times(transposed, y)));
        // end solution
    }

    /**
     * Fits by gradient descent on the mean squared error, from zeros on.
     *
     * @param X (nSamples, nFeatures) features of about the same scale, best standardised; not modified
     * @param y (nSamples)
     * @param learningRate fixed, above 0
     * @param nSteps 0 or more
     * @throws IllegalArgumentException if X is empty or ragged, y has another length, or learningRate or nSteps is out
     *     of range
     */
    public static LinearRegression fitGradientDescent(double[][] X, double[] y, double learningRate, int nSteps) {
        double[][] A = Matrix.withOnes(X);
        Require.length("y", y, X.length);
        Require.positive("learningRate", learningRate);
        Require.that(nSteps >= 0, "nSteps must be >= 0, but was %d", nSteps);
        // begin solution: descend along the gradient 2/n · Aᵀ(A c - y) of the mean squared error
        double[][] scaled = Matrix.times(2.0 / y.length, Matrix.transpose(A));
        double[][] path = GradientDescent.descend(
                        c -> Matrix.times(scaled, Matrix.plus(Matrix.times(A, c), -1, y)),
                        (c, gradient) -> learningRate,
                        new double[A[0].length],
                        0,
                        nSteps)
                .path();
        return of(path[path.length - 1]);
        // end solution
    }

    /**
     * Predicts {@code bias + X · weights}.
     *
     * @param X (nSamples, nFeatures) any samples, seen by fit or not
     * @return (nSamples) in the unit of y
     * @throws IllegalArgumentException if X is empty or ragged, or does not have nFeatures columns
     */
    public double[] predict(double[][] X) {
        Require.columns("X", X, weights.length);
        // begin solution: multiply by the weights, add the bias
        return Arrays.stream(Matrix.times(X, weights)).map(yHat -> yHat + bias).toArray();
        // end solution
    }

    /**
     * Tells how well this model fits the samples it was fitted to.
     *
     * @param X (nSamples, nFeatures) with nSamples above nFeatures + 1
     * @param y (nSamples)
     * @throws IllegalArgumentException if the shapes do not fit, or there are too few samples
     */
    public Summary summary(double[][] X, double[] y) {
        Require.columns("X", X, weights.length);
        double[][] A = Matrix.withOnes(X);
        Require.length("y", y, X.length);
        int degrees = y.length - weights.length - 1;
        Require.that(degrees > 0, "X must have at least %d samples, but has %d", weights.length + 2, y.length);
        // begin solution: take the residuals, compare them with the spread of y, and hand them on through (AᵀA)⁻¹
        double[] residuals = Matrix.plus(y, -1, predict(X));
        double unexplained = Matrix.dot(residuals, residuals);
        double mean = Arrays.stream(y).average().orElseThrow();
        double total =
                Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum();
        double error = Math.sqrt(unexplained / degrees);
        Svd svd = Svd.thin(A);
        double[] standardErrors = new double[1 + weights.length];
        double[] tValues = new double[1 + weights.length];
        for (int j = 0; j < tValues.length; j++) {
            for (int k = 0; k < tValues.length; k++) {
                standardErrors[j] = Math.hypot(standardErrors[j], error * svd.vt()[k][j] / svd.s()[k]);
            }
            tValues[j] = (j == 0 ? bias : weights[j - 1]) / standardErrors[j];
        }
        return new Summary(error, 1 - unexplained / total, standardErrors, tValues);
        // end solution
    }

    private static LinearRegression of(double[] coefficients) {
        return new LinearRegression(coefficients[0], Arrays.copyOfRange(coefficients, 1, coefficients.length));
    }
}
