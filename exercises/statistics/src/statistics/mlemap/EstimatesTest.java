package statistics.mlemap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    /** A few operations on numbers of order 1. */
    private static final double TOLERANCE = 1e-13;

    /**
     * newton stops when its steps are a 1e-12th; where the slope is rounded, a few of the last digits more are lost.
     */
    private static final double NEWTON = 1e-10;

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the most likely probability is the share, the most likely rate 1 by the mean")
    void shares() {
        assertClose(
                "bernoulli({1, 0, 0, 0, 1})",
                0.4,
                Estimates.bernoulli(new double[] {1, 0, 0, 0, 1}),
                TOLERANCE,
                "k/p = (n - k)/(1 - p) at p = k/n.");
        assertClose(
                "exponential({2, 3, 7})",
                0.25,
                Estimates.exponential(new double[] {2, 3, 7}),
                TOLERANCE,
                "n/rate = Σ x: 3/12.");
    }

    /** L. von Bortkiewicz, <i>Das Gesetz der kleinen Zahlen</i>, 1898: 122 deaths in 200 years of a corps. */
    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the most likely mean of Bortkiewicz's counts is 0.61")
    void horses() {
        double[] x = new double[200];
        Arrays.fill(x, 109, 174, 1);
        Arrays.fill(x, 174, 196, 2);
        Arrays.fill(x, 196, 199, 3);
        x[199] = 4;

        assertClose("poisson(Bortkiewicz's 200 counts)", 0.61, Estimates.poisson(x), TOLERANCE, "122/200.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the most likely variance divides by n")
    void populationVariance() {
        assertClose(
                "normal({3, 7, 8})",
                new double[] {6, Math.sqrt(14 / 3.0)},
                Estimates.normal(new double[] {3, 7, 8}),
                TOLERANCE,
                "Mean 6, squares 9 + 1 + 4, by 3 and not by 2.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("newton finds Rao's share of recombinations, 0.6268")
    void linkage() {
        // C. R. Rao, Linear Statistical Inference, 1965, §5g: 125, 18, 20 and 34 plants; A. P. Dempster et al. 1977
        // print 0.6268. The slope is 0 where 197 t² - 15 t - 68 is.
        assertClose(
                "newton(125/(2 + t) - 38/(1 - t) + 34/t, its slope, 0, 1)",
                (15 + Math.sqrt(53_809)) / 394,
                Estimates.newton(EstimatesTest::linkageSlope, EstimatesTest::linkageCurvature, 0, 1),
                NEWTON,
                "t - slope/curvature, until the step is tiny.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton doubles its digits with each step")
    void fewSteps() {
        List<Double> asked = new ArrayList<>();
        double found = Estimates.newton(
                t -> {
                    asked.add(t);
                    return linkageSlope(t);
                },
                EstimatesTest::linkageCurvature,
                0,
                1);

        assertClose("newton(…)", 0.6268214979, found, NEWTON, "The maximum.");
        // The reference asks five times; bisection alone needs forty for twelve digits.
        assertTrue(
                asked.size() <= 10,
                "newton asked for the slope " + asked.size()
                        + " times. From 0.5 it needs five steps of -slope/curvature to 12 digits.");
        asked.clear();
        found = Estimates.newton(
                t -> {
                    asked.add(t);
                    return -2 - t;
                },
                t -> -1,
                -9,
                1);
        assertClose("newton(-2 - t, -1, -9, 1)", -2, found, NEWTON, "The maximum of a parabola.");
        // To -2 with the first step, and a second one of 0.
        assertTrue(
                asked.size() <= 3,
                "newton(-2 - t, -1, -9, 1) asked for the slope " + asked.size()
                        + " times. One step leads to the top of a parabola; then |step| <= TOLERANCE · |x|.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton stays between its bounds, and halves where a step would leave them")
    void bounds() {
        List<Double> asked = new ArrayList<>();
        // Slope 3/rate - 12 of three waiting times. From 50 the first step goes to -9900.
        double found = Estimates.newton(
                rate -> {
                    asked.add(rate);
                    return 3 / rate - 12;
                },
                rate -> -3 / (rate * rate),
                0,
                100);

        assertClose("newton(3/t - 12, -3/t², 0, 100)", 0.25, found, NEWTON, "Where the slope is 0.");
        assertTrue(
                asked.stream().allMatch(t -> t > 0 && t < 100),
                "newton(3/t - 12, -3/t², 0, 100) asked for the slope at " + asked
                        + ". A step out of the bounds becomes one to their middle.");
        // Flat far from the maximum at 3: from 5.5 a step of Newton goes to 6.4, further away.
        assertClose(
                "newton((3 - t)/(1 + (t - 3)⁴), its slope, 1, 10)",
                3,
                Estimates.newton(
                        t -> (3 - t) / (1 + Math.pow(t - 3, 4)),
                        t -> (3 * Math.pow(t - 3, 4) - 1) / Math.pow(1 + Math.pow(t - 3, 4), 2),
                        1,
                        10),
                NEWTON,
                "Each slope tells on which side the maximum is: move that bound.");
        assertClose(
                "newton(1 below 7 and -1 above, 0, 0, 10)",
                7,
                Estimates.newton(t -> t < 7 ? 1 : -1, t -> 0, 0, 10),
                NEWTON,
                "Slope by 0 is infinite, out of the bounds. Halving finds a kink, too; after MAX_STEPS return x.");
    }

    /** The four models: data are drawn, and each closed form must be where Newton's method finds the slope 0. */
    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton finds what the closed forms say")
    void sameAsClosedForms(RandomGenerator random) {
        double[] events = new double[30];
        double[] counts = new double[30];
        double[] x = new double[30];
        for (int i = 0; i < 30; i++) {
            events[i] = i < 2 ? i : random.nextInt(2);
            counts[i] = i < 1 ? 1 : random.nextInt(6);
            x[i] = random.nextDouble(0.5, 9);
        }
        double k = Arrays.stream(events).sum();
        double all = Arrays.stream(counts).sum();
        double sum = Arrays.stream(x).sum();

        assertSame(
                "bernoulli",
                Estimates.bernoulli(events),
                p -> k / p - (30 - k) / (1 - p),
                p -> -k / (p * p) - (30 - k) / ((1 - p) * (1 - p)),
                1);
        assertSame("poisson", Estimates.poisson(counts), m -> all / m - 30, m -> -all / (m * m), 10);
        assertSame("exponential", Estimates.exponential(x), r -> 30 / r - sum, r -> -30 / (r * r), 10);
        double[] normal = Estimates.normal(x);
        assertClose("normal(x).length", 2, normal.length, 0, "Mean and deviation.");
        assertSame("mean of normal", normal[0], m -> sum - 30 * m, m -> -30, 10);
        double squares =
                Arrays.stream(x).map(v -> (v - sum / 30) * (v - sum / 30)).sum();
        assertSame(
                "deviation of normal",
                normal[1],
                s -> squares / (s * s * s) - 30 / s,
                s -> -3 * squares / Math.pow(s, 4) + 30 / (s * s),
                10);
    }

    private static void assertSame(
            String what, double closed, DoubleUnaryOperator slope, DoubleUnaryOperator curvature, double high) {
        assertClose(
                "newton of the log-likelihood, " + what,
                closed,
                Estimates.newton(slope, curvature, 0, high),
                10 * NEWTON,
                "Both are where the slope is 0.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("truncatedPoisson finds the mean of all from those above 0")
    void truncated() {
        for (double[] x : new double[][] {{1, 1, 2, 3}, {1, 1, 1, 1, 1, 1, 1, 1, 1, 2}, {9, 6, 11, 8}}) {
            double mean = Arrays.stream(x).sum() / x.length;
            double found = Estimates.truncatedPoisson(x);
            String call =
                    "truncatedPoisson(" + Arrays.toString(x).replace('[', '{').replace(']', '}') + ")";

            assertTrue(found > 0 && found < mean, call + " is " + found + ", but must be between 0 and " + mean + ".");
            assertClose(
                    "m / (1 - exp(-m)) with m = " + call,
                    mean,
                    -found / Math.expm1(-found),
                    NEWTON * mean,
                    "The mean of those above 0 must be that of the data.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("x must be 0 or 1, but had 3.0", () -> Estimates.bernoulli(new double[] {3}));
        assertRefused("x must be whole and >= 0, but had -1.0", () -> Estimates.poisson(new double[] {-1}));
        assertRefused("x must be > 0, but had 0.0", () -> Estimates.exponential(new double[1]));
        assertRefused("x must have 2 different entries, but has not", () -> Estimates.normal(new double[] {4, 4}));
        assertRefused(
                "high must be > low, but low was 1.0 and high was 1.0", () -> Estimates.newton(t -> t, t -> t, 1, 1));
        assertRefused("x must be whole and >= 1, but had 0.0", () -> Estimates.truncatedPoisson(new double[1]));
        assertRefused(
                "x must have an entry above 1, but has not", () -> Estimates.truncatedPoisson(new double[] {1, 1}));
    }

    static double linkageSlope(double t) {
        return 125 / (2 + t) - 38 / (1 - t) + 34 / t;
    }

    static double linkageCurvature(double t) {
        return -125 / ((2 + t) * (2 + t)) - 38 / ((1 - t) * (1 - t)) - 34 / (t * t);
    }
}
