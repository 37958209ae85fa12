package linearalgebra.qrcholesky;

import gradus.kit.Require;

/**
 * A symmetric, positive definite matrix as {@code A = L·Lᵀ}, its square root in a way.
 *
 * <p>That is elimination with half the work, and without pivoting: no entry of L is larger than the root of a diagonal
 * entry of A, so nothing can grow. It is also the quickest way to find out whether A is positive definite: it is, if
 * and only if no root of a number {@code ≤ 0} is wanted.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §4.2.
 *
 * @param lower (n, n) L, with a positive diagonal and zeros above it
 */
public record Cholesky(double[][] lower) {
    private static final double EPSILON = Math.ulp(1.0);

    /** Entries that mirror each other may differ by this share of the largest. */
    private static final double SYMMETRIC = 1e-12;

    /**
     * Decomposes a matrix, row by row: {@code lᵢⱼ = (aᵢⱼ - Σₖ lᵢₖ·lⱼₖ) / lⱼⱼ} for j below i, k below j, and {@code lᵢᵢ
     * = sqrt(aᵢᵢ - Σₖ lᵢₖ²)}.
     *
     * @param A (n, n) symmetric; only entries on and below the diagonal are read; not modified
     * @throws IllegalArgumentException if A is not square, not finite or not symmetric
     * @throws NotPositiveDefinite if what is under a root is at most {@code n · 2⁻⁵² · aᵢᵢ}, which may be nothing but
     *     round-off
     */
    public static Cholesky of(double[][] A) {
        requireSymmetric(A);
        double[][] L = new double[A.length][A.length];
        // begin solution: for each row i and each j up to i: a[i][j] less the products of what is before column j in
        // rows i and j of L; for j below i divide it by the diagonal entry of row j; for j = i refuse it if it is too
        // small, and take the root
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j <= i; j++) {
                double left = A[i][j];
                for (int k = 0; k < j; k++) {
                    left -= L[i][k] * L[j][k];
                }
                if (j < i) {
                    L[i][j] = left / L[j][j];
                } else if (left <= A.length * EPSILON * A[i][i]) {
                    throw new NotPositiveDefinite(
                            "A must be positive definite, but " + left + " is left of A[" + i + "][" + i + "]");
                } else {
                    L[i][i] = Math.sqrt(left);
                }
            }
        }
        return new Cholesky(L);
        // end solution
    }

    /**
     * Solves {@code A·x = b}: {@code L·y = b} from the top down, {@code Lᵀ·x = y} from the bottom up.
     *
     * @param b (n) not modified
     * @return (n)
     * @throws IllegalArgumentException if b does not have n entries
     */
    public double[] solve(double[] b) {
        Require.length("b", b, lower.length);
        // begin solution: y[i] = (b[i] - Σ_{j<i} lower[i][j] y[j]) / lower[i][i], downwards; then, in the same array
        // and upwards, x[i] = (y[i] - Σ_{j>i} lower[j][i] x[j]) / lower[i][i]
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= lower[i][j] * x[j];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= lower[j][i] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
        // end solution
    }

    private static void requireSymmetric(double[][] A) {
        Require.finite("A", A);
        Require.columns("A", A, A.length);
        double largest = 0;
        for (double[] row : A) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < i; j++) {
                Require.that(
                        Math.abs(A[i][j] - A[j][i]) <= SYMMETRIC * largest,
                        "A must be symmetric, but A[%d][%d] is %s and A[%d][%d] is %s",
                        i,
                        j,
                        A[i][j],
                        j,
                        i,
                        A[j][i]);
            }
        }
    }
}
