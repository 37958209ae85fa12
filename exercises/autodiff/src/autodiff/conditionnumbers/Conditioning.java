package autodiff.conditionnumbers;

import decompositions.svdlowrank.Svd;
import gradus.kit.Matrix;
import gradus.kit.Require;
import linearalgebra.linearsolvers.Lu;

/**
 * How far the solution of a system of equations can be trusted, and how to make it better.
 *
 * <p>A method that works well solves a system that is hardly different from the given one: its <i>backward error</i> is
 * small. How far the solution is off then, the <i>forward error</i>, is up to the system: at most by the condition
 * number times as much.
 *
 * <p>Source: N. J. Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., SIAM 2002, §1.5, §7.1 and
 * §12.1; for the residual T. Ogita, S. M. Rump and S. Oishi, <i>Accurate Sum and Dot Product</i>, SIAM Journal on
 * Scientific Computing 26 (2005), algorithm 5.3.
 */
public final class Conditioning {
    private Conditioning() {}

    /**
     * The matrix of D. Hilbert, {@code 1/(i + j + 1)}, whose condition number grows by about 30 with each n.
     *
     * @param n number of rows and columns, at least 1
     */
    public static double[][] hilbert(int n) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        double[][] A = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                A[i][j] = 1.0 / (i + j + 1);
            }
        }
        return A;
    }

    /**
     * How many times larger a relative change of the solution can be than that of the matrix: largest singular value
     * over smallest.
     *
     * @param A (n, n) finite numbers
     * @return at least 1; infinite for a singular matrix, and where the smallest singular value is round-off
     */
    public static double conditionNumber(double[][] A) {
        requireSquare(A);
        // begin solution: the singular values are Svd.thin(A).s(), largest first
        double[] s = Svd.thin(A).s();
        double smallest = s[s.length - 1];
        return smallest == 0 ? Double.POSITIVE_INFINITY : s[0] / smallest;
        // end solution
    }

    /**
     * What is left of the right-hand side, {@code b - A·x}, as if computed with twice the digits and then rounded. If x
     * is nearly right, b and A·x agree in all digits that a double has, so that a plain difference would be round-off.
     *
     * <p>Two operations tell their own errors exactly: a product p of a and b has the error {@code Math.fma(a, b, -p)};
     * a sum s of a and b has, with {@code t = s - a}, the error {@code (a - (s - t)) + (b - t)}.
     *
     * @param A (n, n)
     * @param x (n)
     * @param b (n)
     * @return (n)
     */
    public static double[] residual(double[][] A, double[] x, double[] b) {
        requireSystem(A, b);
        Require.length("x", x, b.length);
        // begin solution: for each row begin with b and add the products -a·x; add up the errors of products and sums
        // beside, and put both together at the end
        double[] residual = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            double sum = b[i];
            double errors = 0;
            for (int j = 0; j < x.length; j++) {
                double product = -A[i][j] * x[j];
                double next = sum + product;
                double taken = next - sum;
                errors += (sum - (next - taken)) + (product - taken) + Math.fma(-A[i][j], x[j], -product);
                sum = next;
            }
            residual[i] = sum + errors;
        }
        return residual;
        // end solution
    }

    /**
     * By how much A would have to change, relative to its size, for x to be exact: {@code ‖b - A·x‖ / (‖A‖·‖x‖)}, where
     * ‖A‖ is the largest singular value.
     *
     * @param x (n) not zero
     */
    public static double backwardError(double[][] A, double[] x, double[] b) {
        // begin solution: the length of the residual over the largest singular value times the length of x
        return Matrix.norm(residual(A, x, b)) / (Svd.thin(A).s()[0] * Matrix.norm(x));
        // end solution
    }

    /**
     * By how much x is off, relative to its own size: {@code ‖x - exact‖ / ‖x‖}. It is at most the condition number
     * times the backward error.
     *
     * @param x (n) not zero
     * @param exact (n) the solution
     */
    public static double forwardError(double[] x, double[] exact) {
        Require.length("exact", exact, x.length);
        // begin solution: the length of the difference over that of x
        return Matrix.norm(Matrix.plus(x, -1, exact)) / Matrix.norm(x);
        // end solution
    }

    /**
     * Solves a system by elimination, and makes the solution better: what the solution leaves of b is a right-hand side
     * like any other, and its solution is what is missing. With about d right digits in the first solution, each step
     * brings d more.
     *
     * @param A (n, n)
     * @param b (n)
     * @param nSteps at least 0
     * @return (nSteps + 1, n) first the solution by elimination, then that after each step
     */
    public static double[][] refine(double[][] A, double[] b, int nSteps) {
        requireSystem(A, b);
        Require.that(nSteps >= 0, "nSteps must be >= 0, but was %d", nSteps);
        // begin solution: decompose once; then solve for the residual and add, nSteps times
        Lu lu = Lu.of(A);
        double[][] path = new double[nSteps + 1][];
        path[0] = lu.solve(b);
        for (int step = 0; step < nSteps; step++) {
            double[] missing = lu.solve(residual(A, path[step], b));
            path[step + 1] = Matrix.plus(path[step], 1, missing);
        }
        return path;
        // end solution
    }

    private static void requireSquare(double[][] A) {
        Require.matrix("A", A);
        Require.columns("A", A, A.length);
    }

    private static void requireSystem(double[][] A, double[] b) {
        requireSquare(A);
        Require.length("b", b, A.length);
    }
}
