package linearalgebra.vectorops;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BasesTest {
    /** Products of vectors of length 1 with 2 to 4 entries are exact to 1e-15; a pass too few loses six digits. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("residual is the vector without its shadows on the basis")
    void residualByHand() {
        double[] v = {3, 4, 5};

        assertClose(
                "residual((3, 4, 5), {(0.6, 0.8, 0)})",
                new double[] {0, 0, 5},
                Bases.residual(v, new double[][] {{0.6, 0.8, 0}}),
                TOLERANCE,
                "The shadow is 5 times the vector of the basis.");
        assertClose(
                "residual((3, 4, 5), {(1, 0, 0), (0, 0, -1)})",
                new double[] {0, 4, 0},
                Bases.residual(v, new double[][] {{1, 0, 0}, {0, 0, -1}}),
                TOLERANCE,
                "Take off the shadow on each of them.");
        assertClose("residual((3, 4, 5), {})", v, Bases.residual(v, new double[0][]), 0, "Nothing takes nothing off.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("gramSchmidt gives each vector's new direction, with length 1")
    void basisByHand() {
        assertClose(
                "gramSchmidt({(3, 4), (5, 0)})",
                new double[][] {{0.6, 0.8}, {0.8, -0.6}},
                Bases.gramSchmidt(new double[][] {{3, 4}, {5, 0}}),
                TOLERANCE,
                "(5, 0) has the shadow 3 · (0.6, 0.8); (3.2, -2.4) is left, which is 4 long.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("gramSchmidt leaves out vectors of which nothing is left")
    void dependentVectorsAddNothing() {
        assertClose(
                "gramSchmidt({(1, 2, 2), (0, 0, 0), (-2, -4, -4), (9, 0, 0)})",
                new double[][] {{1 / 3.0, 2 / 3.0, 2 / 3.0}, {Math.sqrt(8) / 3, -1 / Math.sqrt(18), -1 / Math.sqrt(18)}
                },
                Bases.gramSchmidt(new double[][] {{1, 2, 2}, {0, 0, 0}, {-2, -4, -4}, {9, 0, 0}}),
                TOLERANCE,
                "The second and third vector add no direction: two rows are left.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("gramSchmidt stays perpendicular for vectors that are almost parallel")
    void almostParallel() {
        double e = 1e-9;
        double[][] Q = requireShape(
                "gramSchmidt of three vectors that differ by 1e-9",
                3,
                4,
                Bases.gramSchmidt(new double[][] {{1, e, 0, 0}, {1, 0, e, 0}, {1, 0, 0, e}}),
                "Their residuals are ten times as long as the tolerance allows.");

        assertClose(
                "Q · Qᵀ",
                Matrix.identity(3),
                Matrix.times(Q, Matrix.transpose(Q)),
                TOLERANCE,
                "Take shadows of what is left, not of the original vector, and all of them a second time.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("isLinearlyIndependent finds combinations of the others")
    void independence() {
        assertTrue(
                Bases.isLinearlyIndependent(new double[][] {{1, 1, 0}, {0, 1, 1}, {1, 0, 1}}),
                "(1, 1, 0), (0, 1, 1) and (1, 0, 1) are independent: the signs in 1 - 1 + 1 do not cancel.");
        assertFalse(
                Bases.isLinearlyIndependent(new double[][] {{1, -1, 0}, {0, 1, -1}, {-1, 0, 1}}),
                "(1, -1, 0), (0, 1, -1) and (-1, 0, 1) sum to 0, though no two of them are parallel.");
        assertFalse(
                Bases.isLinearlyIndependent(new double[][] {{1, 0}, {0, 0}}),
                "0 is a combination of any vectors, with zeros.");
        assertFalse(
                Bases.isLinearlyIndependent(new double[][] {{1, 0}, {0, 1}, {2, 3}}),
                "In a plane no three vectors are independent.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("isLinearlyIndependent does not depend on the unit")
    void independenceInAnyUnit() {
        assertTrue(
                Bases.isLinearlyIndependent(new double[][] {{1e-13, 0}, {1e-13, 1e-13}}),
                "(1e-13, 0) and (1e-13, 1e-13) are at 45 degrees. Compare what is left with the vector, not with a number.");
        assertFalse(
                Bases.isLinearlyIndependent(new double[][] {{1e13, 1e13}, {1e13, 1e13 + 1}}),
                "(1e13, 1e13) and (1e13, 1e13 + 1) are parallel up to 4e-14 of their length, though 0.7 is left.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("inSpan asks what is left of v, beside its length")
    void spanByHand() {
        double[][] plane = {{1, 2, 0}, {0, 1, 1}, {1, 3, 1}};

        assertTrue(Bases.inSpan(new double[] {2, 1, -3}, plane), "(2, 1, -3) is 2 · (1, 2, 0) - 3 · (0, 1, 1).");
        assertFalse(Bases.inSpan(new double[] {2, 1, -2}, plane), "(2, 1, -2) is off the plane z = y - 2x.");
        assertTrue(Bases.inSpan(new double[3], plane), "0 is in every span.");
        assertFalse(
                Bases.inSpan(new double[] {2e-13, -1e-13, 1e-13}, plane),
                "(2e-13, -1e-13, 1e-13) is short, but perpendicular to the plane. Compare what is left with its length.");
        assertTrue(
                Bases.inSpan(new double[] {2e13, 1e13, -3e13 + 1}, plane),
                "(2e13, 1e13, -3e13 + 1) is off the plane by 1e-14 of its length, which may be round-off.");
    }

    @Test
    @DisplayName("vectors that do not fit are refused with a useful message")
    void badInputIsRefused() {
        assertRefused("vectors must have at least 1 row, but is empty", () -> Bases.gramSchmidt(new double[0][]));
        assertRefused(
                "vectors must be finite, but vectors[0][1] was NaN",
                () -> Bases.gramSchmidt(new double[][] {{1, Double.NaN}}));
        assertRefused(
                "each vector of the basis must have 2 entries, but has 3",
                () -> Bases.residual(new double[2], new double[1][3]));
        assertRefused("v must have 3 entries, but has 2", () -> Bases.inSpan(new double[2], new double[1][3]));
    }
}
