package statistics.confidencebootstrap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding, save what says otherwise. */
class ConfidenceHiddenTest {
    /** Numbers of order 100, a dozen operations, quantiles with 13 digits. */
    private static final double TOLERANCE = 1e-10;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("z and t follow a change of units")
    void units(RandomGenerator random) {
        int n = random.nextInt(4, 9);
        double[] x = random.doubles(n, -3, 3).toArray();
        double[] changed = Arrays.stream(x).map(v -> 20 - 3 * v).toArray();
        double level = random.nextDouble(0.5, 0.99);
        Interval z = Intervals.z(x, 2, level);
        Interval t = Intervals.t(x, level);
        Interval changedZ = Intervals.z(changed, 6, level);
        Interval changedT = Intervals.t(changed, level);

        assertClose("z: low", 20 - 3 * z.high(), changedZ.low(), TOLERANCE, "Around the mean, in units of x.");
        assertClose("z: high", 20 - 3 * z.low(), changedZ.high(), TOLERANCE, "Around the mean, in units of x.");
        assertClose("t: low", 20 - 3 * t.high(), changedT.low(), TOLERANCE, "Around the mean, in units of x.");
        assertClose("t: high", 20 - 3 * t.low(), changedT.high(), TOLERANCE, "Around the mean, in units of x.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("t with three draws, whose quantile has a formula")
    void threeDraws(RandomGenerator random) {
        double level = random.nextDouble(0.5, 0.99);
        double step = random.nextDouble(1, 5);
        double middle = random.nextDouble(-10, 10);
        // Draws at middle - step, middle, middle + step have the deviation step; P(|T| <= t) = t/√(2 + t²).
        double half = level * Math.sqrt(2 / (1 - level * level)) * step / Math.sqrt(3);
        Interval interval = Intervals.t(new double[] {middle + step, middle - step, middle}, level);

        assertClose("low", middle - half, interval.low(), TOLERANCE, "n - 1 degrees of freedom.");
        assertClose("high", middle + half, interval.high(), TOLERANCE, "n - 1 degrees of freedom.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Wald's and Wilson's ends are where the estimate is z standard errors away")
    void ends(RandomGenerator random) {
        int n = random.nextInt(10, 60);
        int k = random.nextInt(1, n);
        double share = (double) k / n;
        // Two standard deviations to each side.
        double level = 0.9544997361036416;
        Interval wald = Intervals.wald(k, n, level);
        Interval wilson = Intervals.wilson(k, n, level);
        Interval opposite = Intervals.wilson(n - k, n, level);
        double error = Math.sqrt(share * (1 - share) / n);

        assertClose("wald: low", share - 2 * error, wald.low(), TOLERANCE, "The estimate's standard error.");
        assertClose("wald: high", share + 2 * error, wald.high(), TOLERANCE, "The estimate's standard error.");
        for (double end : new double[] {wilson.low(), wilson.high()}) {
            assertClose(
                    "(p̂ - p)² n / (p (1 - p)) at an end of wilson",
                    4,
                    (share - end) * (share - end) * n / (end * (1 - end)),
                    TOLERANCE,
                    "z² of p's own standard errors.");
        }
        assertClose("wilson(n - k, n).low()", 1 - wilson.high(), opposite.low(), TOLERANCE, "Failures mirror it.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("exact: intervals that hold everything up to their number of successes")
    void cumulative(RandomGenerator random) {
        double p = random.nextDouble(0.2, 0.8);
        double q = 1 - p;
        int n = random.nextInt(5, 15);

        assertClose(
                "exact(n, p, k -> [0, k])",
                1 - Math.pow(q, n),
                Coverage.exact(n, p, k -> new Interval(0, k)),
                1e-12,
                "All but no success.");
        assertClose(
                "exact(n, p, k -> k < 2 holds nothing)",
                1 - Math.pow(q, n) - n * p * Math.pow(q, n - 1),
                Coverage.exact(n, p, k -> k < 2 ? new Interval(1, 0) : new Interval(0, 1)),
                1e-12,
                "All but none and one.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("simulated counts hits among the samples that were drawn")
    void counted(RandomGenerator random) {
        double[] draws = random.doubles(40).toArray();
        int[] next = {0};
        double truth = 0.6;
        double coverage = Coverage.simulated(
                () -> new double[] {draws[Math.min(39, next[0]++)]}, x -> new Interval(0, x[0]), truth, 40);

        assertEquals(40, next[0], "One sample for each repetition.");
        assertClose(
                "coverage",
                Arrays.stream(draws).filter(draw -> draw >= truth).count() / 40.0,
                coverage,
                1e-14,
                "The share of hits.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("alpha makes the variance smallest")
    void smallestVariance(RandomGenerator random) {
        double[][] X = new double[12][2];
        for (double[] row : X) {
            row[0] = random.nextDouble(0, 4);
            row[1] = 0.3 * row[0] + random.nextDouble(5, 7);
        }
        double alpha = Portfolio.alpha(X);

        // A parabola: a step of 0.5 to either side adds as much.
        assertClose("variance", variance(X, alpha - 0.5), variance(X, alpha + 0.5), TOLERANCE, "At the bottom.");
    }

    private static double variance(double[][] X, double alpha) {
        double[] sum = Arrays.stream(X)
                .mapToDouble(row -> alpha * row[0] + (1 - alpha) * row[1])
                .toArray();
        double mean = Arrays.stream(sum).average().orElseThrow();
        return Arrays.stream(sum).map(v -> (v - mean) * (v - mean)).sum() / (sum.length - 1);
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("replicates of a mean are means of the rows that were drawn")
    void meansOfRows(RandomGenerator random) {
        int n = random.nextInt(4, 9);
        double[][] X = new double[n][];
        Arrays.setAll(X, i -> new double[] {random.nextDouble(-9, 9)});
        double[][] uniforms = new double[6][];
        double[] expected = new double[6];
        for (int b = 0; b < 6; b++) {
            uniforms[b] = random.doubles(n).toArray();
            for (double u : uniforms[b]) {
                expected[b] += X[(int) Math.floor(u * n)][0] / n;
            }
        }

        assertClose(
                "replicates",
                expected,
                Bootstrap.replicates(
                        X,
                        uniforms,
                        Z -> Arrays.stream(Z).mapToDouble(row -> row[0]).sum() / n),
                1e-13,
                "One for each row of uniforms.");
    }

    @Graded(stage = 5)
    @Evidence(INVARIANCE)
    @DisplayName("the two bootstrap intervals mirror each other, and follow a change of units")
    void mirror(RandomGenerator random) {
        double[] replicates = random.doubles(25, -5, 5).toArray();
        double[] changed = Arrays.stream(replicates).map(v -> 7 - 2 * v).toArray();
        double estimate = random.nextDouble(-1, 1);
        double level = random.nextDouble(0.5, 0.95);
        Interval percentile = Bootstrap.percentile(replicates, level);
        Interval basic = Bootstrap.basic(estimate, replicates, level);
        Interval other = Bootstrap.basic(7 - 2 * estimate, changed, level);

        assertClose("low", 2 * estimate, basic.low() + percentile.high(), TOLERANCE, "Mirrored at the estimate.");
        assertClose("high", 2 * estimate, basic.high() + percentile.low(), TOLERANCE, "Mirrored at the estimate.");
        assertClose("other units", 7 - 2 * basic.high(), other.low(), TOLERANCE, "2 · estimate - high.");
    }
}
