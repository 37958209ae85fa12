package linearalgebra.vectorops;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class VectorsHiddenTest {
    /** Numbers up to 100 from a dozen operations, each wrong by 2⁻⁵³ of them: below 2e-13. */
    private static final double TOLERANCE = 1e-11;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("norms fall as p grows, and obey the inequalities of Hölder and of the triangle")
    void inequalities(RandomGenerator random) {
        Data<double[][]> pairs = Data.matrices(Data.ints(2, 2), Data.ints(1, 6), Data.doubles(-5, 5));
        Property.forAll(random, 20, "{u, v}", pairs, uv -> {
            double[] sum = Matrix.plus(uv[0], 1, uv[1]);
            double before = Double.POSITIVE_INFINITY;
            for (double p : new double[] {1, 1.5, 2, 4, Double.POSITIVE_INFINITY}) {
                double q = p == 1 ? Double.POSITIVE_INFINITY : Double.isInfinite(p) ? 1 : p / (p - 1);
                double length = Vectors.norm(uv[0], p);
                double other = Vectors.norm(uv[1], p);
                assertTrue(
                        Vectors.norm(sum, p) <= length + other + TOLERANCE,
                        "A side of a triangle is never longer than the two others together, p = " + p + ".");
                assertTrue(
                        Math.abs(Vectors.dot(uv[0], uv[1])) <= length * Vectors.norm(uv[1], q) + TOLERANCE,
                        "|u·v| is never above the norm of u with p times the norm of v with q, 1/p + 1/q = 1, p = "
                                + p);
                assertTrue(length <= before + TOLERANCE, "The larger p, the shorter the vector.");
                before = length;
            }
        });
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("dot, norm and cross are right for any vectors")
    void productsOfAnyVectors(RandomGenerator random) {
        double[] u = random.doubles(3, -5, 5).toArray();
        double[] v = random.doubles(3, -5, 5).toArray();
        double[] product = Vectors.cross(u, v);

        assertEquals(3, product.length, "The cross product has 3 entries.");
        assertClose("u · (u × v)", 0, Matrix.dot(u, product), TOLERANCE, "The cross product is perpendicular to u.");
        assertClose("v · (u × v)", 0, Matrix.dot(v, product), TOLERANCE, "The cross product is perpendicular to v.");
        double squared = Matrix.dot(u, u) * Matrix.dot(v, v) - Math.pow(Matrix.dot(u, v), 2);
        assertClose(
                "|u × v|²", squared, Matrix.dot(product, product), 1e-9, "|u|²|v|² - (u·v)² by Lagrange's identity.");
        assertClose("dot", Matrix.dot(u, v), Vectors.dot(u, v), TOLERANCE, "Sum the products.");
        double fourth = Arrays.stream(u).map(x -> x * x * x * x).sum();
        assertClose("norm(u, 4)⁴", fourth, Math.pow(Vectors.norm(u, 4), 4), 1e-9, "The sum of fourth powers.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a vector turned by an angle is at that angle, small or large")
    void turnedVectors(RandomGenerator random) {
        double[][] plane = perpendicular(random, 4);
        double turn = random.nextDouble(0.1, 3);
        double small = Math.pow(10, -random.nextDouble(8, 12));
        double scale = Math.pow(10, random.nextDouble(-3, 3));

        double[] v = turned(plane, turn, scale);
        assertClose("angle", turn, Vectors.angle(plane[0], v), TOLERANCE, "2 · atan2(|a - b|, |a + b|).");
        assertClose(
                "cosine", Math.cos(turn), Vectors.cosine(plane[0], v), TOLERANCE, "The dot product of unit vectors.");
        // Entries of unit vectors are known to 1e-16 or so, hence angles to 5e-16, of 1e-12 this is 5e-4.
        assertClose(
                "a small angle, relative to what it should be",
                1,
                Vectors.angle(plane[0], turned(plane, small, scale)) / small,
                5e-3,
                "Near 0 the cosine has lost the angle.");
    }

    private static double[] turned(double[][] plane, double angle, double scale) {
        return Matrix.times(scale, new double[][] {
            Matrix.plus(Matrix.times(Math.cos(angle), plane)[0], Math.sin(angle), plane[1])
        })[0];
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the shadow lies along v, and the rest is perpendicular to it")
    void shadowAndRest(RandomGenerator random) {
        int n = random.nextInt(2, 7);
        double[] u = random.doubles(n, -5, 5).toArray();
        double[] v = random.doubles(n, 1, 3).toArray();
        double[] shadow = Vectors.project(u, v);

        assertEquals(n, shadow.length, "The shadow has as many entries as u.");
        assertClose(
                "(u - shadow) · v",
                0,
                Matrix.dot(Matrix.plus(u, -1, shadow), v),
                TOLERANCE,
                "What is left is perpendicular.");
        double factor = shadow[0] / v[0];
        assertClose("shadow", Matrix.times(factor, new double[][] {v})[0], shadow, TOLERANCE, "A multiple of v.");
    }

    /** Two perpendicular vectors of length 1. */
    private static double[][] perpendicular(RandomGenerator random, int n) {
        return Svd.thin(Matrix.gaussian(random, 2, n)).vt();
    }
}
