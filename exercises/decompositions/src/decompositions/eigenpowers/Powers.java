package decompositions.eigenpowers;

import decompositions.eigensolvers.Eigen;
import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;

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
        // begin solution: V with column k times valuesₖ to the exponent, times Vᵀ
        double[][] scaled = Matrix.copy(eigen.vectors());
        for (double[] row : scaled) {
            for (int k = 0; k < row.length; k++) {
                row[k] *= Math.pow(values[k], exponent);
            }
        }
        return Matrix.times(scaled, Matrix.transpose(eigen.vectors()));
        // end solution
    }

    /**
     * Makes eigenvalues that are round-off 0.
     *
     * @param values (n) not modified
     * @return (n) with 0 for those of at most {@code n · 2⁻⁵² · |largest|} in size
     */
    public static double[] withoutRoundOff(double[] values) {
        // begin solution: the largest in size, then 0 for what is small beside it
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double roundOff = values.length * EPSILON * largest;
        return Arrays.stream(values)
                .map(value -> Math.abs(value) <= roundOff ? 0 : value)
                .toArray();
        // end solution
    }

    /**
     * The Fibonacci number F(n) of 0, 1, 1, 2, 3, 5, …: an entry of {@code {{1, 1}, {1, 0}}ⁿ}, which takes two
     * neighbours (F(k + 1), F(k)) to the next two.
     *
     * @param n in [0, 60]; from 67 on, round-off is larger than 0.5
     * @throws IllegalArgumentException if n is out of range
     */
    public static long fibonacci(int n) {
        Require.between("n", n, 0, 60);
        // begin solution: the entry beside the diagonal of the n-th power, rounded
        return Math.round(power(new double[][] {{1, 1}, {1, 0}}, n)[0][1]);
        // end solution
    }
}
