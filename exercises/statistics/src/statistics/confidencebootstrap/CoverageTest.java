package statistics.confidencebootstrap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CoverageTest {
    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("simulated draws a new sample in each repetition and counts hits")
    void hits() {
        AtomicInteger draws = new AtomicInteger();
        double coverage = Coverage.simulated(
                () -> new double[] {draws.incrementAndGet()}, x -> new Interval(x[0] - 2, x[0] + 1), 2, 5);

        assertEquals(5, draws.get(), "simulator is called once for each of 5 repetitions.");
        assertClose(
                "simulated(1, 2, 3, 4, 5 in turn, from x - 2 to x + 1, 2, 5)",
                0.8,
                coverage,
                1e-15,
                "[-1, 2], [0, 3], [1, 4] and [2, 5] hold 2, since ends belong to them; [3, 6] does not.");
    }

    /**
     * 1,000 samples: the share of hits has the standard error {@code √(0.95 · 0.05 / 1000) = 0.0069}. Five of them are
     * 0.0345; a right program is beyond that once in a million runs or so, for the share is binomial and not quite
     * normal. The normal quantile in place of Student's would cover 0.878.
     */
    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("t keeps its promise with five normal draws")
    void promise(RandomGenerator random) {
        double coverage = Coverage.simulated(
                () -> random.doubles(5).map(u -> 10 + 3 * random.nextGaussian()).toArray(),
                x -> Intervals.t(x, 0.95),
                10,
                1000);

        assertClose("simulated(5 normal draws, t at 0.95, …, 1000)", 0.95, coverage, 0.0345, "About 950 of 1000.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("exact adds the probabilities of what holds p")
    void probabilities() {
        assertClose(
                "exact(2, 0.25, k -> [k/4, 1])",
                15 / 16.0,
                Coverage.exact(2, 0.25, k -> new Interval(k / 4.0, 1)),
                1e-14,
                "[0, 1] and [0.25, 1] hold 0.25, with the probabilities 9/16 and 6/16.");
        assertClose(
                "exact(2, 0.25, k -> [k/2 - 0.3, k/2])",
                6 / 16.0,
                Coverage.exact(2, 0.25, k -> new Interval(k / 2.0 - 0.3, k / 2.0)),
                1e-14,
                "Only that of 1 success, [0.2, 0.5], holds 0.25.");
    }

    /** Brown, Cai and DasGupta 2001, §2.1 and §2.2, to 3 digits. */
    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("Wald's intervals promise 95 % and keep 92, and not more with more trials")
    void brownCaiDasGupta() {
        assertCoverage(0.951, 17, 0.5);
        assertCoverage(0.919, 40, 0.5);
        assertCoverage(0.946, 30, 0.2);
        assertCoverage(0.928, 98, 0.2);
        assertClose(
                "exact(40, 0.5, wilson at 0.95)",
                0.9615,
                Coverage.exact(40, 0.5, k -> Intervals.wilson(k, 40, 0.95)),
                5.1e-5,
                "Wilson's are better.");
    }

    private static void assertCoverage(double published, int n, double p) {
        assertClose(
                "exact(" + n + ", " + p + ", wald at 0.95)",
                published,
                Coverage.exact(n, p, k -> Intervals.wald(k, n, 0.95)),
                5.1e-4,
                "Brown, Cai and DasGupta 2001 say so.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "repetitions must be >= 1, but was 0",
                () -> Coverage.simulated(() -> new double[1], x -> new Interval(0, 1), 0, 0));
        assertRefused("n must be >= 1, but was 0", () -> Coverage.exact(0, 0.5, k -> new Interval(0, 1)));
        assertRefused("p must be in (0, 1), but was 1.0", () -> Coverage.exact(1, 1, k -> new Interval(0, 1)));
    }
}
