package decompositions.eigensolvers;

import gradus.kit.Matrix;

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
        double[][] D = Matrix.copy(A);
        double[][] V = Matrix.identity(A.length);
        double tiny = EPSILON * Symmetric.largest(A);
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            int count = 0;
            for (int p = 0; p < A.length - 1; p++) {
                for (int q = p + 1; q < A.length; q++) {
                    if (Math.abs(D[p][q]) <= tiny) {
                        continue;
                    }
                    count++;
                    Rotation J = Rotation.zeroing(D[p][p], D[p][q], D[q][q]);
                    J.turn(D[p], D[q]);
                    double[][] T = Matrix.transpose(D);
                    J.turn(T[p], T[q]);
                    D = Matrix.transpose(T);
                    J.turn(V[p], V[q]);
                    D[p][q] = 0;
                    D[q][p] = 0;
                }
            }
            if (count == 0) {
                break;
            }
        }
        double[] values = new double[A.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = D[i][i];
        }
        for (int i = 0; i < values.length; i++) {
            int best = i;
            for (int k = i + 1; k < values.length; k++) {
                if (values[k] > values[best]) {
                    best = k;
                }
            }
            double value = values[i];
            values[i] = values[best];
            values[best] = value;
            double[] row = V[i];
            V[i] = V[best];
            V[best] = row;
        }
        return new Eigen(values, Matrix.transpose(V));
    }
}
