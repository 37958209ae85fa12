package calculus.doubleintegrals;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import calculus.doubleintegrals.Volumes.Estimate;
import calculus.numericalintegration.Rule;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VolumesTest {
    /** Sums of at most a hundred products of order 100. */
    private static final double TOLERANCE = 1e-10;

    private static final int N_POINTS = 1000;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("rectangle integrates over both directions, each over its own length")
    void rectangles() {
        assertClose(
                "rectangle(x²y, [0, 3] x [1, 5])",
                108,
                Volumes.rectangle((x, y) -> x * x * y, gauss(), 0, 3, 1, 5),
                TOLERANCE,
                "9 from x² over [0, 3], times 12 from y over [1, 5].");
        assertClose(
                "rectangle(x + 10y, [0, 1] x [2, 4])",
                61,
                Volumes.rectangle((x, y) -> x + 10 * y, gauss(), 0, 1, 2, 4),
                TOLERANCE,
                "1/2 · 2 + 60. The first argument of f is x.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("rectangle uses the rule that it is given, in both directions")
    void usesTheRule() {
        Rule middle = new Rule(new double[] {0}, new double[] {2});

        assertClose(
                "rectangle(x²y², [0, 2] x [0, 4]) by the middle alone",
                32,
                Volumes.rectangle((x, y) -> x * x * y * y, middle, 0, 2, 0, 4),
                TOLERANCE,
                "f(1, 2) = 4, times the area 8.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("between lets the ends of y depend on x")
    void betweenCurves() {
        assertClose(
                "between(y, x from 0 to 2, y from 0 to x)",
                4.0 / 3,
                Volumes.between((x, y) -> y, gauss(), 0, 2, x -> 0, x -> x),
                TOLERANCE,
                "The inner integral is x²/2, and the outer one 8/6.");
        assertClose(
                "between(1, x from -1 to 2, y from x² to x + 2)",
                4.5,
                Volumes.between((x, y) -> 1, gauss(), -1, 2, x -> x * x, x -> x + 2),
                TOLERANCE,
                "The area between a parabola and a line: top less bottom.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("disc weighs each ring with its radius")
    void discs() {
        assertClose(
                "disc(1, radius 3)",
                9 * Math.PI,
                Volumes.disc((x, y) -> 1, gauss(), 3, 8),
                TOLERANCE,
                "The area πr². A ring further out is longer: multiply by r.");
        assertClose(
                "disc(x² + 5y², radius 2)",
                24 * Math.PI,
                Volumes.disc((x, y) -> x * x + 5 * y * y, gauss(), 2, 8),
                TOLERANCE,
                "x² and y² give πr⁴/4 each: 4π + 20π.");
        assertClose(
                "disc(x + y + 2, radius 1)",
                2 * Math.PI,
                Volumes.disc((x, y) -> x + y + 2, gauss(), 1, 8),
                TOLERANCE,
                "All the way around, from 0 to 2π: x and y cancel.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the bell of two dimensions gives Gauss's root of π")
    void bell() {
        // Beyond radius 7 there is e^-49 left.
        assertClose(
                "disc(exp(-x² - y²), radius 7)",
                Math.PI,
                Volumes.disc((x, y) -> Math.exp(-x * x - y * y), Rule.gauss(40), 7, 8),
                TOLERANCE,
                "With r·dr this integral has a formula, and its root is the integral of exp(-x²).");
    }

    /** Guesses are off by a normal number of standard errors: by six once in 500 million runs. */
    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("monteCarlo is right within six standard errors")
    void withinStandardErrors(RandomGenerator random) {
        long seed = random.nextInt(1_000_000);

        // x over [2, 5] has variance 9/12; the integral of x over [2, 5] x [0, 2] is 21.
        assertEstimate(
                "x over [2, 5] x [0, 2]",
                p -> p[0],
                new double[] {2, 0},
                new double[] {5, 2},
                21,
                6 * Math.sqrt(0.75),
                seed);
        // 1 with probability π/4, else 0.
        assertEstimate(
                "1 within the unit circle, over [-1, 1] x [-1, 1]",
                p -> p[0] * p[0] + p[1] * p[1] <= 1 ? 1 : 0,
                new double[] {-1, -1},
                new double[] {1, 1},
                Math.PI,
                4 * Math.sqrt(Math.PI / 4 * (1 - Math.PI / 4)),
                seed);
        // A sum of six uniform numbers: mean 3, variance 6/12.
        assertEstimate(
                "x₁ + … + x₆ over [0, 1]⁶",
                p -> p[0] + p[1] + p[2] + p[3] + p[4] + p[5],
                new double[6],
                new double[] {1, 1, 1, 1, 1, 1},
                3,
                Math.sqrt(0.5),
                seed);
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a constant needs no luck")
    void constants() {
        Estimate estimate = Volumes.monteCarlo(p -> 5, new double[] {1, -1}, new double[] {3, 2}, 10, 7);

        assertClose("value of 5 over [1, 3] x [-1, 2]", 30, estimate.value(), TOLERANCE, "5 times the area 6.");
        assertClose("its standard error", 0, estimate.standardError(), TOLERANCE, "All values are equal.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the estimate is made of the values that f gave, with n - 1 below their squares")
    void fewPoints() {
        List<Double> values = new ArrayList<>();
        Estimate estimate = Volumes.monteCarlo(
                p -> {
                    values.add(10 + p[0]);
                    return 10 + p[0];
                },
                new double[1],
                new double[] {3},
                2,
                5);

        assertEquals(2, values.size(), "calls of f for two points.");
        double mean = (values.get(0) + values.get(1)) / 2;
        assertClose("value of two points", 3 * mean, estimate.value(), TOLERANCE, "The mean of both values, times 3.");
        assertClose(
                "its standard error",
                3 * Math.abs(values.get(0) - mean),
                estimate.standardError(),
                TOLERANCE,
                "Squares over n - 1, then over n, then the root: with two values half of their distance, times 3.");
    }

    @Graded(stage = 3)
    @DisplayName("the same seed gives the same estimate, another seed another")
    void seedsDecide() {
        double[] to = {1, 1};
        double first =
                Volumes.monteCarlo(p -> p[0] * p[1], new double[2], to, 100, 1).value();

        assertEquals(
                first,
                Volumes.monteCarlo(p -> p[0] * p[1], new double[2], to, 100, 1).value(),
                "monteCarlo with seed 1 again: draw all numbers from random.");
        assertNotEquals(
                first,
                Volumes.monteCarlo(p -> p[0] * p[1], new double[2], to, 100, 2).value(),
                "monteCarlo with seed 2: draw from random, which has the seed.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("radius must be > 0, but was 0.0", () -> Volumes.disc((x, y) -> 1, gauss(), 0, 8));
        assertRefused(
                "to must have 1 entry, but has 2",
                () -> Volumes.monteCarlo(p -> 1, new double[1], new double[2], 10, 1));
        assertRefused(
                "nPoints must be >= 2, but was 1",
                () -> Volumes.monteCarlo(p -> 1, new double[1], new double[1], 1, 1));
    }

    /** Nodes and weights from a table, so that the rule is right whoever wrote Rule.gauss. */
    static Rule gauss() {
        double far = 0.906179845938664;
        double near = 0.538469310105683;
        return new Rule(new double[] {-far, -near, 0, near, far}, new double[] {
            0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189
        });
    }

    /**
     * Asserts value and standard error. The latter is estimated from 4,000 values, so it is within 10 % of the true one
     * by far more than six of its own standard deviations.
     *
     * @param deviation of one value times the volume
     */
    private static void assertEstimate(
            String what,
            ToDoubleFunction<double[]> f,
            double[] from,
            double[] to,
            double integral,
            double deviation,
            long seed) {
        Estimate estimate = Volumes.monteCarlo(f, from, to, N_POINTS, seed);
        double standardError = deviation / Math.sqrt(N_POINTS);

        assertClose(
                "value of " + what,
                integral,
                estimate.value(),
                6 * standardError,
                "The mean of f at uniform points, times the volume of the box.");
        assertClose(
                "standard error of " + what,
                standardError,
                estimate.standardError(),
                0.15 * standardError,
                "The volume times the standard deviation of f, over the root of the number of points.");
    }
}
