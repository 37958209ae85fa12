package decompositions.eigenpowers;

import decompositions.eigensolvers.Eigen;
import gradus.kit.Require;

/**
 * Powers of a symmetric matrix through its eigenvalues: {@code Aᵉ = V · diag(valuesᵉ) · Vᵀ}.
 *
 * <p>On the axes of its eigenvectors a matrix only stretches, so applying it 100 times stretches by the 100th powers.
 * The exponent need not be whole, nor above 0.
 *
 * <p>Source: G. Strang, <i>Introduction to Linear Algebra</i>, 6th ed., Wellesley-Cambridge 2023, §6.2; N. J. Higham,
 * <i>Functions of Matrices</i>, SIAM 2008, §1.2.
 */
public final class Powers {
    private static final double EPSILON = Math.ulp(1.0);

    private Powers() {}

    /**
     * A power of a symmetric matrix. An eigenvalue that is at most {@code n · 2⁻⁵² · |largest|} in size is round-off,
     * and counts as 0.
     *
     * @param A (n, n) symmetric; not modified
     * @param exponent 0 gives the unit matrix, -1 the inverse, 0.5 the root whose eigenvalues are not negative
     * @return (n, n) symmetric
     * @throws IllegalArgumentException if A is empty, not square, not finite or not symmetric; if an eigenvalue is 0
     *     and exponent negative, or an eigenvalue is negative and exponent not whole
     */
    public static double[][] power(double[][] A, double exponent) {
        Eigen eigen = Eigen.jacobi(A);
        double[] values = withoutRoundOff(eigen.values());
        for (double value : values) {
            Require.that(
                    value != 0 || exponent >= 0,
                    "A must have an inverse for exponent %s, but has the eigenvalue 0",
                    exponent);
            Require.that(
                    value >= 0 || exponent == Math.rint(exponent),
                    "A must not have a negative eigenvalue for exponent %s, but has %s",
                    exponent,
                    value);
        }
        int n = values.length;
        double[][] vectors = eigen.vectors();
        double[][] result = new double[n][n];
        for (int k = 0; k < n; k++) {
            double stretch = Math.pow(values[k], exponent);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    result[i][j] += stretch * vectors[i][k] * vectors[j][k];
                }
            }
        }
        return result;
    }

    /**
     * Makes eigenvalues that are round-off 0.
     *
     * @param values (n) not modified
     * @return (n) with 0 for those of at most {@code n · 2⁻⁵² · |largest|} in size
     */
    public static double[] withoutRoundOff(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        double[] result = values.clone();
        for (int i = 0; i < result.length; i++) {
            if (Math.abs(result[i]) <= values.length * EPSILON * largest) {
                result[i] = 0;
            }
        }
        return result;
    }

    /**
     * The Fibonacci number F(n) of 0, 1, 1, 2, 3, 5, …: an entry of {@code {{1, 1}, {1, 0}}ⁿ}, which takes two
     * neighbours (F(k + 1), F(k)) to the next two.
     *
     * @param n in [0, 70]; beyond, round-off is larger than 0.5
     * @throws IllegalArgumentException if n is out of range
     */
    public static long fibonacci(int n) {
        Require.between("n", n, 0, 70);
        return Math.round(power(new double[][] {{1, 1}, {1, 0}}, n)[0][1]);
    }
}
