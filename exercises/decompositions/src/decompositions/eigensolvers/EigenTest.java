package decompositions.eigensolvers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EigenTest {
    /** A few hundred turns, each off by 1e-16, of numbers up to 20. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("zeroing turns by the angle that makes a 2 x 2 matrix diagonal")
    void turnsToItsAxes() {
        // tau = -1.4/4.8 = -7/24 and sqrt(1 + tau²) = 25/24, so t = -24/32.
        assertRotation(
                "zeroing(8.2, 2.4, 6.8)", 0.8, -0.6, Rotation.zeroing(8.2, 2.4, 6.8), "tau is -7/24, t is -3/4.");
        assertRotation("zeroing(6.8, 2.4, 8.2)", 0.8, 0.6, Rotation.zeroing(6.8, 2.4, 8.2), "tau is 7/24, t is 3/4.");
        assertRotation("zeroing(6.8, -2.4, 8.2)", 0.8, -0.6, Rotation.zeroing(6.8, -2.4, 8.2), "tau is -7/24.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("zeroing turns by 45° where the diagonal is constant, and not at all where nothing is beside it")
    void specialAngles() {
        double h = Math.sqrt(0.5);

        assertRotation(
                "zeroing(3, 2, 3)", h, h, Rotation.zeroing(3, 2, 3), "tau is 0, and its sign counts as +: t is 1.");
        assertRotation("zeroing(3, 0, 5)", 1, 0, Rotation.zeroing(3, 0, 5), "There is nothing to remove.");
        assertRotation("zeroing(4, 0, 4)", 1, 0, Rotation.zeroing(4, 0, 4), "tau would be 0/0: ask for pq = 0 first.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("zeroing keeps the digits of small angles")
    void smallAngles() {
        // The angle is pq/(qq - pp) to 24 digits: t = 1/(2·tau).
        assertClose(
                "sine of zeroing(1, 1e-12, 3) · 1e12",
                0.5,
                Rotation.zeroing(1, 1e-12, 3).sine() * 1e12,
                TOLERANCE,
                "-tau + sqrt(1 + tau²) is the difference of two equal numbers: use sign(tau)/(|tau| + sqrt(1 + tau²)).");
        assertRotation(
                "zeroing(1e200, 1e-200, 3e200)",
                1,
                0,
                Rotation.zeroing(1e200, 1e-200, 3e200),
                "tau is beyond all numbers there, and the angle 0.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("jacobi finds both axes of a 2 x 2 matrix, the largest eigenvalue first")
    void bothAxes() {
        assertEigen(
                "jacobi({{8.2, 2.4}, {2.4, 6.8}})",
                new double[] {10, 5},
                new double[][] {{0.8, 0.6}, {-0.6, 0.8}},
                Eigen.jacobi(new double[][] {{8.2, 2.4}, {2.4, 6.8}}));
        assertEigen(
                "jacobi({{-0.8, 14.4}, {14.4, -9.2}})",
                new double[] {10, -20},
                new double[][] {{0.8, 0.6}, {-0.6, 0.8}},
                Eigen.jacobi(new double[][] {{-0.8, 14.4}, {14.4, -9.2}}));
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("jacobi sorts the eigenvalues of a diagonal matrix, and their vectors with them")
    void sortsBoth() {
        assertEigen(
                "jacobi(diag(2, 7, -3))",
                new double[] {7, 2, -3},
                new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}},
                Eigen.jacobi(new double[][] {{2, 0, 0}, {0, 7, 0}, {0, 0, -3}}));
        assertEigen("jacobi({{-4}})", new double[] {-4}, new double[][] {{1}}, Eigen.jacobi(new double[][] {{-4}}));
        assertEigen(
                "jacobi of zeros",
                new double[] {0, 0},
                new double[][] {{1, 0}, {0, 1}},
                Eigen.jacobi(new double[2][2]));
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("jacobi has the vibrations of a string of beads")
    void stringOfBeads() {
        // 2 on the diagonal, -1 beside it: eigenvalues 2 - 2cos(kπ/(n + 1)), which nine turns do not reach.
        int n = 9;
        double[][] string = new double[n][n];
        double[] expected = new double[n];
        for (int i = 0; i < n; i++) {
            string[i][i] = 2;
            string[i][Math.max(0, i - 1)] += i > 0 ? -1 : 0;
            string[i][Math.min(n - 1, i + 1)] += i < n - 1 ? -1 : 0;
            expected[i] = 2 - 2 * Math.cos((n - i) * Math.PI / (n + 1));
        }

        assertClose(
                "values of 9 beads",
                expected,
                Eigen.jacobi(string).values(),
                TOLERANCE,
                "One sweep is not enough: a turn fills in what others had removed. Sweep until only round-off is left.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("A·V = V·diag(values), and the columns of V are orthonormal, for any symmetric matrix")
    void decomposes(RandomGenerator random) {
        Data<double[][]> factors = Data.matrices(Data.ints(1, 4), Data.ints(1, 5), Data.doubles(-2, 2));
        Property.forAll(random, 8, "G", factors, G -> {
            double[][] A =
                    Matrix.times(Matrix.transpose(G), G); // of rank 4 at most, so 0 may be an eigenvalue, also twice
            assertDecomposes(A, Eigen.jacobi(A));
        });
        double[][] large = symmetric(random, 25);
        assertDecomposes(large, Eigen.jacobi(large));
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("jacobi tells Wilkinson's two nearly equal eigenvalues")
    void wilkinson() {
        int n = 21;
        double[][] W = new double[n][n];
        for (int i = 0; i < n; i++) {
            W[i][i] = Math.abs(i - 10);
            if (i > 0) {
                W[i][i - 1] = 1;
                W[i - 1][i] = 1;
            }
        }
        double[] values = Eigen.jacobi(W).values();
        assertTrue(values.length == n, "jacobi(W).values() must have 21 entries, but has " + values.length);

        // J. H. Wilkinson, The Algebraic Eigenvalue Problem, Oxford 1965, chapter 5, §45. They are 10.746194182903393
        // and …322.
        assertClose(
                "the four largest and the smallest of Wilkinson's 21",
                new double[] {10.7461941829033, 10.7461941829033, 9.2106786473613, 9.2106786473049, -1.1254415221199},
                new double[] {values[0], values[1], values[2], values[3], values[n - 1]},
                1e-12,
                "Two of them agree in fourteen digits. Jacobi's method has all digits of each.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("jacobi does not depend on the unit of A")
    void anyUnit() {
        for (double unit : new double[] {1e-150, 1e150}) {
            assertClose(
                    "values of " + unit + " · {{8.2, 2.4}, {2.4, 6.8}}, divided by it",
                    new double[] {10, 5},
                    divided(
                            Eigen.jacobi(Matrix.times(unit, new double[][] {{8.2, 2.4}, {2.4, 6.8}}))
                                    .values(),
                            unit),
                    TOLERANCE,
                    "Compare what is beside the diagonal with the largest entry of A, not with a fixed number.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("A must have 2 columns, but has 1", () -> Eigen.jacobi(new double[2][1]));
        assertRefused(
                "A must be symmetric, but A[1][0] is 3.0 and A[0][1] is 2.0",
                () -> Eigen.jacobi(new double[][] {{1, 2}, {3, 4}}));
        assertRefused("A must be finite, but A[0][0] was NaN", () -> Eigen.jacobi(new double[][] {{Double.NaN}}));
    }

    static void assertDecomposes(double[][] A, Eigen eigen) {
        int n = A.length;
        double[][] V = requireShape("vectors", n, n, eigen.vectors(), "One column for each eigenvalue.");
        double[] values = eigen.values();
        assertTrue(values != null && values.length == n, "values must have " + n + " entries.");
        double[][] scaled = Matrix.copy(V);
        for (double[] row : scaled) {
            for (int k = 0; k < n; k++) {
                row[k] *= values[k];
            }
        }

        assertClose("A·V", scaled, Matrix.times(A, V), 1e-11, "Column k of V, times A, is values[k] times itself.");
        assertClose(
                "Vᵀ·V",
                Matrix.identity(n),
                Matrix.times(Matrix.transpose(V), V),
                TOLERANCE,
                "Turns keep unit vectors perpendicular: collect them in V, beginning with I.");
        for (int k = 1; k < n; k++) {
            assertTrue(values[k - 1] >= values[k], "values must fall, but are " + values[k - 1] + ", " + values[k]);
        }
    }

    static double[][] symmetric(RandomGenerator random, int n) {
        double[][] G = Matrix.gaussian(random, n, n);
        double[][] T = Matrix.transpose(G);
        for (int i = 0; i < n; i++) {
            T[i] = Matrix.plus(T[i], 1, G[i]);
        }
        return T;
    }

    /** @param expectedVectors (n, n) in rows */
    private static void assertEigen(String what, double[] expected, double[][] expectedVectors, Eigen actual) {
        assertClose(what + ".values()", expected, actual.values(), TOLERANCE, "The largest first.");
        int n = expected.length;
        assertCloseUpToSign(
                "transpose(" + what + ".vectors())",
                expectedVectors,
                Matrix.transpose(requireShape("vectors", n, n, actual.vectors(), "One column for each eigenvalue.")),
                TOLERANCE,
                "Column k belongs to values[k].");
    }

    private static void assertRotation(String what, double cosine, double sine, Rotation actual, String hint) {
        assertClose(
                "(cosine, sine) of " + what,
                new double[] {cosine, sine},
                new double[] {actual.cosine(), actual.sine()},
                TOLERANCE,
                hint);
    }

    private static double[] divided(double[] a, double divisor) {
        return Arrays.stream(a).map(entry -> entry / divisor).toArray();
    }
}
