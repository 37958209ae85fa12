package optimization.newtongauss;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import linearalgebra.qrcholesky.Cholesky;
import linearalgebra.qrcholesky.NotPositiveDefinite;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;

/**
 * Newton's method: replace a function by its tangent, or by its parabola, solve that, and go on from there.
 *
 * <p>Near a solution every step doubles the number of right digits. From far away it may go anywhere; so shorten a step
 * until f has fallen, and change the Hessian until the step leads downhill.
 *
 * <p>Source: J. Nocedal and S. Wright, <i>Numerical Optimization</i>, 2nd ed., Springer 2006, §3.3 and §3.4, algorithms
 * 3.2 and 3.3.
 */
public final class Newton {
    /** The part of the decrease promised by the slope that a step must bring. */
    private static final double SUFFICIENT = 1e-4;

    /** Steps are not halved below this part of Newton's step. */
    private static final double SHORTEST = 0x1p-40;

    /** The first shift of a Hessian, relative to its largest entry. */
    private static final double FIRST_SHIFT = 1e-3;

    private Newton() {}

    /**
     * Steps to where the tangent is zero, {@code x - f(x)/f'(x)}, until a step is at most {@code tolerance · max(1,
     * |x|)} long, with x where it ends; this last step is taken too. Ends earlier after maxSteps steps, and before a
     * point that is not finite.
     *
     * @param derivative of f
     * @param start first point
     * @param tolerance relative length of a step that is short enough, 0 or more
     * @param maxSteps number of steps after which to give up, 0 or more
     * @return (1 + nSteps) start, then the point after each step; all finite
     * @throws IllegalArgumentException if tolerance or maxSteps is below 0
     */
    public static double[] newton1d(
            DoubleUnaryOperator f, DoubleUnaryOperator derivative, double start, double tolerance, int maxSteps) {
        Require.that(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        Require.that(maxSteps >= 0, "maxSteps must be >= 0, but was %d", maxSteps);
        double[] path = new double[1 + maxSteps];
        path[0] = start;
        // begin solution: step to the zero of the tangent, keep each point; return the part of path that was used
        for (int k = 0; k < maxSteps; k++) {
            double next = path[k] - f.applyAsDouble(path[k]) / derivative.applyAsDouble(path[k]);
            if (!Double.isFinite(next)) {
                return Arrays.copyOf(path, k + 1);
            }
            path[k + 1] = next;
            if (Math.abs(next - path[k]) <= tolerance * Math.max(1, Math.abs(next))) {
                return Arrays.copyOf(path, k + 2);
            }
        }
        return path;
        // end solution
    }

    /**
     * The way to the minimum of the parabola at a point, {@code d = -(H + τ·I)⁻¹ g}, by Cholesky. The shift τ is 0
     * where H is positive definite. Else it is {@code FIRST_SHIFT} times the largest entry of H in size (times 1 if all
     * are 0), and is doubled until H + τ·I is positive definite, so that d leads downhill.
     *
     * @param gradient (n) g
     * @param hessian (n, n) H, symmetric; not modified
     * @return (n)
     */
    public static double[] direction(double[] gradient, double[][] hessian) {
        double largest = Arrays.stream(hessian)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        double firstShift = FIRST_SHIFT * (largest > 0 ? largest : 1);
        // begin solution: try shift 0, then firstShift, and twice the last shift, until Cholesky.of does not throw
        // NotPositiveDefinite; solve for minus the gradient
        double[] downhill = Matrix.times(-1, new double[][] {gradient})[0];
        double shift = 0;
        while (true) {
            double[][] shifted = Matrix.copy(hessian);
            for (int i = 0; i < shifted.length; i++) {
                shifted[i][i] += shift;
            }
            try {
                return Cholesky.of(shifted).solve(downhill);
            } catch (NotPositiveDefinite e) {
                shift = Math.max(firstShift, 2 * shift);
            }
        }
        // end solution
    }

    /**
     * Minimises with damped steps: {@code x + t·d} with d of {@link #direction}, where t is 1, and is halved as long as
     * {@code f(x + t·d) <= f(x) + SUFFICIENT · t · g·d} does not hold and t is above SHORTEST. Where f is NaN, t was
     * too large. Stops where the gradient is at most tolerance long (CONVERGED), or before a point that is not finite
     * (DIVERGED). After maxSteps steps nothing more is tried: CONVERGED if the gradient is short there, otherwise
     * OUT_OF_STEPS.
     *
     * @param f takes a point (n)
     * @param gradient (n) to (n)
     * @param hessian (n) to (n, n)
     * @param start (n) not modified
     * @param tolerance length of a gradient that is short enough, 0 or more
     * @param maxSteps number of steps after which to give up, 0 or more
     * @throws IllegalArgumentException if tolerance or maxSteps is below 0
     */
    public static Descent minimise(
            ToDoubleFunction<double[]> f,
            UnaryOperator<double[]> gradient,
            Function<double[], double[][]> hessian,
            double[] start,
            double tolerance,
            int maxSteps) {
        Require.that(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        Require.that(maxSteps >= 0, "maxSteps must be >= 0, but was %d", maxSteps);
        // begin solution: as gradient descent, but along direction, with t halved until f has fallen enough
        List<double[]> path = new ArrayList<>(List.of(start.clone()));
        double[] x = start;
        double[] slope = gradient.apply(x);
        while (!(Matrix.norm(slope) <= tolerance) && path.size() <= maxSteps) {
            double[] direction = direction(slope, hessian.apply(x));
            double value = f.applyAsDouble(x);
            double promised = SUFFICIENT * Matrix.dot(slope, direction);
            double t = 1;
            while (t > SHORTEST && !(f.applyAsDouble(Matrix.plus(x, t, direction)) <= value + t * promised)) {
                t /= 2;
            }
            x = Matrix.plus(x, t, direction);
            if (!Arrays.stream(x).allMatch(Double::isFinite)) {
                return new Descent(path.toArray(double[][]::new), Ending.DIVERGED);
            }
            path.add(x);
            slope = gradient.apply(x);
        }
        boolean isShort = Matrix.norm(slope) <= tolerance;
        return new Descent(path.toArray(double[][]::new), isShort ? Ending.CONVERGED : Ending.OUT_OF_STEPS);
        // end solution
    }
}
