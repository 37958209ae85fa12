package statistics.mlemap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BeliefTest {
    /** A few operations on numbers of order 10. */
    private static final double TOLERANCE = 1e-13;

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("Beta counts what happened and what did not")
    void beta() {
        Beta after = new Beta(3, 2).after(new double[] {1, 1, 0, 1});

        assertBelief("new Beta(3, 2).after({1, 1, 0, 1})", 2 / 3.0, 5 / 7.0, Math.sqrt(1 / 45.0), after);
        assertClose("its a()", 6, after.a(), TOLERANCE, "3 + 3 that happened.");
        assertClose("its b()", 3, after.b(), TOLERANCE, "2 + 1 that did not.");
        assertClose(
                "new Beta(3, 2).logDensity(0.25)",
                2 * Math.log(0.25) + Math.log(0.75),
                new Beta(3, 2).logDensity(0.25),
                TOLERANCE,
                "Exponents 3 - 1 and 2 - 1.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("Gamma adds counts to its shape, or times to its rate")
    void gamma() {
        Gamma counts = new Gamma(4, 2).afterCounts(new double[] {0, 3, 1});
        Gamma times = new Gamma(4, 2).afterTimes(new double[] {0.5, 2});

        assertBelief("new Gamma(4, 2).afterCounts({0, 3, 1})", 1.6, 1.4, Math.sqrt(8) / 5, counts);
        assertClose("its shape()", 8, counts.shape(), TOLERANCE, "4 + 4 counted.");
        assertClose("its rate()", 5, counts.rate(), TOLERANCE, "2 + 3 data.");
        assertBelief("new Gamma(4, 2).afterTimes({0.5, 2})", 4 / 3.0, 10 / 9.0, Math.sqrt(6) / 4.5, times);
        assertClose("its shape()", 6, times.shape(), TOLERANCE, "4 + 2 data.");
        assertClose("its rate()", 4.5, times.rate(), TOLERANCE, "2 + 2.5 waited.");
        assertClose(
                "new Gamma(3, 2).logDensity(0.5)",
                2 * Math.log(0.5) - 1,
                new Gamma(3, 2).logDensity(0.5),
                TOLERANCE,
                "Exponent 3 - 1, and -2 · 0.5.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("NormalMean weighs with precisions")
    void normalMean() {
        NormalMean after = new NormalMean(10, 2).after(new double[] {4, 7}, 3);

        // Precisions 1/4 and 2/9: 17/36 together. 10/4 + 11/9 = 134/36.
        assertBelief("new NormalMean(10, 2).after({4, 7}, 3)", 134 / 17.0, 134 / 17.0, 6 / Math.sqrt(17), after);
        assertClose(
                "new NormalMean(10, 2).logDensity(13)",
                -1.125,
                new NormalMean(10, 2).logDensity(13),
                TOLERANCE,
                "z is 1.5.");
    }

    private static void assertBelief(String what, double mean, double mode, double deviation, Belief belief) {
        assertClose(what + ".mean()", mean, belief.mean(), TOLERANCE, "See its formula.");
        assertClose(what + ".mode()", mode, belief.mode(), TOLERANCE, "Where the density is largest.");
        assertClose(what + ".deviation()", deviation, belief.deviation(), TOLERANCE, "See its formula.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("densities have a value at the ends, too")
    void endsOfDensities() {
        assertClose("new Beta(1, 1).logDensity(0)", 0, new Beta(1, 1).logDensity(0), 0, "Flat: 0 · log 0 = 0.");
        assertClose("new Beta(1, 1).logDensity(1)", 0, new Beta(1, 1).logDensity(1), 0, "Flat: 0 · log 0 = 0.");
        assertClose("new Gamma(1, 3).logDensity(0)", 0, new Gamma(1, 3).logDensity(0), 0, "0 · log 0 = 0.");
        assertEquals(
                Double.NEGATIVE_INFINITY,
                new Beta(2, 2).logDensity(0),
                "new Beta(2, 2).logDensity(0): the density is 0 there.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("Bayes: the posterior is the prior times the likelihood, up to a constant")
    void bayes(RandomGenerator random) {
        double a = random.nextDouble(1, 5);
        double b = random.nextDouble(1, 5);
        double[] events = {1, 0, random.nextInt(2), random.nextInt(2)};
        double[] counts = {2, random.nextInt(7), random.nextInt(7)};
        double[] x = random.doubles(4, 0.5, 4).toArray();
        double[] at = random.doubles(2, 0.1, 0.9).toArray();
        Beta beta = new Beta(a, b);
        Gamma gamma = new Gamma(a, b);
        NormalMean normal = new NormalMean(a, b);

        assertProduct("Beta", beta, beta.after(events), at, new double[] {
            Likelihood.bernoulli(events, at[0]), Likelihood.bernoulli(events, at[1])
        });
        assertProduct("Gamma, counts", gamma, gamma.afterCounts(counts), at, new double[] {
            Likelihood.poisson(counts, at[0]), Likelihood.poisson(counts, at[1])
        });
        assertProduct("Gamma, times", gamma, gamma.afterTimes(x), at, new double[] {
            Likelihood.exponential(x, at[0]), Likelihood.exponential(x, at[1])
        });
        assertProduct("NormalMean", normal, normal.after(x, 1.5), at, new double[] {
            Likelihood.normal(x, at[0], 1.5), Likelihood.normal(x, at[1], 1.5)
        });
    }

    /** Logarithms of order 50: a dozen roundings of 1e-14. */
    private static void assertProduct(
            String what, Belief prior, Belief posterior, double[] at, double[] logLikelihood) {
        assertClose(
                what + ": from " + at[0] + " to " + at[1] + " the logarithm of the posterior rises by",
                prior.logDensity(at[1]) - prior.logDensity(at[0]) + logLikelihood[1] - logLikelihood[0],
                posterior.logDensity(at[1]) - posterior.logDensity(at[0]),
                1e-12,
                "As much as those of prior and likelihood together.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("with a flat prior MAP is MLE")
    void flat(RandomGenerator random) {
        double[] events = {1, 0, random.nextInt(2), random.nextInt(2), random.nextInt(2)};
        double[] counts = {2, random.nextInt(7), random.nextInt(7)};
        double[] x = random.doubles(5, 0.5, 4).toArray();
        double[] estimate = Estimates.normal(x);
        assertEquals(2, estimate.length, "normal(x).length: mean and deviation.");

        assertMode("Beta(1, 1)", Estimates.bernoulli(events), new Beta(1, 1).after(events));
        assertMode("Gamma(1, 0), counts", Estimates.poisson(counts), new Gamma(1, 0).afterCounts(counts));
        assertMode("Gamma(1, 0), times", Estimates.exponential(x), new Gamma(1, 0).afterTimes(x));
        assertMode("NormalMean(7, infinity)", estimate[0], new NormalMean(7, Double.POSITIVE_INFINITY).after(x, 2));
    }

    private static void assertMode(String what, double estimate, Belief posterior) {
        assertClose(
                "mode after the prior " + what,
                estimate,
                posterior.mode(),
                TOLERANCE,
                "A prior that prefers nothing leaves the likelihood, whose maximum is the MLE.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("the posterior mean moves from the prior to the MLE")
    void between(RandomGenerator random) {
        double[] x = random.doubles(4, 1, 3).toArray();
        double[] often = new double[400];
        Arrays.setAll(often, i -> x[i % 4]);
        double mle = Arrays.stream(x).sum() / 4;
        double few = new NormalMean(9, 1).after(x, 2).mean();
        double many = new NormalMean(9, 1).after(often, 2).mean();
        double counted = new Gamma(30, 2).afterCounts(new double[] {3, 1, 2, 2}).mean();

        // Four data of deviation 2 weigh as much as the prior, 400 a hundred times as much.
        assertClose("NormalMean(9, 1) after four numbers", (9 + mle) / 2, few, TOLERANCE, "In the middle.");
        assertClose(
                "NormalMean(9, 1) after the same, a hundred times",
                mle + (9 - mle) / 101,
                many,
                1e-11,
                "Near the MLE.");
        assertTrue(
                counted > 2 && counted < 15,
                "Gamma(30, 2) after {3, 1, 2, 2} has the mean " + counted
                        + ", but must be between the MLE 2 and the prior's mean 15.");
    }

    /** J. Arbuthnot, <i>An Argument for Divine Providence</i>, Phil. Trans. 27, 1710: 82 years of 82. */
    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("Arbuthnot: in 82 of 82 years more boys than girls were christened")
    void arbuthnot() {
        double[][] christened = Datasets.table("r-datasets/Arbuthnot.csv").numbers("Males", "Females");
        double[] moreBoys = Arrays.stream(christened)
                .mapToDouble(year -> year[0] > year[1] ? 1 : 0)
                .toArray();

        assertEquals(82, moreBoys.length, "Years.");
        assertClose("bernoulli(moreBoys)", 1, Estimates.bernoulli(moreBoys), 0, "82 of 82.");
        assertClose(
                "bernoulli(moreBoys, 0.5) as a power of 2",
                -82,
                Likelihood.bernoulli(moreBoys, 0.5) / Math.log(2),
                1e-12,
                "With a fair coin 1 in 2⁸².");
        assertClose(
                "new Beta(1, 1).after(moreBoys).mean()",
                83 / 84.0,
                new Beta(1, 1).after(moreBoys).mean(),
                TOLERANCE,
                "Laplace's rule of succession: (k + 1)/(n + 2).");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("a must be > 0, but was 0.0", () -> new Beta(0, 1));
        assertRefused("b must be > 0, but was 0.0", () -> new Beta(1, 0));
        assertRefused("p must be in [0, 1], but was 2.0", () -> new Beta(1, 1).logDensity(2));
        assertRefused("x must be 0 or 1, but had 2.0", () -> new Beta(1, 1).after(new double[] {2}));
        assertRefused("a and b must be >= 1 and not both 1, but were 1.0 and 1.0", () -> new Beta(1, 1).mode());
        assertRefused("shape must be > 0, but was 0.0", () -> new Gamma(0, 1));
        assertRefused("rate must be >= 0, but was -1.0", () -> new Gamma(1, -1));
        assertRefused("shape must be >= 1, but was 0.5", () -> new Gamma(0.5, 1).mode());
        assertRefused("rate must be > 0, but was 0.0", () -> new Gamma(1, 0).mode());
        assertRefused("t must be >= 0, but was -1.0", () -> new Gamma(1, 0).logDensity(-1));
        assertRefused("mean must be finite, but was NaN", () -> new NormalMean(Double.NaN, 1));
        assertRefused("noise must be > 0, but was 0.0", () -> new NormalMean(0, 1).after(new double[1], 0));
    }
}
