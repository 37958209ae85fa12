package javabasics.equationsgeometry;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static javabasics.equationsgeometry.GeometryTest.assertPoint;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class GeometryHiddenTest {
    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("any point comes back from polar coordinates")
    void pointsComeBack(RandomGenerator random) {
        for (int draw = 0; draw < 10; draw++) {
            Point point = point(random);
            assertPoint(
                    "toCartesian(toPolar(point))",
                    point.x(),
                    point.y(),
                    Geometry.toCartesian(Geometry.toPolar(point)),
                    "Each is the other's inverse.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("points of radius 1 lie on the unit circle: cos² + sin² = 1")
    void unitCircle(RandomGenerator random) {
        Point point = Geometry.toCartesian(new Polar(1, random.nextDouble(-9, 9)));

        assertClose(
                "x² + y²", 1, point.x() * point.x() + point.y() * point.y(), 1e-12, "Cosine and sine of one angle.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("side and angle agree with each other, and the angles of a triangle make half a turn")
    void sidesAndAnglesAgree(RandomGenerator random) {
        for (int draw = 0; draw < 10; draw++) {
            double a = random.nextDouble(1, 5);
            double b = random.nextDouble(1, 5);
            double gamma = random.nextDouble(0.2, 2.9);
            double c = Geometry.side(a, b, gamma);
            assertClose("angle(a, b, side(a, b, γ))", gamma, Geometry.angle(a, b, c), 1e-11, "γ comes back.");
            assertClose(
                    "sum of all angles",
                    Math.PI,
                    Geometry.angle(a, b, c) + Geometry.angle(b, c, a) + Geometry.angle(c, a, b),
                    1e-11,
                    "The angle opposite to the side that is named last.");
        }
    }

    @Graded(stage = 5)
    @Evidence(INVARIANCE)
    @DisplayName("two turns are one by the sum of their angles, and a turn back undoes it")
    void turnsAddUp(RandomGenerator random) {
        Point point = point(random);
        double first = random.nextDouble(-7, 7);
        double second = random.nextDouble(-7, 7);
        Point once = Geometry.rotate(point, first + second);

        assertPoint(
                "two turns",
                once.x(),
                once.y(),
                Geometry.rotate(Geometry.rotate(point, first), second),
                "Turn what came of the first turn.");
        assertPoint(
                "a turn and back",
                point.x(),
                point.y(),
                Geometry.rotate(Geometry.rotate(point, first), -first),
                "A negative angle turns the other way.");
    }

    @Graded(stage = 5)
    @Evidence(INVARIANCE)
    @DisplayName("a turn adds to the angle of a point and leaves its radius")
    void turnsKeepLengths(RandomGenerator random) {
        double radius = random.nextDouble(0.5, 5);
        double angle = random.nextDouble(-3, 3);
        double turn = random.nextDouble(-3, 3);
        Point turned = Geometry.rotate(new Point(radius * Math.cos(angle), radius * Math.sin(angle)), turn);

        assertPoint(
                "rotate",
                radius * Math.cos(angle + turn),
                radius * Math.sin(angle + turn),
                turned,
                "Counterclockwise, about the origin.");
    }

    private static Point point(RandomGenerator random) {
        return new Point(random.nextDouble(-5, 5), random.nextDouble(-5, 5));
    }
}
