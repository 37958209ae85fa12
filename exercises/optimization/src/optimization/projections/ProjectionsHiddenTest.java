package optimization.projections;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import linearalgebra.linearsolvers.Lu;
import org.junit.jupiter.api.DisplayName;

class ProjectionsHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("from the projection no corner of the simplex lies on the side of x")
    void cornersAreBehind(RandomGenerator random) {
        int n = random.nextInt(1, 9);
        double[] x = Arrays.stream(Matrix.gaussian(random, 1, n)[0])
                .map(entry -> 0.5 * entry)
                .toArray();
        double[] nearest = Projections.projectSimplex(x);
        assertEquals(n, nearest.length, "entries of a projection");

        assertClose("sum of the entries", 1, Arrays.stream(nearest).sum(), 1e-12, "θ makes the sum 1.");
        double[] away = Matrix.plus(x, -1, nearest);
        for (int j = 0; j < n; j++) {
            assertTrue(nearest[j] >= 0, "no entry of a projection must be below 0.");
            // A point is nearest if and only if the angle between the way to x and the way to any corner is not sharp.
            assertTrue(
                    away[j] - Matrix.dot(away, nearest) <= 1e-12,
                    "the way from the projection to x must make no sharp angle with the way to a corner.");
        }
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("projectBox is the nearest point of any box")
    void anyBox(RandomGenerator random) {
        double[] x = Matrix.gaussian(random, 1, 6)[0];
        double[] lower = Matrix.gaussian(random, 1, 6)[0];
        double[] upper = lower.clone();
        double[] expected = new double[6];
        for (int j = 0; j < 6; j++) {
            upper[j] += random.nextDouble();
            expected[j] = x[j] < lower[j] ? lower[j] : x[j] > upper[j] ? upper[j] : x[j];
        }

        assertClose("projectBox", expected, Projections.projectBox(x, lower, upper), 0, "Each entry by itself.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("projectedGradient of a distance comes to the projection")
    void distancesLeadToProjections(RandomGenerator random) {
        double[] centre = Matrix.gaussian(random, 1, 4)[0];
        double[][] path = Projections.projectedGradient(
                        x -> Matrix.plus(x, -1, centre),
                        Projections::projectSimplex,
                        0.4,
                        Matrix.gaussian(random, 1, 4)[0],
                        1e-12,
                        200)
                .path();

        // Each step leaves 0.6 of the error at most: less than 60 steps for 1e-12.
        assertClose(
                "end of projectedGradient of |x - c|²/2 on the simplex",
                Projections.projectSimplex(centre),
                path[path.length - 1],
                1e-11,
                "The nearest point to c is where no step leads anywhere.");
        assertTrue(path.length < 80, "less than 80 points are needed.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("coordinateDescent solves the system where there are no limits, and keeps to them where there are")
    void optimalInBoxes(RandomGenerator random) {
        double[][] B = Matrix.gaussian(random, 6, 4);
        double[][] A = Matrix.times(Matrix.transpose(B), B);
        for (int j = 0; j < 4; j++) {
            A[j][j] += 2;
        }
        double[] b = Matrix.gaussian(random, 1, 4)[0];
        double[] none = new double[4];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        double[] free = requireShape(
                "coordinateDescent",
                401,
                4,
                Projections.coordinateDescent(
                        A, b, Matrix.times(-1, new double[][] {none})[0], none, new double[4], 400),
                "A row for the start, and one for each sweep.")[400];
        // κ is at most about 15, and then 400 sweeps leave 1e-20.
        assertClose("without limits", Lu.of(A).solve(b), free, 1e-9, "Where no coordinate can be improved, A·x = b.");

        double[] upper = {0.1, 0.1, 0.1, 0.1};
        double[] x = requireShape(
                "coordinateDescent",
                401,
                4,
                Projections.coordinateDescent(A, b, new double[4], upper, b, 400),
                "A row for the start, and one for each sweep.")[400];
        double[] slope = Matrix.plus(Matrix.times(A, x), -1, b);
        for (int j = 0; j < 4; j++) {
            boolean isGood = x[j] == 0
                    ? slope[j] >= -1e-9
                    : x[j] == 0.1 ? slope[j] <= 1e-9 : x[j] > 0 && x[j] < 0.1 && Math.abs(slope[j]) <= 1e-9;
            assertTrue(
                    isGood,
                    "with limits 0 and 0.1 every slope must be 0, or not negative at the lower end, or not positive at"
                            + " the upper end.");
        }
    }
}
