package arraysandtables.plotkit;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;

/**
 * Numbers that several plots stand on: quantiles, densities, correlations.
 *
 * <p>Source: R. Hyndman and Y. Fan, <i>Sample Quantiles in Statistical Packages</i>, The American Statistician 50
 * (1996), definition 7; B. W. Silverman, <i>Density Estimation for Statistics and Data Analysis</i>, Chapman and Hall
 * 1986, §2.4 and §3.4.
 */
public final class Stats {
    private Stats() {}

    /**
     * The value below which a share of the data lies: in the sorted data at position {@code share · (n - 1)}, and
     * between neighbours on the straight line. This is definition 7, that of pandas and NumPy.
     *
     * @param values (n) in any order; not modified
     * @param share in [0, 1]: 0.5 for the median
     * @return in the unit of the values
     */
    public static double quantile(double[] values, double share) {
        requireValues(values, 1);
        Require.that(share >= 0 && share <= 1, "share must be in [0, 1], but was %s", share);
        // begin solution: sort a copy, find both neighbours of the position, and go between them
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
        // end solution
    }

    /**
     * A bandwidth for {@link #density} by Silverman's rule of thumb: {@code 0.9 · min(s, IQR / 1.34) / n^(1/5)}, with
     * the standard deviation s (sum of squares over n - 1) and the distance IQR of the quartiles.
     *
     * @param values (n) with n of 2 or more, not all equal
     * @return in the unit of the values
     */
    public static double bandwidth(double[] values) {
        requireValues(values, 2);
        // begin solution: standard deviation and quartiles, then the rule
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = Math.sqrt(squares / (values.length - 1));
        double spread = (quantile(values, 0.75) - quantile(values, 0.25)) / 1.34;
        return 0.9 * Math.min(deviation, spread) * Math.pow(values.length, -0.2);
        // end solution
    }

    /**
     * How densely values lie around given places: a normal curve over each value, and the mean of all curves.
     *
     * @param values (n)
     * @param bandwidth standard deviation of the curves, in the unit of the values, above 0
     * @param at (m) places
     * @return (m) share of the data per unit of the values
     */
    public static double[] density(double[] values, double bandwidth, double[] at) {
        requireValues(values, 1);
        Require.positive("bandwidth", bandwidth);
        // begin solution: for each place the sum of exp(-z²/2), z in bandwidths; then what makes the area 1
        double[] density = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double sum = 0;
            for (double value : values) {
                double z = (at[i] - value) / bandwidth;
                sum += Math.exp(-z * z / 2);
            }
            density[i] = sum / (values.length * bandwidth * Math.sqrt(2 * Math.PI));
        }
        return density;
        // end solution
    }

    /**
     * How strongly each two features go together, from -1 to 1: Pearson's correlation.
     *
     * @param X (nSamples, nFeatures) with 2 samples or more, no feature constant
     * @return (nFeatures, nFeatures) symmetric, with ones on the diagonal
     */
    public static double[][] correlations(double[][] X) {
        Require.matrix("X", X);
        // begin solution: centre the features, and divide their products by their lengths
        double[][] features = Matrix.transpose(Matrix.minusRow(X, Matrix.columnMeans(X)));
        double[][] correlations = new double[features.length][features.length];
        for (int j = 0; j < features.length; j++) {
            for (int k = 0; k < features.length; k++) {
                correlations[j][k] =
                        Matrix.dot(features[j], features[k]) / (Matrix.norm(features[j]) * Matrix.norm(features[k]));
            }
        }
        return correlations;
        // end solution
    }

    static void requireValues(double[] values, int atLeast) {
        Require.that(
                values.length >= atLeast,
                "values must have %d %s or more, but has %d",
                atLeast,
                atLeast == 1 ? "entry" : "entries",
                values.length);
        Require.finite("values", new double[][] {values});
    }
}
