package statistics.confidencebootstrap;

import gradus.kit.Require;
import java.util.function.ToDoubleFunction;
import probability.moments.Moments;
import probability.moments.Order;

/**
 * Draws from the sample in place of draws from the world.
 *
 * <p>Source: B. Efron and R. J. Tibshirani, <i>An Introduction to the Bootstrap</i>, Chapman and Hall 1993, §6 and §13;
 * A. C. Davison and D. V. Hinkley, <i>Bootstrap Methods and their Application</i>, Cambridge 1997, §5.2, for the basic
 * interval.
 */
public final class Bootstrap {
    private Bootstrap() {}

    /**
     * A statistic of many resamples. A resample has as many rows as X, each drawn from all rows of X, so that some come
     * several times and others not at all. The uniform number u draws row {@code ⌊u · nSamples⌋}.
     *
     * @param X (nSamples, nFeatures) not changed; the features of a sample stay together
     * @param uniforms (nResamples, nSamples) in [0, 1), one row for each resample
     * @param statistic of a matrix with the shape of X
     * @return (nResamples)
     */
    public static double[] replicates(double[][] X, double[][] uniforms, ToDoubleFunction<double[][]> statistic) {
        Require.finite("X", X);
        requireUniforms(uniforms, X.length);
        // begin solution: for each row of uniforms: the rows of X that it draws, and their statistic
        double[] replicates = new double[uniforms.length];
        double[][] resample = new double[X.length][];
        for (int b = 0; b < uniforms.length; b++) {
            for (int i = 0; i < X.length; i++) {
                resample[i] = X[(int) (uniforms[b][i] * X.length)];
            }
            replicates[b] = statistic.applyAsDouble(resample);
        }
        return replicates;
        // end solution
    }

    /**
     * The standard error of an estimate: the deviation of its replicates, with one less than their number below.
     *
     * @param replicates (nResamples) at least two
     */
    public static double standardError(double[] replicates) {
        // begin solution: Moments.deviation
        return Moments.deviation(replicates);
        // end solution
    }

    /**
     * The percentile interval: what lies between the quantiles of the replicates at {@code (1 - level) / 2} and
     * {@code (1 + level) / 2}, as {@link Order#quantile} has them.
     *
     * @param replicates (nResamples) at least one; not changed
     * @param level in (0, 1)
     */
    public static Interval percentile(double[] replicates, double level) {
        Intervals.requireLevel(level);
        // begin solution: two quantiles
        return new Interval(Order.quantile(replicates, (1 - level) / 2), Order.quantile(replicates, (1 + level) / 2));
        // end solution
    }

    /**
     * The basic interval: how far replicates are from the estimate is taken for how far the estimate is from the truth.
     * It is the percentile interval, mirrored at the estimate: {@code [2 · estimate - high, 2 · estimate - low]}.
     *
     * @param estimate the statistic of the sample itself
     * @param replicates (nResamples) at least one; not changed
     * @param level in (0, 1)
     */
    public static Interval basic(double estimate, double[] replicates, double level) {
        // begin solution: mirror both ends of the percentile interval; the upper one becomes the lower
        Interval percentile = percentile(replicates, level);
        return new Interval(2 * estimate - percentile.high(), 2 * estimate - percentile.low());
        // end solution
    }

    private static void requireUniforms(double[][] uniforms, int nSamples) {
        Require.columns("uniforms", uniforms, nSamples);
        for (double[] row : uniforms) {
            for (double u : row) {
                Require.that(u >= 0 && u < 1, "uniforms must be in [0, 1), but one was %s", u);
            }
        }
    }
}
