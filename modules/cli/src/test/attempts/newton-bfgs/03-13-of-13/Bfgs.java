package optimization.newtonbfgs;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import optimization.gradientdescent.GradientDescent.Ending;

/**
 * Newton's method without second derivatives: what the gradient changes by along each step teaches an estimate H of the
 * inverse Hessian (Broyden, Fletcher, Goldfarb and Shanno, 1970).
 *
 * <p>Every update keeps H symmetric, makes it explain the last step, {@code H·y = s}, and changes as little else as can
 * be. If {@code s·y > 0}, which a search by Wolfe's conditions sees to, H stays positive definite and -H·g leads
 * downhill. No system has to be solved.
 *
 * <p>Source: J. Nocedal and S. Wright, <i>Numerical Optimization</i>, 2nd ed., Springer 2006, §3.1 (Wolfe's conditions)
 * and §6.1; for the search by bisection A. S. Lewis and M. L. Overton, <i>Nonsmooth Optimization via Quasi-Newton
 * Methods</i>, Mathematical Programming 141 (2013), §2.3.
 */
public final class Bfgs {
    /** Armijo: the part of the decrease promised by the slope that a step must bring. */
    private static final double SUFFICIENT = 1e-4;

    /** Wolfe: the part of the slope that may be left after a step. */
    private static final double STEEP = 0.9;

    /** Lengths that a search tries. */
    private static final int MAX_TRIES = 60;

    private Bfgs() {}

    /**
     * A way downhill, and what was learned on it.
     *
     * @param path (1 + nSteps, n) the start, then the point after each step; all finite
     * @param ending why there are no more steps
     * @param inverseHessian (n, n) the last estimate H
     */
    public record Run(double[][] path, Ending ending, double[][] inverseHessian) {}

    /**
     * A step length t that is neither too long nor too short. Too long: {@code f(x + t·d) <= f(x) + SUFFICIENT · t ·
     * g·d} does not hold, also because f is NaN. Else too short: it is as steep there as before, {@code gradient(x +
     * t·d)·d < STEEP · g·d}. Begins with t = 1. As long as no t was too long it is doubled; from then on the middle
     * between the longest that was too short, or 0, and the shortest that was too long, is tried.
     *
     * @param f takes a point (n)
     * @param gradient (n) to (n)
     * @param x (n)
     * @param direction (n) d, with g·d < 0 where g is the gradient at x
     * @return the first of MAX_TRIES lengths that is neither; the next one to try, if there is none
     */
    public static double wolfe(
            ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient, double[] x, double[] direction) {
        double value = f.applyAsDouble(x);
        double slope = Matrix.dot(gradient.apply(x), direction);
        double lower = 0;
        double upper = Double.POSITIVE_INFINITY;
        double t = 1;
        for (int i = 0; i < MAX_TRIES; i++) {
            double[] next = Matrix.plus(x, t, direction);
            if (!(f.applyAsDouble(next) <= value + SUFFICIENT * t * slope)) { // also where f is NaN
                upper = t;
            } else if (Matrix.dot(gradient.apply(next), direction) < STEEP * slope) {
                lower = t;
            } else {
                return t;
            }
            t = Double.isInfinite(upper) ? 2 * t : (lower + upper) / 2;
        }
        return t;
    }

    /**
     * Teaches the estimate of the inverse Hessian one step: {@code (I - ρ·s·yᵀ) H (I - ρ·y·sᵀ) + ρ·s·sᵀ} with {@code ρ
     * = 1/(s·y)}. Multiplied out, that is {@code H - ρ·(s·(Hy)ᵀ + (Hy)·sᵀ) + ρ·(1 + ρ·y·Hy)·s·sᵀ}: n² work and not n³.
     *
     * @param H (n, n) symmetric; not modified
     * @param s (n) the step
     * @param y (n) what the gradient changed by
     * @return (n, n) symmetric, with H·y = s
     * @throws IllegalArgumentException if s·y is not above 0
     */
    public static double[][] update(double[][] H, double[] s, double[] y) {
        Require.positive("s·y", Matrix.dot(s, y));
        double rho = 1 / Matrix.dot(s, y);
        double[] Hy = Matrix.times(H, y);
        double factor = rho * (1 + rho * Matrix.dot(y, Hy));
        double[][] updated = Matrix.copy(H);
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < s.length; j++) {
                updated[i][j] += factor * s[i] * s[j] - rho * (s[i] * Hy[j] + Hy[i] * s[j]);
            }
        }
        return updated;
    }

    /**
     * Minimises with steps {@code -t·H·g}, t by {@link #wolfe}. H begins as the identity. After the first step, before
     * its update, it is multiplied by {@code s·y / y·y}, the inverse of a curvature that was seen. Where s·y is not
     * above 0, which round-off can bring about, H is left as it is. Stops where the gradient is at most tolerance long
     * (CONVERGED), before a point that is not finite (DIVERGED), or after maxSteps steps (OUT_OF_STEPS); in this order
     * if several hold.
     *
     * @param f takes a point (n)
     * @param gradient (n) to (n)
     * @param start (n) not modified
     * @param tolerance length of a gradient that is short enough, 0 or more
     * @param maxSteps number of steps after which to give up, 0 or more
     * @throws IllegalArgumentException if tolerance or maxSteps is below 0
     */
    public static Run minimise(
            ToDoubleFunction<double[]> f,
            UnaryOperator<double[]> gradient,
            double[] start,
            double tolerance,
            int maxSteps) {
        Require.that(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        Require.that(maxSteps >= 0, "maxSteps must be >= 0, but was %d", maxSteps);
        List<double[]> path = new ArrayList<>();
        double[] x = start.clone();
        path.add(x);
        double[] g = gradient.apply(x);
        double[][] H = Matrix.identity(start.length);
        for (int step = 0; ; step++) {
            if (Matrix.norm(g) <= tolerance) {
                return new Run(path.toArray(new double[0][]), Ending.CONVERGED, H);
            }
            if (step == maxSteps) {
                return new Run(path.toArray(new double[0][]), Ending.OUT_OF_STEPS, H);
            }
            double[] direction = Matrix.times(H, g);
            for (int j = 0; j < direction.length; j++) {
                direction[j] = -direction[j];
            }
            double t = wolfe(f, gradient, x, direction);
            double[] next = Matrix.plus(x, t, direction);
            if (!Arrays.stream(next).allMatch(Double::isFinite)) {
                return new Run(path.toArray(new double[0][]), Ending.DIVERGED, H);
            }
            path.add(next);
            double[] nextGradient = gradient.apply(next);
            double[] s = Matrix.plus(next, -1, x);
            double[] y = Matrix.plus(nextGradient, -1, g);
            double sy = Matrix.dot(s, y);
            if (sy > 0) {
                if (step == 0) {
                    H = Matrix.times(sy / Matrix.dot(y, y), H);
                }
                H = update(H, s, y);
            }
            x = next;
            g = nextGradient;
        }
    }
}
