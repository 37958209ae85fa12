package decompositions.eigensolvers;

import gradus.kit.Require;

/** Symmetric matrices. It is given. */
final class Symmetric {
    /** Entries of a computed matrix, a covariance say, may differ by round-off from those across the diagonal. */
    private static final double ROUND_OFF = 1e-9;

    private Symmetric() {}

    /**
     * Requires a symmetric matrix.
     *
     * @param A (n, n)
     * @throws IllegalArgumentException if A is empty, not square, not finite, or not symmetric
     */
    static void require(String name, double[][] A) {
        Require.finite(name, A);
        Require.columns(name, A, A.length);
        double largest = largest(A);
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < i; j++) {
                Require.that(
                        Math.abs(A[i][j] - A[j][i]) <= ROUND_OFF * largest,
                        "%s must be symmetric, but %s[%d][%d] is %s and %s[%d][%d] is %s",
                        name,
                        name,
                        i,
                        j,
                        A[i][j],
                        name,
                        j,
                        i,
                        A[j][i]);
            }
        }
    }

    /** The size of the largest entry. */
    static double largest(double[][] A) {
        double largest = 0;
        for (double[] row : A) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }
}
