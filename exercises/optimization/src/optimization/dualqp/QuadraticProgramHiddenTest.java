package optimization.dualqp;

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
import java.util.stream.IntStream;
import optimization.constrainedlagrange.Lagrange;
import optimization.dualqp.QuadraticProgram.Bounds;
import optimization.dualqp.QuadraticProgram.Dual;
import org.junit.jupiter.api.DisplayName;

class QuadraticProgramHiddenTest {
    private static final int N = 3;
    private static final int N_CONSTRAINTS = 4;

    /** What is asked of solve: values are sums of terms up to 300 or so, so round-off in the gap is about 1e-13. */
    private static final double GAP = 1e-11;

    private static final int MAX_SWEEPS = 5000;

    /** Least curvature of drawn programs. */
    private static final double LEAST_CURVATURE = 3;

    /** As xᵀQx/2 bends by at least the least curvature, (x - x*)² times half of it is at most the gap. */
    private static final double NEAR = Math.sqrt(2 * GAP / LEAST_CURVATURE);

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("no prices lift the lower bound above the value of an allowed point")
    void weakDuality(RandomGenerator random) {
        QuadraticProgram program = drawn(random);
        for (int trial = 0; trial < 10; trial++) {
            double[] prices = Arrays.stream(gaussian(random, N_CONSTRAINTS))
                    .map(Math::abs)
                    .toArray();
            double[] x = allowed(program, gaussian(random, N));
            double value = Matrix.dot(x, Matrix.times(program.Q(), x)) / 2 + Matrix.dot(program.c(), x);

            // Sums of a dozen products, each below 1000: 1e-12 is lost.
            assertClose("value of a drawn point", value, program.value(x), 1e-10, "xᵀQx/2 + c·x.");
            assertTrue(
                    program.dualValue(prices) <= value + 1e-9,
                    "dualValue of prices that are not negative must not be above the value of an allowed point. Does it add"
                            + " prices times violations, A·x - b?");
        }
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("pulledBack is allowed, and no farther point of the way is")
    void asFarAsPossible(RandomGenerator random) {
        QuadraticProgram program = drawn(random);
        double[] inside = Matrix.plus(new double[N], 0.1, gaussian(random, N));
        inside = Matrix.norm(inside) < 0.4 ? inside : new double[N]; // b is 0.5 or more, and rows have length 1
        double[] way = Matrix.plus(new double[N], 3, gaussian(random, N));
        double[] x = Matrix.plus(inside, 1, way);
        double[] back = program.pulledBack(x, inside);
        assertEquals(N, back.length, "entries of pulledBack");

        double s = Matrix.dot(Matrix.plus(back, -1, inside), way) / Matrix.dot(way, way);
        assertClose("pulledBack", Matrix.plus(inside, s, way), back, 1e-12, "It is on the straight way.");
        double tightest = IntStream.range(0, N_CONSTRAINTS)
                .mapToDouble(k -> program.b()[k] - Matrix.dot(program.A()[k], back))
                .min()
                .orElse(0);
        assertTrue(tightest >= -1e-12, "pulledBack must keep all constraints.");
        assertTrue(s >= 0 && s <= 1 + 1e-12, "pulledBack must be between inside and x.");
        assertTrue(s >= 1 - 1e-12 || tightest <= 1e-12, "pulledBack must be x, or touch a constraint.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the dual multiplied out is the dual function")
    void sameFunction(RandomGenerator random) {
        QuadraticProgram program = drawn(random);
        Dual dual = program.dual();
        double[][] curvature = requireShape(
                "curvature", N_CONSTRAINTS, N_CONSTRAINTS, dual.curvature(), "A row and a column for each constraint.");
        assertEquals(N_CONSTRAINTS, dual.slope().length, "entries of slope: one for each constraint");
        double atZero = program.dualValue(new double[N_CONSTRAINTS]);
        for (int trial = 0; trial < 3; trial++) {
            double[] prices = gaussian(random, N_CONSTRAINTS);
            // Condition numbers below 20 and values below 100 lose 1e-12.
            assertClose(
                    "dualValue(λ) - dualValue(0)",
                    Matrix.dot(dual.slope(), prices) - Matrix.dot(prices, Matrix.times(curvature, prices)) / 2,
                    program.dualValue(prices) - atZero,
                    1e-9,
                    "slope·λ - λᵀ·curvature·λ/2, for prices of any sign.");
        }
    }

    @Graded(stage = 4, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("bounds never get worse, meet, and leave prices only where there is no room")
    void strongDuality(RandomGenerator random) {
        for (int trial = 0; trial < 3; trial++) {
            assertBoundsMeet(drawn(random));
        }
    }

    private static void assertBoundsMeet(QuadraticProgram program) {
        Bounds bounds = program.solve(new double[N], GAP, MAX_SWEEPS);
        int last = bounds.prices().length - 1;
        double[][] prices = requireShape(
                "prices", last + 1, N_CONSTRAINTS, bounds.prices(), "A row for λ = 0, and one for each sweep.");
        double[][] points =
                requireShape("points", last + 1, N, bounds.points(), "A row for λ = 0, and one for each sweep.");
        assertEquals(last + 1, bounds.lower().length, "lower bounds: one for each row of prices");
        assertEquals(last + 1, bounds.upper().length, "upper bounds: one for each row of prices");

        for (int i = 1; i <= last; i++) {
            assertTrue(
                    bounds.lower()[i] >= bounds.lower()[i - 1] - GAP,
                    "the lower bound must not fall from one sweep to the next.");
            assertTrue(
                    bounds.upper()[i] <= bounds.upper()[i - 1],
                    "the upper bound must not rise from one sweep to the next: keep the better point.");
        }
        assertClose("gap at the end", 0, bounds.upper()[last] - bounds.lower()[last], 2 * GAP, "The bounds meet.");
        double[] x = points[last];
        double[] pull = Matrix.times(Matrix.transpose(program.A()), prices[last]);
        double[] slope = Matrix.plus(Matrix.plus(program.c(), 1, Matrix.times(program.Q(), x)), 1, pull);
        // x and the minimiser of the prices are both NEAR the solution, and Q stretches by less than 50.
        assertClose("Q·x + c + Aᵀ·λ at the end", new double[N], slope, 100 * NEAR, "x is the minimiser of the prices.");
        for (int k = 0; k < N_CONSTRAINTS; k++) {
            double room = program.b()[k] - Matrix.dot(program.A()[k], x);
            assertTrue(room >= -1e-12, "points must be allowed.");
            assertTrue(prices[last][k] >= 0, "prices must not be negative.");
            // The gap is the sum of λₖ times room and of what x is worse than the minimiser: none of it is negative.
            assertClose("price times room", 0, prices[last][k] * room, 2 * GAP, "What has room has no price.");
        }
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("one system gives the same, once it is known what binds")
    void whatBinds(RandomGenerator random) {
        QuadraticProgram program = drawn(random);
        Bounds bounds = program.solve(new double[N], GAP, MAX_SWEEPS);
        double[] prices =
                requireShape("prices", bounds.prices().length, N_CONSTRAINTS, bounds.prices(), "A row for each sweep.")[
                        bounds.prices().length - 1];
        double[] x = requireShape("points", bounds.prices().length, N, bounds.points(), "A row for each sweep.")[
                bounds.prices().length - 1];
        // A price of less than this may be on its way to 0.
        int[] binding =
                IntStream.range(0, N_CONSTRAINTS).filter(k -> prices[k] > 1e-4).toArray();
        if (binding.length == 0) {
            return;
        }
        Lagrange.Point solved = Lagrange.equalityQp(
                program.Q(),
                program.c(),
                Arrays.stream(binding).mapToObj(k -> program.A()[k]).toArray(double[][]::new),
                Arrays.stream(binding).mapToDouble(k -> program.b()[k]).toArray());

        // What is left out changes x by less than 1e-4.
        assertClose("point at the end", solved.x(), x, 1e-3, "Constraints with a price hold as equations.");
        assertClose(
                "prices above 0",
                solved.multipliers(),
                Arrays.stream(binding).mapToDouble(k -> prices[k]).toArray(),
                1e-2,
                "Prices are the multipliers of these equations.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("a price is what more room is worth")
    void worthOfRoom(RandomGenerator random) {
        QuadraticProgram program = drawn(random);
        int k = random.nextInt(N_CONSTRAINTS);
        double[][] prices = program.solve(new double[N], GAP, MAX_SWEEPS).prices();
        double[] last = requireShape("prices", prices.length, N_CONSTRAINTS, prices, "A row for each sweep.")[
                prices.length - 1];
        double step = 0.1;
        double least = leastValue(program, k, 0);
        // The least value is a convex function of b with slope -λ, so it lies above its tangent on both sides.
        assertTrue(
                least - leastValue(program, k, step) <= step * last[k] + 1e-9,
                "with more room in a constraint the least value must not fall by more than its price times the room.");
        assertTrue(
                leastValue(program, k, -step) - least >= step * last[k] - 1e-9,
                "with less room in a constraint the least value must rise by its price times the room at least.");
    }

    private static double leastValue(QuadraticProgram program, int k, double more) {
        double[] b = program.b().clone();
        b[k] += more;
        double[] lower = new QuadraticProgram(program.Q(), program.c(), program.A(), b)
                .solve(new double[N], GAP, MAX_SWEEPS)
                .lower();
        assertTrue(lower.length > 0, "there must be a lower bound for λ = 0 at least.");
        return lower[lower.length - 1];
    }

    /**
     * Three variables in a tetrahedron: normals of length 1 that point to its faces, each some 109 degrees from the
     * others, and 0 inside with room for 0.5 to 1.5. The minimum without constraints is 3 to 5 away from 0.
     */
    private static QuadraticProgram drawn(RandomGenerator random) {
        double[][] B = Matrix.gaussian(random, 4, N);
        double[][] Q = Matrix.times(Matrix.transpose(B), B);
        for (int j = 0; j < N; j++) {
            Q[j][j] += LEAST_CURVATURE;
        }
        double[] free = gaussian(random, N);
        double far = (3 + 2 * random.nextDouble()) / Matrix.norm(free);
        double[] c = Matrix.plus(new double[N], -far, Matrix.times(Q, free));
        double[][] A = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
        double[] b = new double[N_CONSTRAINTS];
        for (int k = 0; k < N_CONSTRAINTS; k++) {
            for (int j = 0; j < N; j++) {
                A[k][j] += 0.6 * random.nextDouble() - 0.3;
            }
            A[k] = Matrix.times(1 / Matrix.norm(A[k]), new double[][] {A[k]})[0];
            b[k] = 0.5 + random.nextDouble();
        }
        return new QuadraticProgram(Q, c, A, b);
    }

    private static double[] gaussian(RandomGenerator random, int n) {
        return Matrix.gaussian(random, 1, n)[0];
    }

    /** A part of x that is allowed, on the way from 0. */
    private static double[] allowed(QuadraticProgram program, double[] x) {
        double s = 1;
        for (int k = 0; k < N_CONSTRAINTS; k++) {
            s = Math.min(s, program.b()[k] / Math.max(1e-9, Matrix.dot(program.A()[k], x)));
        }
        return Matrix.plus(new double[N], s, x);
    }
}
