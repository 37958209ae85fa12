package autodiff.dualnumbers;

import gradus.kit.Require;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A number that carries its derivatives along: by n variables at once, exactly, through any program.
 *
 * <p>If {@code u} and {@code v} are known with their gradients, so is every {@code f(u, v)}, by the chain rule:
 * {@code ∇f = ∂f/∂u · ∇u + ∂f/∂v · ∇v}. There is no step, and so none that is too long or too short.
 *
 * <p>Source: A. Griewank and A. Walther, <i>Evaluating Derivatives</i>, 2nd ed., SIAM 2008, §3.1; the name from W. K.
 * Clifford, <i>Preliminary Sketch of Biquaternions</i>, Proceedings of the London Mathematical Society 4 (1873).
 *
 * @param value the number
 * @param gradient (n) its derivative by each variable
 */
public record Dual(double value, double[] gradient) {
    /** A number that does not depend on any of n variables. */
    public static Dual constant(double value, int n) {
        return new Dual(value, new double[n]);
    }

    /**
     * Variable number j of n.
     *
     * @param j in [0, n)
     * @throws IllegalArgumentException if j is out of range
     */
    public static Dual variable(double value, int j, int n) {
        Require.between("j", j, 0, n - 1);
        // begin solution: a variable changes by as much as it changes itself, and by no other
        double[] gradient = new double[n];
        gradient[j] = 1;
        return new Dual(value, gradient);
        // end solution
    }

    /**
     * The chain rule for a function of this number.
     *
     * @param result f(value)
     * @param slope f'(value)
     */
    private Dual chain(double result, double slope) {
        // begin solution: every derivative times the slope
        double[] chained = new double[gradient.length];
        for (int j = 0; j < chained.length; j++) {
            chained[j] = slope * gradient[j];
        }
        return new Dual(result, chained);
        // end solution
    }

    /**
     * The chain rule for a function of two numbers.
     *
     * @param result f(value, other.value)
     * @param slope derivative of f by this number
     * @param otherSlope derivative of f by the other
     */
    private Dual chain(Dual other, double result, double slope, double otherSlope) {
        Require.length("gradient of the other", other.gradient, gradient.length);
        // begin solution: both of them depend on every variable, so there are two products for each
        double[] chained = new double[gradient.length];
        for (int j = 0; j < chained.length; j++) {
            chained[j] = slope * gradient[j] + otherSlope * other.gradient[j];
        }
        return new Dual(result, chained);
        // end solution
    }

    /** The sum. */
    public Dual add(Dual other) {
        // begin solution: the sum, and by how much it grows with each of the two
        return chain(other, value + other.value, 1, 1);
        // end solution
    }

    /** This number less another. */
    public Dual subtract(Dual other) {
        // begin solution: the difference and its two slopes
        return chain(other, value - other.value, 1, -1);
        // end solution
    }

    /** The product. */
    public Dual multiply(Dual other) {
        // begin solution: the product and its two slopes
        return chain(other, value * other.value, other.value, value);
        // end solution
    }

    /** This number divided by another, which is not 0. */
    public Dual divide(Dual other) {
        // begin solution: the quotient q = u/v and its two slopes, 1/v and -q/v
        double quotient = value / other.value;
        return chain(other, quotient, 1 / other.value, -quotient / other.value);
        // end solution
    }

    /**
     * This number to a constant power. Its slope is {@code p·xᵖ⁻¹}, and 0 for p = 0, also where x is 0.
     *
     * @param p any number; if it is not whole, this number is not below 0
     */
    public Dual power(double p) {
        // begin solution: the power and its slope
        return chain(Math.pow(value, p), p == 0 ? 0 : p * Math.pow(value, p - 1));
        // end solution
    }

    /** e to the power of this number. */
    public Dual exp() {
        // begin solution: the exponential is its own slope
        double result = Math.exp(value);
        return chain(result, result);
        // end solution
    }

    /** The natural logarithm of this number, which is above 0. */
    public Dual log() {
        // begin solution: the logarithm and its slope
        return chain(Math.log(value), 1 / value);
        // end solution
    }

    /** The hyperbolic tangent t, whose slope is {@code 1 - t²}. */
    public Dual tanh() {
        // begin solution: the hyperbolic tangent and its slope
        double t = Math.tanh(value);
        return chain(t, 1 - t * t);
        // end solution
    }

    /** This number where it is above 0, else 0. At 0 there are two slopes; by convention it is 0 there. */
    public Dual relu() {
        // begin solution: the larger of 0 and the number; what is the slope on either side?
        return chain(Math.max(0, value), value > 0 ? 1 : 0);
        // end solution
    }

    /**
     * All derivatives of a function of n numbers, in one pass.
     *
     * @param f (n) to a number, written with the operations of this class
     * @param x (n) where
     * @return (n)
     */
    public static double[] gradient(Function<Dual[], Dual> f, double... x) {
        return f.apply(variables(x)).gradient();
    }

    /**
     * The Jacobian of a map, in one pass that carries n derivatives.
     *
     * @param f (n) to (m), written with the operations of this class
     * @param x (n) where
     * @return (m, n) row i has the derivatives of output i
     */
    public static double[][] jacobian(UnaryOperator<Dual[]> f, double... x) {
        // begin solution: apply f to the n variables, and take the gradients of its outputs
        Dual[] outputs = f.apply(variables(x));
        double[][] J = new double[outputs.length][];
        for (int i = 0; i < outputs.length; i++) {
            J[i] = outputs[i].gradient();
        }
        return J;
        // end solution
    }

    /**
     * The product of the Jacobian and a vector, in one pass that carries a single derivative: how the outputs change if
     * all inputs move along v. The Jacobian itself is never there.
     *
     * @param f (n) to (m), written with the operations of this class
     * @param x (n) where
     * @param v (n) direction
     * @return (m)
     * @throws IllegalArgumentException if v has another number of entries than x
     */
    public static double[] jacobianVector(UnaryOperator<Dual[]> f, double[] x, double[] v) {
        Require.length("v", v, x.length);
        // begin solution: there is one variable, the way along v; how does each input change with it?
        Dual[] inputs = new Dual[x.length];
        for (int j = 0; j < inputs.length; j++) {
            inputs[j] = new Dual(x[j], new double[] {v[j]});
        }
        Dual[] outputs = f.apply(inputs);
        double[] product = new double[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            product[i] = outputs[i].gradient[0];
        }
        return product;
        // end solution
    }

    private static Dual[] variables(double[] x) {
        return IntStream.range(0, x.length)
                .mapToObj(j -> variable(x[j], j, x.length))
                .toArray(Dual[]::new);
    }
}
