package javabasics.equationsgeometry;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GeometryTest {
    /** Few steps on numbers of order 1 to 10: round-off stays below 1e-14. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("toPolar finds the angle in all four quarters and on the axes")
    void anglesInAllQuarters() {
        assertPolar(Math.sqrt(2), Math.PI / 4, 1, 1, "Up and to the right: an eighth of a turn.");
        assertPolar(Math.sqrt(2), 3 * Math.PI / 4, -1, 1, "Up and to the left. The quotient y / x alone cannot tell.");
        assertPolar(Math.sqrt(2), -3 * Math.PI / 4, -1, -1, "Down and to the left. y / x is that of (1, 1).");
        assertPolar(2, -Math.PI / 2, 0, -2, "Straight down.");
        assertPolar(3, Math.PI, -3, 0, "To the left: half a turn.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("toPolar takes points at any distance")
    void anyDistance() {
        assertPolar(0, 0, 0, 0, "The origin has the radius 0, and by agreement the angle 0.");
        Polar far = Geometry.toPolar(new Point(3e200, 4e200));
        assertClose(
                "toPolar((3e200, 4e200)): radius / 1e200",
                5,
                far.radius() / 1e200,
                TOLERANCE,
                "The square of 3e200 is too large for a double. Math.hypot knows a way around.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("toCartesian goes the radius in the direction of the angle")
    void goesThere() {
        Point point = Geometry.toCartesian(new Polar(2, Math.PI / 6));
        assertPoint("toCartesian((2, π/6))", Math.sqrt(3), 1, point, "x is radius · cos, y is radius · sin.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("side knows Pythagoras, equal sides and blunt angles")
    void findsSides() {
        assertClose("side(3, 4, π/2)", 5, Geometry.side(3, 4, Math.PI / 2), TOLERANCE, "A right angle: Pythagoras.");
        assertClose("side(2, 2, π/3)", 2, Geometry.side(2, 2, Math.PI / 3), TOLERANCE, "All sides are equal.");
        assertClose("side(3, 5, 2π/3)", 7, Geometry.side(3, 5, 2 * Math.PI / 3), TOLERANCE, "9 + 25 + 15 = 49.");
        assertClose("side(3, 5, π)", 8, Geometry.side(3, 5, Math.PI), TOLERANCE, "Stretched out: the sum of both.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the short side of a thin triangle has all its digits")
    void findsShortSides() {
        // An arc of 1e-9 and its chord differ by 1e-28.
        assertClose(
                "side(1, 1, 1e-9) / 1e-9",
                1,
                Geometry.side(1, 1, 1e-9) / 1e-9,
                1e-9,
                "cos(1e-9) is 1 to all digits, so 2 - 2 cos is 0. Use 1 - cos γ = 2 sin²(γ/2).");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("angle finds the angle opposite to the third side")
    void findsAngles() {
        assertClose("angle(3, 4, 5)", Math.PI / 2, Geometry.angle(3, 4, 5), TOLERANCE, "A famous right angle.");
        assertClose("angle(5, 3, 7)", 2 * Math.PI / 3, Geometry.angle(5, 3, 7), TOLERANCE, "cos γ is -1/2.");
        assertClose("angle(1, 2, 3)", Math.PI, Geometry.angle(1, 2, 3), TOLERANCE, "Stretched out: half a turn.");
        assertClose("angle(2, 5, 3)", 0, Geometry.angle(2, 5, 3), TOLERANCE, "Folded: no angle at all.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the small angle of a thin triangle has all its digits")
    void findsSmallAngles() {
        assertClose(
                "angle(1, 1, 1e-9) / 1e-9",
                1,
                Geometry.angle(1, 1, 1e-9) / 1e-9,
                1e-9,
                "The cosine of a small angle is 1 to all digits, and acos cannot bring them back. Use the tangent of γ/2.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("rotate turns the axes into one another, counterclockwise")
    void turnsAxes() {
        assertPoint(
                "rotate((1, 0), π/2)",
                0,
                1,
                Geometry.rotate(new Point(1, 0), Math.PI / 2),
                "A quarter of a turn from the right is up.");
        assertPoint(
                "rotate((0, 1), π/2)",
                -1,
                0,
                Geometry.rotate(new Point(0, 1), Math.PI / 2),
                "A quarter of a turn from the top is left.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("rotate turns a point by any angle")
    void turnsPoints() {
        assertPoint(
                "rotate((2, 4), π/6)",
                Math.sqrt(3) - 2,
                1 + 2 * Math.sqrt(3),
                Geometry.rotate(new Point(2, 4), Math.PI / 6),
                "Both new coordinates come from both old ones; keep the old x until y is done.");
    }

    @Test
    void whatIsNoTriangleIsRefused() {
        assertRefused("a must be at least 0, but was -1.0", () -> Geometry.side(-1, 2, 1));
        assertRefused("gamma must be in [0, π], but was 4.0", () -> Geometry.side(1, 2, 4));
        assertRefused(
                "c must be in [1.0, 3.0], from the difference to the sum of the other sides, but was 3.5",
                () -> Geometry.angle(1, 2, 3.5));
    }

    private static void assertPolar(double radius, double angle, double x, double y, String hint) {
        Polar polar = Geometry.toPolar(new Point(x, y));
        assertClose(
                "toPolar((" + x + ", " + y + ")): radius and angle",
                new double[] {radius, angle},
                new double[] {polar.radius(), polar.angle()},
                TOLERANCE,
                hint);
    }

    static void assertPoint(String what, double x, double y, Point point, String hint) {
        assertClose(what + ": x and y", new double[] {x, y}, new double[] {point.x(), point.y()}, TOLERANCE, hint);
    }
}
