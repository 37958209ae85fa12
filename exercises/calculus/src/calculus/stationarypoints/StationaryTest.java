package calculus.stationarypoints;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calculus.stationarypoints.Stationary.Kind;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StationaryTest {
    /** Entries of order 10: the shift costs a digit, and 1e-14 is left. */
    private static final double OF_VALUES = 1e-11;

    /** A gradient of numbers up to 200 is wrong by 1e-8, a point by a tenth of it: the reference is within 2e-9. */
    private static final double OF_POINTS = 1e-6;

    /** Four minima with value 0, a maximum, four saddles. */
    static final ToDoubleFunction<double[]> HIMMELBLAU =
            p -> square(p[0] * p[0] + p[1] - 11) + square(p[0] + p[1] * p[1] - 7);

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("eigenvalues come with their signs, largest first")
    void eigenvaluesHaveSigns() {
        assertClose(
                "eigenvalues of {{3, 0}, {0, -5}}",
                new double[] {3, -5},
                Stationary.eigenvalues(new double[][] {{3, 0}, {0, -5}}),
                OF_VALUES,
                "Singular values alone have lost the sign: add c to the diagonal first.");
        assertClose(
                "eigenvalues of {{1, 2}, {2, 1}}",
                new double[] {3, -1},
                Stationary.eigenvalues(new double[][] {{1, 2}, {2, 1}}),
                OF_VALUES,
                "(1, 1) becomes 3 times as long, (1, -1) is turned around.");
        assertClose(
                "eigenvalues of {{-7}}",
                new double[] {-7},
                Stationary.eigenvalues(new double[][] {{-7}}),
                OF_VALUES,
                "c must be at least 7, and is taken off at the end.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("classify tells bowls, tops and saddles apart by all eigenvalues")
    void classifiesBySigns() {
        assertKind(Kind.MINIMUM, new double[][] {{2, 1}, {1, 2}}, "1 and 3: it bends up along both axes.");
        assertKind(Kind.MAXIMUM, new double[][] {{-2, 1}, {1, -2}}, "-3 and -1: it bends down along both.");
        assertKind(
                Kind.SADDLE,
                new double[][] {{1, 3}, {3, 1}},
                "4 and -2: although the diagonal is positive, it bends down along (1, -1).");
        assertKind(
                Kind.SADDLE,
                new double[][] {{-1, 0, 0}, {0, -1, 0}, {0, 0, 4}},
                "Two down and one up. The determinant is positive here, and tells nothing.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("classify does not decide where f is too flat in some direction")
    void flatIsUndecided() {
        assertKind(Kind.UNDECIDED, new double[][] {{2, 0}, {0, 0}}, "Along the second axis f could do anything.");
        assertKind(Kind.UNDECIDED, new double[][] {{-3000, 0}, {0, 0.01}}, "0.01 beside 3000 is round-off.");
        assertKind(Kind.UNDECIDED, new double[2][2], "Nothing is known.");
        assertKind(
                Kind.SADDLE,
                new double[][] {{5, 0, 0}, {0, -5, 0}, {0, 0, 0}},
                "Up along one axis and down along another: whatever the third does, it is a saddle.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("find takes one step to the bottom of a bowl, or to the middle of a saddle")
    void findsTheMiddleOfQuadratics() {
        assertFound(
                "find((x - 1)² + 3(y + 2)², (40, 7))",
                new double[] {1, -2},
                p -> square(p[0] - 1) + 3 * square(p[1] + 2),
                new double[] {40, 7});
        assertFound(
                "find((x - 4)(y - 5), (0, 0))", new double[] {4, 5}, p -> (p[0] - 4) * (p[1] - 5), new double[] {0, 0});
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("find reaches Himmelblau's four minima from near each")
    void findsHimmelblausMinima() {
        double[][] minima = {{3, 2}, {-2.805118, 3.131313}, {-3.779310, -3.283186}, {3.584428, -1.848127}};
        for (double[] minimum : minima) {
            assertFound("find(Himmelblau's function, from near by)", minimum, HIMMELBLAU, new double[] {
                minimum[0] + 0.2, minimum[1] - 0.1
            });
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("find gives nothing where there is no stationary point")
    void nothingToFind() {
        assertTrue(
                Stationary.find(p -> Math.exp(p[0]), new double[] {0}).isEmpty(),
                "find(eˣ, (0)) must be empty: each step goes 1 to the left, for ever.");
        assertTrue(
                Stationary.find(p -> p[0] + 2 * p[1], new double[] {1, 1}).isEmpty(),
                "find(x + 2y, (1, 1)) must be empty: a plane is steep everywhere.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("findAll names each point once, in the order found")
    void eachPointOnce() {
        // x⁴/4 - x²/2: minima at -1 and 1, a maximum at 0.
        List<double[]> found = Stationary.findAll(
                p -> square(p[0] * p[0]) / 4 - p[0] * p[0] / 2, new double[][] {{2}, {0.1}, {1.5}, {-3}, {-0.9}});

        assertEquals(
                3, found.size(), "points of x⁴/4 - x²/2 found from 2, 0.1, 1.5, -3 and -0.9; they are 1, 0 and -1.");
        double[] expected = {1, 0, -1};
        for (int k = 0; k < 3; k++) {
            assertClose("point " + k, new double[] {expected[k]}, found.get(k), OF_POINTS, "In the order found.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("A must have 2 columns, but has 1", () -> Stationary.eigenvalues(new double[2][1]));
        assertRefused("A must have at least 1 row, but is empty", () -> Stationary.classify(new double[0][0]));
    }

    static double square(double a) {
        return a * a;
    }

    private static void assertKind(Kind expected, double[][] hessian, String why) {
        assertEquals(expected, Stationary.classify(hessian), why);
    }

    static void assertFound(String what, double[] expected, ToDoubleFunction<double[]> f, double[] start) {
        Optional<double[]> found = Stationary.find(f, start);
        assertTrue(found.isPresent(), what + " must be there.");
        assertClose(
                what,
                expected,
                found.get(),
                OF_POINTS,
                "Newton's step goes from x to x - H⁻¹∇f; go on until it is short.");
    }
}
