package optimization.constrainedlagrange;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import linearalgebra.linearsolvers.SingularMatrix;
import optimization.constrainedlagrange.Lagrange.Point;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LagrangeTest {
    /** Systems of two to four equations with condition numbers below 100. */
    private static final double TOLERANCE = 1e-11;

    /**
     * A round ends with a gradient of 1e-7; curvatures are 1 or more, so points are that near, and multipliers w times.
     */
    private static final double OF_ROUNDS = 2e-6;

    /** x²/2 where x = 1. */
    private static final Problem PARABOLA = new Given(
            x -> x[0] * x[0] / 2, x -> new double[] {x[0]}, x -> new double[] {x[0] - 1}, x -> new double[][] {{1}});

    /** The entropy of a die, times -1, where the probabilities sum to 1 and the mean is 4.5. */
    private static final Problem DIE = new Given(
            p -> Arrays.stream(p).map(q -> q * Math.log(q)).sum(),
            p -> Arrays.stream(p).map(q -> Math.log(q) + 1).toArray(),
            p -> {
                double mean = 0;
                for (int k = 0; k < 6; k++) {
                    mean += (k + 1) * p[k];
                }
                return new double[] {Arrays.stream(p).sum() - 1, mean - 4.5};
            },
            p -> new double[][] {{1, 1, 1, 1, 1, 1}, {1, 2, 3, 4, 5, 6}});

    /** A problem of four functions. */
    record Given(
            ToDoubleFunction<double[]> f,
            UnaryOperator<double[]> slope,
            UnaryOperator<double[]> h,
            Function<double[], double[][]> slopes)
            implements Problem {
        @Override
        public double value(double[] x) {
            return f.applyAsDouble(x);
        }

        @Override
        public double[] gradient(double[] x) {
            return slope.apply(x);
        }

        @Override
        public double[] constraints(double[] x) {
            return h.apply(x);
        }

        @Override
        public double[][] jacobian(double[] x) {
            return slopes.apply(x);
        }
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("equalityQp solves for the point and its multipliers at once")
    void quadraticOnALine() {
        assertPoint(
                "equalityQp of x² + 2y² - 2x where x + y = 3",
                new double[] {7.0 / 3, 2.0 / 3},
                new double[] {-8.0 / 3},
                Lagrange.equalityQp(
                        new double[][] {{2, 0}, {0, 4}}, new double[] {-2, 0}, new double[][] {{1, 1}}, new double[] {3
                        }),
                TOLERANCE,
                "2x - 2 + λ = 0, 4y + λ = 0, x + y = 3.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("equalityQp takes several constraints, and a Q that bends down where they forbid to go")
    void severalConstraints() {
        // z = -1 and y = 2 - x: x²/2 - (2 - x)²/8 + 3x has slope x + (2 - x)/4 + 3, zero at -14/3. The multipliers:
        // x + 3 + λ₁ = 0, -y/4 + λ₁ = 0, -5z + λ₂ = 0.
        assertPoint(
                "equalityQp of x²/2 - y²/8 - 5z²/2 + 3x where x + y = 2 and z = -1",
                new double[] {-14.0 / 3, 20.0 / 3, -1},
                new double[] {5.0 / 3, -5},
                Lagrange.equalityQp(
                        new double[][] {{1, 0, 0}, {0, -0.25, 0}, {0, 0, -5}},
                        new double[] {3, 0, 0},
                        new double[][] {{1, 1, 0}, {0, 0, 1}},
                        new double[] {2, -1}),
                TOLERANCE,
                "One system for x and λ: Q need not be positive definite by itself.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("equalityQp refuses constraints that say the same twice")
    void dependentConstraints() {
        assertThrows(
                SingularMatrix.class,
                () -> Lagrange.equalityQp(
                        new double[][] {{1, 0}, {0, 1}}, new double[2], new double[][] {{1, 2}, {2, 4}}, new double[] {
                            3, 6
                        }),
                "The multipliers of x + 2y = 3 and of 2x + 4y = 6 can be traded for each other: let Lu refuse.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("residual is the worst violation of all conditions")
    void residuals() {
        Problem circle = new Given(
                x -> x[0] + 3 * x[1],
                x -> new double[] {1, 3},
                x -> new double[] {x[0] * x[0] + x[1] * x[1] - 2, x[0] - 0.75},
                x -> new double[][] {{2 * x[0], 2 * x[1]}, {1, 0}});
        // At (1, -2): ∇f + Jᵀλ = (1 + 2λ₁ + λ₂, 3 - 4λ₁), constraints (3, 0.25).
        assertResidual(
                3, circle, new double[] {1, -2}, 0.75, -2, "the slopes are (0.5, 0), the constraints 3 and 0.25");
        assertResidual(11, circle, new double[] {1, -2}, -2, 3, "the slopes are (0, 11), the constraints 3 and 0.25");
        assertResidual(7, circle, new double[] {1, -2}, 0.75, -9.5, "the slopes are (-7, 0): a size has no sign");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("round minimises the augmented Lagrangian and improves the multipliers")
    void rounds() {
        assertPoint(
                "round on x²/2 where x = 1, from 5 with λ = 0, weight 3",
                new double[] {0.75},
                new double[] {-0.75},
                Lagrange.round(PARABOLA, new Point(new double[] {5}, new double[] {0}), 3),
                OF_ROUNDS,
                "x²/2 + 3/2 (x - 1)² is lowest at 3/4; the new λ is 0 + 3 · (3/4 - 1).");
        assertPoint(
                "round on x²/2 where x = 1, from 5 with λ = -2, weight 4",
                new double[] {1.2},
                new double[] {-1.2},
                Lagrange.round(PARABOLA, new Point(new double[] {5}, new double[] {-2}), 4),
                OF_ROUNDS,
                "x²/2 - 2 (x - 1) + 2 (x - 1)² is lowest at 6/5; the new λ is -2 + 4 · 0.2.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("penalty comes as near as its weights are large")
    void penalties() {
        List<Point> points = Lagrange.penalty(PARABOLA, new double[] {-3}, new double[] {1, 9, 99});

        assertEquals(3, points.size(), "points of penalty with 3 weights");
        for (int k = 0; k < 3; k++) {
            double x = new double[] {0.5, 0.9, 0.99}[k];
            assertPoint(
                    "penalty on x²/2 where x = 1, weights 1, 9, 99: round " + k,
                    new double[] {x},
                    new double[] {-x},
                    points.get(k),
                    OF_ROUNDS,
                    "With λ = 0 in every round, x²/2 + w/2 (x - 1)² is lowest at w/(1 + w).");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("augmented comes nearer in every round, with one weight")
    void multipliersLearn() {
        List<Point> points = Lagrange.augmented(PARABOLA, new double[] {-3}, 1, 4);

        assertEquals(4, points.size(), "points of augmented with 4 rounds");
        for (int k = 0; k < 4; k++) {
            double x = 1 - Math.pow(0.5, k + 1);
            assertPoint(
                    "augmented on x²/2 where x = 1, weight 1: round " + k,
                    new double[] {x},
                    new double[] {-x},
                    points.get(k),
                    OF_ROUNDS,
                    "Each round begins with the multipliers of the last one: 1/2, 3/4, 7/8, 15/16.");
        }
        assertEquals(
                0, Lagrange.augmented(PARABOLA, new double[] {-3}, 1, 0).size(), "points of augmented with 0 rounds");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the die of mean 4.5 with most entropy is that of Jaynes")
    void jaynesDie() {
        // E. T. Jaynes, Where do we stand on maximum entropy?, MIT 1978: 0.0543, 0.0788, 0.1142, 0.1654, 0.2398,
        // 0.3475.
        double[] fair = new double[6];
        Arrays.fill(fair, 1.0 / 6);
        // With weight 500 the rounds are off by 3e-3, 9e-5 and 1e-6. A round of the die calls its functions 700 times.
        List<Point> points = Lagrange.augmented(DIE, fair, 500, 3);

        assertEquals(3, points.size(), "points of augmented with 3 rounds");
        Point last = points.get(2);
        assertClose(
                "probabilities of 1 to 6",
                new double[] {0.0543, 0.0788, 0.1142, 0.1654, 0.2398, 0.3475},
                last.x(),
                6e-5,
                "Published with four digits.");
        assertEquals(2, last.multipliers().length, "multipliers of 2 constraints");
        // log p + 1 + λ₁ + k λ₂ = 0: from one face to the next p is multiplied by exp(-λ₂).
        assertClose(
                "p(k + 1) / p(k) against exp(-λ₂)",
                Math.exp(-last.multipliers()[1]),
                last.x()[5] / last.x()[4],
                1e-5,
                "∇f + Jᵀλ = 0 at the solution.");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        double[][] Q = {{1, 0}, {0, 1}};
        assertRefused(
                "c must have 2 entries, but has 1",
                () -> Lagrange.equalityQp(Q, new double[1], new double[1][2], new double[1]));
        assertRefused(
                "A must have 2 columns, but has 3",
                () -> Lagrange.equalityQp(Q, new double[2], new double[1][3], new double[1]));
        assertRefused(
                "b must have 1 entry, but has 2",
                () -> Lagrange.equalityQp(Q, new double[2], new double[1][2], new double[2]));
        assertRefused(
                "weight must be > 0, but was 0.0",
                () -> Lagrange.round(PARABOLA, new Point(new double[1], new double[1]), 0));
        assertRefused("nRounds must be >= 0, but was -1", () -> Lagrange.augmented(PARABOLA, new double[1], 1, -1));
    }

    private static void assertResidual(
            double expected, Problem problem, double[] x, double first, double second, String reason) {
        assertClose(
                "residual at " + Arrays.toString(x) + " with multipliers " + first + " and " + second,
                expected,
                Lagrange.residual(problem, new Point(x, new double[] {first, second})),
                TOLERANCE,
                reason + ".");
    }

    static void assertPoint(
            String what, double[] x, double[] multipliers, Point actual, double tolerance, String hint) {
        assertClose(what + ": x", x, actual.x(), tolerance, hint);
        assertClose(what + ": multipliers", multipliers, actual.multipliers(), tolerance, hint);
    }
}
