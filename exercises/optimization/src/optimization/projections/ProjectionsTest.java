package optimization.projections;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProjectionsTest {
    /** Numbers of order 1 to 10, a few operations each. */
    private static final double TOLERANCE = 1e-11;

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("projectBox moves each entry into its range")
    void boxes() {
        assertClose(
                "projectBox((-3, 0.5, 9, 7), lower (-1, 0, 0, -∞), upper (2, 1, 4, ∞))",
                new double[] {-1, 0.5, 4, 7},
                Projections.projectBox(new double[] {-3, 0.5, 9, 7}, new double[] {-1, 0, 0, -INFINITE}, new double[] {
                    2, 1, 4, INFINITE
                }),
                TOLERANCE,
                "Too small becomes the lower end, too large the upper one, what is inside stays.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("projectSimplex takes the same off every entry that stays above 0")
    void simplexByHand() {
        assertSimplex(new double[] {0.6, 0.4, 0}, 0.8, 0.6, -1);
        assertSimplex(new double[] {0.5, 0.3, 0.2}, 0.5, 0.3, 0.2);
        assertSimplex(new double[] {0, 1}, -1, 3);
        assertSimplex(new double[] {0.5, 0.5}, 4, 4);
        assertSimplex(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, -5, -5, -5);
        assertSimplex(new double[] {1}, -7);
        assertSimplex(new double[] {0.25, 0.75, 0}, 0.5, 1, 0.25);
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("the projection onto the simplex stays where it is, and no point of a fine grid is nearer")
    void nearestOnAGrid(RandomGenerator random) {
        assertNearest(0.8, 0.6, -1);
        for (int i = 0; i < 10; i++) {
            double[] x = Matrix.gaussian(random, 1, 3)[0];
            // θ is at least the largest entry less 1, so what is below that is cut.
            x[i % 3] = Math.max(x[(i + 1) % 3], x[(i + 2) % 3]) - 1 - random.nextDouble();
            assertNearest(x);
        }
    }

    private static void assertNearest(double... x) {
        String call = "projectSimplex(" + Arrays.toString(x) + ")";
        double[] nearest = Projections.projectSimplex(x);
        assertEquals(3, nearest.length, "entries of " + call);
        double distance = Matrix.norm(Matrix.plus(nearest, -1, x));

        assertClose(
                "sum of " + call,
                1,
                Arrays.stream(nearest).sum(),
                TOLERANCE,
                "θ makes the sum 1. Above 1, it counts entries that are cut: begin with the largest.");
        assertTrue(
                Arrays.stream(nearest).allMatch(entry -> entry >= 0),
                call + " must have no entry below 0, but was " + Arrays.toString(nearest) + ".");
        assertClose(
                "projectSimplex of " + call,
                nearest,
                Projections.projectSimplex(nearest),
                TOLERANCE,
                "A point of the simplex is nearest to itself.");
        double best = INFINITE;
        for (int i = 0; i <= 100; i++) {
            for (int j = 0; j <= 100 - i; j++) {
                double[] point = {i / 100.0, j / 100.0, (100 - i - j) / 100.0};
                best = Math.min(best, Matrix.norm(Matrix.plus(point, -1, x)));
            }
        }
        // The grid's next point is at most 0.01 away, and the projection itself is nearest but for round-off.
        assertTrue(
                distance <= best + 1e-12,
                call + " is " + distance + " from x, but a point of the simplex is only " + best + " from it.");
        assertTrue(
                distance >= best - 0.0101,
                call + " is " + distance + " from x, nearer than any point of the simplex can be: the best one of"
                        + " a grid with step 1/100 is " + best + " from it.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("projectedGradient steps, then projects")
    void stepsAndProjects() {
        assertClose(
                "projectedGradient of |x - (4, -2)|²/2 in the box [0, 1]² from (0.5, 0.5), learning rate 1/2: path",
                new double[][] {{0.5, 0.5}, {1, 0}, {1, 0}},
                inUnitBox(new double[] {4, -2}, new double[] {0.5, 0.5}, 0, 9).path(),
                TOLERANCE,
                "The first step leads to (2.25, -0.75), which is moved to (1, 0). The second one has length 0 and is"
                        + " kept.");
        assertClose(
                "projectedGradient of |x - (0.25, 0.25)|²/2 in the box [0, 1]² from (7, 0.5), learning rate"
                        + " 1/2, 2 steps: path",
                new double[][] {{1, 0.5}, {0.625, 0.375}, {0.4375, 0.3125}},
                inUnitBox(new double[] {0.25, 0.25}, new double[] {7, 0.5}, 0, 2)
                        .path(),
                TOLERANCE,
                "The start is projected, too: row 0 is (1, 0.5).");
        double[] start = {3, -1};
        double[][] free =
                Projections.projectedGradient(x -> x, x -> x, 0.5, start, 0, 2).path();
        start[0] = 9;
        assertClose(
                "projectedGradient of |x|²/2 with the projection x -> x from start = (3, -1), learning rate"
                        + " 1/2, 2 steps, after start[0] = 9: path",
                new double[][] {{3, -1}, {1.5, -0.5}, {0.75, -0.25}},
                free,
                TOLERANCE,
                "Each row is an array of its own, also where the projection returns what it was given.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("projectedGradient tells how it ended")
    void endings() {
        assertEquals(
                Ending.CONVERGED,
                inUnitBox(new double[] {4, -2}, new double[] {0.5, 0.5}, 0, 9).ending(),
                "ending of projectedGradient of |x - (4, -2)|²/2 in [0, 1]² from (0.5, 0.5), tolerance 0: the second"
                        + " step has length 0, though the gradient there is (-3, 2).");
        // From (1, 0.5) the steps are 0.395, 0.198, 0.0988 long.
        String call = " of projectedGradient of |x - (0.25, 0.25)|²/2 in [0, 1]² from (1, 0.5), tolerance 0.1";
        Descent near = inUnitBox(new double[] {0.25, 0.25}, new double[] {1, 0.5}, 0.1, 9);
        assertEquals(Ending.CONVERGED, near.ending(), "ending" + call + ": steps are 0.395, 0.198, 0.0988 long.");
        assertEquals(4, near.path().length, "points" + call + ". The start and three steps: the short one is kept.");
        Descent few = inUnitBox(new double[] {0.25, 0.25}, new double[] {1, 0.5}, 0.1, 2);
        assertEquals(Ending.OUT_OF_STEPS, few.ending(), "ending" + call + ", 2 steps: the second is 0.198 long.");
        assertEquals(3, few.path().length, "points" + call + ", 2 steps. The start and two steps.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("on the simplex, projectedGradient makes the gradient equal where entries are above 0")
    void optimalOnTheSimplex() {
        // x₁² + 2x₂² + 5x₃² + 3x₃: on the first two 2x₁ = 4x₂, so (2/3, 1/3) with slope 4/3. That of x₃ at 0 is 3, so
        // it stays out. With x₃ in place of 3x₃ it is 1, smaller, so x₃ comes in:
        // 2x₁ = 4x₂ = 10x₃ + 1 = m, m/2 + m/4 + (m - 1)/10 = 1, m = 22/17.
        double m = 22.0 / 17;
        assertOptimal(
                3,
                new double[] {2.0 / 3, 1.0 / 3, 0},
                "The first two slopes are 4/3; that of x₃ is 3, so no entry gains by giving to it.");
        assertOptimal(
                1,
                new double[] {m / 2, m / 4, (m - 1) / 10},
                "There no entry gains by taking from another: all slopes are 22/17.");
    }

    private static void assertOptimal(double slope, double[] expected, String hint) {
        String call = "projectedGradient of x₁² + 2x₂² + 5x₃² + " + (slope == 1 ? "" : "3")
                + "x₃ on the simplex from (0," + " 0, 1), learning rate 0.15";
        Descent descent = Projections.projectedGradient(
                x -> new double[] {2 * x[0], 4 * x[1], 10 * x[2] + slope},
                Projections::projectSimplex,
                0.15,
                new double[] {0, 0, 1},
                1e-12,
                300);

        assertClose(call + ": last point", expected, descent.path()[descent.path().length - 1], 1e-10, hint);
        assertEquals(
                Ending.CONVERGED,
                descent.ending(),
                "ending of " + call + ", tolerance 1e-12, 300 steps: less than 100 steps are needed.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("coordinateDescent takes the best value of each coordinate, with the newest others")
    void sweepsByHand() {
        String call = "coordinateDescent with A = {{2, 1}, {1, 4}}, b = (3, 6), from (0, 0), no limits, 2 sweeps";
        double[][] path = requireShape(
                call,
                3,
                2,
                Projections.coordinateDescent(
                        new double[][] {{2, 1}, {1, 4}},
                        new double[] {3, 6},
                        new double[] {-INFINITE, -INFINITE},
                        new double[] {INFINITE, INFINITE},
                        new double[2],
                        2),
                "A row for the start, and one for each sweep.");
        double[] last = {0.9375, 1.265625};

        assertFalse(
                Arrays.stream(path).skip(1).allMatch(row -> Arrays.equals(row, last)),
                call
                        + ": the rows of both sweeps are (0.9375, 1.265625), which is the second one's. They are one"
                        + " array: keep x.clone() after each sweep.");
        assertClose(
                call,
                new double[][] {{0, 0}, {1.5, 1.125}, last},
                path,
                TOLERANCE,
                "x₁ = 3/2, then x₂ = (6 - 3/2)/4; then x₁ = (3 - 9/8)/2, and so on.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("coordinateDescent stays in its box, from the start on")
    void sweepsInABox() {
        assertClose(
                "coordinateDescent with A = {{2, 1}, {1, 4}}, b = (3, 6), from (9, -9), in [0, 0.5] x [-2, 2], 1 sweep",
                new double[][] {{0.5, -2}, {0.5, 1.375}},
                Projections.coordinateDescent(
                        new double[][] {{2, 1}, {1, 4}},
                        new double[] {3, 6},
                        new double[] {0, -2},
                        new double[] {0.5, 2},
                        new double[] {9, -9},
                        1),
                TOLERANCE,
                "The start is moved to (0.5, -2). The best x₁ there is 2.5, moved to 0.5; then x₂ = (6 - 0.5)/4.");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        double[] one = {1};
        assertRefused(
                "lower[0] must be <= upper[0], but was 2.0 > 1.0",
                () -> Projections.projectBox(one, new double[] {2}, one));
        assertRefused("lower must have 1 entry, but has 2", () -> Projections.projectBox(one, new double[2], one));
        assertRefused("x must have at least 1 entry, but is empty", () -> Projections.projectSimplex(new double[0]));
        assertRefused(
                "learningRate must be > 0, but was 0.0",
                () -> Projections.projectedGradient(x -> x, x -> x, 0, one, 0, 1));
        assertRefused(
                "tolerance must be >= 0, but was -1.0",
                () -> Projections.projectedGradient(x -> x, x -> x, 1, one, -1, 1));
        assertRefused(
                "maxSteps must be >= 0, but was -1",
                () -> Projections.projectedGradient(x -> x, x -> x, 1, one, 0, -1));
        assertRefused(
                "A[0][0] must be > 0, but was 0.0",
                () -> Projections.coordinateDescent(new double[1][1], one, one, one, one, 1));
        assertRefused(
                "nSweeps must be >= 0, but was -1",
                () -> Projections.coordinateDescent(new double[][] {{1}}, one, one, one, one, -1));
    }

    private static Descent inUnitBox(double[] centre, double[] start, double tolerance, int maxSteps) {
        return Projections.projectedGradient(
                x -> Matrix.plus(x, -1, centre),
                x -> Projections.projectBox(x, new double[2], new double[] {1, 1}),
                0.5,
                start,
                tolerance,
                maxSteps);
    }

    private static void assertSimplex(double[] expected, double... x) {
        double[] actual = Projections.projectSimplex(x);
        boolean isTooMuch = Arrays.stream(actual).sum() > 1 + TOLERANCE;
        assertClose(
                "projectSimplex(" + Arrays.toString(x) + ")",
                expected,
                actual,
                TOLERANCE,
                isTooMuch
                        ? "Its sum is above 1: θ counts entries that are cut. Begin with the largest; Arrays.sort sorts"
                                + " upwards, so it is the last."
                        : "The same θ comes off all entries that stay above 0, and the others become 0.");
    }
}
