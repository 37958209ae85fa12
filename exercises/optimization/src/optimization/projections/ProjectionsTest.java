package optimization.projections;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
        double[] x = Matrix.gaussian(random, 1, 3)[0];
        double[] nearest = Projections.projectSimplex(x);
        assertEquals(3, nearest.length, "entries of a projection");
        double distance = Matrix.norm(Matrix.plus(nearest, -1, x));

        assertClose("sum of the entries", 1, Arrays.stream(nearest).sum(), TOLERANCE, "θ makes the sum 1.");
        assertTrue(Arrays.stream(nearest).allMatch(entry -> entry >= 0), "no entry of a projection must be below 0.");
        assertClose(
                "projectSimplex of a projection",
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
                "a point of the grid with step 1/100 is " + best + " from x, but the projection " + distance + ".");
        assertTrue(
                distance >= best - 0.0101,
                "the best point of the grid with step 1/100 is " + best + " from x, but the projection " + distance
                        + ", which no point of the simplex can be.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("projectedGradient steps, then projects")
    void stepsAndProjects() {
        assertClose(
                "projectedGradient of |x - (4, -2)|²/2 in the box [0, 1]² from (0.5, 0.5), learning rate 1/2",
                new double[][] {{0.5, 0.5}, {1, 0}, {1, 0}},
                inUnitBox(new double[] {4, -2}, new double[] {0.5, 0.5}, 0, 9).path(),
                TOLERANCE,
                "The first step leads to (2.25, -0.75), which is moved to (1, 0). The second one comes back there, and is kept.");
        assertClose(
                "the same from (7, 0.5) towards (0.25, 0.25), 2 steps",
                new double[][] {{1, 0.5}, {0.625, 0.375}, {0.4375, 0.3125}},
                inUnitBox(new double[] {0.25, 0.25}, new double[] {7, 0.5}, 0, 2)
                        .path(),
                TOLERANCE,
                "The start is projected, too: row 0 is (1, 0.5).");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("projectedGradient tells how it ended")
    void endings() {
        Descent corner = inUnitBox(new double[] {4, -2}, new double[] {0.5, 0.5}, 0, 9);
        assertEquals(Ending.CONVERGED, corner.ending(), "a step of length 0 is short, though the gradient is (-3, 2).");
        // From (1, 0.5) the steps are 0.395, 0.198, 0.0988 long.
        Descent near = inUnitBox(new double[] {0.25, 0.25}, new double[] {1, 0.5}, 0.1, 9);
        assertEquals(Ending.CONVERGED, near.ending(), "steps are halved each time.");
        assertEquals(4, near.path().length, "points of a path with steps of 0.395, 0.198 and 0.0988, tolerance 0.1");
        Descent few = inUnitBox(new double[] {0.25, 0.25}, new double[] {1, 0.5}, 0.1, 2);
        assertEquals(Ending.OUT_OF_STEPS, few.ending(), "after 2 steps they are still 0.198 long.");
        assertEquals(3, few.path().length, "points of a path of 2 steps");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("on the simplex, projectedGradient makes the gradient equal where entries are above 0")
    void optimalOnTheSimplex() {
        // x₁² + 2x₂² + 5x₃² + x₃: with equal slopes 2x₁ = 4x₂ on the first two, (2/3, 1/3) and slope 4/3; that of x₃ at
        // 0
        // is 1, smaller, so x₃ comes in: 2x₁ = 4x₂ = 10x₃ + 1 = m, m/2 + m/4 + (m - 1)/10 = 1, m = 22/17.
        double m = 22.0 / 17;
        Descent descent = Projections.projectedGradient(
                x -> new double[] {2 * x[0], 4 * x[1], 10 * x[2] + 1},
                Projections::projectSimplex,
                0.15,
                new double[] {0, 0, 1},
                1e-12,
                300);

        assertEquals(Ending.CONVERGED, descent.ending(), "curvatures are 2 to 10.");
        assertClose(
                "minimum of x₁² + 2x₂² + 5x₃² + x₃ on the simplex",
                new double[] {m / 2, m / 4, (m - 1) / 10},
                descent.path()[descent.path().length - 1],
                1e-10,
                "There no entry gains by taking from another: all slopes are 22/17.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("coordinateDescent takes the best value of each coordinate, with the newest others")
    void sweepsByHand() {
        assertClose(
                "coordinateDescent with A = {{2, 1}, {1, 4}}, b = (3, 6), from (0, 0), no limits, 2 sweeps",
                new double[][] {{0, 0}, {1.5, 1.125}, {0.9375, 1.265625}},
                Projections.coordinateDescent(
                        new double[][] {{2, 1}, {1, 4}},
                        new double[] {3, 6},
                        new double[] {-INFINITE, -INFINITE},
                        new double[] {INFINITE, INFINITE},
                        new double[2],
                        2),
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
        assertClose(
                "projectSimplex(" + Arrays.toString(x) + ")",
                expected,
                Projections.projectSimplex(x),
                TOLERANCE,
                "The same θ comes off all entries that stay above 0, and the others become 0.");
    }
}
