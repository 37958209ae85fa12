package calculus.gradientjacobian;

import calculus.limitsderivatives.Slopes;
import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Derivatives of functions of many numbers that can only be called: fields that give a number for each point, and
 * fields that give a vector.
 *
 * <p>All are central quotients along lines through the point. With a step of about the cube root of ε = 2⁻⁵² a first
 * derivative has ten or eleven digits, with one of about its fourth root a second derivative has eight.
 *
 * <p>Source: J. E. Marsden and A. Tromba, <i>Vector Calculus</i>, 6th ed., Freeman 2012, §2.3, §2.6, §3.2 and §4.4; for
 * the steps W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §5.7.
 */
public final class Fields {
    /**
     * Step of first derivatives where no coordinate is beyond 1: 8e-6. A power of 2, so that x + h has no round-off.
     */
    private static final double STEP = 1.0 / (1 << 17);

    /** Step of second derivatives: 1e-4. */
    private static final double LONG_STEP = 1.0 / (1 << 13);

    private Fields() {}

    /** The larger of 1 and the size of a coordinate: the steps grow with it. */
    private static double scale(double coordinate) {
        return Math.max(1, Math.abs(coordinate));
    }

    /**
     * The slope of f if one coordinate alone changes.
     *
     * @param f (n) to a number
     * @param x (n) where; not modified
     * @param j in [0, n): which coordinate
     */
    public static double partial(ToDoubleFunction<double[]> f, double[] x, int j) {
        Require.between("j", j, 0, x.length - 1);
        // begin solution: Slopes.central of f as a function of coordinate j, with step STEP * scale(x[j])
        return Slopes.central(t -> f.applyAsDouble(with(x, j, t)), x[j], STEP * scale(x[j]));
        // end solution
    }

    // begin solution: a helper that copies x and sets one coordinate
    private static double[] with(double[] x, int j, double value) {
        double[] moved = x.clone();
        moved[j] = value;
        return moved;
    }
    // end solution

    /**
     * All slopes along the axes: the vector that points where f grows fastest.
     *
     * @param f (n) to a number
     * @param x (n) where
     * @return (n)
     */
    public static double[] gradient(ToDoubleFunction<double[]> f, double[] x) {
        // begin solution: one partial derivative for each coordinate
        double[] gradient = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            gradient[j] = partial(f, x, j);
        }
        return gradient;
        // end solution
    }

    /**
     * How much f grows by for each unit of length in a direction.
     *
     * @param f (n) to a number
     * @param x (n) where
     * @param direction (n) not zero; its length does not matter
     * @throws IllegalArgumentException if direction has another number of entries than x, or is zero
     */
    public static double directionalDerivative(ToDoubleFunction<double[]> f, double[] x, double[] direction) {
        Require.length("direction", direction, x.length);
        double length = Matrix.norm(direction);
        Require.positive("length of direction", length);
        // begin solution: Slopes.central at 0 of f on the line x + t · direction / length
        double farthest = 0;
        for (double coordinate : x) {
            farthest = Math.max(farthest, Math.abs(coordinate));
        }
        return Slopes.central(t -> f.applyAsDouble(Matrix.plus(x, t / length, direction)), 0, STEP * scale(farthest));
        // end solution
    }

    /**
     * The matrix of all slopes of a vector field: row i is the gradient of entry i of F.
     *
     * @param F (n) to (m)
     * @param x (n) where
     * @return (m, n)
     */
    public static double[][] jacobian(UnaryOperator<double[]> F, double[] x) {
        int m = F.apply(x.clone()).length;
        Require.that(m > 0, "F must give at least 1 number");
        // begin solution: a gradient for each entry of F
        double[][] jacobian = new double[m][];
        for (int i = 0; i < m; i++) {
            int row = i;
            jacobian[i] = gradient(point -> F.apply(point)[row], x);
        }
        return jacobian;
        // end solution
    }

    /**
     * The matrix of second derivatives: entry (i, j) tells how the slope along axis i changes along axis j.
     *
     * @param f (n) to a number
     * @param x (n) where
     * @return (n, n) symmetric
     */
    public static double[][] hessian(ToDoubleFunction<double[]> f, double[] x) {
        // begin solution: (f(+,+) - f(+,-) - f(-,+) + f(-,-)) / (4hk), with steps LONG_STEP * scale(…) along both axes
        double[][] hessian = new double[x.length][x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                double h = LONG_STEP * scale(x[i]);
                double k = LONG_STEP * scale(x[j]);
                double falling = shifted(f, x, i, h, j, -k) + shifted(f, x, i, -h, j, k);
                double rising = shifted(f, x, i, h, j, k) + shifted(f, x, i, -h, j, -k);
                hessian[i][j] = (rising - falling) / (4 * h * k);
                hessian[j][i] = hessian[i][j];
            }
        }
        return hessian;
        // end solution
    }

    // begin solution: a helper: f after a step along axis i and one along axis j
    private static double shifted(ToDoubleFunction<double[]> f, double[] x, int i, double h, int j, double k) {
        double[] moved = x.clone();
        moved[i] += h;
        moved[j] += k;
        return f.applyAsDouble(moved);
    }
    // end solution

    /**
     * How much a flow spreads at a point: the sum of the slopes of each entry along its own axis.
     *
     * @param F (n) to (n)
     * @param x (n) where
     * @throws IllegalArgumentException if F gives another number of entries than x has
     */
    public static double divergence(UnaryOperator<double[]> F, double[] x) {
        Require.length("F(x)", F.apply(x.clone()), x.length);
        // begin solution: the trace of the Jacobian
        double[][] J = jacobian(F, x);
        double sum = 0;
        for (int i = 0; i < J.length; i++) {
            sum += J[i][i];
        }
        return sum;
        // end solution
    }

    /**
     * How fast and about which axis a flow turns at a point: a paddle wheel there turns half as fast.
     *
     * @param F (3) to (3)
     * @param x (3) where
     * @return (3) along the axis, by the rule of the right hand
     * @throws IllegalArgumentException if x or F(x) has another number of entries than 3
     */
    public static double[] curl(UnaryOperator<double[]> F, double[] x) {
        Require.length("x", x, 3);
        Require.length("F(x)", F.apply(x.clone()), 3);
        // begin solution: three differences of mirrored entries of the Jacobian
        double[][] J = jacobian(F, x);
        return new double[] {J[2][1] - J[1][2], J[0][2] - J[2][0], J[1][0] - J[0][1]};
        // end solution
    }
}
