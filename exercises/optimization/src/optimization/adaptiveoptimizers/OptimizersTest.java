package optimization.adaptiveoptimizers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OptimizersTest {
    /** Numbers are of order 1 to 100 and walks a few steps long: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-11;

    /**
     * How near to a minimum is near enough. The reference comes within 1e-3 of Rosenbrock's in 1,600 steps (momentum,
     * Nesterov) to 17,000 (Adam); further roots and products in another order move the end by far less.
     */
    private static final double NEAR = 0.01;

    private static final int BUDGET = 20_000;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("Sgd steps against the gradient")
    void sgdSteps() {
        assertClose(
                "Sgd with learning rate 1/2, from (10, -4) with gradient (2, -6)",
                new double[] {9, -1},
                new Sgd(0.5).step(new double[] {10, -4}, new double[] {2, -6}),
                TOLERANCE,
                "x - learningRate · gradient.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("path asks for the gradient anew at every point")
    void pathTakesGradients() {
        // Slopes of (1 - x)² + 100 (y - x²)²: at (0, 0) they are (-2, 0), at (0.5, 0) they are (49, -50).
        assertClose(
                "path of Sgd with learning rate 1/4 through ROSENBROCK from (0, 0), 2 steps",
                new double[][] {{0, 0}, {0.5, 0}, {-11.75, 12.5}},
                Walk.path(new Sgd(0.25), Landscape.ROSENBROCK, new double[] {0, 0}, 2),
                TOLERANCE,
                "Row 0 is the start, and each next row is optimizer.step of the last one, with its gradient.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Momentum keeps a part of its velocity")
    void momentumByHand() {
        assertSteps(
                "Momentum with learning rate 1/2 and momentum 1/2 from (0, 0), gradients (4, -8), (4, 0), (-10, 0)",
                new double[][] {{-2, 4}, {-5, 6}, {-1.5, 7}},
                new Momentum(2, 0.5, 0.5),
                new double[][] {{4, -8}, {4, 0}, {-10, 0}},
                "The velocities of the first parameter are 4, 6 and -7: half of the last one plus the gradient.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Nesterov steps against the gradient and the velocity to come")
    void nesterovByHand() {
        assertSteps(
                "Nesterov with learning rate 1/2 and momentum 1/2 from (0, 0), gradients (4, -8), (4, 0), (-10, 0)",
                new double[][] {{-3, 6}, {-6.5, 7}, {0.25, 7.5}},
                new Nesterov(2, 0.5, 0.5),
                new double[][] {{4, -8}, {4, 0}, {-10, 0}},
                "The velocities of the first parameter are 4, 6 and -7, as with momentum; the steps are half of 4 + 2,"
                        + " 4 + 3 and -10 - 3.5.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("Sgd, Momentum and Nesterov reach Rosenbrock's minimum within 20,000 steps")
    void ballsReachTheMinimum() {
        assertReaches("Sgd", new Sgd(0.0015));
        assertReaches("Momentum", new Momentum(2, 0.001, 0.9));
        assertReaches("Nesterov", new Nesterov(2, 0.001, 0.9));
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("AdaGrad divides by the root of all squares so far")
    void adaGradByHand() {
        assertSteps(
                "AdaGrad with learning rate 6 and epsilon 1 from (0, 0), gradients (3, -1), (4, 0), (-12, 0)",
                new double[][] {{-4.5, 3}, {-8.5, 3}, {-8.5 + 36.0 / 7, 3}},
                new AdaGrad(2, 6, 1),
                new double[][] {{3, -1}, {4, 0}, {-12, 0}},
                "The sums of squares of the first parameter are 9, 25 and 169, their roots 3, 5 and 13; epsilon is added to"
                        + " the root.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("RmsProp divides by the root of a running mean of squares")
    void rmsPropByHand() {
        assertSteps(
                "RmsProp with learning rate 3, decay 3/4 and epsilon 1 from (0, 0), gradients (4, -8), (2, 0), (-2, 0)",
                new double[][] {{-4, 4.8}, {-6, 4.8}, {-4, 4.8}},
                new RmsProp(2, 3, 0.75, 1),
                new double[][] {{4, -8}, {2, 0}, {-2, 0}},
                "The mean squares of the first parameter are 4, three times: a quarter of 16, then three quarters of 4 plus"
                        + " a quarter of 4.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("with AdaGrad and RmsProp steps do not depend on the scale of the gradient")
    void scalesDoNotMatter() {
        double[][] small = {{3e-4, -1e3}, {-4e-4, 2e3}, {1e-4, 1e3}};
        double[][] large = {{3e4, -1}, {-4e4, 2}, {1e4, 1}};

        for (boolean isAdaGrad : new boolean[] {true, false}) {
            // With epsilon 1e-30 the scales cancel but for round-off.
            assertClose(
                    (isAdaGrad ? "AdaGrad" : "RmsProp") + " with gradients that are 1e8 and 1/1000 times as large",
                    steps(isAdaGrad ? new AdaGrad(2, 1, 1e-30) : new RmsProp(2, 1, 0.9, 1e-30), small),
                    steps(isAdaGrad ? new AdaGrad(2, 1, 1e-30) : new RmsProp(2, 1, 0.9, 1e-30), large),
                    TOLERANCE,
                    "Each entry is divided by the root of its own squares.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("AdaGrad and RmsProp reach Rosenbrock's minimum within 20,000 steps")
    void ownStepsReachTheMinimum() {
        assertReaches("AdaGrad", new AdaGrad(2, 0.5, 1e-8));
        assertReaches("RmsProp", new RmsProp(2, 5e-4, 0.99, 1e-8));
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Adam divides its running means by the sums of their weights")
    void adamByHand() {
        // Step 1: means 0.75 and 0.5625, corrected 1.5 and 2.25. Step 2: -0.375 and 0.984375, corrected by 3/4 and 7/16
        // to -0.5 and 2.25. Step 3, gradient 0: -0.1875 and 0.73828125, corrected by 7/8 and 37/64.
        double third = 4 * (-0.1875 / 0.875) / (Math.sqrt(0.73828125 * 64 / 37) + 0.5);
        assertSteps(
                "Adam with learning rate 4, beta1 1/2, beta2 3/4, epsilon 1/2 from (0, 0), gradients (1.5, -3.5), (-1.5,"
                        + " -3.5), (0, -3.5)",
                new double[][] {{-3, 3.5}, {-2, 7}, {-2 - third, 10.5}},
                new Adam(2, 4, 0.5, 0.75, 0.5),
                new double[][] {{1.5, -3.5}, {-1.5, -3.5}, {0, -3.5}},
                "With t counted from 1, divide m by 1 - beta1^t and v by 1 - beta2^t; the mean of equal gradients is that"
                        + " gradient, and epsilon is added to the root.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("Adam's first step has the size of the learning rate, whatever the gradient")
    void firstStepOfAdam() {
        // epsilon is at most 1e-8 of a gradient: 1e-12 beside 1e-4.
        assertClose(
                "Adam's first step with learning rate 0.25 and gradients 1e-4, -3 and 2e5",
                new double[] {-0.25, 0.25, -0.25},
                new Adam(3, 0.25, 0.9, 0.999, 1e-12).step(new double[3], new double[] {1e-4, -3, 2e5}),
                1e-8,
                "In the first step the corrected means are the gradient and its square.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("AdamW shrinks the parameters beside Adam's step, not through the gradient")
    void adamWByHand() {
        // Shrinking by 1 - 0.5 · 0.25 = 7/8. Adam's first step is 0.5 · 3 / (3 + 1).
        assertClose(
                "AdamW with learning rate 1/2 and weightDecay 1/4 from (8, -16), gradient (3, 0)",
                new double[] {7 - 0.375, -14},
                new AdamW(2, 0.5, 0.9, 0.999, 1, 0.25).step(new double[] {8, -16}, new double[] {3, 0}),
                TOLERANCE,
                "First (1 - learningRate · weightDecay) · x, then Adam's step, of which a gradient of 0 makes none.");
        AdamW adamW = new AdamW(1, 0.5, 0.5, 0.75, 0.5, 0.25);
        double[] first = adamW.step(new double[] {8}, new double[] {1.5});
        assertClose(
                "AdamW's first step from 8",
                new double[] {7 - 0.375},
                first,
                TOLERANCE,
                "7 - 0.5 · 1.5 / (1.5 + 0.5).");
        assertClose(
                "AdamW's second step, from 8 once more",
                new double[] {7 + 0.125},
                adamW.step(new double[] {8}, new double[] {-1.5}),
                TOLERANCE,
                "The same adam takes all steps, so that it can remember: here its means are -0.5 and 2.25.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("Adam and AdamW reach Rosenbrock's minimum within 20,000 steps")
    void adamReachesTheMinimum() {
        assertReaches("Adam", new Adam(2, 0.001, 0.9, 0.999, 1e-8));
        assertReaches("AdamW without decay", new AdamW(2, 0.001, 0.9, 0.999, 1e-8, 0));
    }

    @Test
    @DisplayName("the given landscapes are flat at their minimum, and nothing is below 0")
    void landscapes() {
        for (Landscape landscape : Landscape.values()) {
            assertEquals(0, landscape.value(landscape.minimum()));
            assertClose("gradient", new double[2], landscape.gradient(landscape.minimum()), 0, "");
        }
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused("learningRate must be > 0, but was 0.0", () -> new Sgd(0));
        assertRefused("momentum must be in [0, 1), but was 1.0", () -> new Momentum(1, 1, 1));
        assertRefused("momentum must be in [0, 1), but was -0.5", () -> new Nesterov(1, 1, -0.5));
        assertRefused("epsilon must be > 0, but was 0.0", () -> new AdaGrad(1, 1, 0));
        assertRefused("decay must be in [0, 1), but was 1.0", () -> new RmsProp(1, 1, 1, 1));
        assertRefused("beta1 must be in [0, 1), but was 1.0", () -> new Adam(1, 1, 1, 0, 1));
        assertRefused("beta2 must be in [0, 1), but was -1.0", () -> new Adam(1, 1, 0, -1, 1));
        assertRefused("weightDecay must be >= 0, but was -1.0", () -> new AdamW(1, 1, 0, 0, 1, -1));
        assertRefused(
                "parameters must have 2 entries, but has 1",
                () -> new Momentum(2, 1, 0).step(new double[1], new double[2]));
        assertRefused(
                "gradient must have 2 entries, but has 1",
                () -> new Adam(2, 1, 0, 0, 1).step(new double[2], new double[1]));
        assertRefused(
                "nSteps must be >= 0, but was -1", () -> Walk.path((x, g) -> x, Landscape.BEALE, new double[2], -1));
    }

    private static void assertReaches(String name, Optimizer optimizer) {
        Landscape landscape = Landscape.ROSENBROCK;
        double[][] path = Walk.path(optimizer, landscape, new double[] {-1.2, 1}, BUDGET);
        assertEquals(1 + BUDGET, path.length, "points on a path of 20,000 steps.");
        assertClose(
                "end of the path of " + name + " through Rosenbrock's valley after 20,000 steps",
                new double[] {1, 1},
                path[BUDGET],
                NEAR,
                "If it does not get there, the checks above say which part of a step is wrong.");
    }

    private static void assertSteps(
            String what, double[][] expected, Optimizer optimizer, double[][] gradients, String hint) {
        assertClose(what, expected, steps(optimizer, gradients), TOLERANCE, hint);
    }

    /** Where an optimizer is after each of these gradients, from zero. */
    static double[][] steps(Optimizer optimizer, double[][] gradients) {
        double[][] points = new double[gradients.length][];
        double[] x = new double[gradients[0].length];
        for (int k = 0; k < gradients.length; k++) {
            x = optimizer.step(x, gradients[k]);
            points[k] = x;
        }
        return points;
    }
}
