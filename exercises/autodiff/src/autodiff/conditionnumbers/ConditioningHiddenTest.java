package autodiff.conditionnumbers;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import linearalgebra.linearsolvers.Lu;
import org.junit.jupiter.api.DisplayName;

class ConditioningHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("conditionNumber does not change with the unit, nor by transposing")
    void units(RandomGenerator random) {
        double[][] A = wholeNumbers(random, random.nextInt(2, 6));
        double condition = Conditioning.conditionNumber(A);
        // Singular values are right to about 1e-15 of the largest, so the quotient to 1e-15 times itself.
        double tolerance = 1e-14 * condition * condition;

        assertClose(
                "conditionNumber(7.5 · A)",
                condition,
                Conditioning.conditionNumber(Matrix.times(7.5, A)),
                tolerance,
                "Both singular values grow alike.");
        assertClose(
                "conditionNumber(Aᵀ)",
                condition,
                Conditioning.conditionNumber(Matrix.transpose(A)),
                tolerance,
                "The singular values are the same.");
    }

    @Graded(stage = 2)
    @Evidence(LIBRARY)
    @DisplayName("residuals of nearly right solutions are exact to the last digits")
    void exactResiduals(RandomGenerator random) {
        int n = random.nextInt(2, 8);
        double[][] A = Matrix.gaussian(random, n, n);
        double[] exact = random.doubles(n, -1, 1).toArray();
        double[] b = Matrix.times(A, exact);
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            BigDecimal sum = new BigDecimal(b[i]);
            for (int j = 0; j < n; j++) {
                sum = sum.subtract(new BigDecimal(A[i][j]).multiply(new BigDecimal(exact[j])));
            }
            expected[i] = sum.doubleValue();
        }
        // Residuals are of order 1e-16; errors of errors are 2^-53 of that, times n.
        assertClose(
                "residual of A·x rounded",
                expected,
                Conditioning.residual(A, exact, b),
                1e-29,
                "The errors of all operations.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("on a hundred systems the forward error is at most the condition number times the backward error")
    void hundredSystems(RandomGenerator random) {
        for (int draw = 0; draw < 100; draw++) {
            int n = random.nextInt(2, 8);
            double[][] A = draw % 2 == 0
                    ? wholeNumbers(random, n)
                    : Matrix.times(360360 << random.nextInt(3), Conditioning.hilbert(n));
            double[] exact = random.ints(n, 1, 10).asDoubleStream().toArray();
            double[] x = Lu.of(A).solve(Matrix.times(A, exact)); // whole numbers, so b is exact
            double condition = Conditioning.conditionNumber(A);
            double backward = Conditioning.backwardError(A, x, Matrix.times(A, exact));
            double forward = Conditioning.forwardError(x, exact);

            // The condition number of Hilbert 7 is 5e8: it has an error of 1e-7 of itself.
            assertEquals(
                    true,
                    forward <= condition * backward * (1 + 1e-6) + 1e-16,
                    "‖x - exact‖ / ‖x‖ must be at most cond(A) · ‖b - A·x‖ / (‖A‖·‖x‖).");
            assertEquals(true, backward < 1e-14, "Elimination with pivots has a backward error near 1e-16.");
        }
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("three steps bring any system of moderate condition to the last digits")
    void refinesAnything(RandomGenerator random) {
        int n = random.nextInt(7, 9);
        double[][] A = Matrix.times(360360, Conditioning.hilbert(n));
        double[] exact = random.ints(n, 1, 10).asDoubleStream().toArray();
        double[][] path = Conditioning.refine(A, Matrix.times(A, exact), 3);
        assertEquals(4, path.length, "One row for each step, and the first.");
        // Numbers below 10 have an ulp of up to 1.8e-15.
        assertClose("after three steps", exact, path[3], 4e-15, "Solve for the residual, and add.");
    }

    /** Whole numbers from -9 to 9, with a larger diagonal, so that the matrix is regular. */
    private static double[][] wholeNumbers(RandomGenerator random, int n) {
        double[][] A = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                A[i][j] = random.nextInt(-9, 10) + (i == j ? 9 * n : 0);
            }
        }
        return A;
    }
}
