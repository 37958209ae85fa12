package optimization.newtongauss;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NewtonTest {
    /** Numbers are of order 1 to 1000, and a few steps from what is given. */
    private static final double TOLERANCE = 1e-10;

    static final ToDoubleFunction<double[]> ROSENBROCK =
            x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    static final UnaryOperator<double[]> SLOPE_OF_ROSENBROCK =
            x -> new double[] {-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])};
    static final Function<double[], double[][]> HESSIAN_OF_ROSENBROCK =
            x -> new double[][] {{1200 * x[0] * x[0] - 400 * x[1] + 2, -400 * x[0]}, {-400 * x[0], 200}};

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton1d steps to the zero of the tangent")
    void babylonianRoots() {
        assertClose(
                "newton1d of x² - 2 from 1, tolerance 0, 3 steps",
                new double[] {1, 3.0 / 2, 17.0 / 12, 577.0 / 408},
                Newton.newton1d(x -> x * x - 2, x -> 2 * x, 1, 0, 3),
                TOLERANCE,
                "x - f(x)/f'(x), 3 times: what Babylonians did for square roots.");
        assertClose(
                "newton1d of x² from 8, tolerance 0, 4 steps",
                new double[] {8, 4, 2, 1, 0.5},
                Newton.newton1d(x -> x * x, x -> 2 * x, 8, 0, 4),
                TOLERANCE,
                "At a zero that is a minimum, too, each step halves the distance only.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton1d takes a short step and stops")
    void stopsAfterAShortStep() {
        assertClose(
                "newton1d of 3x - 6 from 10, tolerance 1e-9, 100 steps",
                new double[] {10, 2, 2},
                Newton.newton1d(x -> 3 * x - 6, x -> 3, 10, 1e-9, 100),
                TOLERANCE,
                "The first step leads to 2; the second one has length 0, and is the last.");
        // From 1e6 on the steps halve x: 5e5, 2.5e5, … The step to 2^-k · 1e6 has that length.
        assertEquals(
                4,
                Newton.newton1d(x -> x * x, x -> 2 * x, 1, 0.125, 100).length,
                "points of newton1d of x² from 1 with tolerance 1/8: steps of 1/2, 1/4 and 1/8.");
        assertEquals(
                2,
                Newton.newton1d(x -> x - 1000, x -> 1, 900, 0.1, 100).length,
                "points of newton1d of x - 1000 from 900 with tolerance 0.1: a step of 100 is short beside 1000.");
        assertEquals(
                2,
                Newton.newton1d(x -> x + 1000, x -> 1, -900, 0.1, 100).length,
                "points of newton1d of x + 1000 from -900 with tolerance 0.1: the size of x counts, not its sign.");
        assertEquals(
                1,
                Newton.newton1d(x -> x - 7, x -> 1, 0, 0, 0).length,
                "points of newton1d with maxSteps 0: the start alone.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton1d ends before a point that is not finite")
    void endsOnAFlatPlace() {
        assertClose(
                "newton1d of x² - 1 from 0",
                new double[] {0},
                Newton.newton1d(x -> x * x - 1, x -> 2 * x, 0, 1e-9, 100),
                TOLERANCE,
                "The tangent is level and meets zero nowhere: the next point would be infinite.");
        assertClose(
                "newton1d of √x from 4",
                new double[] {4, -4},
                Newton.newton1d(Math::sqrt, x -> 0.5 / Math.sqrt(x), 4, 1e-9, 100),
                TOLERANCE,
                "The first step leads to -4, where the root is NaN.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("newton1d solves the equation on which Newton showed his method, and digits double")
    void newtonsOwnEquation() {
        double[] path = Newton.newton1d(x -> x * x * x - 2 * x - 5, x -> 3 * x * x - 2, 2, 1e-14, 20);

        // I. Newton, De analysi per aequationes, 1669: 2.09455147 after two more digits each time; since then
        // 2.0945514815423266 (OEIS A007493).
        double root = 2.0945514815423266;
        assertTrue(path.length >= 5, "from 2 at least 4 steps are needed, but there are " + (path.length - 1) + ".");
        assertClose("the root", root, path[path.length - 1], 1e-13, "x - f(x)/f'(x) until the steps are short.");
        // e₁ = f''/(2f') e₀² in the limit, here 6·2.0946/(2·11.16) = 0.563. The third error is 4e-10, a hundred
        // thousand
        // times what a double can hold.
        double[] errors = Arrays.stream(path).map(x -> Math.abs(x - root)).toArray();
        assertClose(
                "the error after step 3, divided by the square of that after step 2",
                0.563,
                errors[3] / (errors[2] * errors[2]),
                0.01,
                "Each error is about 0.563 times the square of the one before.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("direction leads to the minimum of the parabola")
    void directionsOfBowls() {
        assertClose(
                "direction for gradient (4, 8) and Hessian {{2, 0}, {0, 8}}",
                new double[] {-2, -1},
                Newton.direction(new double[] {4, 8}, new double[][] {{2, 0}, {0, 8}}),
                TOLERANCE,
                "-H⁻¹ g: a long step where it bends little.");
        assertClose(
                "direction for gradient (1, 2) and Hessian {{4, 1}, {1, 3}}",
                new double[] {-1.0 / 11, -7.0 / 11},
                Newton.direction(new double[] {1, 2}, new double[][] {{4, 1}, {1, 3}}),
                TOLERANCE,
                "Solve H d = -g.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("direction shifts a Hessian that bends down, until it is positive definite")
    void directionsOfSaddles() {
        // Shifts 0.004, 0.008, …, 0.004 · 2⁹ = 2.048 is the first above 2.
        assertClose(
                "direction for gradient (1, 1) and Hessian {{-2, 0}, {0, 4}}",
                new double[] {-1 / 0.048, -1 / 6.048},
                Newton.direction(new double[] {1, 1}, new double[][] {{-2, 0}, {0, 4}}),
                1e-9,
                "The shift begins at 0.001 · 4 and doubles; 2.048 is the first above 2.");
        assertClose(
                "direction for gradient (3, -2) and Hessian 0",
                new double[] {-3000, 2000},
                Newton.direction(new double[] {3, -2}, new double[2][2]),
                1e-8,
                "Where all entries are 0 the first shift is 0.001, and it is enough.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a quadratic is done in one step")
    void quadraticsInOneStep() {
        Descent descent = Newton.minimise(
                x -> 2 * x[0] * x[0] + x[0] * x[1] + 1.5 * x[1] * x[1] - x[0] - 2 * x[1],
                x -> new double[] {4 * x[0] + x[1] - 1, x[0] + 3 * x[1] - 2},
                x -> new double[][] {{4, 1}, {1, 3}},
                new double[] {5, -7},
                1e-9,
                50);

        assertEquals(Ending.CONVERGED, descent.ending(), "a quadratic with curvatures 2.4 and 4.6.");
        assertClose(
                "path of minimise on 2x² + xy + 1.5y² - x - 2y from (5, -7)",
                new double[][] {{5, -7}, {1.0 / 11, 7.0 / 11}},
                descent.path(),
                TOLERANCE,
                "Its parabola is the function itself: the whole step leads to the minimum.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("minimise halves a step until f has fallen")
    void halvesSteps() {
        assertClose(
                "minimise of √(1 + x²) from 2, 1 step",
                new double[][] {{2}, {-0.5}},
                Newton.minimise(
                                x -> Math.sqrt(1 + x[0] * x[0]),
                                x -> new double[] {x[0] / Math.sqrt(1 + x[0] * x[0])},
                                x -> new double[][] {{Math.pow(1 + x[0] * x[0], -1.5)}},
                                new double[] {2},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "Newton's step leads to -8 and half of it to -3, both higher; a quarter to -0.5.");
        assertClose(
                "minimise of x - ln x from 3, 1 step",
                new double[][] {{3}, {1.5}},
                Newton.minimise(
                                x -> x[0] - Math.log(x[0]),
                                x -> new double[] {1 - 1 / x[0]},
                                x -> new double[][] {{1 / (x[0] * x[0])}},
                                new double[] {3},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "At -3 the function is NaN, at 0 infinite. Ask for what is good: a comparison with NaN is false.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("minimise begins with the whole step, and asks for more than no rise")
    void wholeStepsFirst() {
        assertClose(
                "minimise of x⁴ from 3, 1 step",
                new double[][] {{3}, {2}},
                Newton.minimise(
                                x -> Math.pow(x[0], 4),
                                x -> new double[] {4 * Math.pow(x[0], 3)},
                                x -> new double[][] {{12 * x[0] * x[0]}},
                                new double[] {3},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "Newton's step leads to 2. Twice as long would be good, too, but t is at most 1.");
        assertClose(
                "minimise of √(1 + x²) from 1, 1 step",
                new double[][] {{1}, {0}},
                Newton.minimise(
                                x -> Math.sqrt(1 + x[0] * x[0]),
                                x -> new double[] {x[0] / Math.sqrt(1 + x[0] * x[0])},
                                x -> new double[][] {{Math.pow(1 + x[0] * x[0], -1.5)}},
                                new double[] {1},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "Newton's step leads to -1, where f is the same. That is not enough; half of it leads to 0.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("on Rosenbrock's valley f falls at every step, and 30 are enough")
    void rosenbrock() {
        Descent descent = Newton.minimise(
                ROSENBROCK, SLOPE_OF_ROSENBROCK, HESSIAN_OF_ROSENBROCK, new double[] {-1.2, 1}, 1e-8, 30);
        double[][] path = descent.path();

        assertEquals(Ending.CONVERGED, descent.ending(), "from (-1.2, 1) it takes about 21 steps.");
        assertClose(
                "the minimum", new double[] {1, 1}, path[path.length - 1], 1e-7, "A gradient of 0 is at (1, 1) alone.");
        for (int k = 1; k < path.length; k++) {
            double before = ROSENBROCK.applyAsDouble(path[k - 1]);
            double after = ROSENBROCK.applyAsDouble(path[k]);
            assertTrue(
                    after < before,
                    "step " + k + " in Rosenbrock's valley must lower f, but went from " + before + " to " + after
                            + ". Halve the step until it does.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("minimise runs off a saddle to a minimum")
    void leavesSaddles() {
        // x² - y² + y⁴/4 has a saddle at 0 and minima at (0, ±√2).
        Descent descent = Newton.minimise(
                x -> x[0] * x[0] - x[1] * x[1] + Math.pow(x[1], 4) / 4,
                x -> new double[] {2 * x[0], -2 * x[1] + Math.pow(x[1], 3)},
                x -> new double[][] {{2, 0}, {0, -2 + 3 * x[1] * x[1]}},
                new double[] {0.5, 0.01},
                1e-9,
                50);
        double[][] path = descent.path();

        assertEquals(Ending.CONVERGED, descent.ending(), "from near a saddle.");
        double[] end = path[path.length - 1];
        assertEquals(2, end.length, "entries of the last point");
        assertClose(
                "where minimise ends: x and |y|",
                new double[] {0, Math.sqrt(2)},
                new double[] {end[0], Math.abs(end[1])},
                1e-8,
                "Newton's own step leads to the saddle, uphill along y. The shifted one leads down.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("minimise tells how it ended")
    void endings() {
        Descent atMinimum = rosenbrock(new double[] {1, 1}, 0, 5);
        assertEquals(Ending.CONVERGED, atMinimum.ending(), "the gradient at (1, 1) is 0.");
        assertEquals(1, atMinimum.path().length, "points of a path from the minimum");
        Descent tooShort = rosenbrock(new double[] {-1.2, 1}, 1e-8, 2);
        assertEquals(Ending.OUT_OF_STEPS, tooShort.ending(), "2 steps are not enough.");
        assertEquals(3, tooShort.path().length, "points of a path of 2 steps");
        // The gradient there is 1e300, and the shift 0.001: the step overflows, f is 0 everywhere.
        Descent thrown = Newton.minimise(
                x -> x[0] > 0 ? 0 : -x[0],
                x -> new double[] {1e306},
                x -> new double[][] {{0}},
                new double[] {-1},
                0,
                5);
        assertEquals(Ending.DIVERGED, thrown.ending(), "a step of -1e309 is not finite.");
        assertEquals(1, thrown.path().length, "points of a path whose first step is not finite");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused("tolerance must be >= 0, but was -1.0", () -> Newton.newton1d(x -> x, x -> 1, 0, -1, 1));
        assertRefused("maxSteps must be >= 0, but was -1", () -> Newton.newton1d(x -> x, x -> 1, 0, 0, -1));
        assertRefused("tolerance must be >= 0, but was -1.0", () -> rosenbrock(new double[2], -1, 1));
        assertRefused("maxSteps must be >= 0, but was -1", () -> rosenbrock(new double[2], 0, -1));
        assertRefused(
                "tolerance must be >= 0, but was -1.0",
                () -> GaussNewton.fit(x -> x, x -> new double[][] {{1}}, new double[1], -1, 1));
        assertRefused(
                "maxSteps must be >= 0, but was -1",
                () -> GaussNewton.fit(x -> x, x -> new double[][] {{1}}, new double[1], 0, -1));
    }

    private static Descent rosenbrock(double[] start, double tolerance, int maxSteps) {
        return Newton.minimise(ROSENBROCK, SLOPE_OF_ROSENBROCK, HESSIAN_OF_ROSENBROCK, start, tolerance, maxSteps);
    }
}
