package arraysandtables.plotkit;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * How many values lie in each of several intervals of equal length. All but the last hold their left edge and not their
 * right one; the last holds both.
 *
 * <p>Source: D. Freedman and P. Diaconis, <i>On the histogram as a density estimator</i>, Zeitschrift für
 * Wahrscheinlichkeitstheorie 57 (1981).
 *
 * @param edges (nBins + 1) rising, in the unit of the values
 * @param counts (nBins)
 */
public record Histogram(double[] edges, int[] counts) {

    /** @throws IllegalArgumentException if there is not one edge more than there are counts */
    public Histogram {
        Require.length("edges", edges, counts.length + 1);
    }

    /**
     * The number of bins by the rule of Freedman and Diaconis: as many of length {@code 2 · IQR / ∛n} as it takes to
     * reach from the smallest value to the largest, rounded up. One bin, if IQR is 0.
     *
     * @param values (n) with n of 1 or more
     */
    public static int bins(double[] values) {
        Stats.requireValues(values, 1);
        double range = Stats.quantile(values, 1) - Stats.quantile(values, 0);
        // begin solution: range over length, rounded up, and at least 1
        double width = 2 * (Stats.quantile(values, 0.75) - Stats.quantile(values, 0.25)) / Math.cbrt(values.length);
        return width > 0 ? Math.max(1, (int) Math.ceil(range / width)) : 1;
        // end solution
    }

    /**
     * Counts values in bins of equal length from the smallest value to the largest.
     *
     * @param values (n) with n of 1 or more; not modified
     * @param nBins at least 1
     */
    public static Histogram of(double[] values, int nBins) {
        Stats.requireValues(values, 1);
        Require.that(nBins >= 1, "nBins must be >= 1, but was %d", nBins);
        double min = Stats.quantile(values, 0);
        double max = Stats.quantile(values, 1);
        // begin solution: edges; then for each value its bin, where the largest value belongs to the last
        double[] edges = new double[nBins + 1];
        for (int k = 0; k <= nBins; k++) {
            edges[k] = min + (max - min) * k / nBins;
        }
        int[] counts = new int[nBins];
        for (double value : values) {
            int bin = 0;
            while (bin < nBins - 1 && value >= edges[bin + 1]) {
                bin++;
            }
            counts[bin]++;
        }
        return new Histogram(edges, counts);
        // end solution
    }

    /**
     * Heights that make the area of all bars 1, so that they can be compared with a density.
     *
     * @return (nBins) share of the data per unit of the values
     */
    public double[] densities() {
        // begin solution: count over number of values and length of the bin
        int n = Arrays.stream(counts).sum();
        double[] densities = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            densities[k] = counts[k] / (n * (edges[k + 1] - edges[k]));
        }
        return densities;
        // end solution
    }
}
