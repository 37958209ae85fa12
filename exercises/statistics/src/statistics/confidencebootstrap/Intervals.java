package statistics.confidencebootstrap;

import gradus.kit.Require;
import probability.distributionssampling.Normal;
import probability.moments.Moments;

/**
 * Confidence intervals by formula: for a mean, and for a share.
 *
 * <p>The two tails that are left out hold {@code (1 - level) / 2} each, so every quantile is taken at {@code (1 +
 * level) / 2}.
 *
 * <p>Source: Student, <i>The Probable Error of a Mean</i>, Biometrika 6, 1908; E. B. Wilson, <i>Probable Inference, the
 * Law of Succession, and Statistical Inference</i>, Journal of the American Statistical Association 22, 1927.
 */
public final class Intervals {
    private static final Normal STANDARD = new Normal(0, 1);

    private Intervals() {}

    /**
     * For the mean where the standard deviation of one draw is known: {@code mean ± z · deviation / √n}.
     *
     * @param x (n) draws, at least one; not changed
     * @param deviation standard deviation of one draw, above 0, in the unit of x
     * @param level probability with which such intervals hold the mean, in (0, 1)
     */
    public static Interval z(double[] x, double deviation, double level) {
        Require.that(x.length >= 1, "x must have at least 1 entry, but is empty");
        Require.positive("deviation", deviation);
        requireLevel(level);
        // begin solution: the quantile of the standard normal distribution, times the standard error
        double half = STANDARD.quantile((1 + level) / 2) * deviation / Math.sqrt(x.length);
        double mean = Moments.mean(x);
        return new Interval(mean - half, mean + half);
        // end solution
    }

    /**
     * For the mean of normal draws where their deviation is not known: {@code mean ± t · s / √n}, with s from the draws
     * themselves and the quantile t of Student's distribution with n - 1 degrees of freedom.
     *
     * @param x (n) draws, at least two; not changed
     * @param level in (0, 1)
     */
    public static Interval t(double[] x, double level) {
        Require.that(x.length >= 2, "x must have at least 2 entries, but has %d", x.length);
        requireLevel(level);
        // begin solution: Student.quantile with n - 1 degrees, and z with the deviation of the draws in mind
        double half = Student.quantile((1 + level) / 2, x.length - 1) * Moments.deviation(x) / Math.sqrt(x.length);
        double mean = Moments.mean(x);
        return new Interval(mean - half, mean + half);
        // end solution
    }

    /**
     * For a share, as if its estimate were normal with a known deviation: {@code p̂ ± z · √(p̂ (1 - p̂) / n)}. It may
     * reach below 0 or above 1, and has no length where p̂ is 0 or 1.
     *
     * @param successes in [0, n]
     * @param n number of trials, at least 1
     * @param level in (0, 1)
     */
    public static Interval wald(int successes, int n, double level) {
        requireTrials(successes, n);
        requireLevel(level);
        // begin solution: the share, and its standard error with the share itself in it
        double share = (double) successes / n;
        double half = STANDARD.quantile((1 + level) / 2) * Math.sqrt(share * (1 - share) / n);
        return new Interval(share - half, share + half);
        // end solution
    }

    /**
     * For a share: all p from which the estimate is at most z of <i>their</i> standard errors away, {@code |p̂ - p| ≤ z
     * · √(p (1 - p) / n)}. Solved for p, the interval has the centre {@code (p̂ + z²/2n) / (1 + z²/n)} and half the
     * length {@code z · √(p̂ (1 - p̂)/n + z²/4n²) / (1 + z²/n)}.
     *
     * @param successes in [0, n]
     * @param n number of trials, at least 1
     * @param level in (0, 1)
     */
    public static Interval wilson(int successes, int n, double level) {
        requireTrials(successes, n);
        requireLevel(level);
        // begin solution: centre and half the length, both by 1 + z²/n
        double share = (double) successes / n;
        double z = STANDARD.quantile((1 + level) / 2);
        double excess = z * z / n;
        double centre = (share + excess / 2) / (1 + excess);
        double half = z * Math.sqrt((share * (1 - share) + excess / 4) / n) / (1 + excess);
        return new Interval(centre - half, centre + half);
        // end solution
    }

    static void requireLevel(double level) {
        Require.that(level > 0 && level < 1, "level must be in (0, 1), but was %s", level);
    }

    private static void requireTrials(int successes, int n) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        Require.between("successes", successes, 0, n);
    }
}
