package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import statistics.mlemap.Belief;
import statistics.mlemap.Beta;
import statistics.mlemap.Estimates;
import statistics.mlemap.Gamma;
import statistics.mlemap.Likelihood;
import statistics.mlemap.NormalMean;

/** The room mle-map against Commons Math. */
class LikelihoodOracleTest {
    /** Their probabilities of counts, by saddle points, have 13 digits; sums are of order 100. */
    private static final double TOLERANCE = 1e-9;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void likelihoodsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] events = events(random);
        double[] counts = random.ints(25, 0, 12).asDoubleStream().toArray();
        double[] x = random.doubles(25, 0.1, 9).toArray();
        double p = random.nextDouble(0.05, 0.95);
        double t = random.nextDouble(0.5, 5);

        assertSum(
                "bernoulli",
                events,
                v -> new BinomialDistribution(null, 1, p).logProbability((int) v),
                Likelihood.bernoulli(events, p));
        assertSum(
                "poisson",
                counts,
                v -> new PoissonDistribution(null, t, 1e-14, 10_000_000).logProbability((int) v),
                Likelihood.poisson(counts, t));
        assertSum(
                "exponential",
                x,
                v -> new ExponentialDistribution(null, 1 / t).logDensity(v),
                Likelihood.exponential(x, t));
        assertSum("normal", x, v -> new NormalDistribution(null, 3, t).logDensity(v), Likelihood.normal(x, 3, t));
    }

    private static void assertSum(String what, double[] x, DoubleUnaryOperator logarithm, double actual) {
        assertClose(what, Arrays.stream(x).map(logarithm).sum(), actual, TOLERANCE, "Commons Math says so.");
    }

    /** A maximiser that sees values alone finds the top with half the digits: where it is flat, rounding hides it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void maximaAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] events = events(random);
        double[] counts = random.ints(25, 0, 12).asDoubleStream().toArray();
        double[] above = random.ints(25, 1, 6).asDoubleStream().toArray();
        double[] x = random.doubles(25, 0.1, 9).toArray();
        double mean = Estimates.normal(x)[0];
        double deviation = Estimates.normal(x)[1];

        assertMaximum("bernoulli", p -> Likelihood.bernoulli(events, p), 0.01, 0.99, Estimates.bernoulli(events));
        assertMaximum("poisson", m -> Likelihood.poisson(counts, m), 0.1, 20, Estimates.poisson(counts));
        assertMaximum("exponential", r -> Likelihood.exponential(x, r), 0.01, 20, Estimates.exponential(x));
        assertMaximum("mean", m -> Likelihood.normal(x, m, deviation), 0, 20, mean);
        assertMaximum("deviation", s -> Likelihood.normal(x, mean, s), 0.1, 20, deviation);
        assertMaximum(
                "truncatedPoisson",
                m -> Likelihood.poisson(above, m) - 25 * Math.log(-Math.expm1(-m)),
                0.01,
                20,
                Estimates.truncatedPoisson(above));
    }

    private static void assertMaximum(String what, DoubleUnaryOperator f, double low, double high, double actual) {
        double expected = new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new UnivariateObjectiveFunction(f::applyAsDouble),
                        GoalType.MAXIMIZE,
                        new SearchInterval(low, high),
                        new MaxEval(1000))
                .getPoint();
        assertClose(what, expected, actual, 3e-7, "Commons Math says so.");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void beliefsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] counts = random.ints(5, 0, 12).asDoubleStream().toArray();
        double[] x = random.doubles(5, 0.1, 3).toArray();
        Beta beta = new Beta(2, 3).after(events(random));
        BetaDistribution theirBeta = new BetaDistribution(null, beta.a(), beta.b());
        Gamma gamma = new Gamma(2, 1).afterCounts(counts);
        GammaDistribution theirGamma = new GammaDistribution(null, gamma.shape(), 1 / gamma.rate());

        assertClose("mean of Beta", theirBeta.getNumericalMean(), beta.mean(), TOLERANCE, "Commons Math says so.");
        assertClose(
                "deviation of Beta",
                Math.sqrt(theirBeta.getNumericalVariance()),
                beta.deviation(),
                TOLERANCE,
                "They say so.");
        assertClose("mean of Gamma", theirGamma.getNumericalMean(), gamma.mean(), TOLERANCE, "They say so.");
        assertClose(
                "deviation of Gamma",
                Math.sqrt(theirGamma.getNumericalVariance()),
                gamma.deviation(),
                TOLERANCE,
                "They say so.");

        // Prior times likelihood, integrated.
        assertPosterior(
                "Gamma of counts", gamma, m -> new Gamma(2, 1).logDensity(m) + Likelihood.poisson(counts, m), 1e-9, 60);
        assertPosterior(
                "Gamma of times",
                new Gamma(2, 1).afterTimes(x),
                r -> new Gamma(2, 1).logDensity(r) + Likelihood.exponential(x, r),
                1e-9,
                40);
        assertPosterior(
                "NormalMean",
                new NormalMean(1, 2).after(x, 1.5),
                m -> new NormalMean(1, 2).logDensity(m) + Likelihood.normal(x, m, 1.5),
                -15,
                15);
    }

    private static void assertPosterior(
            String what, Belief posterior, DoubleUnaryOperator logProduct, double low, double high) {
        double top = logProduct.applyAsDouble(posterior.mode());
        double[] moments = new double[3];
        for (int k = 0; k < 3; k++) {
            int power = k;
            moments[k] = new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-14)
                    .integrate(
                            10_000_000,
                            t -> Math.pow(t, power) * Math.exp(logProduct.applyAsDouble(t) - top),
                            low,
                            high);
        }
        double mean = moments[1] / moments[0];
        assertClose(what + ", mean", mean, posterior.mean(), 1e-8, "Integrated.");
        assertClose(
                what + ", deviation",
                Math.sqrt(moments[2] / moments[0] - mean * mean),
                posterior.deviation(),
                1e-7,
                "Integrated.");
    }

    private static double[] events(SplittableRandom random) {
        double[] events = random.ints(25, 0, 2).asDoubleStream().toArray();
        events[0] = 0;
        events[1] = 1;
        return events;
    }
}
