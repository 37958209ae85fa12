package decompositions.eigensolvers;

import gradus.kit.Matrix;
import java.util.Comparator;
import java.util.stream.IntStream;

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
        // begin solution: on a copy D, with V = I: sweep over all pairs p < q and turn where |D[p][q]| is above
        // EPSILON times the largest entry of A, until there is nothing to turn; then sort
        double[][] D = Matrix.copy(A);
        double[][] V = Matrix.identity(A.length); // its rows are turned; they become the eigenvectors
        double roundOff = EPSILON * Symmetric.largest(A);
        boolean hasTurned = true;
        for (int sweep = 0; hasTurned && sweep < MAX_SWEEPS; sweep++) {
            hasTurned = false;
            for (int p = 0; p < D.length; p++) {
                for (int q = p + 1; q < D.length; q++) {
                    if (Math.abs(D[p][q]) > roundOff) {
                        turn(D, V, p, q);
                        hasTurned = true;
                    }
                }
            }
        }
        return sorted(D, V);
        // end solution
    }

    // begin solution: helpers: one turn of D and V, and sorting
    private static void turn(double[][] D, double[][] V, int p, int q) {
        Rotation rotation = Rotation.zeroing(D[p][p], D[p][q], D[q][q]);
        rotation.turn(D[p], D[q]); // Jᵀ·D turns two rows …
        for (double[] row : D) { // … and (Jᵀ·D)·J two columns
            double x = row[p];
            row[p] = rotation.cosine() * x - rotation.sine() * row[q];
            row[q] = rotation.sine() * x + rotation.cosine() * row[q];
        }
        rotation.turn(V[p], V[q]);
        D[p][q] = 0; // but for round-off it is
        D[q][p] = 0;
    }

    private static Eigen sorted(double[][] D, double[][] V) {
        int[] order = IntStream.range(0, D.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -D[k][k]))
                .mapToInt(k -> k)
                .toArray();
        double[] values = new double[D.length];
        double[][] vectors = new double[D.length][];
        for (int k = 0; k < D.length; k++) {
            values[k] = D[order[k]][order[k]];
            vectors[k] = V[order[k]];
        }
        return new Eigen(values, Matrix.transpose(vectors));
    }
    // end solution
}
