package decompositions.svdlowrank;

import decompositions.eigensolvers.Rotation;
import gradus.kit.Matrix;
import gradus.kit.Require;

/**
 * The columns of a matrix, turned until they are perpendicular to each other: {@code A · V}.
 *
 * <p>Both are kept in rows, because rows are arrays: row k of {@code turned} is column k of {@code A · V}, row k of
 * {@code turns} is column k of V.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §8.6.3 (one-sided
 * Jacobi); the idea is M. R. Hestenes's, 1958.
 *
 * @param turned (nColumns, nRows) perpendicular to each other, some perhaps 0
 * @param turns (nColumns, nColumns) orthonormal
 */
public record Columns(double[][] turned, double[][] turns) {
    private static final double EPSILON = Math.ulp(1.0);

    /** Where columns are nothing but round-off there may be something to turn for ever. */
    private static final int MAX_SWEEPS = 60;

    /**
     * Turns pairs of columns until all are perpendicular. The matrix AᵀA, whose entries are their products, is never
     * formed as a whole: it would hold the squares of the singular values, and lose the small ones.
     *
     * @param A (nRows, nColumns) finite, nRows >= nColumns; entries from 1e-150 to 1e150 in size, or 0; not modified
     * @throws IllegalArgumentException if A is empty, ragged, not finite or wider than high
     */
    public static Columns perpendicular(double[][] A) {
        Require.finite("A", A);
        Require.that(
                A.length >= A[0].length,
                "A must have at least as many rows as columns, but is (%d, %d)",
                A.length,
                A[0].length);
        double tolerance = EPSILON * Math.sqrt(A.length);
        // begin solution: sweep over all pairs of columns and turn them, and the rows of I with them, until no pair's
        // product is above tolerance times both lengths
        double[][] W = Matrix.transpose(A);
        double[][] V = Matrix.identity(W.length);
        boolean hasTurned = true;
        for (int sweep = 0; hasTurned && sweep < MAX_SWEEPS; sweep++) {
            hasTurned = false;
            for (int p = 0; p < W.length; p++) {
                for (int q = p + 1; q < W.length; q++) {
                    double pp = Matrix.dot(W[p], W[p]);
                    double pq = Matrix.dot(W[p], W[q]);
                    double qq = Matrix.dot(W[q], W[q]);
                    if (Math.abs(pq) > tolerance * Math.sqrt(pp) * Math.sqrt(qq)) {
                        Rotation rotation = Rotation.zeroing(pp, pq, qq);
                        rotation.turn(W[p], W[q]);
                        rotation.turn(V[p], V[q]);
                        hasTurned = true;
                    }
                }
            }
        }
        return new Columns(W, V);
        // end solution
    }
}
