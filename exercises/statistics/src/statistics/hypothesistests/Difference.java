package statistics.hypothesistests;

import gradus.kit.Require;
import java.util.Arrays;
import probability.moments.Moments;

/**
 * How far a difference of means is from what is assumed, in standard errors.
 *
 * <p>Source: Student, <i>The Probable Error of a Mean</i>, Biometrika 6, 1908; B. L. Welch, <i>The Generalization of
 * "Student's" Problem when Several Different Population Variances are Involved</i>, Biometrika 34, 1947.
 *
 * @param value the difference found, less the assumed one, in the unit of the data
 * @param standardError of the difference, above 0, in the unit of the data
 * @param degrees degrees of freedom of the standard error, above 0
 */
public record Difference(double value, double standardError, double degrees) {
    public Difference {
        Require.positive("standardError", standardError);
        Require.positive("degrees", degrees);
    }

    /** t: the difference in standard errors. */
    public double statistic() {
        // begin solution: divide
        return value / standardError;
        // end solution
    }

    /** The probability of a t at least as far from 0, on either side, if what is assumed is true. */
    public double pValue() {
        // begin solution: ask Student's distribution
        return new StudentT(degrees).twoSided(statistic());
        // end solution
    }

    /**
     * Do numbers have the given mean? The variance of a mean is {@code s²/n}, with n - 1 degrees of freedom.
     *
     * @param x (n) at least two, not all equal
     * @param mean the assumed one
     */
    public static Difference oneSample(double[] x, double mean) {
        requireSample("x", x);
        requireVariation(x);
        // begin solution: mean of x less the assumed one, the root of variance by n, n - 1
        double standardError = Math.sqrt(Moments.variance(x) / x.length);
        return new Difference(Moments.mean(x) - mean, standardError, x.length - 1);
        // end solution
    }

    /**
     * Do pairs differ in the mean? A test of their differences {@code x - y}, with the assumed mean 0.
     *
     * @param x (n) at least two
     * @param y (n) y[i] belongs to x[i]; the differences are not all equal
     */
    public static Difference paired(double[] x, double[] y) {
        requireSample("x", x);
        requireSample("y", y);
        Require.length("y", y, x.length);
        // begin solution: oneSample of the differences
        double[] differences = new double[x.length];
        Arrays.setAll(differences, i -> x[i] - y[i]);
        return oneSample(differences, 0);
        // end solution
    }

    /**
     * Do two samples of equal true variance have the same mean? That variance is estimated from both together:
     * {@code s² = ((n - 1) sₓ² + (m - 1) s_y²) / (n + m - 2)}, and that of the difference is {@code s² (1/n + 1/m)}.
     *
     * @param x (n) at least two
     * @param y (m) at least two; x and y are not both constant
     * @return for the mean of x less that of y
     */
    public static Difference pooled(double[] x, double[] y) {
        requireSample("x", x);
        requireSample("y", y);
        requireVariation(x, y);
        // begin solution: as above; n + m - 2 degrees
        int degrees = x.length + y.length - 2;
        double squares = (x.length - 1) * Moments.variance(x) + (y.length - 1) * Moments.variance(y);
        double standardError = Math.sqrt(squares / degrees * (1.0 / x.length + 1.0 / y.length));
        return new Difference(Moments.mean(x) - Moments.mean(y), standardError, degrees);
        // end solution
    }

    /**
     * Do two samples have the same mean, whatever their variances? That of the difference is {@code v + w} with
     * {@code v = sₓ²/n} and {@code w = s_y²/m}, with about {@code (v + w)² / (v²/(n - 1) + w²/(m - 1))} degrees of
     * freedom.
     *
     * @param x (n) at least two
     * @param y (m) at least two; x and y are not both constant
     * @return for the mean of x less that of y
     */
    public static Difference welch(double[] x, double[] y) {
        requireSample("x", x);
        requireSample("y", y);
        requireVariation(x, y);
        // begin solution: as above
        double v = Moments.variance(x) / x.length;
        double w = Moments.variance(y) / y.length;
        double degrees = (v + w) * (v + w) / (v * v / (x.length - 1) + w * w / (y.length - 1));
        return new Difference(Moments.mean(x) - Moments.mean(y), Math.sqrt(v + w), degrees);
        // end solution
    }

    private static void requireSample(String name, double[] sample) {
        Require.that(sample.length >= 2, "%s must have at least 2 entries, but has %d", name, sample.length);
        Require.finite(name, new double[][] {sample});
    }

    /** At least one of the samples has two different numbers. */
    private static void requireVariation(double[]... samples) {
        Require.that(
                Arrays.stream(samples)
                        .anyMatch(sample -> Arrays.stream(sample).distinct().count() > 1),
                "the data must vary, but all are equal");
    }
}
