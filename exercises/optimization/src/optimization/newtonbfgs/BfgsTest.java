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
                "The slope is -200 at first. At t = 8 it is -184, still more than 0.9 times as steep; at t = 16 it is -168.");
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
                "Of 60 lengths, from 1 to 2⁵⁹, all are too short; return the next one.");
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
        // On (x² + 4y²)/2 from (4, 1), gradient (4, 4): t = 1 leads to (0, -3), where f is 18, t = 1/2 to (2, -1),
        // where it
        // is 4 instead of 10. Then s = (-2, -2), y = (-2, -8), s·y = 20, y·y = 68; H is 5/17 I, ρ = 1/20, Hy = -(10,
        // 40)/17,
        // y·Hy = 340/17 = 20: H = 5/17 I - (1/20)({{20, 50}, {50, 80}} · 2)/17 + (1/20)(2)·{{4, 4}, {4, 4}}.
        double[][] H = {
            {5.0 / 17 - 2.0 / 17 + 0.4, -5.0 / 17 + 0.4},
            {-5.0 / 17 + 0.4, 5.0 / 17 - 8.0 / 17 + 0.4}
        };
        Run one = valley(1);

        assertClose(
                "path of minimise on (x² + 4y²)/2 from (4, 1), 1 step",
                new double[][] {{4, 1}, {2, -1}},
                one.path(),
                TOLERANCE,
                "H is the identity at first, so the direction is minus the gradient, (-4, -4), and t is 1/2.");
        assertClose(
                "its inverseHessian",
                H,
                one.inverseHessian(),
                TOLERANCE,
                "Multiply I by s·y / y·y = 20/68, then update with s = (-2, -2) and y = (-2, -8).");
        double[] direction = Matrix.times(H, new double[] {-2, 4});
        assertClose(
                "path after 2 steps",
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

        assertEquals(Ending.CONVERGED, run.ending(), "from (-1.2, 1) the reference takes about 35 steps.");
        assertTrue(path.length <= 60, "less than 60 steps are enough, but there were " + (path.length - 1) + ".");
        // Curvatures there are 0.4 and 1000: a gradient of 1e-6 is at most 2.5e-6 away.
        assertClose("the minimum", new double[] {1, 1}, path[path.length - 1], 1e-5, "There alone the gradient is 0.");
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
            double[][] H = requireShape(
                    "inverseHessian",
                    2,
                    2,
                    Bfgs.minimise(ROSENBROCK, SLOPE_OF_ROSENBROCK, new double[] {-1.2, 1}, 1e-6, steps)
                            .inverseHessian(),
                    "It has a row and a column for each parameter.");
            assertClose("H[1][0] after " + steps + " steps", H[0][1], H[1][0], 1e-9, "H is symmetric.");
            // A matrix of two rows is positive definite if and only if these are above 0.
            double determinant = H[0][0] * H[1][1] - H[0][1] * H[1][0];
            assertTrue(
                    H[0][0] > 0 && determinant > 0,
                    "inverseHessian after " + steps
                            + " steps in Rosenbrock's valley must be positive definite, but its first"
                            + " entry is " + H[0][0] + " and its determinant " + determinant
                            + ". Update with s·y > 0, which Wolfe's conditions see to.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("minimise tells how it ended")
    void endings() {
        Run still = Bfgs.minimise(ROSENBROCK, SLOPE_OF_ROSENBROCK, new double[] {1, 1}, 0, 9);
        assertEquals(Ending.CONVERGED, still.ending(), "the gradient at (1, 1) is 0.");
        assertClose("path from there", new double[][] {{1, 1}}, still.path(), 0, "No step is needed.");
        assertClose("inverseHessian", Matrix.identity(2), still.inverseHessian(), 0, "H begins as the identity.");
        Run few = valley(2);
        assertEquals(Ending.OUT_OF_STEPS, few.ending(), "2 steps are not enough for (x² + 4y²)/2.");
        Run thrown = Bfgs.minimise(SQUARE, x -> new double[] {Double.NaN}, new double[] {1}, 0, 9);
        assertEquals(Ending.DIVERGED, thrown.ending(), "a gradient that is NaN leads to a point that is NaN.");
        assertEquals(1, thrown.path().length, "points of a path whose first step is not finite");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("where the gradient does not change, H is left as it is")
    void straightLinesTeachNothing() {
        Run run = Bfgs.minimise(x -> -x[0], x -> new double[] {-1}, new double[] {0}, 0, 1);

        assertClose("path on -x from 0", new double[][] {{0}, {0x1p60}}, run.path(), 0, "The search gives up at 2⁶⁰.");
        assertClose("inverseHessian", new double[][] {{1}}, run.inverseHessian(), 0, "s·y is 0: no update.");
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
