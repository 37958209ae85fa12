package linearalgebra.vectorops;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VectorsTest {
    /** A few operations on numbers up to 30, each wrong by 2⁻⁵³ of them, 3e-15: two digits of air. */
    private static final double TOLERANCE = 1e-12;

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("dot sums the products of matching entries")
    void dotByHand() {
        assertClose(
                "dot((1, 2, 3), (4, -5, 6))",
                12,
                Vectors.dot(new double[] {1, 2, 3}, new double[] {4, -5, 6}),
                TOLERANCE,
                "4 - 10 + 18.");
        assertClose("dot((7), (-2))", -14, Vectors.dot(new double[] {7}, new double[] {-2}), TOLERANCE, "One product.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("norm sums powers of sizes and takes the root")
    void normsByHand() {
        double[] v = {3, -4, 12};

        assertClose("norm((3, -4, 12), 1)", 19, Vectors.norm(v, 1), TOLERANCE, "3 + 4 + 12: signs do not count.");
        assertClose("norm((3, -4, 12), 2)", 13, Vectors.norm(v, 2), TOLERANCE, "The root of 9 + 16 + 144.");
        assertClose(
                "norm((3, -4, 12), 3)",
                Math.cbrt(27 + 64 + 1728),
                Vectors.norm(v, 3),
                TOLERANCE,
                "The third root of 27 + 64 + 1728.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("norm with p = ∞ is the largest size, and the norm of 0 is 0")
    void largestSize() {
        assertClose(
                "norm((3, -14, 12), ∞)",
                14,
                Vectors.norm(new double[] {3, -14, 12}, INFINITY),
                TOLERANCE,
                "The largest size of an entry, whatever its sign.");
        for (double p : new double[] {1, 2, INFINITY}) {
            assertClose("norm((0, 0), " + p + ")", 0, Vectors.norm(new double[2], p), 0, "Do not divide by an m of 0.");
        }
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("norm of very large and very small numbers is as right as of others")
    void normsOfAllSizes() {
        assertClose(
                "norm((3e200, 4e200), 2) / 1e200",
                5,
                Vectors.norm(new double[] {3e200, 4e200}, 2) / 1e200,
                TOLERANCE,
                "The square of 3e200 is infinite. Divide by the largest size first, multiply by it at the end.");
        assertClose(
                "norm((3e-200, 4e-200), 2) · 1e200",
                5,
                Vectors.norm(new double[] {3e-200, 4e-200}, 2) * 1e200,
                TOLERANCE,
                "The square of 3e-200 is 0. Divide by the largest size first, multiply by it at the end.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("cross follows the right hand")
    void crossByHand() {
        assertClose(
                "cross((1, 2, 3), (4, -5, 6))",
                new double[] {27, 6, -13},
                Vectors.cross(new double[] {1, 2, 3}, new double[] {4, -5, 6}),
                TOLERANCE,
                "2·6 + 3·5, 3·4 - 1·6, -1·5 - 2·4.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("cosine does not depend on lengths")
    void cosineByHand() {
        assertClose(
                "cosine((3, 4), (40, 30))",
                0.96,
                Vectors.cosine(new double[] {3, 4}, new double[] {40, 30}),
                TOLERANCE,
                "240 / (5 · 50).");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("cosine never leaves [-1, 1]")
    void cosineStaysInRange() {
        for (int n = 2; n <= 40; n++) {
            double[] v = DoubleStream.iterate(0.1, x -> x + 0.7).limit(n).toArray();
            double[] against = DoubleStream.of(v).map(x -> -3 * x).toArray();

            double same = Vectors.cosine(v, v);
            double opposite = Vectors.cosine(v, against);
            assertClose("cosine(v, v)", 1, same, TOLERANCE, "The angle is 0.");
            assertClose("cosine(v, -3v)", -1, opposite, TOLERANCE, "The angle is π.");
            assertTrue(
                    same <= 1 && opposite >= -1,
                    "The cosine of vectors with one direction was " + same + ", of opposite ones " + opposite
                            + ". Round-off may pass 1; cut it off.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("angle of known angles is right")
    void anglesByHand() {
        assertAngle(Math.PI / 4, new double[] {5, 0}, new double[] {2, 2});
        assertAngle(Math.PI / 2, new double[] {0, 2, 0}, new double[] {3, 0, 4});
        assertAngle(5 * Math.PI / 6, new double[] {1, 0}, new double[] {-Math.sqrt(3), -1});
        assertAngle(Math.PI, new double[] {1, 2}, new double[] {-3, -6});
    }

    private static void assertAngle(double expected, double[] u, double[] v) {
        assertClose(
                "angle",
                expected,
                Vectors.angle(u, v),
                TOLERANCE,
                "In radians, from 0 to π, whatever the lengths of the vectors.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("angle keeps its digits near 0 and near π")
    void smallAngles() {
        assertClose(
                "angle((1, 0), (1, 1e-9)) · 1e9",
                1,
                1e9 * Vectors.angle(new double[] {1, 0}, new double[] {1, 1e-9}),
                TOLERANCE,
                "The cosine of this angle is 1 to all digits. Take atan2 of the lengths of a - b and a + b.");
        // π as a double is exact to 2e-16, so of π - 1e-9 the 1e-9 is known to 1e-7 of itself.
        assertClose(
                "(π - angle((1, 0), (-1, 1e-9))) · 1e9",
                1,
                1e9 * (Math.PI - Vectors.angle(new double[] {1, 0}, new double[] {-1, 1e-9})),
                2e-6,
                "The cosine of this angle is -1 to all digits. Take atan2 of the lengths of a - b and a + b.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("project gives the shadow of u on the line through v, however long v is")
    void projectByHand() {
        assertClose(
                "project((5, 10), (3, 1))",
                new double[] {7.5, 2.5},
                Vectors.project(new double[] {5, 10}, new double[] {3, 1}),
                TOLERANCE,
                "u·v / v·v is 25 / 10: the shadow is 2.5 v.");
        assertClose(
                "project((5, 10), (-300, -100))",
                new double[] {7.5, 2.5},
                Vectors.project(new double[] {5, 10}, new double[] {-300, -100}),
                TOLERANCE,
                "The line is the same, so the shadow is, too.");
    }

    @Test
    @DisplayName("vectors that do not fit are refused with a useful message")
    void badInputIsRefused() {
        double[] zero = new double[2];
        double[] one = {1, 0};

        assertRefused("v must have 2 entries, but has 3", () -> Vectors.dot(one, new double[3]));
        assertRefused("v must have 2 entries, but has 1", () -> Vectors.angle(one, new double[1]));
        assertRefused("v must have 2 entries, but has 1", () -> Vectors.cosine(one, new double[1]));
        assertRefused("v must have 2 entries, but has 1", () -> Vectors.project(one, new double[1]));
        assertRefused("u must have 3 entries, but has 2", () -> Vectors.cross(one, new double[3]));
        assertRefused("v must have 3 entries, but has 2", () -> Vectors.cross(new double[3], one));
        assertRefused("p must be >= 1, but was 0.5", () -> Vectors.norm(one, 0.5));
        assertRefused("p must be >= 1, but was NaN", () -> Vectors.norm(one, Double.NaN));
        assertRefused("v must have a direction, but all its 2 entries are 0", () -> Vectors.unit(zero));
        assertRefused("v must have a direction, but all its 2 entries are 0", () -> Vectors.project(one, zero));
    }
}
