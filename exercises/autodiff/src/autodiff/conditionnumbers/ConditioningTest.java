package autodiff.conditionnumbers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import linearalgebra.linearsolvers.Lu;
import linearalgebra.linearsolvers.SingularMatrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConditioningTest {
    /** A few operations on numbers of order 1 to 10. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("conditionNumber is the largest singular value over the smallest")
    void quotients() {
        assertClose(
                "conditionNumber of diag(2, -8, 0.5)",
                16,
                Conditioning.conditionNumber(new double[][] {{2, 0, 0}, {0, -8, 0}, {0, 0, 0.5}}),
                TOLERANCE,
                "8 over 0.5, whatever their signs and places.");
        assertClose(
                "conditionNumber of a rotation",
                1,
                Conditioning.conditionNumber(new double[][] {{0.6, -0.8}, {0.8, 0.6}}),
                TOLERANCE,
                "It changes no length.");
        // The golden ratio to the power of 2: singular values of ((1, 1), (0, 1)) are φ and 1/φ.
        assertClose(
                "conditionNumber((1, 1), (0, 1))",
                (3 + Math.sqrt(5)) / 2,
                Conditioning.conditionNumber(new double[][] {{1, 1}, {0, 1}}),
                TOLERANCE,
                "Singular values, not eigenvalues: those are both 1.");
        assertClose(
                "conditionNumber((1, 2), (2, 4))",
                Double.POSITIVE_INFINITY,
                Conditioning.conditionNumber(new double[][] {{1, 2}, {2, 4}}),
                0,
                "A singular matrix has a singular value 0.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the condition numbers of Hilbert matrices are as in the tables")
    void hilbertMatrices() {
        // N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., table 28.1. The entries are rounded,
        // and that
        // alone changes the number by up to 1.1e-16 times itself: 2e-3 for n = 10.
        double[] published = {
            1.9281e1, 5.2406e2, 1.5514e4, 4.7661e5, 1.4951e7, 4.7537e8, 1.5258e10, 4.9315e11, 1.6025e13
        };
        for (int n = 2; n <= 10; n++) {
            double expected = published[n - 2];
            assertClose(
                    "conditionNumber(hilbert(" + n + "))",
                    expected,
                    Conditioning.conditionNumber(Conditioning.hilbert(n)),
                    expected * (5e-5 + 2e-16 * expected),
                    "Largest over smallest singular value.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("residual is b - A·x")
    void residuals() {
        assertClose(
                "residual((1, 2), (3, 4); (10, -1); (5, 7))",
                new double[] {-3, -19},
                Conditioning.residual(new double[][] {{1, 2}, {3, 4}}, new double[] {10, -1}, new double[] {5, 7}),
                0,
                "5 - (10 - 2), 7 - (30 - 4).");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("residual has the digits that products and sums round away")
    void roundedAway() {
        double a = (1 << 27) + 1; // its square needs 55 bits
        assertClose(
                "residual of 2^54 + 2^28 - (2^27 + 1)²",
                new double[] {-1},
                Conditioning.residual(new double[][] {{a}}, new double[] {a}, new double[] {0x1p54 + 0x1p28}),
                0,
                "The product rounds the 1 away; Math.fma knows it.");
        double[][] A = {{0x1p60, 3, -0x1p60}, {1, 1, 1}, {1, 0, 0}};
        assertClose(
                "residual of 5 - (2^60 + 3 - 2^60), …",
                new double[] {2, 2, 4},
                Conditioning.residual(A, new double[] {1, 1, 1}, new double[] {5, 5, 5}),
                0,
                "The sum rounds 5 and 3 away; add up what each addition lost.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("backward and forward error are relative to what they change")
    void errors() {
        double[][] A = {{3, 0}, {0, 4}};
        double[] x = {0.6, 0.8};
        assertClose(
                "backwardError of diag(3, 4), x = (0.6, 0.8), b = (1.8, 4.2)",
                0.25,
                Conditioning.backwardError(A, x, new double[] {1.8, 4.2}),
                TOLERANCE,
                "The residual is (0, 1), ‖A‖ is 4, and x has the length 1.");
        assertClose(
                "backwardError of x = (6, 8), b = (18, 33)",
                0.025,
                Conditioning.backwardError(A, new double[] {6, 8}, new double[] {18, 33}),
                TOLERANCE,
                "Divide by the length of x, too.");
        assertClose(
                "forwardError((3, 4), (3, 2))",
                0.4,
                Conditioning.forwardError(new double[] {3, 4}, new double[] {3, 2}),
                TOLERANCE,
                "2 over 5, the length of the first.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("refine begins with elimination, and ends with all digits")
    void refines() {
        double[][] A = Matrix.times(360360, Conditioning.hilbert(8)); // whole numbers
        double[] b =
                Arrays.stream(A).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[] ones = new double[8];
        Arrays.fill(ones, 1);
        double[][] path = requireShape("refine(A, b, 4)", 5, 8, Conditioning.refine(A, b, 4), "One row for each step.");
        assertClose("the first row", Lu.of(A).solve(b), path[0], 1e-12, "Elimination alone.");
        // The condition number is 1.5e10: each step divides the error by 1e5 or more. An ulp of 1 is 2e-16.
        assertClose(
                "after four steps, for ones as solution",
                ones,
                path[4],
                1e-15,
                "Solve for what the residual asks, and add it.");
    }

    @Graded(stage = 4)
    @DisplayName("refine refuses a singular matrix")
    void refusesSingular() {
        assertThrows(
                SingularMatrix.class,
                () -> Conditioning.refine(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 1}, 1),
                "Lu.solve refuses it.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("n must be >= 1, but was 0", () -> Conditioning.hilbert(0));
        assertRefused("A must have 1 column, but has 2", () -> Conditioning.conditionNumber(new double[1][2]));
        assertRefused(
                "x must have 1 entry, but has 2",
                () -> Conditioning.residual(new double[1][1], new double[2], new double[1]));
        assertRefused(
                "exact must have 1 entry, but has 2", () -> Conditioning.forwardError(new double[1], new double[2]));
        assertRefused(
                "nSteps must be >= 0, but was -1", () -> Conditioning.refine(new double[][] {{1}}, new double[1], -1));
    }
}
