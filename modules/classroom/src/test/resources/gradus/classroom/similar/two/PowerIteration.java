package decompositions.eigensolvers;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * One eigenvector of a symmetric matrix, by multiplying with the matrix again and again: of all directions in the
 * start, the one that A stretches most wins.
 *
 * <p>If the eigenvalues fall in size from λ₁ to λ₂, each step divides what is left of the second direction by
 * {@code |λ₁/λ₂|}, and the error of the Rayleigh quotient by its square.
 *
 * <p>Source: L. N. Trefethen and D. Bau, <i>Numerical Linear Algebra</i>, SIAM 1997, lecture 27.
 *
 * @param value eigenvalue, the last quotient
 * @param vector (n) its unit eigenvector; the sign is arbitrary
 * @param quotients (nSteps) Rayleigh quotient of each iterate, of the start first
 * @param hasConverged whether it came to an end before MAX_STEPS
 */
public record PowerIteration(double value, double[] vector, double[] quotients, boolean hasConverged) {
    /** How many iterates are looked at before it gives up. */
    public static final int MAX_STEPS = 5000;

    /**
     * The Rayleigh quotient {@code xᵀ·A·x / xᵀ·x}: for an eigenvector its eigenvalue, for other vectors the number that
     * comes nearest to being one.
     *
     * @param A (n, n) symmetric
     * @param x (n) not 0
     * @throws IllegalArgumentException if A is empty, not square, not finite or not symmetric, or x is 0 or has another
     *     length
     */
    public static double rayleighQuotient(double[][] A, double[] x) {
        requireStart(A, "x", x);
        double[] Ax = Matrix.times(A, x);
        return Matrix.dot(x, Ax) / Matrix.dot(x, x);
    }

    /**
     * The eigenvector of the eigenvalue of largest size, unless the start is perpendicular to it. Ends at the first
     * unit vector v with quotient q for which {@code |A·v - q·v| <= tolerance · |A·v|}; then an eigenvalue is within
     * {@code tolerance · |A·v|} of q.
     *
     * @param A (n, n) symmetric; not modified
     * @param start (n) not 0
     * @param tolerance above 0; much below 1e-14 round-off keeps it from ending
     * @return after MAX_STEPS iterates without an end, the last one; hasConverged says so
     * @throws IllegalArgumentException as rayleighQuotient, or if tolerance is not above 0
     */
    public static PowerIteration run(double[][] A, double[] start, double tolerance) {
        requireStart(A, "start", start);
        Require.positive("tolerance", tolerance);
        List<Double> all = new ArrayList<>();
        double[] v = normalised(start);
        for (int step = 1; ; step++) {
            double[] w = Matrix.times(A, v);
            double q = Matrix.dot(w, v);
            all.add(q);
            double residual = Matrix.norm(Matrix.plus(w, -q, v));
            boolean small = residual <= tolerance * Matrix.norm(w);
            if (small || step == MAX_STEPS) {
                double[] quotients = new double[all.size()];
                for (int i = 0; i < quotients.length; i++) {
                    quotients[i] = all.get(i);
                }
                return new PowerIteration(q, v, quotients, small);
            }
            v = normalised(w);
        }
    }

    private static double[] normalised(double[] x) {
        double length = Matrix.norm(x);
        double[] unit = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            unit[i] = x[i] / length;
        }
        return unit;
    }

    /**
     * The matrix without one of its eigenvectors: {@code A - value · v·vᵀ} has 0 for that eigenvalue, and the others
     * are as they were.
     *
     * @param A (n, n) symmetric; not modified
     * @param value eigenvalue of A
     * @param vector (n) its unit eigenvector
     * @return (n, n)
     * @throws IllegalArgumentException if A is empty, not square, not finite or not symmetric, or vector has another
     *     length
     */
    public static double[][] deflate(double[][] A, double value, double[] vector) {
        requireStart(A, "vector", vector);
        double[][] B = new double[A.length][A.length];
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < A.length; j++) {
                B[i][j] = A[i][j] - value * (vector[i] * vector[j]);
            }
        }
        return B;
    }

    /**
     * The eigenvalues of largest size, one after the other: each from the matrix without those before it.
     *
     * @param A (n, n) symmetric; not modified
     * @param starts (k, n) a start for each, none of them 0
     * @param tolerance as for run
     * @return (k) in falling size of their values
     * @throws IllegalArgumentException as run
     */
    public static List<PowerIteration> largest(double[][] A, double[][] starts, double tolerance) {
        Require.columns("starts", starts, A.length);
        List<PowerIteration> results = new ArrayList<>();
        double[][] rest = A;
        for (int i = 0; i < starts.length; i++) {
            PowerIteration one = run(rest, starts[i], tolerance);
            results.add(one);
            rest = deflate(rest, one.value(), one.vector());
        }
        return results;
    }

    private static void requireStart(double[][] A, String name, double[] x) {
        Symmetric.require("A", A);
        Require.length(name, x, A.length);
        Require.that(Matrix.norm(x) > 0, "%s must not be 0", name);
    }
}
