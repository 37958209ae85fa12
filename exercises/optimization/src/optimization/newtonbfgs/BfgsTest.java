package optimization.newtonbfgs;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import linearalgebra.qrcholesky.Cholesky;
import linearalgebra.qrcholesky.NotPositiveDefinite;
import optimization.gradientdescent.GradientDescent.Ending;
import optimization.newtonbfgs.Bfgs.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BfgsTest {
    /** Numbers of order 1 to 100, a few operations. */
    private static final double TOLERANCE = 1e-10;

    private static final ToDoubleFunction<double[]> ROSENBROCK =
            x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    private static final UnaryOperator<double[]> SLOPE_OF_ROSENBROCK =
            x -> new double[] {-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])};

    private static final ToDoubleFunction<double[]> SQUARE = x -> x[0] * x[0];
    private static final UnaryOperator<double[]> SLOPE_OF_SQUARE = x -> new double[] {2 * x[0]};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("wolfe halves a step that is too long")
    void halvesLongSteps() {
        assertLength(
                "wolfe on x² from 1 along -2",
                0.5,
                Bfgs.wolfe(SQUARE, SLOPE_OF_SQUARE, new double[] {1}, new double[] {-2}),
                "t = 1 leads to -1, where f is no lower; t = 1/2 to the minimum.");
        assertLength(
                "wolfe on x² from 1 along -16",
                0.0625,
                Bfgs.wolfe(SQUARE, SLOPE_OF_SQUARE, new double[] {1}, new double[] {-16}),
                "1, 1/2, 1/4 and 1/8 are too long: 1/8 leads to -1.");
        assertLength(
                "wolfe on x - ln x from 3 along -4",
                0.5,
                Bfgs.wolfe(
                        x -> x[0] - Math.log(x[0]), x -> new double[] {1 - 1 / x[0]}, new double[] {3}, new double[] {-4
                        }),
                "t = 1 leads to -1, where f is NaN. That is too long.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("wolfe doubles a step that is too short")
    void doublesShortSteps() {
        assertLength(
                "wolfe on x² from 100 along -1",
                16,
                Bfgs.wolfe(SQUARE, SLOPE_OF_SQUARE, new double[] {100}, new double[] {-1}),
                "The slope is -200 at first. At t = 8 it is -184, still more than 0.9 times as steep; at t = 16 it is"
                        + " -168.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("wolfe takes the middle between too short and too long")
    void bisects() {
        // x²⁰/20 - x: at 0.8 its slope is -0.986, at 1.6 it is 604 high, at 1.2 it is 0.72 high, and at 1 it is lowest.
        assertLength(
                "wolfe on x²⁰/20 - x from 0 along 0.05",
                20,
                Bfgs.wolfe(
                        x -> Math.pow(x[0], 20) / 20 - x[0],
                        x -> new double[] {Math.pow(x[0], 19) - 1},
                        new double[] {0},
                        new double[] {0.05}),
                "1, 2, 4, 8 and 16 are too short, 32 too long, then 24 too; 20 is between 16 and 24.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("wolfe gives up after MAX_TRIES lengths")
    void givesUp() {
        assertLength(
                "wolfe on -x from 0 along 1, which falls for ever",
                0x1p60,
                Bfgs.wolfe(x -> -x[0], x -> new double[] {-1}, new double[] {0}, new double[] {1}),
                "Of 60 lengths, from 1 to 2⁵⁹, all are too short. Return the next one, 2⁶⁰, which is 1.15e18.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("update explains the last step")
    void updateByHand() {
        double[][] H = Bfgs.update(Matrix.identity(2), new double[] {1, 2}, new double[] {3, 1});
        assertClose(
                "update(I, (1, 2), (3, 1))",
                new double[][] {{0.4, -0.2}, {-0.2, 2.6}},
                H,
                TOLERANCE,
                "ρ = 1/5, Hy = (3, 1), y·Hy = 10: I - (1/5)·{{6, 7}, {7, 4}} + (3/5)·{{1, 2}, {2, 4}}.");
        double[][] next = requireShape(
                "update",
                2,
                2,
                Bfgs.update(new double[][] {{0.4, -0.2}, {-0.2, 2.6}}, new double[] {5, 0}, new double[] {1, 3}),
                "As large as H.");
        assertClose(
                "update({{0.4, -0.2}, {-0.2, 2.6}}, (5, 0), (1, 3)) times (1, 3)",
                new double[] {5, 0},
                Matrix.times(next, new double[] {1, 3}),
                TOLERANCE,
                "After an update H·y is s.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the first step follows the gradient, the second one what was learned")
    void twoSteps() {
        // On (x² + 4y²)/2 from (4, 1), gradient (4, 4): t = 1 leads to (0, -3), where f is 18, t = 1/2 to
        // (2, -1), where it is 4 instead of 10. Then s = (-2, -2), y = (-2, -8), s·y = 20, y·y = 68; H is 5/17 I,
        // ρ = 1/20, Hy = -(10, 40)/17, y·Hy = 340/17 = 20:
        // H = 5/17 I - (1/20)({{20, 50}, {50, 80}} · 2)/17 + (1/20)(2)·{{4, 4}, {4, 4}}.
        double[][] H = {
            {5.0 / 17 - 2.0 / 17 + 0.4, -5.0 / 17 + 0.4},
            {-5.0 / 17 + 0.4, 5.0 / 17 - 8.0 / 17 + 0.4}
        };
        Run one = valley(1);

        assertClose(
                "minimise on (x² + 4y²)/2 from (4, 1), 1 step: path",
                new double[][] {{4, 1}, {2, -1}},
                one.path(),
                TOLERANCE,
                "H is the identity at first, so the direction is minus the gradient, (-4, -4), and t is 1/2.");
        assertClose(
                "minimise on (x² + 4y²)/2 from (4, 1), 1 step: inverseHessian",
                H,
                one.inverseHessian(),
                TOLERANCE,
                "Multiply I by (s·y)/(y·y) = 20/68, then update with s = (-2, -2) and y = (-2, -8).");
        double[] direction = Matrix.times(H, new double[] {-2, 4});
        assertClose(
                "minimise on (x² + 4y²)/2 from (4, 1), 2 steps: path",
                new double[][] {{4, 1}, {2, -1}, {2 + direction[0], -1 + direction[1]}},
                valley(2).path(),
                TOLERANCE,
                "From (2, -1) the direction is minus H times the gradient (2, -4), and t = 1 is good.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("BFGS is through Rosenbrock's valley in less than 60 steps, always downhill")
    void rosenbrock() {
        Run run = Bfgs.minimise(ROSENBROCK, SLOPE_OF_ROSENBROCK, new double[] {-1.2, 1}, 1e-6, 60);
        double[][] path = run.path();

        assertEquals(
                Ending.CONVERGED,
                run.ending(),
                "ending of minimise on Rosenbrock's function from (-1.2, 1), tolerance 1e-6, 60 steps: the gradient is"
                        + " at most 1e-6 long after about 35 steps.");
        assertTrue(
                path.length <= 60,
                "minimise on Rosenbrock's function from (-1.2, 1) until |g| <= 1e-6 must take less than 60 steps, but"
                        + " took " + (path.length - 1) + ".");
        // Curvatures there are 0.4 and 1000: a gradient of 1e-6 is at most 2.5e-6 away.
        assertClose(
                "minimise on Rosenbrock's function from (-1.2, 1): last point",
                new double[] {1, 1},
                path[path.length - 1],
                1e-5,
                "There alone the gradient is 0.");
        for (int k = 1; k < path.length; k++) {
            double before = ROSENBROCK.applyAsDouble(path[k - 1]);
            double after = ROSENBROCK.applyAsDouble(path[k]);
            assertTrue(
                    after < before,
                    "step " + k + " in Rosenbrock's valley must lower f, but went from " + before + " to " + after
                            + ".");
        }
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the estimate of the inverse Hessian stays positive definite")
    void staysPositiveDefinite() {
        for (int steps = 0; steps <= 30; steps += 3) {
            String what = "minimise on Rosenbrock's function from (-1.2, 1), " + steps + " steps: inverseHessian";
            double[][] H = requireShape(
                    what,
                    2,
                    2,
                    Bfgs.minimise(ROSENBROCK, SLOPE_OF_ROSENBROCK, new double[] {-1.2, 1}, 1e-6, steps)
                            .inverseHessian(),
                    "It has a row and a column for each parameter.");
            assertClose(what + "[1][0]", H[0][1], H[1][0], 1e-9, "H is symmetric.");
            // A matrix of two rows is positive definite if and only if these are above 0.
            double determinant = H[0][0] * H[1][1] - H[0][1] * H[1][0];
            assertTrue(
                    H[0][0] > 0 && determinant > 0,
                    what + " must be positive definite, with [0][0] and the determinant above 0, but they are "
                            + H[0][0] + " and " + determinant
                            + ". Check the formula of update, and that H is multiplied by (s·y)/(y·y) only once.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("minimise tells how it ended")
    void endings() {
        Run still = Bfgs.minimise(ROSENBROCK, SLOPE_OF_ROSENBROCK, new double[] {1, 1}, 0, 9);
        String call = "minimise on Rosenbrock's function from (1, 1), tolerance 0, 9 steps: ";
        assertEquals(Ending.CONVERGED, still.ending(), call + "ending. The gradient at (1, 1) is 0.");
        assertClose(call + "path", new double[][] {{1, 1}}, still.path(), 0, "No step is needed.");
        assertClose(
                call + "inverseHessian", Matrix.identity(2), still.inverseHessian(), 0, "H begins as the identity.");
        assertEquals(
                Ending.OUT_OF_STEPS,
                valley(2).ending(),
                "minimise on (x² + 4y²)/2 from (4, 1), tolerance 1e-9, 2 steps: ending. 2 steps are not enough.");
        Run exact = Bfgs.minimise(SQUARE, SLOPE_OF_SQUARE, new double[] {1}, 0, 1);
        call = "minimise on x² from 1, tolerance 0, 1 step: ";
        assertClose(call + "path", new double[][] {{1}, {0}}, exact.path(), 0, "t = 1/2 leads to the minimum.");
        assertEquals(
                Ending.CONVERGED,
                exact.ending(),
                call + "ending. The steps are used up, but the last one led to where the gradient is 0.");
        Run none = Bfgs.minimise(SQUARE, SLOPE_OF_SQUARE, new double[] {1}, 0, 0);
        call = "minimise on x² from 1, tolerance 0, 0 steps: ";
        assertEquals(Ending.OUT_OF_STEPS, none.ending(), call + "ending. The gradient at 1 is 2.");
        assertClose(call + "path", new double[][] {{1}}, none.path(), 0, "The start alone.");
        Run thrown = Bfgs.minimise(SQUARE, x -> new double[] {Double.NaN}, new double[] {1}, 0, 9);
        call = "minimise on x² from 1 with a gradient that is NaN: ";
        assertEquals(Ending.DIVERGED, thrown.ending(), call + "ending. The first step leads to NaN.");
        assertEquals(1, thrown.path().length, call + "points of the path. One that is not finite is not kept.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("where the gradient does not change, H is left as it is")
    void straightLinesTeachNothing() {
        Run run = Bfgs.minimise(x -> -x[0], x -> new double[] {-1}, new double[] {0}, 0, 1);
        String call = "minimise on -x from 0, tolerance 0, 1 step: ";

        assertClose(
                call + "path",
                new double[][] {{0}, {0x1p60}},
                run.path(),
                0,
                "The search gives up at 2⁶⁰, which is 1.15e18.");
        assertClose(
                call + "inverseHessian",
                new double[][] {{1}},
                run.inverseHessian(),
                0,
                "s·y is 0: H is neither updated nor multiplied.");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused(
                "s·y must be > 0, but was -2.0",
                () -> Bfgs.update(Matrix.identity(1), new double[] {1}, new double[] {-2}));
        assertRefused(
                "tolerance must be >= 0, but was -1.0",
                () -> Bfgs.minimise(SQUARE, SLOPE_OF_SQUARE, new double[1], -1, 1));
        assertRefused(
                "maxSteps must be >= 0, but was -1",
                () -> Bfgs.minimise(SQUARE, SLOPE_OF_SQUARE, new double[1], 0, -1));
    }

    private static Run valley(int maxSteps) {
        return Bfgs.minimise(
                x -> (x[0] * x[0] + 4 * x[1] * x[1]) / 2,
                x -> new double[] {x[0], 4 * x[1]},
                new double[] {4, 1},
                1e-9,
                maxSteps);
    }

    private static void assertLength(String what, double expected, double actual, String hint) {
        assertClose(what, expected, actual, 0, hint);
    }

    static boolean isPositiveDefinite(double[][] A) {
        try {
            Cholesky.of(A);
            return true;
        } catch (NotPositiveDefinite e) {
            return false;
        }
    }
}
