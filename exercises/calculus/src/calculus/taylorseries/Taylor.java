package calculus.taylorseries;

import gradus.kit.Require;
import java.util.function.DoubleUnaryOperator;

/**
 * A polynomial in the distance from a point: {@code c₀ + c₁(x - a) + c₂(x - a)² + …}. The one that has the derivatives
 * of f at a has {@code cₖ = f⁽ᵏ⁾(a) / k!}.
 *
 * <p>Source: M. Spivak, <i>Calculus</i>, 4th ed., Publish or Perish 2008, chapter 20; for the polynomial through values
 * W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §3.5.
 *
 * @param a the point
 * @param coefficients (n + 1) from the constant to that of (x - a)ⁿ
 */
public record Taylor(double a, double[] coefficients) {

    /** @throws IllegalArgumentException if there is no coefficient */
    public Taylor {
        Require.that(coefficients.length > 0, "coefficients must have at least 1 entry, but is empty");
    }

    /** The highest power. */
    public int order() {
        return coefficients.length - 1;
    }

    /**
     * Of {@code eˣ}, which is its own derivative.
     *
     * @param n order, at least 0
     */
    public static Taylor exp(double a, int n) {
        requireOrder(n);
        // begin solution: eᵃ / k!; each coefficient is made from the one before it
        double[] coefficients = new double[n + 1];
        coefficients[0] = Math.exp(a);
        for (int k = 1; k <= n; k++) {
            coefficients[k] = coefficients[k - 1] / k;
        }
        return new Taylor(a, coefficients);
        // end solution
    }

    /**
     * Of the sine.
     *
     * @param n order, at least 0
     */
    public static Taylor sin(double a, int n) {
        requireOrder(n);
        // begin solution: derivatives repeat after four: sin, cos, -sin, -cos
        return wave(a, n, Math.sin(a), Math.cos(a));
        // end solution
    }

    /**
     * Of the cosine.
     *
     * @param n order, at least 0
     */
    public static Taylor cos(double a, int n) {
        requireOrder(n);
        // begin solution: derivatives repeat after four: cos, -sin, -cos, sin
        return wave(a, n, Math.cos(a), -Math.sin(a));
        // end solution
    }

    // begin solution: a helper for both waves, if you like: value and slope, then minus these, and so on
    private static Taylor wave(double a, int n, double value, double slope) {
        double[] derivatives = {value, slope, -value, -slope};
        double[] coefficients = new double[n + 1];
        double factorial = 1;
        for (int k = 0; k <= n; k++) {
            coefficients[k] = derivatives[k % 4] / factorial;
            factorial *= k + 1;
        }
        return new Taylor(a, coefficients);
    }
    // end solution

    /**
     * Of {@code log(1 + x)}, whose derivative of order k is {@code (-1)ᵏ⁻¹ · (k - 1)! / (1 + x)ᵏ}.
     *
     * @param a above -1
     * @param n order, at least 0
     */
    public static Taylor log1p(double a, int n) {
        Require.that(a > -1, "a must be > -1, but was %s", a);
        requireOrder(n);
        // begin solution: the factorials cancel but for 1/k
        double[] coefficients = new double[n + 1];
        coefficients[0] = Math.log1p(a);
        double power = -1;
        for (int k = 1; k <= n; k++) {
            power /= -(1 + a);
            coefficients[k] = power / k;
        }
        return new Taylor(a, coefficients);
        // end solution
    }

    private static void requireOrder(int n) {
        Require.that(n >= 0, "n must be >= 0, but was %d", n);
    }

    /** The polynomial's value at x, by Horner's rule: n multiplications and n additions. */
    public double at(double x) {
        // begin solution: from the highest coefficient down: times (x - a), plus the next one
        double sum = 0;
        for (int k = order(); k >= 0; k--) {
            sum = sum * (x - a) + coefficients[k];
        }
        return sum;
        // end solution
    }

    /**
     * How far f(x) can be from this polynomial's value, by Lagrange: {@code M · |x - a|ⁿ⁺¹ / (n + 1)!}.
     *
     * @param maxDerivative M: the derivative of f of order n + 1 is nowhere larger in size between a and x
     */
    public double errorBound(double x, double maxDerivative) {
        // begin solution: multiply by |x - a| / k for k = 1 to n + 1: powers and factorials alone would overflow
        double bound = maxDerivative;
        for (int k = 1; k <= order() + 1; k++) {
            bound *= Math.abs(x - a) / k;
        }
        return bound;
        // end solution
    }

    /**
     * Coefficients from values alone: of the polynomial of degree n that f agrees with at n + 1 points around a, h
     * apart. If f is such a polynomial, they are its own. Otherwise they are off by terms that vanish with h, until
     * round-off, which grows like {@code ε / hᵏ}.
     *
     * @param n order, at least 0
     * @param h distance of neighbouring points, above 0
     */
    public static Taylor fromValues(DoubleUnaryOperator f, double a, int n, double h) {
        requireOrder(n);
        Require.positive("h", h);
        double[] t = new double[n + 1];
        double[] differences = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            t[i] = (i - n / 2) * h;
            differences[i] = f.applyAsDouble(a + t[i]);
        }
        // begin solution: divided differences, in place and from the end; then Newton's form, multiplied out
        for (int k = 1; k <= n; k++) {
            for (int i = n; i >= k; i--) {
                differences[i] = (differences[i] - differences[i - 1]) / (k * h);
            }
        }
        double[] coefficients = new double[n + 1];
        for (int k = n; k >= 0; k--) {
            for (int j = n; j >= 1; j--) {
                coefficients[j] = coefficients[j - 1] - t[k] * coefficients[j];
            }
            coefficients[0] = differences[k] - t[k] * coefficients[0];
        }
        return new Taylor(a, coefficients);
        // end solution
    }
}
