package statistics.mlemap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class MleMapHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("log-likelihoods of two parts add up to that of the whole")
    void parts(RandomGenerator random) {
        double t = random.nextDouble(0.1, 0.9);
        double[] events = random.ints(12, 0, 2).asDoubleStream().toArray();
        double[] counts = random.ints(12, 0, 9).asDoubleStream().toArray();
        double[] x = random.doubles(12, 0, 5).toArray();

        assertParts("bernoulli", events, part -> Likelihood.bernoulli(part, t));
        assertParts("poisson", counts, part -> Likelihood.poisson(part, 5 * t));
        assertParts("exponential", x, part -> Likelihood.exponential(part, 3 * t));
        assertParts("normal", x, part -> Likelihood.normal(part, 4 * t, 2 * t));
    }

    /** With a deviation from 0.2 on, sums up to 12 · (5/0.2)²/2 = 4000: some dozen roundings of 1e-12. */
    private static void assertParts(String what, double[] x, ToDoubleFunction<double[]> logLikelihood) {
        assertClose(
                what,
                logLikelihood.applyAsDouble(Arrays.copyOf(x, 5))
                        + logLikelihood.applyAsDouble(Arrays.copyOfRange(x, 5, 12)),
                logLikelihood.applyAsDouble(x),
                1e-10,
                "Data are independent, so logarithms are added.");
    }

    /**
     * At 1.001 of the parameter or 0.999 the log-likelihood is lower by about 10⁻⁶ times half the information, at least
     * 4e-7; rounding makes 1e-12.
     */
    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("beside the estimates the data are less likely")
    void top(RandomGenerator random) {
        double[] events = random.ints(30, 0, 2).asDoubleStream().toArray();
        events[0] = 0;
        events[1] = 1;
        double[] counts = random.ints(30, 0, 9).asDoubleStream().toArray();
        counts[0] = 1;
        double[] x = random.doubles(30, 1, 5).toArray();
        double p = Estimates.bernoulli(events);
        double m = Estimates.poisson(counts);
        double rate = Estimates.exponential(x);
        double[] normal = Estimates.normal(x);
        assertEquals(2, normal.length, "Mean and deviation.");

        for (double factor : new double[] {0.999, 1.001}) {
            assertLower(Likelihood.bernoulli(events, factor * p), Likelihood.bernoulli(events, p));
            assertLower(Likelihood.poisson(counts, factor * m), Likelihood.poisson(counts, m));
            assertLower(Likelihood.exponential(x, factor * rate), Likelihood.exponential(x, rate));
            double best = Likelihood.normal(x, normal[0], normal[1]);
            assertLower(Likelihood.normal(x, factor * normal[0], normal[1]), best);
            assertLower(Likelihood.normal(x, normal[0], factor * normal[1]), best);
        }
    }

    private static void assertLower(double beside, double at) {
        assertTrue(beside < at - 1e-7, "The estimate is where the likelihood is largest.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton finds the maximum, wherever it is between the bounds")
    void anywhere(RandomGenerator random) {
        double a = random.nextDouble(0.5, 20);
        double b = random.nextDouble(0.5, 20);
        double high = a / b * random.nextDouble(1.1, 50);
        double[] x = random.ints(20, 1, 6).asDoubleStream().toArray();
        x[0] = 2;
        double found = Estimates.truncatedPoisson(x);

        assertClose(
                "a log t - b t",
                a / b,
                Estimates.newton(t -> a / t - b, t -> -a / (t * t), 0, high),
                1e-10 * a / b,
                "Where the slope is 0.");
        assertClose(
                "m / (1 - exp(-m))",
                Arrays.stream(x).sum() / 20,
                -found / Math.expm1(-found),
                1e-9,
                "The mean of those above 0.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("data may come one after the other or all at once")
    void oneByOne(RandomGenerator random) {
        double[] events = random.ints(6, 0, 2).asDoubleStream().toArray();
        double[] counts = random.ints(6, 0, 9).asDoubleStream().toArray();
        double[] x = random.doubles(6, 0, 5).toArray();
        Beta beta = new Beta(random.nextDouble(1.5, 4), random.nextDouble(1.5, 4));
        Gamma gamma = new Gamma(random.nextDouble(1.5, 4), random.nextDouble(1.5, 4));
        Gamma times = gamma;
        NormalMean normal = new NormalMean(random.nextDouble(-4, 4), random.nextDouble(1, 4));
        Belief[] atOnce = {beta.after(events), gamma.afterCounts(counts), gamma.afterTimes(x), normal.after(x, 1.5)};
        for (int i = 0; i < 6; i++) {
            beta = beta.after(new double[] {events[i]});
            gamma = gamma.afterCounts(new double[] {counts[i]});
            times = times.afterTimes(new double[] {x[i]});
            normal = normal.after(new double[] {x[i]}, 1.5);
        }

        Belief[] oneByOne = {beta, gamma, times, normal};
        for (int k = 0; k < 4; k++) {
            assertClose("mean", atOnce[k].mean(), oneByOne[k].mean(), 1e-12, "A posterior is the next prior.");
            assertClose("mode", atOnce[k].mode(), oneByOne[k].mode(), 1e-12, "A posterior is the next prior.");
            assertClose(
                    "deviation",
                    atOnce[k].deviation(),
                    oneByOne[k].deviation(),
                    1e-12,
                    "A posterior is the next prior.");
        }
    }
}
