package linearalgebra.linearsolvers;

import gradus.kit.Matrix;
import gradus.kit.NotAttempted;
import gradus.kit.Require;

/**
 * How many rows of a matrix are independent, by elimination with complete pivoting.
 *
 * <p>Partial pivoting looks for a pivot in one column, and if there is none, it can only go on with the next. Complete
 * pivoting takes the entry of largest size of all that is left. So the pivots hardly grow from step to step, and when
 * one is small, all that is left is: the rest of the matrix is round-off, and the steps before are the rank.
 *
 * <p>That is a good rule and no proof. With ones on the diagonal and -1 above it, all pivots are 1, though a change of
 * {@code 2²⁻ⁿ} in one corner would lower the rank. The only measure without exceptions are the singular values, which
 * cost about ten times as much.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §3.4.8 and §5.4.
 */
public final class Rank {
    private Rank() {}

    /**
     * The number of pivots that are larger than a share of the first.
     *
     * @param A (nRows, nColumns) finite numbers; not modified
     * @param tolerance share of the entry of largest size of A, up to which a pivot counts as 0, in [0, 1)
     * @return in [0, min(nRows, nColumns)]
     * @throws IllegalArgumentException if A is empty, ragged or not finite, or tolerance is not in [0, 1)
     */
    public static int of(double[][] A, double tolerance) {
        Require.finite("A", A);
        Require.that(tolerance >= 0 && tolerance < 1, "tolerance must be in [0, 1), but was %s", tolerance);
        double[][] left = Matrix.copy(A);
        // TODO as long as there is a pivot above tolerance times the first, or above 0 if that is 0: put
        throw new NotAttempted();
    }

    /** Row and column of the entry of largest size, from a row on. Columns that were eliminated hold zeros there. */
    private static int[] largest(double[][] A, int from) {
        int[] place = {from, 0};
        for (int i = from; i < A.length; i++) {
            for (int j = 0; j < A[i].length; j++) {
                if (Math.abs(A[i][j]) > Math.abs(A[place[0]][place[1]])) {
                    place = new int[] {i, j};
                }
            }
        }
        return place;
    }
}
