package probability.distributionssampling;

import gradus.kit.Require;

/**
 * The bell: sums of many small independent things.
 *
 * <p>Source: G. Marsaglia, <i>Evaluating the Normal Distribution</i>, Journal of Statistical Software 11(4), 2004, for
 * the series; M. Abramowitz and I. Stegun, <i>Handbook of Mathematical Functions</i>, 1964, 26.2.14, for the fraction.
 *
 * @param mean in the unit of x
 * @param deviation standard deviation, above 0, in the unit of x
 */
public record Normal(double mean, double deviation) implements Distribution {
    /** From here on the fraction needs fewer terms than the series. */
    private static final double TAIL = 4;

    private static final int N_FRACTIONS = 60;

    public Normal {
        Require.positive("deviation", deviation);
    }

    /** How many standard deviations x is above the mean. */
    public double zScore(double x) {
        // begin solution: subtract the mean, divide by the deviation
        return (x - mean) / deviation;
        // end solution
    }

    @Override
    public double density(double x) {
        // begin solution: exp(-z²/2) / √(2π) for z, by the deviation for x
        double z = zScore(x);
        return Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * deviation);
        // end solution
    }

    @Override
    public double cumulative(double x) {
        double z = zScore(x);
        if (Math.abs(z) <= TAIL) {
            return 0.5 + series(z);
        }
        return z < 0 ? tail(-z) : 1 - tail(z);
    }

    /**
     * The area of the standard normal density from 0 to z: {@code φ(z) (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …)}. All
     * terms have the same sign, so nothing cancels.
     *
     * @param z in [-4, 4]
     */
    static double series(double z) {
        // begin solution: each term is the one before times z² / (2k + 1); add until nothing changes; times the density
        double term = z;
        double sum = z;
        double before = Double.NaN;
        for (int k = 1; sum != before; k++) {
            before = sum;
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        // end solution
    }

    /**
     * The area of the standard normal density above z: {@code φ(z) / (z + 1/(z + 2/(z + 3/(z + …))))}. 1 minus a sum
     * would have no digit left here.
     *
     * @param z at least 4
     */
    static double tail(double z) {
        // begin solution: the fraction from the inside, from N_FRACTIONS down to 1
        double denominator = z;
        for (int k = N_FRACTIONS; k >= 1; k--) {
            denominator = z + k / denominator;
        }
        return Math.exp(-z * z / 2) / (Math.sqrt(2 * Math.PI) * denominator);
        // end solution
    }

    /**
     * By Newton's method for z, from the middle outwards. Below the middle the cumulative distribution is convex, so
     * that its steps never lead beyond the solution; above it the mirror image is taken.
     */
    @Override
    public double quantile(double p) {
        Sampling.requireProbability(p);
        // begin solution: for p above 1/2 the mirror image; else from z = 0: subtract (cumulative - p) / density, as
        // long as z falls
        if (p > 0.5) {
            return 2 * mean - quantile(1 - p);
        }
        Normal standard = new Normal(0, 1);
        double z = 0;
        double next = z - (standard.cumulative(z) - p) / standard.density(z);
        while (next < z) {
            z = next;
            next = z - (standard.cumulative(z) - p) / standard.density(z);
        }
        return mean + deviation * z;
        // end solution
    }

    @Override
    public double[] sample(double[] uniforms) {
        return Sampling.sample(uniforms, this::quantile);
    }
}
