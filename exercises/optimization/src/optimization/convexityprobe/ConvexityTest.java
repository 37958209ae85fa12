package optimization.convexityprobe;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import optimization.convexityprobe.Convexity.Chord;
import optimization.convexityprobe.Convexity.Curvature;
import optimization.gradientdescent.GradientDescent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConvexityTest {
    /** Numbers are of order 1 to 100 and sums of a few terms: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-11;

    /** Quotients of second order are right to about 1e-7 for the functions here, whose values stay below 100. */
    private static final double OF_QUOTIENTS = 1e-5;

    /** Two valleys, at -1 and 1, and a hill at 0. */
    private static final ToDoubleFunction<double[]> TWO_VALLEYS = x -> Math.pow(x[0], 4) - 2 * x[0] * x[0];

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("excess is f between the ends less the chord there")
    void excessOfACubic() {
        assertClose(
                "excess of x³ from 0 to 2, t = 1/4",
                3.375 - 6,
                Convexity.excess(x -> Math.pow(x[0], 3), new double[] {0}, new double[] {2}, 0.25),
                TOLERANCE,
                "A quarter of 0 and three quarters of 2 make 1.5, where x³ is 3.375; the chord there is 1/4 · 0 + 3/4 · 8.");
        assertClose(
                "excess of x₁² + 10 x₂ from (1, 3) to (5, 7), t = 1/2",
                -4,
                Convexity.excess(x -> x[0] * x[0] + 10 * x[1], new double[] {1, 3}, new double[] {5, 7}, 0.5),
                TOLERANCE,
                "In the middle, (3, 5), f is 59; the chord there is the mean of 31 and 95.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("counterexample finds the chord that runs deepest below the graph")
    void deepestChord() {
        assertChord(
                "x⁴ - 2x² at -1, 1, 3, with t = 1/4 and 1/2",
                new double[] {-1, 1, 0.5, 1},
                Convexity.counterexample(TWO_VALLEYS, new double[][] {{-1}, {1}, {3}}, new double[] {0.25, 0.5}),
                "Between the valleys the hill is 1 above the chord; with t = 1/4 it is only 0.5625.");
        assertChord(
                "-x² at 0, 1, 5, with t = 1/2",
                new double[] {0, 5, 0.5, 6.25},
                Convexity.counterexample(x -> -x[0] * x[0], new double[][] {{0}, {1}, {5}}, new double[] {0.5}),
                "Try all pairs: that of 0 and 5 has excess 6.25, that of 1 and 5 only 4.");
        assertChord(
                "-x² at -1, 1, with t = 1/4 and 3/4",
                new double[] {-1, 1, 0.25, 0.75},
                Convexity.counterexample(x -> -x[0] * x[0], new double[][] {{-1}, {1}}, new double[] {0.25, 0.75}),
                "Both parts have excess 0.75: keep the first.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("counterexample finds nothing where f is convex on the points, though it is not elsewhere")
    void nothingInOneValley() {
        assertNone(
                "x⁴ - 2x² at 1, 1.5 and 3",
                Convexity.counterexample(TWO_VALLEYS, new double[][] {{1}, {1.5}, {3}}, new double[] {0.25, 0.5, 0.75}),
                "Between 1 and 3 this function bends up everywhere.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("round-off does not refute a straight line")
    void straightLinesAreConvex() {
        // All chords of a straight line lie on it. In doubles some excesses here come out as up to 7e-10.
        assertNone(
                "1e6 · (x₁/3 + x₂/7) at four points, with t = 0.1, 0.2, … 0.9",
                Convexity.counterexample(
                        x -> 1e6 * (x[0] / 3 + x[1] / 7),
                        new double[][] {{0.1, 0.7}, {9.3, -2.9}, {-1.7, 3.1}, {5.9, 8.3}},
                        new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}),
                "An excess counts if it is above ROUND_OFF · (1 + |f(x)| + |f(y)|).");
        assertNone(
                "the same line less 1e9, where it is negative",
                Convexity.counterexample(
                        x -> 1e6 * (x[0] / 3 + x[1] / 7) - 1e9,
                        new double[][] {{0.1, 0.7}, {9.3, -2.9}, {-1.7, 3.1}, {5.9, 8.3}},
                        new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}),
                "The values of f count by their size, whatever their sign.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("a chord to where f is NaN refutes nothing")
    void nanRefutesNothing() {
        assertChord(
                "√x at -1, 0, 4, with t = 1/2",
                new double[] {0, 4, 0.5, Math.sqrt(2) - 1},
                Convexity.counterexample(x -> Math.sqrt(x[0]), new double[][] {{-1}, {0}, {4}}, new double[] {0.5}),
                "√-1 is NaN, and so are the excesses of its chords; that of 0 and 4 is √2 - 1.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a matrix is positive semidefinite if it bends nothing down, and flat is not down")
    void semidefinite() {
        assertSemidefinite(true, new double[][] {{2, -1}, {-1, 2}}, "Its eigenvalues are 3 and 1.");
        assertSemidefinite(
                false,
                new double[][] {{1, 3}, {3, 1}},
                "Its eigenvalues are 4 and -2: a positive diagonal is not enough.");
        assertSemidefinite(true, new double[][] {{9, 6}, {6, 4}}, "Its eigenvalues are 13 and 0: 0 is allowed.");
        assertSemidefinite(
                true,
                new double[][] {{9e6, 6e6}, {6e6, 4e6 - 1}},
                "Its smallest eigenvalue, -0.7, is nothing beside 13e6.");
        assertSemidefinite(true, new double[][] {{0.5, 0}, {0, -9e-7}}, "Above -1e-6 it may be 0.");
        assertSemidefinite(false, new double[][] {{0.5, 0}, {0, -1.1e-6}}, "Below -1e-6 it is negative.");
        assertSemidefinite(false, new double[][] {{-3}}, "A number is a matrix with itself as its eigenvalue.");
        assertSemidefinite(
                true, new double[][] {{-7e-6, 0}, {0, 10}}, "Below 0 by less than 1e-6 times the largest, 10.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("curvature spans the eigenvalues of the Hessians at all points")
    void curvatureOfAQuartic() {
        // The second derivatives of x⁴/12 + y² are x² and 2, those of 2xy are ±2.
        assertCurvature(
                "x⁴/12 + y² at (1.5, 4), (3, 0) and (2, 1)",
                2,
                9,
                Convexity.curvature(
                        x -> Math.pow(x[0], 4) / 12 + x[1] * x[1], new double[][] {{1.5, 4}, {3, 0}, {2, 1}}),
                "The second derivatives are x² and 2: 2.25 and 2 at the first point, then 9 and 2, then 4 and 2.");
        assertCurvature(
                "2xy + y³ at (5, 0)",
                -2,
                2,
                Convexity.curvature(x -> 2 * x[0] * x[1] + Math.pow(x[1], 3), new double[][] {{5, 0}}),
                "The Hessian there is {{0, 2}, {2, 0}}: the eigenvalues are not the entries of the diagonal.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Rosenbrock's valley is convex at its minimum, and not everywhere")
    void rosenbrockIsConvexNearby() {
        ToDoubleFunction<double[]> f = x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);

        // The Hessian at (1, 1) is {{802, -400}, {-400, 200}}, with trace 1002 and determinant 400. A quotient's
        // truncation h² · 2400/6 with h = 1e-4 is 1e-5.
        double root = Math.sqrt(501 * 501 - 400);
        assertCurvature(
                "Rosenbrock's function at (1, 1)",
                400 / (501 + root),
                501 + root,
                Convexity.curvature(f, new double[][] {{1, 1}}),
                "The eigenvalues of {{802, -400}, {-400, 200}}.");
        // At (0, 1) it is {{-398, 0}, {0, 200}}.
        assertCurvature(
                "Rosenbrock's function at (0, 1) and (1, 1)",
                -398,
                501 + root,
                Convexity.curvature(f, new double[][] {{0, 1}, {1, 1}}),
                "At (0, 1) the Hessian is {{-398, 0}, {0, 200}}.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("learningRate balances the smallest and the largest curvature")
    void rates() {
        assertClose(
                "learningRate for curvatures from 1 to 9",
                0.2,
                Convexity.learningRate(new Curvature(1, 9)),
                TOLERANCE,
                "2 / (1 + 9).");
        assertClose(
                "learningRate for curvatures from 0 to 4",
                0.25,
                Convexity.learningRate(new Curvature(0, 4)),
                TOLERANCE,
                "Where f is flat along some direction, 2/L would be on the brink: take 1 / largest.");
        assertClose(
                "learningRate for curvatures from -3 to 4",
                0.25,
                Convexity.learningRate(new Curvature(-3, 4)),
                TOLERANCE,
                "A negative curvature does not allow longer steps: take 1 / largest.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("steps counts how often the error must shrink")
    void stepsByHand() {
        assertEquals(
                4,
                Convexity.steps(new Curvature(2, 6), 0.1),
                "steps for curvatures 2 and 6 and factor 0.1: κ = 3, each step halves the error, and 1/8 is not enough.");
        assertEquals(
                1,
                Convexity.steps(new Curvature(5, 5), 1e-9),
                "steps for curvatures 5 and 5: in a round bowl one step leads to the minimum.");
        assertEquals(
                1,
                Convexity.steps(new Curvature(4, 6), 0.9),
                "steps for curvatures 4 and 6 and factor 0.9: one step shrinks the error to a fifth.");
        assertEquals(
                342,
                Convexity.steps(new Curvature(1, 99), 0.001),
                "steps for curvatures 1 and 99 and factor 0.001: each step leaves 0.98, and ln 0.001 / ln 0.98 = 341.9.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("gradient descent needs just as many steps as promised where the start is worst")
    void promiseIsKept(RandomGenerator random) {
        double smallest = 0.5 + random.nextDouble();
        double largest = smallest * (2 + 8 * random.nextDouble());
        double factor = 0.01 + 0.1 * random.nextDouble();
        Curvature curvature = new Curvature(smallest, largest);
        int steps = Convexity.steps(curvature, factor);
        double rate = Convexity.learningRate(curvature);

        // From (1, 1) both errors are multiplied by (κ - 1)/(κ + 1) in size, in every step.
        double[][] path = GradientDescent.descend(
                        x -> new double[] {smallest * x[0], largest * x[1]},
                        (x, gradient) -> rate,
                        new double[] {1, 1},
                        0,
                        200)
                .path();
        assertTrue(steps < 200, "steps must be below 200 for κ up to 10 and factors from 0.01 on, but was " + steps);
        double after = Matrix.norm(path[steps]) / Math.sqrt(2);
        double before = Matrix.norm(path[steps - 1]) / Math.sqrt(2);
        // Two hundred products of round-off 1e-16 each.
        assertTrue(
                after <= factor * (1 + 1e-12),
                "after steps(curvature, factor) = " + steps + " steps the error must have shrunk to " + factor
                        + ", but it is " + after + ".");
        assertTrue(
                before > factor * (1 - 1e-12),
                "steps(curvature, factor) = " + steps
                        + " must be the smallest number, but after one step less the error" + " is " + before
                        + ", which is below " + factor + " already.");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused(
                "t must be in [0, 1], but was 1.5",
                () -> Convexity.excess(TWO_VALLEYS, new double[1], new double[1], 1.5));
        assertRefused(
                "y must have 1 entry, but has 2",
                () -> Convexity.excess(TWO_VALLEYS, new double[1], new double[2], 0.5));
        assertRefused(
                "points must have at least 1 row, but is empty",
                () -> Convexity.counterexample(TWO_VALLEYS, new double[0][], new double[1]));
        assertRefused(
                "points must have at least 1 row, but is empty",
                () -> Convexity.curvature(TWO_VALLEYS, new double[0][]));
        assertRefused("largest must be > 0, but was 0.0", () -> Convexity.learningRate(new Curvature(-1, 0)));
        assertRefused("smallest must be > 0, but was 0.0", () -> Convexity.steps(new Curvature(0, 1), 0.5));
        assertRefused("factor must be in (0, 1), but was 1.0", () -> Convexity.steps(new Curvature(1, 2), 1));
    }

    private static void assertSemidefinite(boolean expected, double[][] A, String reason) {
        assertEquals(
                expected,
                Convexity.isPositiveSemidefinite(A),
                "isPositiveSemidefinite(" + java.util.Arrays.deepToString(A) + "). " + reason);
    }

    private static void assertCurvature(String of, double smallest, double largest, Curvature actual, String hint) {
        assertClose("curvature of " + of + ": smallest", smallest, actual.smallest(), 10 * OF_QUOTIENTS, hint);
        assertClose("curvature of " + of + ": largest", largest, actual.largest(), 10 * OF_QUOTIENTS, hint);
    }

    /** @param expected x, y, t and excess, for a function of one number */
    static void assertChord(String what, double[] expected, Optional<Chord> actual, String hint) {
        assertTrue(actual.isPresent(), "counterexample of " + what + " must find a chord, but found none. " + hint);
        Chord chord = actual.get();
        assertEquals(1, chord.x().length, "length of x of the chord");
        assertEquals(1, chord.y().length, "length of y of the chord");
        assertClose(
                "counterexample of " + what + ": x, y, t, excess",
                expected,
                new double[] {chord.x()[0], chord.y()[0], chord.t(), chord.excess()},
                TOLERANCE,
                hint);
    }

    static void assertNone(String what, Optional<Chord> actual, String hint) {
        actual.ifPresent(chord -> {
            throw new AssertionError("counterexample of " + what + " must find nothing, but found an excess of "
                    + chord.excess() + " with t = " + chord.t() + ". " + hint);
        });
    }
}
