package autodiff.stablenumerics;

import gradus.kit.Require;

/**
 * Functions whose textbook formulas lose their digits, or overflow, where the result is harmless.
 *
 * <p>Source: N. J. Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., SIAM 2002, §1.8 on zeros and
 * §1.14.1 on expm1; D. Goldberg, <i>What Every Computer Scientist Should Know About Floating-Point Arithmetic</i>, ACM
 * Computing Surveys 23 (1991), theorem 4, on log1p; P. Blanchard, D. J. Higham and N. J. Higham, <i>Accurately
 * Computing the Log-Sum-Exp and Softmax Functions</i>, IMA Journal of Numerical Analysis 41 (2021).
 */
public final class Functions {
    private Functions() {}

    /**
     * The logarithm of {@code Σ exp(zₖ)}: the largest z is taken out of the sum, {@code m + log Σ exp(zₖ - m)}. Then no
     * term is above 1, and one is 1.
     *
     * @param z (n) finite numbers, at least one
     */
    public static double logSumExp(double... z) {
        Require.that(z.length > 0, "z must have at least 1 entry, but is empty");
        // begin solution: find the largest, sum the exponentials of what is left, put it back
        double max = z[0];
        for (double value : z) {
            max = Math.max(max, value);
        }
        double sum = 0;
        for (double value : z) {
            sum += Math.exp(value - max);
        }
        return max + Math.log(sum);
        // end solution
    }

    /**
     * Softmax, {@code exp(zₖ) / Σ exp(z)}: positive numbers whose sum is 1.
     *
     * @param z (n) finite numbers, at least one
     * @return (n)
     */
    public static double[] softmax(double... z) {
        // begin solution: the logarithm of a quotient is a difference
        double logSum = logSumExp(z);
        double[] probabilities = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            probabilities[k] = Math.exp(z[k] - logSum);
        }
        return probabilities;
        // end solution
    }

    /**
     * {@code log(1 + x)}, also where 1 + x rounds most of x away. With {@code u = 1 + x} as the computer has it,
     * {@code log(u)·x/(u - 1)} is right to the last digits: log(u)/(u - 1) is smooth, so it does not matter that u is
     * not quite 1 + x.
     *
     * @param x above -1
     */
    public static double log1p(double x) {
        // begin solution: u; if it is 1, log(1 + x) is x to all digits; else the formula
        double u = 1 + x;
        return u == 1 ? x : Math.log(u) * (x / (u - 1));
        // end solution
    }

    /**
     * {@code exp(x) - 1}, also where x is near 0. With {@code u = exp(x)} as the computer has it, it is {@code (u -
     * 1)·x/log(u)}, for the same reason.
     *
     * @param x at most 709, so that exp(x) is finite
     */
    public static double expm1(double x) {
        // begin solution: u; if it is 1 the result is x, if u - 1 is -1 it is that; else the formula
        double u = Math.exp(x);
        if (u == 1 || u - 1 == -1) {
            return u == 1 ? x : -1;
        }
        return (u - 1) * (x / Math.log(u));
        // end solution
    }

    /**
     * The real zeros of {@code ax² + bx + c}. The formula of school subtracts two numbers that are nearly equal if b²
     * is much larger than 4ac; so it is used for the one zero where it adds, and the other follows from the product
     * c/a.
     *
     * @param a not 0
     * @return rising; empty if there is none, a single number if b² = 4ac
     */
    public static double[] quadraticRoots(double a, double b, double c) {
        Require.that(a != 0, "a must not be 0");
        // begin solution: q = -(b + sign(b)·√(b² - 4ac))/2; the zeros are q/a and c/q
        double discriminant = b * b - 4 * a * c;
        if (discriminant < 0) {
            return new double[0];
        }
        if (discriminant == 0) {
            return new double[] {-b / (2 * a)};
        }
        double q = -(b + Math.copySign(Math.sqrt(discriminant), b)) / 2;
        return new double[] {Math.min(q / a, c / q), Math.max(q / a, c / q)};
        // end solution
    }
}
