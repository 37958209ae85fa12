package probability.limittheorems;

import gradus.kit.Require;
import probability.moments.Together;

/**
 * What happens to means and sums of many draws.
 *
 * <p>Source: W. Feller, <i>An Introduction to Probability Theory and Its Applications</i>, vol. 1, 3rd ed., Wiley 1968,
 * §IX.6 and §X.1.
 */
public final class Limits {
    private Limits() {}

    /**
     * The mean of the first, of the first two, … draws.
     *
     * @param x (n) at least one
     * @return (n)
     */
    public static double[] runningMeans(double[] x) {
        Require.that(x.length > 0, "x must have at least 1 entry, but is empty");
        // begin solution: keep the sum; divide by how many there are so far
        double[] means = new double[x.length];
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            means[i] = sum / (i + 1);
        }
        return means;
        // end solution
    }

    /**
     * Chebyshev's bound: the mean of n draws is at least this far from the true one with at most the given probability,
     * whatever the distribution: {@code deviation / √(n · probability)}.
     *
     * @param deviation standard deviation of one draw, above 0
     * @param n number of draws, at least 1
     * @param probability in (0, 1]
     */
    public static double chebyshev(double deviation, int n, double probability) {
        Require.positive("deviation", deviation);
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        Require.that(probability > 0 && probability <= 1, "probability must be in (0, 1], but was %s", probability);
        // begin solution: solve variance / (n · distance²) = probability for the distance
        return deviation / Math.sqrt(n * probability);
        // end solution
    }

    /**
     * Sums of n draws, brought to mean 0 and standard deviation 1: {@code (sum - n · mean) / (deviation · √n)}.
     *
     * @param X (nSums, n) the draws of one sum in each row
     * @param mean of one draw
     * @param deviation standard deviation of one draw, above 0
     * @return (nSums)
     */
    public static double[] standardisedSums(double[][] X, double mean, double deviation) {
        Require.matrix("X", X);
        Require.positive("deviation", deviation);
        // begin solution: the sum of each row, less its mean, by its deviation
        double[] sums = new double[X.length];
        for (int i = 0; i < X.length; i++) {
            for (double draw : X[i]) {
                sums[i] += draw - mean;
            }
            sums[i] /= deviation * Math.sqrt(X[i].length);
        }
        return sums;
        // end solution
    }

    /**
     * The densities of a histogram: the share of the numbers in each bin, by its width. A number at an inner edge
     * belongs to the bin above; those outside are in no bin, but count among all.
     *
     * @param x (n) at least one
     * @param from left end of the first bin
     * @param to right end of the last bin, above from
     * @param nBins of equal width, at least 1
     * @return (nBins)
     */
    public static double[] histogram(double[] x, double from, double to, int nBins) {
        Require.that(x.length > 0, "x must have at least 1 entry, but is empty");
        Require.that(from < to, "to must be > from, but from was %s and to was %s", from, to);
        Require.that(nBins >= 1, "nBins must be >= 1, but was %d", nBins);
        // begin solution: the number of a bin is the distance from the left end by the width, rounded down
        double[] densities = new double[nBins];
        double width = (to - from) / nBins;
        for (double value : x) {
            double bin = Math.floor((value - from) / width);
            if (bin >= 0 && bin < nBins) {
                densities[(int) bin] += 1 / (x.length * width);
            }
        }
        return densities;
        // end solution
    }

    /**
     * The power b for which {@code error = c · nᵇ} fits best: the slope of log error over log n.
     *
     * @param n at least two numbers above 0, not all equal
     * @param error (as many) above 0
     */
    public static double power(double[] n, double[] error) {
        Require.length("error", error, n.length);
        for (int i = 0; i < n.length; i++) {
            Require.positive("n", n[i]);
            Require.positive("error", error[i]);
        }
        // begin solution: Together.slope of the logarithms
        double[] logN = new double[n.length];
        double[] logError = new double[n.length];
        for (int i = 0; i < n.length; i++) {
            logN[i] = Math.log(n[i]);
            logError[i] = Math.log(error[i]);
        }
        return Together.slope(logN, logError);
        // end solution
    }
}
