package calculus.taylorseries;

import calculus.gradientjacobian.Fields;
import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.function.ToDoubleFunction;

/**
 * A function of many numbers near a point, to second order: {@code f(a) + ∇f·d + dᵀHd/2} with {@code d = x - a}.
 *
 * <p>Source: J. E. Marsden and A. Tromba, <i>Vector Calculus</i>, 6th ed., Freeman 2012, §3.2.
 *
 * @param a (n) the point
 * @param value of f there
 * @param gradient (n) of f there
 * @param hessian (n, n) of f there
 */
public record SecondOrder(double[] a, double value, double[] gradient, double[][] hessian) {

    /**
     * The expansion of f at a point.
     *
     * @param f (n) to a number
     * @param a (n) not modified
     */
    public static SecondOrder of(ToDoubleFunction<double[]> f, double[] a) {
        // begin solution: Fields has what is needed
        return new SecondOrder(a, f.applyAsDouble(a), Fields.gradient(f, a), Fields.hessian(f, a));
        // end solution
    }

    /**
     * Its value at x.
     *
     * @param x (n)
     */
    public double at(double[] x) {
        Require.length("x", x, a.length);
        // begin solution: value, slope and bend along d = x - a
        double[] d = Matrix.plus(x, -1, a);
        return value + Matrix.dot(gradient, d) + Matrix.dot(d, Matrix.times(hessian, d)) / 2;
        // end solution
    }
}
