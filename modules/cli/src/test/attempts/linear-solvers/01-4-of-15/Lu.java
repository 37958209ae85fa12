package linearalgebra.linearsolvers;

import gradus.kit.Matrix;
import gradus.kit.NotAttempted;
import gradus.kit.Require;
import java.util.stream.IntStream;

/**
 * Elimination with its steps kept: {@code P·A = L·U} with L lower and U upper triangular, and P an order of the rows.
 *
 * <p>In every column the entry of largest size becomes the pivot (partial pivoting), so all factors in L are at most 1
 * in size. The solution is then exact for a matrix that differs from A by round-off, times the growth of the entries of
 * U over those of A. That growth is about {@code n^(2/3)} for random matrices; that it can be {@code 2ⁿ⁻¹} is known
 * from matrices made for the purpose.
 *
 * <p>What pivots do not tell is how near A is to a singular matrix. One with ones on the diagonal and -1 above has
 * pivots 1, and a change of {@code 2²⁻ⁿ} in one corner makes it singular. So {@link #isSingular} finds matrices that
 * are singular up to round-off in the usual cases, not in all; singular values would.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §3.4; N. J.
 * Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., SIAM 2002, §9.3 and §9.4.
 *
 * @param lower (n, n) ones on the diagonal, factors of size at most 1 below it, zeros above
 * @param upper (n, n) pivots on the diagonal, zeros below it
 * @param permutation (n) row i of P·A is row {@code permutation[i]} of A
 * @param sign 1 if the rows were swapped an even number of times, otherwise -1
 */
public record Lu(double[][] lower, double[][] upper, int[] permutation, int sign) {
    private static final double EPSILON = Math.ulp(1.0);

    /**
     * Decomposes a matrix. Where a whole column has nothing to eliminate, there is nothing to divide by either: so this
     * works for singular matrices, too.
     *
     * @param A (n, n) finite numbers; not modified
     * @throws IllegalArgumentException if A is not square, or has an entry that is NaN or infinite
     */
    public static Lu of(double[][] A) {
        requireSquare(A);
        int n = A.length;
        double[][] rows = Matrix.copy(A);
        int[] permutation = IntStream.range(0, n).toArray();
        int sign = 1;
        for (int k = 0; k < n; k++) {
            int p = largestBelow(rows, k);
            if (rows[p][k] == 0) {
                continue;
            }
            if (p != k) {
                double[] row = rows[k];
                rows[k] = rows[p];
                rows[p] = row;
                int index = permutation[k];
                permutation[k] = permutation[p];
                permutation[p] = index;
                sign = -sign;
            }
            for (int i = k + 1; i < n; i++) {
                rows[i][k] /= rows[k][k];
                for (int j = k + 1; j < n; j++) {
                    rows[i][j] -= rows[i][k] * rows[k][j];
                }
            }
        }
        double[][] lower = new double[n][n];
        double[][] upper = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (j < i) {
                    lower[i][j] = rows[i][j];
                } else {
                    upper[i][j] = rows[i][j];
                }
            }
            lower[i][i] = 1;
        }
        return new Lu(lower, upper, permutation, sign);
    }

    private static int largestBelow(double[][] rows, int k) {
        int best = k;
        for (int i = k + 1; i < rows.length; i++) {
            if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Whether some pivot is 0 up to round-off: at most {@code n · 2⁻⁵²} times the entry of largest size in its column
     * of U. Multiplying a column of A by a number does not change the answer.
     */
    public boolean isSingular() {
        // TODO compare each pivot with the largest size above it in U
        throw new NotAttempted();
    }

    /**
     * Solves {@code A·x = b}: the rows of b in the order of P, then {@code L·y = P·b} from the top down and {@code U·x
     * = y} from the bottom up.
     *
     * @param b (n) not modified
     * @return (n)
     * @throws IllegalArgumentException if b does not have n entries
     * @throws SingularMatrix if {@link #isSingular}
     */
    public double[] solve(double[] b) {
        int n = upper.length;
        Require.length("b", b, n);
        requireRegular();
        // TODO y[i] = b[permutation[i]] - Σ_{j<i} lower[i][j] y[j], downwards; then, in the same array and
        throw new NotAttempted();
    }

    /** The determinant of A: the product of the pivots, times the sign of the order of the rows. */
    public double determinant() {
        // TODO multiply sign and all pivots
        throw new NotAttempted();
    }

    /**
     * The inverse of A: column j solves {@code A·x = eⱼ}. To solve a system {@link #solve} is faster, and more
     * accurate.
     *
     * @return (n, n)
     * @throws SingularMatrix if {@link #isSingular}
     */
    public double[][] inverse() {
        // TODO solve for each row of the identity, and make the solutions columns
        throw new NotAttempted();
    }

    private void requireRegular() {
        if (isSingular()) {
            throw new SingularMatrix(
                    "A is singular: a pivot is 0, or so small beside its column that it may be nothing but round-off");
        }
    }

    static void requireSquare(double[][] A) {
        Require.finite("A", A);
        Require.columns("A", A, A.length);
    }
}
