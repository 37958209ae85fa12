package optimization.projections;

import gradus.kit.NotAttempted;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import optimization.gradientdescent.GradientDescent.Descent;

/**
 * Minimising within limits that are easy to return to: boxes and the simplex.
 *
 * <p>The projection of x onto a convex set is the point of the set nearest to x. Going downhill and projecting back
 * after each step minimises over the set; in a box, minimising along one axis at a time does so, too.
 *
 * <p>Source: S. Boyd and L. Vandenberghe, <i>Convex Optimization</i>, Cambridge 2004, §8.1; for the simplex M. Held, P.
 * Wolfe and H. P. Crowder, <i>Validation of Subgradient Optimization</i>, Mathematical Programming 6 (1974), §2; for
 * projected gradients and coordinate descent D. P. Bertsekas, <i>Nonlinear Programming</i>, 2nd ed., Athena 1999, §2.3
 * and §2.7.
 */
public final class Projections {
    private Projections() {}

    /**
     * The nearest point of a box: each entry moved to the nearest number in its range.
     *
     * @param x (n) not modified
     * @param lower (n) least value of each entry; may be infinite
     * @param upper (n) largest value, at least lower; may be infinite
     * @return (n)
     * @throws IllegalArgumentException if lengths differ, or a lower end is above the upper one
     */
    public static double[] projectBox(double[] x, double[] lower, double[] upper) {
        requireBox(x.length, lower, upper);
        double[] nearest = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            nearest[j] = Math.min(Math.max(x[j], lower[j]), upper[j]);
        }
        return nearest;
    }

    /**
     * The nearest point of the simplex, the vectors of entries that are not negative and sum to 1. It is {@code max(x -
     * θ, 0)}, entry by entry, with the θ that makes the sum 1. If the k largest entries stay above 0, {@code θ = (their
     * sum - 1) / k}; k is the largest number for which the k-th largest entry is above that θ.
     *
     * @param x (n) at least one entry; not modified
     * @return (n)
     * @throws IllegalArgumentException if x is empty
     */
    public static double[] projectSimplex(double[] x) {
        Require.that(x.length > 0, "x must have at least 1 entry, but is empty");
        double[] sorted = x.clone();
        Arrays.sort(sorted); // ascending, so go through it from the end
        double sum = 0;
        double theta = 0;
        for (int k = 1; k <= x.length; k++) {
            double kthLargest = sorted[x.length - k];
            sum += kthLargest;
            double candidate = (sum - 1) / k;
            if (kthLargest > candidate) {
                theta = candidate;
            }
        }
        double[] nearest = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            nearest[j] = Math.max(x[j] - theta, 0);
        }
        return nearest;
    }

    /**
     * Gradient descent within a set: {@code P(x - η · gradient(x))}. Stops after a step of length at most tolerance,
     * which is kept (CONVERGED), or after maxSteps steps (OUT_OF_STEPS). A gradient need not be short at the end: it
     * may point out of the set.
     *
     * @param gradient of f: takes a point (n) and returns (n)
     * @param projection P onto the set: takes any point (n) and returns (n)
     * @param learningRate η, above 0
     * @param start (n) projected before the first step; not modified
     * @param tolerance length of a step that is short enough, 0 or more
     * @param maxSteps number of steps after which to give up, 0 or more
     * @return with the projected start in the first row of the path
     * @throws IllegalArgumentException if learningRate, tolerance or maxSteps is out of range
     */
    public static Descent projectedGradient(
            UnaryOperator<double[]> gradient,
            UnaryOperator<double[]> projection,
            double learningRate,
            double[] start,
            double tolerance,
            int maxSteps) {
        Require.positive("learningRate", learningRate);
        Require.that(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        Require.that(maxSteps >= 0, "maxSteps must be >= 0, but was %d", maxSteps);
        // TODO project the start; step, project, keep, until a step is short
        throw new NotAttempted();
    }

    /**
     * Minimises {@code xᵀAx/2 - b·x} in a box, one coordinate at a time: with all others held, the best value of
     * {@code xⱼ} is {@code (bⱼ - Σ_{k≠j} aⱼₖ xₖ) / aⱼⱼ}, moved into its range. A sweep goes through the coordinates in
     * order, each with the newest values of the others.
     *
     * @param A (n, n) symmetric, positive semidefinite, with a diagonal above 0
     * @param b (n)
     * @param lower (n) least value of each entry; may be infinite
     * @param upper (n) largest value; may be infinite
     * @param start (n) moved into the box before the first sweep; not modified
     * @param nSweeps 0 or more
     * @return (1 + nSweeps, n) the start in the box, then the point after each sweep
     * @throws IllegalArgumentException if shapes do not fit, an entry of the diagonal is not above 0, or nSweeps is
     *     below 0
     */
    public static double[][] coordinateDescent(
            double[][] A, double[] b, double[] lower, double[] upper, double[] start, int nSweeps) {
        Require.columns("A", A, A.length);
        Require.length("b", b, A.length);
        requireBox(A.length, lower, upper);
        Require.length("start", start, A.length);
        Require.that(nSweeps >= 0, "nSweeps must be >= 0, but was %d", nSweeps);
        for (int j = 0; j < A.length; j++) {
            Require.positive("A[" + j + "][" + j + "]", A[j][j]);
        }
        // TODO in each sweep set one coordinate after the other to its best value in the box; keep copies
        throw new NotAttempted();
    }

    private static void requireBox(int n, double[] lower, double[] upper) {
        Require.length("lower", lower, n);
        Require.length("upper", upper, n);
        for (int j = 0; j < n; j++) {
            Require.that(
                    lower[j] <= upper[j], "lower[%d] must be <= upper[%d], but was %s > %s", j, j, lower[j], upper[j]);
        }
    }
}
