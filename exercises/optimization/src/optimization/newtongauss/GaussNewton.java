package optimization.newtongauss;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import linearalgebra.qrcholesky.Qr;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;

/**
 * Least squares with a model that is not linear: minimises {@code |r(x)|²/2} by replacing the residuals r by their
 * tangent, {@code r + J·d}, and solving linear least squares for the step d.
 *
 * <p>The Hessian of {@code |r|²/2} is {@code JᵀJ} plus second derivatives of the residuals times these. Without the
 * latter nobody has to derive twice, JᵀJ can't bend down, and where residuals are small nothing is missing. By QR, JᵀJ
 * is not even formed.
 *
 * <p>Source: J. Nocedal and S. Wright, <i>Numerical Optimization</i>, 2nd ed., Springer 2006, §10.3; to stop when the
 * model can't change much any more: D. M. Bates and D. G. Watts, <i>Nonlinear Regression Analysis</i>, Wiley 1988,
 * §2.2.
 */
public final class GaussNewton {
    /** The part of the decrease promised by the slope that a step must bring. */
    private static final double SUFFICIENT = 1e-4;

    /** Steps are not halved below this part of the whole step. */
    private static final double SHORTEST = 0x1p-40;

    private GaussNewton() {}

    /**
     * Fits parameters. Each step is {@code x + t·d}, where d minimises {@code |r + J·d|}, and t is 1, halved as long as
     * {@code |r(x + t·d)|² <= |r|² - 2 · SUFFICIENT · t · |J·d|²} does not hold and t is above SHORTEST. Residuals that
     * are NaN come from too large a t. Stops where {@code |J·d|} is at most tolerance, without that step (CONVERGED),
     * or before a point that is not finite (DIVERGED). After maxSteps steps nothing more is tried: CONVERGED if
     * {@code |J·d|} is small enough there, otherwise OUT_OF_STEPS.
     *
     * @param residuals (nParameters) to (nSamples)
     * @param jacobian (nParameters) to (nSamples, nParameters), with columns that do not depend on each other
     * @param start (nParameters) not modified
     * @param tolerance how far the residuals may still move, in their unit, 0 or more; what is below 1e-8 of their
     *     length changes the sum of squares by less than its round-off, and can't be asked for unless that sum becomes
     *     0
     * @param maxSteps number of steps after which to give up, 0 or more
     * @throws IllegalArgumentException if tolerance or maxSteps is below 0
     */
    public static Descent fit(
            UnaryOperator<double[]> residuals,
            Function<double[], double[][]> jacobian,
            double[] start,
            double tolerance,
            int maxSteps) {
        Require.that(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        Require.that(maxSteps >= 0, "maxSteps must be >= 0, but was %d", maxSteps);
        // begin solution: d by Qr.of(J).leastSquares(-r); halve t until the sum of squares has fallen enough
        List<double[]> path = new ArrayList<>(List.of(start.clone()));
        double[] x = start;
        while (true) {
            double[] r = residuals.apply(x);
            double[][] J = jacobian.apply(x);
            double[] step = Qr.of(J).leastSquares(Matrix.times(-1, new double[][] {r})[0]);
            double reach = Matrix.norm(Matrix.times(J, step));
            if (reach <= tolerance || path.size() > maxSteps) {
                Ending ending = reach <= tolerance ? Ending.CONVERGED : Ending.OUT_OF_STEPS;
                return new Descent(path.toArray(double[][]::new), ending);
            }
            double squares = Matrix.dot(r, r);
            double t = 1;
            while (t > SHORTEST
                    && !(squares(residuals.apply(Matrix.plus(x, t, step)))
                            <= squares - 2 * SUFFICIENT * t * reach * reach)) {
                t /= 2;
            }
            x = Matrix.plus(x, t, step);
            if (!Arrays.stream(x).allMatch(Double::isFinite)) {
                return new Descent(path.toArray(double[][]::new), Ending.DIVERGED);
            }
            path.add(x);
        }
        // end solution
    }

    // begin solution: a helper, the sum of squares
    private static double squares(double[] a) {
        return Matrix.dot(a, a);
    }
    // end solution
}
