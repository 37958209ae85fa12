package autodiff.stablenumerics;

import gradus.kit.Require;

/**
 * Sums, means and variances of many numbers, with errors that do not grow as the numbers become more.
 *
 * <p>Source: N. J. Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed., SIAM 2002, §4.2 and §4.3;
 * for the variance B. P. Welford, <i>Note on a Method for Calculating Corrected Sums of Squares and Products</i>,
 * Technometrics 4 (1962).
 */
public final class Sums {
    /** So many numbers or fewer are added one after another. */
    private static final int SHORT = 8;

    private Sums() {}

    /**
     * The sum after W. Kahan: what each addition rounds away is kept and added to the next number. With ε = 2⁻⁵³ its
     * error is at most about {@code 2ε·Σ|xᵢ|}, however many numbers there are.
     *
     * @param x (n) finite numbers
     */
    public static double kahan(double... x) {
        // begin solution: corrected number = number less what was too much; sum + corrected; what is too much now?
        double sum = 0;
        double tooMuch = 0;
        for (double value : x) {
            double corrected = value - tooMuch;
            double next = sum + corrected;
            tooMuch = (next - sum) - corrected;
            sum = next;
        }
        return sum;
        // end solution
    }

    /**
     * The sum by halves: both halves are summed in the same way. No number takes part in more than about log₂ n
     * additions, so the error is at most about {@code ε·log₂ n·Σ|xᵢ|}.
     *
     * @param x (n) finite numbers
     */
    public static double pairwise(double... x) {
        return pairwise(x, 0, x.length);
    }

    /** The sum of the numbers from one place to before another. */
    private static double pairwise(double[] x, int from, int to) {
        // begin solution: up to SHORT numbers in a loop, more by halves
        if (to - from <= SHORT) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += x[i];
            }
            return sum;
        }
        int middle = (from + to) >>> 1;
        return pairwise(x, from, middle) + pairwise(x, middle, to);
        // end solution
    }

    /**
     * Mean and variance after Welford, in one pass: each number moves the mean by its n-th part of the way, and adds
     * its distance to the old mean times that to the new.
     *
     * @param x (n) finite numbers, at least two
     * @return mean, and variance with n - 1
     */
    public static double[] meanAndVariance(double... x) {
        Require.that(x.length >= 2, "x must have at least 2 entries, but has %d", x.length);
        // begin solution: go through the numbers, with mean and sum of squared distances so far
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double toOld = x[i] - mean;
            mean += toOld / (i + 1);
            squares += toOld * (x[i] - mean);
        }
        return new double[] {mean, squares / (x.length - 1)};
        // end solution
    }
}
