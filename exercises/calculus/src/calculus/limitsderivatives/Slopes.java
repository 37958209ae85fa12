package calculus.limitsderivatives;

import gradus.kit.Require;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Derivatives of functions that can only be called.
 *
 * <p>A quotient with step h is wrong in two ways: by what the function does within h, about {@code f''·h/2} in the
 * forward quotient and {@code f'''·h²/6} in the central one; and by the round-off of two values that are nearly equal,
 * about {@code ε·|f|/h} with ε = 2⁻⁵². The complex step subtracts nothing, and has the first error alone.
 *
 * <p>Source: W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §5.7; for the complex step W.
 * Squire and G. Trapp, <i>Using Complex Variables to Estimate Derivatives of Real Functions</i>, SIAM Review 40 (1998).
 */
public final class Slopes {
    private Slopes() {}

    /**
     * A straight line {@code y = slope · x + intercept}.
     *
     * @param slope how much y grows by when x grows by 1
     * @param intercept y where x is 0
     */
    public record Line(double slope, double intercept) {
        public double at(double x) {
            return slope * x + intercept;
        }
    }

    /**
     * The slope of the line through the points of f at x and at x + h.
     *
     * @throws IllegalArgumentException if h is not above 0
     */
    public static double forward(DoubleUnaryOperator f, double x, double h) {
        Require.positive("h", h);
        // begin solution: rise over run
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h;
        // end solution
    }

    /**
     * The slope of the line through the points of f at x - h and at x + h.
     *
     * @throws IllegalArgumentException if h is not above 0
     */
    public static double central(DoubleUnaryOperator f, double x, double h) {
        Require.positive("h", h);
        // begin solution: rise over run; how long is the run?
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
        // end solution
    }

    /**
     * The derivative of a formula that also works with complex numbers: a step of h along the imaginary axis. From
     * {@code f(x + ih) = f(x) + ih·f'(x) - h²/2·f''(x) - …} take what belongs to i.
     *
     * @param h may be as small as 1e-200
     * @throws IllegalArgumentException if h is not above 0
     */
    public static double complexStep(UnaryOperator<Complex> f, double x, double h) {
        Require.positive("h", h);
        // begin solution: one call of f, and what of its result belongs to i
        return f.apply(new Complex(x, h)).im() / h;
        // end solution
    }

    /** The derivative of f at x: the limit of {@code (f(x + h) - f(x)) / h} as h goes to 0 from both sides. */
    public static OptionalDouble derivative(DoubleUnaryOperator f, double x) {
        // begin solution: Limits.limit of the quotient, as a function of h
        double value = f.applyAsDouble(x);
        return Limits.limit(h -> (f.applyAsDouble(x + h) - value) / h, 0);
        // end solution
    }

    /**
     * The line that touches f at x.
     *
     * @throws IllegalArgumentException if f has no derivative there
     */
    public static Line tangent(DoubleUnaryOperator f, double x) {
        OptionalDouble derivative = derivative(f, x);
        Require.that(derivative.isPresent(), "f must have a derivative at %s", x);
        // begin solution: the line of that slope which goes through (x, f(x))
        double slope = derivative.getAsDouble();
        return new Line(slope, f.applyAsDouble(x) - slope * x);
        // end solution
    }
}
