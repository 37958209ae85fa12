package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.NormalApproximationInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import statistics.confidencebootstrap.Coverage;
import statistics.confidencebootstrap.Interval;
import statistics.confidencebootstrap.Intervals;

/** The room confidence-bootstrap against Commons Math. */
class ConfidenceOracleTest {
    /** Their quantiles are solved to 1e-9 of the probability, by a density of at least 1e-3 here. */
    private static final double TOLERANCE = 1e-6;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void meansAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = seed + 1;
        double level = random.nextDouble(0.5, 0.99);
        double[] x = random.doubles(n, -5, 5).toArray();
        double mean = StatUtils.mean(x);
        double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + level) / 2) * 2 / Math.sqrt(n);
        double t = new TDistribution(null, n - 1).inverseCumulativeProbability((1 + level) / 2)
                * Math.sqrt(StatUtils.variance(x) / n);

        assertSame(mean - z, mean + z, Intervals.z(x, 2, level));
        assertSame(mean - t, mean + t, Intervals.t(x, level));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void sharesAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(10, 200);
        int k = random.nextInt(3, n - 2);
        double level = random.nextDouble(0.5, 0.99);
        ConfidenceInterval wald = new NormalApproximationInterval().createInterval(n, k, level);
        ConfidenceInterval wilson = new WilsonScoreInterval().createInterval(n, k, level);

        assertSame(wald.getLowerBound(), wald.getUpperBound(), Intervals.wald(k, n, level));
        assertSame(wilson.getLowerBound(), wilson.getUpperBound(), Intervals.wilson(k, n, level));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void coverageAgrees(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(10, 60);
        double p = random.nextDouble(0.1, 0.9);
        BinomialDistribution binomial = new BinomialDistribution(null, n, p);
        double expected = 0;
        for (int k = 1; k < n; k++) {
            ConfidenceInterval interval = new WilsonScoreInterval().createInterval(n, k, 0.9);
            if (interval.getLowerBound() <= p && p <= interval.getUpperBound()) {
                expected += binomial.probability(k);
            }
        }

        // Their intervals refuse 0 and n successes, whose ends would be 0 and 1; so ours hold nothing there.
        assertClose(
                "exact",
                expected,
                Coverage.exact(n, p, k -> k % n == 0 ? new Interval(1, 0) : Intervals.wilson(k, n, 0.9)),
                1e-10,
                "Commons Math says so.");
    }

    private static void assertSame(double low, double high, Interval interval) {
        assertClose("low", low, interval.low(), TOLERANCE, "Commons Math says so.");
        assertClose("high", high, interval.high(), TOLERANCE, "Commons Math says so.");
    }
}
