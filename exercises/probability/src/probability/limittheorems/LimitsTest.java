package probability.limittheorems;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import probability.distributionssampling.Normal;
import probability.distributionssampling.Sampling;

class LimitsTest {
    /** A few operations on numbers of order 10. */
    static final double TOLERANCE = 1e-13;

    private static final double KS_MARGIN = 2.74 / Math.sqrt(20_000);
    private static final double EXACT_1 = 0.1587;
    private static final double EXACT_16 = 0.0333;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("runningMeans divides by the draws so far")
    void means() {
        assertClose(
                "runningMeans({4, 8, 3, -3})",
                new double[] {4, 6, 5, 3},
                Limits.runningMeans(new double[] {4, 8, 3, -3}),
                TOLERANCE,
                "4, 12/2, 15/3 and 12/4.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("Chebyshev's bound falls with the root of n")
    void bound() {
        assertClose(
                "chebyshev(3, 1, 0.25)", 6, Limits.chebyshev(3, 1, 0.25), TOLERANCE, "Two deviations: 1/2² = 0.25.");
        assertClose("chebyshev(3, 100, 0.25)", 0.6, Limits.chebyshev(3, 100, 0.25), TOLERANCE, "A tenth of it.");
    }

    /**
     * The root mean square of 400 errors is known to {@code 1/√800 = 3.5 %}. The slope through four such points, whose
     * log n are log 4 apart, has standard error {@code 0.0354 / √(5 log²4) = 0.0114}. Five of them are 0.057: a right
     * program is beyond that once in 1.7 million runs.
     */
    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the error of a mean shrinks like n to the power of -1/2")
    void lawOfLargeNumbers(RandomGenerator random) {
        double[] n = {10, 40, 160, 640};
        double[] errors = new double[4];
        for (int k = 0; k < 4; k++) {
            double squares = 0;
            for (int run = 0; run < 400; run++) {
                double[] means = Limits.runningMeans(random.doubles((int) n[k]).toArray());
                assertEquals((int) n[k], means.length, "runningMeans(x).length: one mean for each draw.");
                double error = means[means.length - 1] - 0.5;
                squares += error * error;
            }
            errors[k] = Math.max(1e-9, Math.sqrt(squares / 400));
        }

        assertClose(
                "power({10, 40, 160, 640}, errors of the mean of so many uniform numbers)",
                -0.5,
                Limits.power(n, errors),
                5 * 0.0354 / Math.sqrt(5) / Math.log(4),
                "Four times as many draws halve the error.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("standardisedSums have mean 0 and deviation 1")
    void sums() {
        assertClose(
                "standardisedSums({{1, 2, 3, 10}, {2, 2, 2, 2}}, 2, 3)",
                new double[] {8 / 6.0, 0},
                Limits.standardisedSums(new double[][] {{1, 2, 3, 10}, {2, 2, 2, 2}}, 2, 3),
                TOLERANCE,
                "(16 - 4 · 2) / (3 · √4).");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("histogram is the share in a bin by its width")
    void bins() {
        assertClose(
                "histogram({0, 0.4, 0.5, 1.9, 2, -0.1, 3, 1}, 0, 2, 4)",
                new double[] {0.5, 0.25, 0.25, 0.25},
                Limits.histogram(new double[] {0, 0.4, 0.5, 1.9, 2, -0.1, 3, 1}, 0, 2, 4),
                TOLERANCE,
                "Of eight numbers two are in [0, 0.5): 2/8/0.5. 2 is no longer in the last one, but counts among the eight.");
    }

    /**
     * Sums of n waiting times are known exactly: their distance from the bell is 0.1587 for n = 1, for n = 16 it is
     * 0.0332. That of 20,000 sums differs from it by less than {@code 2.74/√20000 = 0.0194}, but for one run in 1.7
     * million (Kolmogorov 1933).
     */
    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("sums of waiting times come close to the bell")
    void centralLimit(RandomGenerator random) {
        assertClose("distance from the bell, n = 1", EXACT_1, distance(random, 1), KS_MARGIN, "Not yet normal.");
        assertClose("distance from the bell, n = 16", EXACT_16, distance(random, 16), KS_MARGIN, "Nearly normal.");
    }

    private static double distance(RandomGenerator random, int n) {
        double[][] X = new double[20_000][];
        Arrays.setAll(X, i -> random.doubles(n).map(u -> -Math.log1p(-u)).toArray());
        double[] sums = Limits.standardisedSums(X, 1, 1);
        assertEquals(20_000, sums.length, "standardisedSums(X, 1, 1).length: one sum for each row.");
        return Reference.of(() -> {
            Normal bell = new Normal(0, 1);
            return Sampling.ksDistance(Arrays.stream(sums).map(bell::cumulative).toArray());
        });
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("power is the slope of the logarithms")
    void powers() {
        assertClose(
                "power({1, 4, 16}, {6, 3, 1.5})",
                -0.5,
                Limits.power(new double[] {1, 4, 16}, new double[] {6, 3, 1.5}),
                TOLERANCE,
                "Four times as many, half as much.");
        assertClose(
                "power({1, 10}, {2, 200})",
                2,
                Limits.power(new double[] {1, 10}, new double[] {2, 200}),
                TOLERANCE,
                "n².");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("x must have at least 1 entry, but is empty", () -> Limits.runningMeans(new double[0]));
        assertRefused("n must be >= 1, but was 0", () -> Limits.chebyshev(1, 0, 0.5));
        assertRefused("probability must be in (0, 1], but was 0.0", () -> Limits.chebyshev(1, 1, 0));
        assertRefused("deviation must be > 0, but was 0.0", () -> Limits.standardisedSums(new double[1][1], 0, 0));
        assertRefused("nBins must be >= 1, but was 0", () -> Limits.histogram(new double[1], 0, 1, 0));
        assertRefused(
                "to must be > from, but from was 1.0 and to was 1.0", () -> Limits.histogram(new double[1], 1, 1, 1));
        assertRefused("error must be > 0, but was 0.0", () -> Limits.power(new double[] {1}, new double[1]));
    }
}
