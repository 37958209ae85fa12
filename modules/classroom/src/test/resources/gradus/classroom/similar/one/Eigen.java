package decompositions.eigensolvers;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix: {@code A · V = V · diag(values)} with {@code Vᵀ·V = I}.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §8.5.
 *
 * @param values (n) eigenvalues, largest first
 * @param vectors (n, n) orthonormal; column k belongs to values[k], its sign is arbitrary
 */
public record Eigen(double[] values, double[][] vectors) {
    private static final double EPSILON = Math.ulp(1.0);

    /** Each sweep squares what is left beside the diagonal, so this is never reached. */
    private static final int MAX_SWEEPS = 60;

    /**
     * Decomposes a symmetric matrix by Jacobi's method: turns two axes at a time so that the entry between them becomes
     * 0, and sweeps over all pairs until nothing but round-off is left beside the diagonal.
     *
     * @param A (n, n) symmetric, finite; not modified
     * @throws IllegalArgumentException if A is empty, not square, not finite or not symmetric
     */
    public static Eigen jacobi(double[][] A) {
        Symmetric.require("A", A);
        int n = A.length;
        double[][] M = new double[n][];
        double[][] Q = new double[n][n];
        for (int i = 0; i < n; i++) {
            M[i] = A[i].clone();
            Q[i][i] = 1;
        }
        double limit = EPSILON * Symmetric.largest(A);
        int sweeps = 0;
        while (sweeps < MAX_SWEEPS && sweep(M, Q, limit) > 0) {
            sweeps++;
        }
        Integer[] places = new Integer[n];
        for (int i = 0; i < n; i++) {
            places[i] = i;
        }
        java.util.Arrays.sort(places, (a, b) -> Double.compare(M[b][b], M[a][a]));
        double[] lambda = new double[n];
        double[][] columns = new double[n][n];
        for (int k = 0; k < n; k++) {
            int from = places[k];
            lambda[k] = M[from][from];
            for (int i = 0; i < n; i++) {
                columns[i][k] = Q[i][from];
            }
        }
        return new Eigen(lambda, columns);
    }

    private static int sweep(double[][] M, double[][] Q, double limit) {
        int turns = 0;
        for (int q = 1; q < M.length; q++) {
            for (int p = 0; p < q; p++) {
                if (Math.abs(M[p][q]) <= limit) {
                    continue;
                }
                turns++;
                Rotation r = Rotation.zeroing(M[p][p], M[p][q], M[q][q]);
                double c = r.cosine();
                double s = r.sine();
                for (int k = 0; k < M.length; k++) {
                    double left = M[k][p];
                    double right = M[k][q];
                    M[k][p] = c * left - s * right;
                    M[k][q] = s * left + c * right;
                    double l = Q[k][p];
                    Q[k][p] = c * l - s * Q[k][q];
                    Q[k][q] = s * l + c * Q[k][q];
                }
                for (int k = 0; k < M.length; k++) {
                    double upper = M[p][k];
                    double lower = M[q][k];
                    M[p][k] = c * upper - s * lower;
                    M[q][k] = s * upper + c * lower;
                }
                M[p][q] = M[q][p] = 0;
            }
        }
        return turns;
    }
}
