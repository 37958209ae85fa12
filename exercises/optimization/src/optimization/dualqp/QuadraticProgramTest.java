package optimization.dualqp;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import optimization.dualqp.QuadraticProgram.Bounds;
import optimization.dualqp.QuadraticProgram.Dual;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QuadraticProgramTest {
    /** Some dozens of operations on numbers up to 50, with condition numbers below 10: less than 1e-12 is lost. */
    private static final double TOLERANCE = 1e-11;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("value is half the quadratic form and the linear one")
    void values() {
        assertClose(
                "value at (1, -3) of x² + xy + 2y² + 5x - 4y",
                33,
                halfPlane().value(new double[] {1, -3}),
                TOLERANCE,
                "Q = {{2, 1}, {1, 4}}, c = (5, -4): xᵀQx/2 is 16, c·x is 17.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("minimiser goes where the value and all that is paid are least")
    void minimisers() {
        assertClose(
                "minimiser of (x² + y²)/2 - 2x - y without prices",
                new double[] {2, 1},
                roof().minimiser(new double[] {0, 0}),
                TOLERANCE,
                "Q·x + c = 0.");
        assertClose(
                "minimiser of (x² + y²)/2 - 2x - y with prices 0.5 for x + y <= 1 and 3 for x - 2y <= 4",
                new double[] {-1.5, 6.5},
                roof().minimiser(new double[] {0.5, 3}),
                TOLERANCE,
                "(2, 1) less 0.5 times (1, 1) and 3 times (1, -2): each row of A times its price.");
        assertClose(
                "minimiser of x² + xy + 2y² + 5x - 4y with price 2 for 3x + y <= 1",
                new double[] {-46.0 / 7, 15.0 / 7},
                halfPlane().minimiser(new double[] {2}),
                TOLERANCE,
                "2x + y = -5 - 6 and x + 4y = 4 - 2.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("dualValue is the value at the minimiser and what is paid there")
    void dualValues() {
        // With prices λ and μ the minimiser of roof is v = (2, 1) - λ (1, 1) - μ (1, -2), and -|v|²/2 - λ - 4μ is left.
        assertDual(-2.5, roof(), "-(4 + 1)/2: the value at (2, 1).", 0, 0);
        assertDual(
                -1.75,
                roof(),
                "the minimiser is (1.5, 0.5), its value -2.25, and it violates x + y <= 1 by 1.",
                0.5,
                0);
        assertDual(-1.5, roof(), "the minimiser is (1, 0), which is allowed, and has room in what has no price.", 1, 0);
        assertDual(
                -20.5, roof(), "at (0, 5) there is room for 14 in x - 2y <= 4, and prices times room come off.", 0, 2);
        // -vᵀQ⁻¹v/2 - 2 with v = (11, -2), Q⁻¹v = (46/7, -15/7).
        assertDual(-282.0 / 7, halfPlane(), "the minimiser is (-46/7, 15/7).", 2);
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("pulledBack goes as far towards a point as is allowed, and not beyond it")
    void pullsBack() {
        double[] origin = new double[2];
        assertClose(
                "pulledBack of (2, 1), inside (0, 0), where x + y <= 1 and x - 2y <= 4",
                new double[] {2.0 / 3, 1.0 / 3},
                roof().pulledBack(new double[] {2, 1}, origin),
                TOLERANCE,
                "x + y rises by 3, and there is room for 1: a third of the way.");
        assertClose(
                "pulledBack of (6, -7), inside (0.5, 0), where x + y <= 1 and x - 2y <= 4",
                new double[] {0.5 + 5.5 * 3.5 / 19.5, -7 * 3.5 / 19.5},
                roof().pulledBack(new double[] {6, -7}, new double[] {0.5, 0}),
                TOLERANCE,
                "x - 2y rises from 0.5 by 19.5, and there is room for 3.5; x + y falls.");
        assertClose(
                "pulledBack of (8, -3), inside (0, 0), where x + y <= 1 and x - 2y <= 4",
                new double[] {1.6, -0.6},
                roof().pulledBack(new double[] {8, -3}, origin),
                TOLERANCE,
                "x + y rises by 5 and has room for 1, x - 2y by 14 and has room for 4: the smaller quotient counts, 1/5.");
        assertClose(
                "pulledBack of (-2, 1), inside (0, 0), where x + y <= 1 and x - 2y <= 4",
                new double[] {-2, 1},
                roof().pulledBack(new double[] {-2, 1}, origin),
                TOLERANCE,
                "The point is allowed, so s is 1, though there is room behind it.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("dual says how prices bend the lower bound, and how it rises at first")
    void multipliedOut() {
        Dual corner = corner().dual();
        assertClose(
                "curvature of the dual of x² + xy + y² - 8x - 7y where x <= 1 and y <= 1",
                new double[][] {{2.0 / 3, -1.0 / 3}, {-1.0 / 3, 2.0 / 3}},
                corner.curvature(),
                TOLERANCE,
                "A·Q⁻¹·Aᵀ, and A is the identity here.");
        assertClose(
                "slope of the same",
                new double[] {2, 1},
                corner.slope(),
                TOLERANCE,
                "Without prices the minimiser is (3, 2), and b is (1, 1).");
        Dual roof = roof().dual();
        assertClose(
                "curvature of the dual of (x² + y²)/2 - 2x - y where x + y <= 1 and x - 2y <= 4",
                new double[][] {{2, -1}, {-1, 5}},
                roof.curvature(),
                TOLERANCE,
                "A·Q⁻¹·Aᵀ, and Q is the identity here.");
        assertClose(
                "slope of the same",
                new double[] {2, -4},
                roof.slope(),
                TOLERANCE,
                "At (2, 1) the first constraint is violated by 2, and the second one has room for 4.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("solve raises the lower bound sweep by sweep and keeps the best allowed point")
    void sweepsByHand() {
        // λ₁ = (2 + λ₂/3) · 3/2 and λ₂ = (1 + λ₁/3) · 3/2, each with the newest value of the other.
        Bounds bounds = corner().solve(new double[2], 0, 2);

        assertClose(
                "prices of solve on x² + xy + y² - 8x - 7y where x <= 1 and y <= 1, inside (0, 0), 2 sweeps",
                new double[][] {{0, 0}, {3, 3}, {4.5, 3.75}},
                bounds.prices(),
                TOLERANCE,
                "From 0 on, each price in turn gets its best value.");
        // Minimisers are (3, 2), (2, 1), (1.25, 1).
        assertClose(
                "points of the same",
                new double[][] {{1, 2.0 / 3}, {1, 2.0 / 3}, {1, 0.8}},
                bounds.points(),
                TOLERANCE,
                "(2, 1) pulled back to (1, 0.5) is worse than (1, 2/3), so that one is kept.");
        assertClose(
                "lower bounds of the same",
                new double[] {-19, -13, -12.0625},
                bounds.lower(),
                TOLERANCE,
                "The dual value of each row of prices.");
        assertClose(
                "upper bounds of the same",
                new double[] {-95.0 / 9, -95.0 / 9, -11.16},
                bounds.upper(),
                TOLERANCE,
                "The value of each row of points.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("solve lets no price fall below 0")
    void noNegativePrices() {
        assertClose(
                "prices of solve on (x² + y²)/2 - 2x - y where x + y <= 1 and x - 2y <= 4, inside (0, 0), 1 sweep",
                new double[][] {{0, 0}, {1, 0}},
                roof().solve(new double[2], 0, 1).prices(),
                TOLERANCE,
                "λ₁ = 2/2. The dual value would be highest at λ₂ = (-4 + 1)/5, so 0 is the best that is not below 0.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("solve stops as soon as the gap is small enough")
    void stops() {
        // Gaps of 76/9 = 8.4, 22/9 = 2.4 and 0.9025.
        assertRows(1, 8.5, 9, "the first gap is 8.4");
        assertRows(2, 2.5, 9, "the gaps are 8.4, 2.4");
        assertRows(3, 2.4, 9, "the gaps are 8.4, 2.44, 0.9");
        assertRows(2, 0, 1, "only one sweep is allowed");
        assertRows(1, 0, 0, "no sweep is allowed");
        // Roots of 1 and 4, so nothing is rounded: the value and the dual value are -2.5.
        Bounds nothingToDo = new QuadraticProgram(
                        new double[][] {{1, 0}, {0, 4}}, new double[] {-1, 4}, new double[][] {{1, 1}}, new double[] {5
                        })
                .solve(new double[2], 0, 9);
        assertEquals(
                1,
                nothingToDo.prices().length,
                "rows of prices where the minimiser without prices, (1, -1), is allowed: the first gap is 0");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("solve finds the published solution of four variables and seven constraints")
    void hockSchittkowski() {
        // W. Hock and K. Schittkowski, Test Examples for Nonlinear Programming Codes, Springer 1981, problem 76:
        // x = (3, 23, 0, 6)/11, value -4.681818. x₁ + 2x₂ + x₃ + x₄ <= 5 and x₃ >= 0 bind.
        double[][] Q = {{2, 0, -1, 0}, {0, 1, 0, 0}, {-1, 0, 2, 1}, {0, 0, 1, 1}};
        double[][] A = {
            {1, 2, 1, 1}, {3, 1, 2, -1}, {0, -1, -4, 0}, {-1, 0, 0, 0}, {0, -1, 0, 0}, {0, 0, -1, 0}, {0, 0, 0, -1}
        };
        double[] b = {5, 4, -1.5, 0, 0, 0, 0};
        QuadraticProgram program = new QuadraticProgram(Q, new double[] {-1, -3, 1, -1}, A, b);
        Bounds bounds = program.solve(new double[] {0.5, 1, 0.5, 0.5}, 1e-12, 1000);

        int last = bounds.prices().length - 1;
        assertTrue(
                last < 200, "after less than 200 sweeps the gap must be at most 1e-12, but there were " + last + ".");
        double[][] prices = requireShape("prices", last + 1, 7, bounds.prices(), "A row for 0 and for each sweep.");
        double[][] points = requireShape("points", last + 1, 4, bounds.points(), "A row for 0 and for each sweep.");
        assertEquals(last + 1, bounds.lower().length, "lower bounds: one for each row of prices");
        assertEquals(last + 1, bounds.upper().length, "upper bounds: one for each row of prices");
        assertClose("lower bound at the end", -4.681818, bounds.lower()[last], 6e-7, "Published with six digits.");
        assertClose("upper bound at the end", -4.681818, bounds.upper()[last], 6e-7, "Published with six digits.");
        // The bounds differ by what is pulled back, times prices of 5/11 and 19/11. So points are off by 1e-12 or so.
        assertClose(
                "point at the end",
                new double[] {3.0 / 11, 23.0 / 11, 0, 6.0 / 11},
                points[last],
                1e-8,
                "Where the bounds meet there is one point.");
        assertClose(
                "prices at the end",
                new double[] {5.0 / 11, 0, 0, 0, 0, 19.0 / 11, 0},
                prices[last],
                1e-8,
                "What does not bind has no price.");
        double[] slope = Matrix.plus(
                Matrix.plus(program.c(), 1, Matrix.times(Q, points[last])),
                1,
                Matrix.times(Matrix.transpose(A), prices[last]));
        assertClose(
                "Q·x + c + Aᵀ·λ at the end", new double[4], slope, 1e-8, "The condition of Karush, Kuhn and Tucker.");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused(
                "inside must keep A·x < b in all rows, but row 0 is 1.0 and b is 1.0",
                () -> roof().pulledBack(new double[2], new double[] {1, 0}));
        assertRefused(
                "inside must keep A·x < b in all rows, but row 1 is 5.0 and b is 4.0",
                () -> roof().solve(new double[] {-1, -3}, 0, 1));
        assertRefused("tolerance must be >= 0, but was -0.5", () -> roof().solve(new double[2], -0.5, 1));
        assertRefused("maxSweeps must be >= 0, but was -1", () -> roof().solve(new double[2], 0, -1));
        assertRefused("inside must have 2 entries, but has 1", () -> roof().solve(new double[1], 0, 1));
        assertRefused("x must have 2 entries, but has 3", () -> roof().pulledBack(new double[3], new double[2]));
        assertRefused("prices must have 2 entries, but has 1", () -> roof().minimiser(new double[1]));
        assertRefused("prices must have 2 entries, but has 3", () -> roof().dualValue(new double[3]));
        assertRefused("x must have 2 entries, but has 1", () -> roof().value(new double[1]));
        double[][] one = {{1}};
        double[] two = new double[2];
        double[] zero = new double[1];
        assertRefused("c must have 1 entry, but has 2", () -> new QuadraticProgram(one, two, one, zero));
        assertRefused("A must have 1 column, but has 2", () -> new QuadraticProgram(one, zero, new double[1][2], zero));
        assertRefused("b must have 1 entry, but has 2", () -> new QuadraticProgram(one, zero, one, two));
        assertRefused(
                "A must have no row of zeros, but row 0 is one",
                () -> new QuadraticProgram(one, zero, new double[1][1], zero));
        assertRefused(
                "b must be finite, but b[0] was Infinity",
                () -> new QuadraticProgram(one, zero, one, new double[] {Double.POSITIVE_INFINITY}));
    }

    /** (x² + y²)/2 - 2x - y where x + y <= 1 and x - 2y <= 4. */
    private static QuadraticProgram roof() {
        return new QuadraticProgram(
                new double[][] {{1, 0}, {0, 1}}, new double[] {-2, -1}, new double[][] {{1, 1}, {1, -2}}, new double[] {
                    1, 4
                });
    }

    /** x² + xy + 2y² + 5x - 4y where 3x + y <= 1. */
    private static QuadraticProgram halfPlane() {
        return new QuadraticProgram(
                new double[][] {{2, 1}, {1, 4}}, new double[] {5, -4}, new double[][] {{3, 1}}, new double[] {1});
    }

    /** x² + xy + y² - 8x - 7y where x <= 1 and y <= 1: lowest at (1, 1), where both bind, with prices 5 and 4. */
    private static QuadraticProgram corner() {
        return new QuadraticProgram(
                new double[][] {{2, 1}, {1, 2}}, new double[] {-8, -7}, new double[][] {{1, 0}, {0, 1}}, new double[] {
                    1, 1
                });
    }

    private static void assertDual(double expected, QuadraticProgram program, String hint, double... prices) {
        String value = prices.length == 1
                ? "x² + xy + 2y² + 5x - 4y with price " + prices[0] + " for 3x + y <= 1"
                : "(x² + y²)/2 - 2x - y with prices " + prices[0] + " for x + y <= 1 and " + prices[1]
                        + " for x - 2y <= 4";
        assertClose("dualValue of " + value, expected, program.dualValue(prices), TOLERANCE, hint);
    }

    private static void assertRows(int expected, double tolerance, int maxSweeps, String gaps) {
        assertEquals(
                expected,
                corner().solve(new double[2], tolerance, maxSweeps).prices().length,
                "rows of prices with tolerance " + tolerance + " and at most " + maxSweeps + " sweeps: " + gaps);
    }
}
