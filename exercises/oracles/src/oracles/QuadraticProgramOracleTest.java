package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import optimization.dualqp.QuadraticProgram;
import optimization.dualqp.QuadraticProgram.Bounds;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The room dual-qp against EJML, which solves a system of equations for each set of constraints that might bind. Of one
 * set only, the point is allowed and no multiplier is negative.
 */
class QuadraticProgramOracleTest {
    private static final double GAP = 1e-11;

    /** A point as good as that is at most √(2·GAP/1) away from the best one, as curvatures are 1 or more. */
    private static final double NEAR = 5e-6;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void solutionsAgreeWithTheBestOfAllSetsOfConstraints(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + seed % 4;
        int nConstraints = 1 + seed % 7;
        double[][] B = Matrix.gaussian(random, n, n);
        double[][] Q = Matrix.times(Matrix.transpose(B), B);
        for (int j = 0; j < n; j++) {
            Q[j][j] += 1;
        }
        double[] c = Matrix.gaussian(random, 1, n)[0];
        double[][] A = Matrix.gaussian(random, nConstraints, n);
        double[] b = random.doubles(nConstraints, 0.1, 0.4).toArray();
        QuadraticProgram program = new QuadraticProgram(Q, Matrix.plus(new double[n], 4, c), A, b);
        Bounds bounds = program.solve(new double[n], GAP, 100_000);
        int last = bounds.prices().length - 1;

        double[][] solutions = IntStream.range(0, 1 << nConstraints)
                .filter(set -> Integer.bitCount(set) <= n)
                .mapToObj(set -> kkt(program, set))
                .filter(solution -> isBest(program, solution))
                .toArray(double[][]::new);
        assertEquals(1, solutions.length, "sets of constraints that bind");
        double[] x = Arrays.copyOf(solutions[0], n);
        double[] multipliers = Arrays.copyOfRange(solutions[0], n, n + nConstraints);
        double least = program.value(x);

        assertTrue(bounds.upper()[last] - bounds.lower()[last] <= GAP, "the bounds must meet.");
        assertClose("lower bound", least, bounds.lower()[last], 2 * GAP, "EJML says so.");
        assertClose("upper bound", least, bounds.upper()[last], 2 * GAP, "EJML says so.");
        assertClose("point", x, bounds.points()[last], NEAR, "EJML says so.");
        // Prices are off by what points are, times the inverse of the rows that bind: they are seldom nearly parallel.
        assertClose("prices", multipliers, bounds.prices()[last], 1000 * NEAR, "EJML says so.");
    }

    /**
     * The point where the constraints of a set are equations, followed by a multiplier for each constraint, 0 for those
     * that are not in the set.
     */
    private static double[] kkt(QuadraticProgram program, int set) {
        int n = program.c().length;
        int[] binding = IntStream.range(0, program.b().length)
                .filter(k -> (set >> k & 1) == 1)
                .toArray();
        DMatrixRMaj system = new DMatrixRMaj(n + binding.length, n + binding.length);
        DMatrixRMaj right = new DMatrixRMaj(n + binding.length, 1);
        CommonOps_DDRM.insert(new DMatrixRMaj(program.Q()), system, 0, 0);
        for (int j = 0; j < n; j++) {
            right.set(j, 0, -program.c()[j]);
        }
        for (int i = 0; i < binding.length; i++) {
            DMatrixRMaj row = new DMatrixRMaj(new double[][] {program.A()[binding[i]]});
            CommonOps_DDRM.insert(row, system, n + i, 0);
            CommonOps_DDRM.insert(CommonOps_DDRM.transpose(row, null), system, 0, n + i);
            right.set(n + i, 0, program.b()[binding[i]]);
        }
        DMatrixRMaj solved = new DMatrixRMaj(n + binding.length, 1);
        assertTrue(CommonOps_DDRM.solve(system, right, solved), "EJML must solve the system.");
        double[] solution = new double[n + program.b().length];
        System.arraycopy(solved.data, 0, solution, 0, n);
        for (int i = 0; i < binding.length; i++) {
            solution[n + binding[i]] = solved.get(n + i, 0);
        }
        return solution;
    }

    private static boolean isBest(QuadraticProgram program, double[] solution) {
        double[] x = Arrays.copyOf(solution, program.c().length);
        double[] violations = Matrix.plus(Matrix.times(program.A(), x), -1, program.b());
        return Arrays.stream(violations).allMatch(violation -> violation <= 1e-10)
                && Arrays.stream(solution).skip(x.length).allMatch(multiplier -> multiplier >= 0);
    }
}
