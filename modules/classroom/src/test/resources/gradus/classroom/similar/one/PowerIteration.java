package decompositions.eigensolvers;

import gradus.kit.Matrix;
import gradus.kit.Require;
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
        double above = 0;
        double below = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                above += x[i] * A[i][j] * x[j];
            }
            below += x[i] * x[i];
        }
        return above / below;
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
        double[] x = start.clone();
        scale(x, Matrix.norm(start));
        double[] history = new double[MAX_STEPS];
        int steps = 0;
        double q;
        boolean done;
        do {
            double[] image = new double[x.length];
            q = 0;
            for (int i = 0; i < x.length; i++) {
                image[i] = Matrix.dot(A[i], x);
                q += image[i] * x[i];
            }
            history[steps++] = q;
            double error = 0;
            for (int i = 0; i < x.length; i++) {
                error = Math.hypot(error, image[i] - q * x[i]);
            }
            double size = Matrix.norm(image);
            done = error <= tolerance * size;
            if (!done && steps < MAX_STEPS) {
                scale(image, size);
                x = image;
            }
        } while (!done && steps < MAX_STEPS);
        return new PowerIteration(q, x, java.util.Arrays.copyOf(history, steps), done);
    }

    private static void scale(double[] x, double by) {
        for (int i = 0; i < x.length; i++) {
            x[i] /= by;
        }
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
        int n = vector.length;
        double[][] rest = new double[n][n];
        for (int i = 0; i < n; i++) {
            rest[i][i] = A[i][i] - value * (vector[i] * vector[i]);
            for (int j = 0; j < i; j++) {
                rest[i][j] = A[i][j] - value * (vector[i] * vector[j]);
                rest[j][i] = A[j][i] - value * (vector[i] * vector[j]);
            }
        }
        return rest;
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
        PowerIteration[] result = new PowerIteration[starts.length];
        double[][] rest = A;
        for (int k = 0; k < starts.length; k++) {
            if (k > 0) {
                rest = deflate(rest, result[k - 1].value(), result[k - 1].vector());
            }
            result[k] = run(rest, starts[k], tolerance);
        }
        return List.of(result);
    }

    private static void requireStart(double[][] A, String name, double[] x) {
        Symmetric.require("A", A);
        Require.length(name, x, A.length);
        Require.that(Matrix.norm(x) > 0, "%s must not be 0", name);
    }
}
