package decompositions.svdlowrank;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Thin singular value decomposition {@code A = U · diag(s) · Vᵀ} with {@code r = min(nRows, nColumns)}.
 *
 * <p>Singular values up to {@code max(nRows, nColumns) · 2⁻⁵² · s₀} are round-off and come as 0; U and Vᵀ are
 * orthonormal for those too. A column of U and its row of Vᵀ may both have the other sign.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §2.4, §5.5.2 and
 * §8.6.3.
 *
 * @param u (nRows, r) orthonormal columns
 * @param s (r) singular values, largest first, in the unit of A
 * @param vt (r, nColumns) orthonormal rows
 */
public record Svd(double[][] u, double[] s, double[][] vt) {
    private static final double EPSILON = Math.ulp(1.0);

    /**
     * Decomposes a matrix.
     *
     * @param A (nRows, nColumns) finite numbers; not modified
     * @throws IllegalArgumentException if A is empty or ragged, or has an entry that is NaN or infinite
     */
    public static Svd thin(double[][] A) {
        Require.finite("A", A);
        // begin solution: a wide matrix is the transpose of a tall one; of a tall one divided by its scale, the
        // lengths of the turned columns are the singular values, to be sorted and multiplied by the scale again
        if (A.length < A[0].length) {
            Svd tall = thin(Matrix.transpose(A));
            return new Svd(Matrix.transpose(tall.vt), tall.s, Matrix.transpose(tall.u));
        }
        double scale = scale(A);
        Columns columns = Columns.perpendicular(Matrix.times(1 / scale, A));
        double[] lengths =
                Arrays.stream(columns.turned()).mapToDouble(Matrix::norm).toArray();
        int[] order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -lengths[k]))
                .mapToInt(k -> k)
                .toArray();
        double roundOff = A.length * EPSILON * lengths[order[0]];
        double[][] u = new double[lengths.length][];
        double[] s = new double[lengths.length];
        double[][] vt = new double[lengths.length][];
        for (int k = 0; k < s.length; k++) {
            double length = lengths[order[k]];
            boolean isZero = length <= roundOff;
            s[k] = isZero ? 0 : length * scale;
            u[k] = isZero ? perpendicularTo(u, k, A.length) : divided(columns.turned()[order[k]], length);
            vt[k] = columns.turns()[order[k]];
        }
        return new Svd(Matrix.transpose(u), s, vt);
        // end solution
    }

    /**
     * A power of 2 near the largest entry, so that dividing by it is exact and squares do not overflow. It is given.
     */
    private static double scale(double[][] A) {
        double largest = Arrays.stream(A)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        return largest == 0 ? 1 : Math.scalb(1.0, Math.max(Math.getExponent(largest), Double.MIN_EXPONENT));
    }

    /**
     * A unit vector with n entries that is perpendicular to the first k rows of u: what they leave of one of the axes.
     * It is given.
     */
    private static double[] perpendicularTo(double[][] u, int k, int n) {
        int axis = IntStream.range(0, n)
                .boxed()
                .min(Comparator.comparingDouble(i -> Arrays.stream(u, 0, k)
                        .mapToDouble(row -> row[i] * row[i])
                        .sum()))
                .orElse(0);
        double[] left = new double[n];
        left[axis] = 1;
        for (int pass = 0; pass < 2; pass++) { // the second pass removes the round-off of the first
            for (int l = 0; l < k; l++) {
                left = Matrix.plus(left, -Matrix.dot(left, u[l]), u[l]);
            }
        }
        return divided(left, Matrix.norm(left));
    }

    private static double[] divided(double[] a, double divisor) {
        return Arrays.stream(a).map(entry -> entry / divisor).toArray();
    }

    /** How many singular values are not 0: as many dimensions does A reach. */
    public int rank() {
        // begin solution: count those above 0
        return (int) Arrays.stream(s).filter(value -> value > 0).count();
        // end solution
    }

    /**
     * The pseudoinverse of A: {@code V · diag(1/s) · Uᵀ}, where 1/0 counts as 0. {@code pinv · b} is the x for which
     * A·x comes nearest to b, and of several the shortest.
     *
     * @return (nColumns, nRows)
     */
    public double[][] pinv() {
        // begin solution: divide each row of Vᵀ by its singular value if that is not 0, else make it 0; then Vᵀᵀ · Uᵀ
        double[][] rows = new double[s.length][vt[0].length];
        for (int k = 0; k < rank(); k++) {
            rows[k] = divided(vt[k], s[k]);
        }
        return Matrix.times(Matrix.transpose(rows), Matrix.transpose(u));
        // end solution
    }

    /**
     * The matrix of rank k that is nearest to A: the k largest terms of {@code Σₖ sₖ · uₖ · vₖᵀ}.
     *
     * @param k in [1, r]
     * @return (nRows, nColumns)
     * @throws IllegalArgumentException if k is out of range
     */
    public double[][] truncate(int k) {
        Require.between("k", k, 1, s.length);
        // begin solution: the first k columns of U, each times its singular value, times the first k rows of Vᵀ
        double[][] scaled = new double[u.length][k];
        for (int i = 0; i < u.length; i++) {
            for (int l = 0; l < k; l++) {
                scaled[i][l] = u[i][l] * s[l];
            }
        }
        return Matrix.times(scaled, Arrays.copyOf(vt, k));
        // end solution
    }

    /**
     * How far A is from the nearest matrix of rank k: {@code sqrt(Σ (A - truncate(k))²)} over all entries, without
     * computing that matrix.
     *
     * @param k in [0, r]
     * @return in the unit of A
     * @throws IllegalArgumentException if k is out of range
     */
    public double error(int k) {
        Require.between("k", k, 0, s.length);
        // begin solution: the length of the vector of singular values that are dropped
        return Matrix.norm(Arrays.copyOfRange(s, k, s.length));
        // end solution
    }
}
