package probability.moments;

import gradus.kit.Require;

/**
 * Mean and variance of numbers that come one at a time and are not kept.
 *
 * <p>Source: B. P. Welford, <i>Note on a Method for Calculating Corrected Sums of Squares and Products</i>,
 * Technometrics 4, 1962; T. F. Chan, G. H. Golub and R. J. LeVeque 1983, for two parts.
 *
 * @param n how many so far
 * @param mean of them, 0 if there are none
 * @param squares the sum of their squared distances from the mean
 */
public record Running(long n, double mean, double squares) {
    public Running {
        Require.that(n >= 0, "n must be >= 0, but was %d", n);
    }

    /** Before the first number. */
    public static Running empty() {
        return new Running(0, 0, 0);
    }

    /** With one number more: the mean moves by 1/n of the way to it. */
    public Running add(double x) {
        // begin solution: the new mean; the squares grow by the distance from the old mean times that from the new one
        double next = mean + (x - mean) / (n + 1);
        return new Running(n + 1, next, squares + (x - mean) * (x - next));
        // end solution
    }

    /** This and other numbers together, as if all had come here. */
    public Running plus(Running other) {
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        // begin solution: the mean moves by the other's share of the distance; the squares of both, and what the
        // distance of the means adds
        long total = n + other.n;
        double distance = other.mean - mean;
        double share = (double) other.n / total;
        return new Running(total, mean + distance * share, squares + other.squares + distance * distance * n * share);
        // end solution
    }

    /** The sample variance. */
    public double variance() {
        Require.that(n >= 2, "n must be >= 2, but was %d", n);
        // begin solution: the squares by n - 1
        return squares / (n - 1);
        // end solution
    }
}
