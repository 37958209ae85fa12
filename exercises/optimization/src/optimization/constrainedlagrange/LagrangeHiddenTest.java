package optimization.constrainedlagrange;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.List;
import java.util.random.RandomGenerator;
import optimization.constrainedlagrange.Lagrange.Point;
import org.junit.jupiter.api.DisplayName;

class LagrangeHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("at the solution of any quadratic program the residual is below 1e-8")
    void conditionsHold(RandomGenerator random) {
        double[][] Q = definite(random, 5);
        double[] c = Matrix.gaussian(random, 1, 5)[0];
        double[][] A = independent(random, 2, 5);
        double[] b = Matrix.gaussian(random, 1, 2)[0];
        Point point = Lagrange.equalityQp(Q, c, A, b);
        assertEquals(5, point.x().length, "entries of x");
        assertEquals(2, point.multipliers().length, "entries of the multipliers");

        double[] slope = Matrix.plus(Matrix.times(Q, point.x()), 1, c);
        slope = Matrix.plus(slope, 1, Matrix.times(Matrix.transpose(A), point.multipliers()));
        // Condition numbers of some hundreds and numbers of order 10 leave 1e-12.
        assertClose("Q·x + c + Aᵀ·λ", new double[5], slope, 1e-8, "The first rows of the system.");
        assertClose("A·x", b, Matrix.times(A, point.x()), 1e-8, "The last rows of the system.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("multipliers are prices: what the least value changes by when a constraint does")
    void multipliersArePrices(RandomGenerator random) {
        double[][] Q = definite(random, 4);
        double[] c = Matrix.gaussian(random, 1, 4)[0];
        double[][] A = independent(random, 2, 4);
        double[] b = Matrix.gaussian(random, 1, 2)[0];
        double[] multipliers = Lagrange.equalityQp(Q, c, A, b).multipliers();
        assertEquals(2, multipliers.length, "entries of the multipliers");
        for (int k = 0; k < 2; k++) {
            double[] more = b.clone();
            double[] less = b.clone();
            more[k] += 0.5;
            less[k] -= 0.5;
            // The least value is quadratic in b, so this quotient is exact.
            double change = value(Q, c, Lagrange.equalityQp(Q, c, A, more).x())
                    - value(Q, c, Lagrange.equalityQp(Q, c, A, less).x());
            assertClose(
                    "change of the least value by a constraint, and multiplier " + k,
                    change,
                    -multipliers[k],
                    1e-8 * (1 + Math.abs(change)),
                    "∇f + Aᵀλ = 0 makes it -λ.");
        }
    }

    private static double value(double[][] Q, double[] c, double[] x) {
        return Matrix.dot(x, Matrix.times(Q, x)) / 2 + Matrix.dot(c, x);
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("augmented finds the point of a circle that is farthest in any direction")
    void circles(RandomGenerator random) {
        double angle = 2 * Math.PI * random.nextDouble();
        double radius = 0.5 + random.nextDouble();
        double[] d = {Math.cos(angle), Math.sin(angle)};
        Problem problem = new LagrangeTest.Given(
                x -> -Matrix.dot(d, x),
                x -> new double[] {-d[0], -d[1]},
                x -> new double[] {(Matrix.dot(x, x) - radius * radius) / 2},
                x -> new double[][] {x});
        List<Point> points = Lagrange.augmented(problem, new double[] {0.1, 0.2}, 8, 15);
        assertEquals(15, points.size(), "points of 15 rounds");

        // Curvature 1/r along the circle and about 8 r² across: each round leaves about 1/(1 + 8 r³) ≤ 1/2 of the
        // error.
        LagrangeTest.assertPoint(
                "augmented on a drawn circle",
                new double[] {radius * d[0], radius * d[1]},
                new double[] {1 / radius},
                points.get(14),
                2e-4,
                "There the gradients are parallel, with factor 1/radius.");
        double residual = Lagrange.residual(problem, points.get(14));
        assertTrue(residual < 5e-4, "after 15 rounds the residual must be small.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("penalty violates the constraint by the multiplier over the weight")
    void violations(RandomGenerator random) {
        double target = 1 + random.nextDouble();
        double weight = 5 + 10 * random.nextDouble();
        Problem problem = new LagrangeTest.Given(
                x -> x[0] * x[0] + x[1] * x[1],
                x -> new double[] {2 * x[0], 2 * x[1]},
                x -> new double[] {x[0] + x[1] - target},
                x -> new double[][] {{1, 1}});
        List<Point> points = Lagrange.penalty(problem, new double[] {3, -1}, new double[] {1, weight});
        assertEquals(2, points.size(), "points of 2 weights");

        // 2x + w (2x - target) = 0.
        double x = weight * target / (2 + 2 * weight);
        LagrangeTest.assertPoint(
                "penalty on x² + y² where x + y is drawn",
                new double[] {x, x},
                new double[] {-2 * x},
                points.get(1),
                2e-6,
                "f + w/2 · h², with λ = 0.");
    }

    private static double[][] definite(RandomGenerator random, int n) {
        double[][] B = Matrix.gaussian(random, n + 3, n);
        double[][] Q = Matrix.times(Matrix.transpose(B), B);
        for (int i = 0; i < n; i++) {
            Q[i][i] += 1;
        }
        return Q;
    }

    /** Rows that begin with those of the identity, so that they are never nearly dependent. */
    private static double[][] independent(RandomGenerator random, int n, int nColumns) {
        double[][] A = Matrix.gaussian(random, n, nColumns);
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                A[k][j] = k == j ? 1 : 0;
            }
        }
        return A;
    }
}
