package probability.moments;

import gradus.kit.Require;

/**
 * Where numbers are, how far they spread, and to which side they lean.
 *
 * <p>Source: T. F. Chan, G. H. Golub and R. J. LeVeque, <i>Algorithms for Computing the Sample Variance</i>, The
 * American Statistician 37, 1983, for two passes.
 */
public final class Moments {
    private Moments() {}

    /** @param x at least one number */
    public static double mean(double[] x) {
        requireNumbers(x, 1);
        // begin solution: the sum by the number
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
        // end solution
    }

    /**
     * The sample variance {@code Σ (xᵢ - mean)² / (n - 1)}.
     *
     * <p>The mean first, then the squares: {@code Σ xᵢ² - n · mean²} takes the difference of two large numbers.
     *
     * @param x at least two numbers
     * @return in squared units of x
     */
    public static double variance(double[] x) {
        requireNumbers(x, 2);
        // begin solution: the central moment of order 2, by n - 1 instead of n
        return centralMoment(x, 2) * x.length / (x.length - 1);
        // end solution
    }

    /** The root of the variance, in the unit of x. */
    public static double deviation(double[] x) {
        requireNumbers(x, 2);
        // begin solution: the root
        return Math.sqrt(variance(x));
        // end solution
    }

    /**
     * {@code Σ (xᵢ - mean)ᵏ / n}; of order 2 it is the variance of a population, all of which is known.
     *
     * @param order k, at least 1
     */
    public static double centralMoment(double[] x, int order) {
        requireNumbers(x, 1);
        Require.that(order >= 1, "order must be >= 1, but was %d", order);
        // begin solution: the mean of the powers of what is left after subtracting the mean
        double mean = mean(x);
        double sum = 0;
        for (double value : x) {
            sum += Math.pow(value - mean, order);
        }
        return sum / x.length;
        // end solution
    }

    /**
     * {@code m₃ / m₂^(3/2)} with central moments: 0 for what is symmetric, above 0 if the long side is on the right;
     * without unit.
     *
     * @param x at least two numbers, not all equal
     */
    public static double skewness(double[] x) {
        requireNumbers(x, 2);
        // begin solution: by central moments
        return centralMoment(x, 3) / Math.pow(centralMoment(x, 2), 1.5);
        // end solution
    }

    static void requireNumbers(double[] x, int atLeast) {
        Require.that(
                x.length >= atLeast,
                "x must have at least %d %s, but has %d",
                atLeast,
                atLeast == 1 ? "entry" : "entries",
                x.length);
        Require.finite("x", new double[][] {x});
    }
}
