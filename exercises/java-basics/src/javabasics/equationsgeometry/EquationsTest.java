package javabasics.equationsgeometry;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EquationsTest {
    /** Few steps on numbers of order 1 to 10: round-off stays below 1e-14. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("solveLinear finds the x with a·x + b = 0")
    void solvesLinear() {
        assertClose("solveLinear(3, -6)", 2, Equations.solveLinear(3, -6), TOLERANCE, "3 · 2 - 6 = 0.");
        assertClose("solveLinear(-4, 10)", 2.5, Equations.solveLinear(-4, 10), TOLERANCE, "-4 · 2.5 + 10 = 0.");
        assertClose("solveLinear(8, 2)", -0.25, Equations.solveLinear(8, 2), TOLERANCE, "8 · (-0.25) + 2 = 0.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("solveQuadratic finds two real roots, the smaller one first")
    void findsRealRoots() {
        assertRoots(1, -5, 6, 2, 3, "(x - 2)(x - 3)");
        assertRoots(2, -4, -6, -1, 3, "2(x + 1)(x - 3)");
        assertRoots(1, -2.5, 1.5, 1, 1.5, "(x - 1)(x - 1.5)");
        assertRoots(-1, 1, 6, -2, 3, "-(x + 2)(x - 3)");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("solveQuadratic finds the roots where b is 0")
    void findsOppositeRoots() {
        assertRoots(1, 0, -4, -2, 2, "(x + 2)(x - 2). Math.signum(0) is 0; Math.copySign always chooses a side");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a double root is given twice, also if it is 0")
    void findsDoubleRoots() {
        assertRoots(1, -6, 9, 3, 3, "(x - 3)²");
        assertRoots(5, 0, 0, 0, 0, "5x². Beware of 0 / 0");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("below a discriminant of 0 the roots are complex, the negative imaginary part first")
    void findsComplexRoots() {
        assertComplexRoots(1, 2, 5, -1, 2, "(x + 1)² + 4");
        assertComplexRoots(-2, 4, -10, 1, 2, "-2((x - 1)² + 4)");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a root that is much smaller than the other one has all its digits")
    void findsSmallRoots() {
        // x² - (10⁸ + 10⁻⁸) x + 1 = (x - 10⁸)(x - 10⁻⁸), and b rounds to -10⁸. The reference has all digits.
        Roots falling = Equations.solveQuadratic(1, -1e8, 1);
        Roots rising = Equations.solveQuadratic(1, 1e8, 1);

        assertClose(
                "10⁸ times the smaller root of x² - 10⁸x + 1",
                1,
                1e8 * falling.first().re(),
                1e-9,
                "-b and the root of the discriminant are almost equal here. Do not subtract them.");
        assertClose(
                "-10⁸ times the larger root of x² + 10⁸x + 1",
                1,
                -1e8 * rising.second().re(),
                1e-9,
                "-b and the root of the discriminant are almost opposite here. Do not add them.");
    }

    @Test
    void equationsOfLowerDegreeAreRefused() {
        assertRefused("a must not be 0, because then x is not in the equation", () -> Equations.solveLinear(0, 1));
        assertRefused(
                "a must not be 0, because then the equation is linear: see solveLinear",
                () -> Equations.solveQuadratic(0, 1, 2));
    }

    private static void assertRoots(double a, double b, double c, double first, double second, String factors) {
        Roots roots = Equations.solveQuadratic(a, b, c);
        assertClose(
                what(a, b, c) + ": real and imaginary parts",
                new double[][] {{first, 0}, {second, 0}},
                parts(roots),
                TOLERANCE,
                "The left side is " + factors + ".");
    }

    private static void assertComplexRoots(double a, double b, double c, double re, double im, String form) {
        Roots roots = Equations.solveQuadratic(a, b, c);
        assertClose(
                what(a, b, c) + ": real and imaginary parts",
                new double[][] {{re, -im}, {re, im}},
                parts(roots),
                TOLERANCE,
                "The left side is " + form + ".");
    }

    private static String what(double a, double b, double c) {
        return "solveQuadratic(" + a + ", " + b + ", " + c + ")";
    }

    private static double[][] parts(Roots roots) {
        return new double[][] {
            {roots.first().re(), roots.first().im()},
            {roots.second().re(), roots.second().im()}
        };
    }
}
