package statistics.mlemap;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * A belief about the mean of normal numbers, which is normal itself. An infinite deviation makes it flat.
 *
 * @param mean finite, in the unit of the numbers
 * @param deviation how unsure one is of the mean, above 0, perhaps infinite, in the unit of the numbers
 */
public record NormalMean(double mean, double deviation) implements Belief {
    public NormalMean {
        Require.that(Double.isFinite(mean), "mean must be finite, but was %s", mean);
        Require.positive("deviation", deviation);
    }

    /**
     * The belief after more numbers. Precisions {@code 1/deviation²} are added, and the means are weighted with them:
     * {@code precision = 1/this.deviation² + n/noise²}.
     *
     * @param x (n) at least one
     * @param noise standard deviation of one number around the mean, above 0
     */
    public NormalMean after(double[] x, double noise) {
        Likelihood.requireData(x, "finite", Double::isFinite);
        Require.positive("noise", noise);
        // begin solution: the precision of the prior and of each datum, and the mean of all weighted with them
        double before = 1 / (deviation * deviation);
        double ofOne = 1 / (noise * noise);
        double precision = before + x.length * ofOne;
        double weighted = before * mean + ofOne * Arrays.stream(x).sum();
        return new NormalMean(weighted / precision, 1 / Math.sqrt(precision));
        // end solution
    }

    /** As the mean. */
    @Override
    public double mode() {
        // begin solution: a bell is highest in its middle
        return mean;
        // end solution
    }

    /** {@code -z²/2} with {@code z = (value - mean) / deviation}. */
    @Override
    public double logDensity(double value) {
        // begin solution: as above
        double z = (value - mean) / deviation;
        return -z * z / 2;
        // end solution
    }
}
