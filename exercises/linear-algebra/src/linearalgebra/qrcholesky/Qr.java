package linearalgebra.qrcholesky;

import gradus.kit.Matrix;
import gradus.kit.Require;
import linearalgebra.linearsolvers.SingularMatrix;
import linearalgebra.vectorops.Vectors;

/**
 * A matrix as a product {@code A = Q·R} with orthonormal columns in Q and an upper triangle R, by Householder's
 * mirrors.
 *
 * <p>Mirror k takes column k, from its diagonal entry down, to a multiple of the axis: of the two multiples of that
 * length the one with the other sign, so that nothing cancels. A mirror keeps all lengths, so round-off does not grow,
 * and Q is orthonormal to the last digit whatever A is. The method of Gram and Schmidt makes the same Q, but needs a
 * second pass for that.
 *
 * <p>Q itself is never needed: a mirror is known by the unit vector w perpendicular to it, {@code x - 2 (w·x) w}.
 *
 * <p>Source: L. N. Trefethen and D. Bau, <i>Numerical Linear Algebra</i>, SIAM 1997, lectures 10, 11 and 16.
 *
 * @param mirrors (nColumns, nRows) row k is the unit vector w of mirror k, zeros before entry k; all zeros where
 *     nothing was to do
 * @param upper (nColumns, nColumns) R; signs on its diagonal are arbitrary
 */
public record Qr(double[][] mirrors, double[][] upper) {
    private static final double EPSILON = Math.ulp(1.0);

    /**
     * Decomposes a matrix.
     *
     * @param A (nRows, nColumns) finite numbers, at least as many rows as columns; not modified
     * @throws IllegalArgumentException if A is empty, ragged, not finite or has more columns than rows
     */
    public static Qr of(double[][] A) {
        Require.finite("A", A);
        Require.that(
                A.length >= A[0].length,
                "A must have at least as many rows as columns, but is (%d, %d)",
                A.length,
                A[0].length);
        double[][] columns = Matrix.transpose(A);
        double[][] mirrors = new double[columns.length][];
        double[][] upper = new double[columns.length][columns.length];
        // begin solution: for each k: the mirror of column k; apply it to this column and those after it; the first k
        // + 1 entries of column k are then column k of R
        for (int k = 0; k < columns.length; k++) {
            mirrors[k] = mirror(columns[k], k);
            for (int j = k; j < columns.length; j++) {
                columns[j] = reflected(mirrors[k], columns[j]);
            }
            for (int i = 0; i <= k; i++) {
                upper[i][k] = columns[k][i];
            }
        }
        return new Qr(mirrors, upper);
        // end solution
    }

    /**
     * The unit vector w whose mirror takes x, from entry k on, to a multiple of axis k: {@code x + s·e}, divided by its
     * length, with the sign of {@code xₖ} in {@code s = ±|x|}.
     *
     * @param x (n) entries before k do not count
     * @return (n) zeros before entry k; all zeros if x is 0 from entry k on
     */
    static double[] mirror(double[] x, int k) {
        // begin solution: a copy of x with zeros before entry k; nothing to do if its length is 0; otherwise add the
        // length, with the sign of x[k], to entry k, and make it a unit vector
        double[] w = x.clone();
        for (int i = 0; i < k; i++) {
            w[i] = 0;
        }
        double length = Vectors.length(w);
        if (length == 0) {
            return w;
        }
        w[k] += Math.copySign(length, w[k]);
        return Vectors.unit(w);
        // end solution
    }

    /**
     * A vector in a mirror: {@code x - 2 (w·x) w}.
     *
     * @param w (n) of length 1, or 0
     * @param x (n) not modified
     * @return (n)
     */
    static double[] reflected(double[] w, double[] x) {
        // begin solution: the formula
        return Matrix.plus(x, -2 * Vectors.dot(w, x), w);
        // end solution
    }

    /**
     * The factor with orthonormal columns. Column j is axis j, looked at in all mirrors, the last one first.
     *
     * @return (nRows, nColumns)
     */
    public double[][] q() {
        // begin solution: for each of the first nColumns axes of nRows entries, all mirrors from the last to the first;
        // these are columns
        double[][] columns = new double[upper.length][];
        for (int j = 0; j < columns.length; j++) {
            double[] axis = new double[mirrors[0].length];
            axis[j] = 1;
            for (int k = mirrors.length - 1; k >= 0; k--) {
                axis = reflected(mirrors[k], axis);
            }
            columns[j] = axis;
        }
        return Matrix.transpose(columns);
        // end solution
    }

    /**
     * The x for which {@code |A·x - b|} is least; it solves the system if there are as many rows as columns. Mirrors do
     * not change lengths, so {@code |A·x - b|²} is {@code |R·x - Qᵀ·b|²} plus the square of the part of b that no
     * combination of the columns reaches. The former becomes 0 for the right x, the latter stays whatever x is.
     *
     * <p>The normal equations {@code AᵀA·x = Aᵀb} have the same solution, but the square of the condition number.
     *
     * @param b (nRows) not modified
     * @return (nColumns)
     * @throws IllegalArgumentException if b does not have nRows entries
     * @throws SingularMatrix if an entry on the diagonal of R is at most {@code nRows · 2⁻⁵²} times the length of its
     *     column: the columns of A are then dependent, up to round-off
     */
    public double[] leastSquares(double[] b) {
        Require.length("b", b, mirrors[0].length);
        requireIndependent();
        double[] x = new double[upper.length];
        // begin solution: b in all mirrors, the first one first; then from the last x up: the entry of that, less
        // what the later x make of row i of R, divided by the diagonal
        double[] seen = b;
        for (double[] w : mirrors) {
            seen = reflected(w, seen);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] = seen[i];
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= upper[i][j] * x[j];
            }
            x[i] /= upper[i][i];
        }
        return x;
        // end solution
    }

    private void requireIndependent() {
        double[][] columns = Matrix.transpose(upper);
        for (int k = 0; k < columns.length; k++) {
            double roundOff = mirrors[0].length * EPSILON * Vectors.length(columns[k]);
            if (Math.abs(columns[k][k]) <= roundOff) {
                throw new SingularMatrix("the columns of A are dependent: column " + k
                        + " is a combination of those before it, up to round-off");
            }
        }
    }
}
