package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.AbstractIntegerDistribution;
import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.util.Combinations;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import probability.counting.Arrangements;
import probability.distributionssampling.Bernoulli;
import probability.distributionssampling.Binomial;
import probability.distributionssampling.Distribution;
import probability.distributionssampling.Exponential;
import probability.distributionssampling.Normal;
import probability.distributionssampling.Poisson;
import probability.distributionssampling.Sampling;
import probability.distributionssampling.Uniform;
import probability.moments.Moments;
import probability.moments.Order;
import probability.moments.Running;
import probability.moments.Together;

/** Rooms of the chapter probability against Commons Math. */
class ProbabilityOracleTest {
    /** Their density of the Poisson and binomial distributions, by saddle points, has 13 digits. */
    private static final double TOLERANCE = 1e-10;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void combinationsAgree(int seed) {
        int n = 3 + seed % 6;
        int k = 1 + seed % 3;
        // Commons Math has another order, so both are sorted.
        List<String> ours = sorted(Arrangements.combinations(n, k));

        assertEquals(CombinatoricsUtils.binomialCoefficient(n, k), ours.size());
        assertEquals(sorted(new Combinations(n, k).iterator()), ours);
        assertEquals(CombinatoricsUtils.binomialCoefficient(40 + seed, seed), Arrangements.binomial(40 + seed, seed));
    }

    private static List<String> sorted(Iterator<int[]> iterator) {
        List<String> sets = new ArrayList<>();
        iterator.forEachRemaining(set -> sets.add(Arrays.toString(set)));
        return sets.stream().sorted().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void densitiesAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double mean = random.nextDouble(-10, 10);
        double deviation = random.nextDouble(0.1, 5);
        double rate = random.nextDouble(0.1, 5);

        assertSame(
                new Normal(mean, deviation),
                new NormalDistribution(null, mean, deviation),
                mean - 6 * deviation,
                12 * deviation);
        assertSame(new Exponential(rate), new ExponentialDistribution(null, 1 / rate), -1, 20 / rate);
        assertSame(
                new Uniform(mean, mean + rate),
                new UniformRealDistribution(null, mean, mean + rate),
                mean - 1,
                rate + 2);
    }

    private static void assertSame(Distribution ours, AbstractRealDistribution theirs, double from, double length) {
        for (int i = 0; i <= 100; i++) {
            double x = from + length * i / 100.0;
            assertClose("density(" + x + ")", theirs.density(x), ours.density(x), TOLERANCE, "Commons Math says so.");
            assertClose(
                    "cumulative(" + x + ")",
                    theirs.cumulativeProbability(x),
                    ours.cumulative(x),
                    TOLERANCE,
                    "They say so.");
        }
        for (double p : new double[] {1e-6, 0.01, 0.3, 0.5, 0.77, 0.999}) {
            assertClose(
                    "quantile(" + p + ")",
                    theirs.inverseCumulativeProbability(p),
                    ours.quantile(p),
                    1e-8,
                    "They solve to 1e-9.");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void probabilitiesAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double p = random.nextDouble(0.05, 0.95);
        int n = seed < 15 ? random.nextInt(1, 60) : random.nextInt(500, 2000);

        assertSame(new Binomial(n, p), new BinomialDistribution(null, n, p), n + 2);
        assertSame(new Bernoulli(p), new BinomialDistribution(null, 1, p), 3);
        double mean = random.nextDouble(0.1, 30);
        assertSame(
                new Poisson(mean),
                new PoissonDistribution(null, mean, 1e-14, PoissonDistribution.DEFAULT_MAX_ITERATIONS),
                80);
    }

    private static void assertSame(Distribution ours, AbstractIntegerDistribution theirs, int end) {
        for (int k = -1; k <= end; k++) {
            assertClose(
                    "density(" + k + ")", theirs.probability(k), ours.density(k), TOLERANCE, "Commons Math says so.");
            assertClose(
                    "cumulative(" + k + ")",
                    theirs.cumulativeProbability(k),
                    ours.cumulative(k),
                    TOLERANCE,
                    "They say so.");
        }
        for (double q : new double[] {0.001, 0.1, 0.4321, 0.9, 0.9999}) {
            assertClose(
                    "quantile(" + q + ")", theirs.inverseCumulativeProbability(q), ours.quantile(q), 0, "They say so.");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void statisticsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] draws = random.doubles(200).toArray();
        int[] observed = random.ints(6, 1, 50).toArray();
        double[] expected = new double[6];
        Arrays.fill(expected, Arrays.stream(observed).sum() / 6.0);

        assertClose(
                "ksDistance",
                new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(new UniformRealDistribution(null, 0, 1), draws),
                Sampling.ksDistance(draws),
                1e-14,
                "Commons Math says so.");
        assertClose(
                "chiSquare",
                new ChiSquareTest()
                        .chiSquare(
                                expected, Arrays.stream(observed).asLongStream().toArray()),
                Sampling.chiSquare(observed, expected),
                TOLERANCE,
                "Commons Math says so.");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void momentsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 5 + seed;
        double[] x = random.ints(n, -9, 10).asDoubleStream().toArray();
        double[] y = random.doubles(n, -5, 5).toArray();
        double[][] X = Matrix.transpose(new double[][] {x, y});
        Running running = Running.empty();
        for (double value : y) {
            running = running.add(value);
        }
        // Commons Math corrects the skewness for small samples.
        double correction = Math.sqrt(n * (n - 1.0)) / (n - 2);

        assertClose("variance", new Variance().evaluate(y), Moments.variance(y), TOLERANCE, "Commons Math says so.");
        assertClose("running variance", new Variance().evaluate(y), running.variance(), TOLERANCE, "They say so.");
        assertClose(
                "skewness", new Skewness().evaluate(y) / correction, Moments.skewness(y), TOLERANCE, "They say so.");
        assertClose("mode", StatUtils.mode(x)[0], Order.mode(x), 0, "They say so.");
        assertClose("ranks", new NaturalRanking().rank(x), Order.ranks(x), TOLERANCE, "They say so.");
        for (double p : new double[] {0.1, 0.25, 0.5, 0.9, 1}) {
            double expected =
                    new Percentile().withEstimationType(EstimationType.R_7).evaluate(y, 100 * p);
            assertClose("quantile(" + p + ")", expected, Order.quantile(y, p), TOLERANCE, "They say so.");
        }
        assertClose(
                "covarianceMatrix",
                new Covariance(X).getCovarianceMatrix().getData(),
                Together.covarianceMatrix(X),
                TOLERANCE,
                "They say so.");
        assertClose(
                "pearson",
                new PearsonsCorrelation().correlation(x, y),
                Together.pearson(x, y),
                TOLERANCE,
                "They say so.");
        assertClose(
                "spearman",
                new SpearmansCorrelation().correlation(x, y),
                Together.spearman(x, y),
                TOLERANCE,
                "They say so.");
    }
}
