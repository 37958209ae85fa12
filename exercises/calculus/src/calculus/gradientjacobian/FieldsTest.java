package calculus.gradientjacobian;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FieldsTest {
    /**
     * Values of order 10 at steps of 8e-6: round-off of 1e-10, and 1e-10 of the bend. The reference is within 2e-10.
     */
    private static final double TOLERANCE = 1e-8;

    /** Values of order 10 at steps of 1e-4: round-off of 2e-7. The reference is within 1e-7. */
    private static final double OF_SECOND = 1e-5;

    /** x²y + 3z, with gradient (2xy, x², 3). */
    private static final ToDoubleFunction<double[]> F = p -> p[0] * p[0] * p[1] + 3 * p[2];

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("partial changes one coordinate and leaves the others where they are")
    void partialAlongOneAxis() {
        double[] x = {2, 5, 7};

        assertClose("partial(x²y + 3z, (2, 5, 7), 0)", 20, Fields.partial(F, x, 0), TOLERANCE, "With y = 5: 5x².");
        assertClose("partial(x²y + 3z, (2, 5, 7), 1)", 4, Fields.partial(F, x, 1), TOLERANCE, "With x = 2: 4y.");
        assertClose("partial(x²y + 3z, (2, 5, 7), 2)", 3, Fields.partial(F, x, 2), TOLERANCE, "3 for each unit of z.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("partial takes larger steps where coordinates are large")
    void stepsGrowWithCoordinates() {
        // f is 1e24 and its last digit 1e8: a step of 8e-6 sees nothing. With one of 8e6 the quotient errs by 1e-10.
        assertClose(
                "partial(x², (1e12), 0) / 1e12",
                2,
                Fields.partial(p -> p[0] * p[0], new double[] {1e12}, 0) / 1e12,
                TOLERANCE,
                "Multiply STEP by scale(x[j]): beside 1e12 a step of 8e-6 is lost in round-off.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("gradient holds the slope along each axis")
    void gradientOfAProduct() {
        assertClose(
                "gradient(x²y + 3z, (2, 5, 7))",
                new double[] {20, 4, 3},
                Fields.gradient(F, new double[] {2, 5, 7}),
                TOLERANCE,
                "One partial derivative for each coordinate, at the point itself.");
        assertClose(
                "gradient(sin(x), (1))",
                new double[] {Math.cos(1)},
                Fields.gradient(p -> Math.sin(p[0]), new double[] {1}),
                TOLERANCE,
                "With one coordinate it is the derivative.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("directionalDerivative is the slope along a line, per unit of length")
    void slopeAlongALine() {
        double[] x = {2, 5, 7};

        assertClose(
                "directionalDerivative(x²y + 3z, (2, 5, 7), (0, 3, 4))",
                (3 * 4 + 4 * 3) / 5.0,
                Fields.directionalDerivative(F, x, new double[] {0, 3, 4}),
                TOLERANCE,
                "The direction has length 5: one unit of length along it goes 0.6 along y and 0.8 along z.");
        assertClose(
                "directionalDerivative(x²y + 3z, (2, 5, 7), (-10, 0, 0))",
                -20,
                Fields.directionalDerivative(F, x, new double[] {-10, 0, 0}),
                TOLERANCE,
                "Back along x, f falls by 20 for each unit.");
        assertClose(
                "directionalDerivative(sin(x + 2y), (0.5, 0), (3, 4))",
                2.2 * Math.cos(0.5),
                Fields.directionalDerivative(
                        p -> Math.sin(p[0] + 2 * p[1]), new double[] {0.5, 0}, new double[] {3, 4}),
                TOLERANCE,
                "A short step: STEP is 8e-6.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("directionalDerivative takes larger steps where the point is far from the origin")
    void stepsGrowWithThePoint() {
        assertClose(
                "directionalDerivative(x² + y, (-1e12, 0), (1, 0)) / 1e12",
                -2,
                Fields.directionalDerivative(p -> p[0] * p[0] + p[1], new double[] {-1e12, 0}, new double[] {1, 0})
                        / 1e12,
                TOLERANCE,
                "Multiply STEP by scale of the coordinate that is farthest from 0, on either side.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("jacobian has a row for each output and a column for each input")
    void rowsAreOutputs() {
        assertClose(
                "jacobian of (x, y) to (xy, x + 4y, y²) at (3, 5)",
                new double[][] {{5, 3}, {1, 4}, {0, 10}},
                Fields.jacobian(p -> new double[] {p[0] * p[1], p[0] + 4 * p[1], p[1] * p[1]}, new double[] {3, 5}),
                TOLERANCE,
                "Row i is the gradient of output i.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the determinant of spherical coordinates is r² sin θ")
    void sphericalVolume() {
        double r = 2;
        double theta = 1.1;
        double[][] J = requireShape(
                "jacobian of spherical coordinates",
                3,
                3,
                Fields.jacobian(FieldsTest::spherical, new double[] {r, theta, 0.4}),
                "Three outputs by three inputs.");

        assertClose(
                "determinant of the jacobian of spherical coordinates at (2, 1.1, 0.4)",
                r * r * Math.sin(theta),
                determinant(J),
                10 * TOLERANCE,
                "It is the volume that a small box of r, θ, φ becomes.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("hessian holds the second derivatives, mixed ones beside the diagonal")
    void hessianOfACubic() {
        assertClose(
                "hessian(x³y + y²z, (1, 2, 3))",
                new double[][] {{12, 3, 0}, {3, 6, 4}, {0, 4, 0}},
                Fields.hessian(p -> p[0] * p[0] * p[0] * p[1] + p[1] * p[1] * p[2], new double[] {1, 2, 3}),
                OF_SECOND,
                "By x twice: 6xy. By x and y: 3x². By y twice: 2z. By y and z: 2y.");
        assertClose(
                "hessian(exp(x + 2y), (0, 0))",
                new double[][] {{1, 2}, {2, 4}},
                Fields.hessian(p -> Math.exp(p[0] + 2 * p[1]), new double[2]),
                OF_SECOND,
                "Short steps on both axes: LONG_STEP is 1e-4.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("hessian takes larger steps where coordinates are large")
    void longStepsGrow() {
        // f is 7e12 and its last digit 1e-3; steps of 122 and 244 make 1e-7 of it, steps of 1e-4 would make 1e4.
        assertClose(
                "hessian(x² + 3xy, (1e6, -2e6))",
                new double[][] {{2, 3}, {3, 0}},
                Fields.hessian(p -> p[0] * p[0] + 3 * p[0] * p[1], new double[] {1e6, -2e6}),
                1e-4,
                "Each axis has its own step: LONG_STEP * scale(x[i]) along i, LONG_STEP * scale(x[j]) along j.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("divergence tells a source from a whirl")
    void sourcesAndWhirls() {
        double[] x = {3, -2, 5};

        assertClose(
                "divergence of (x, y, z)",
                3,
                Fields.divergence(UnaryOperator.identity(), x),
                TOLERANCE,
                "Each entry grows by 1 along its own axis.");
        assertClose(
                "divergence of (-y, x, 0)",
                0,
                Fields.divergence(p -> new double[] {-p[1], p[0], 0}, x),
                TOLERANCE,
                "A whirl goes round and spreads nowhere.");
        assertClose(
                "divergence of (x² + 5y, 7y + 2x) at (3, -2)",
                13,
                Fields.divergence(p -> new double[] {p[0] * p[0] + 5 * p[1], 7 * p[1] + 2 * p[0]}, new double[] {3, -2
                }),
                TOLERANCE,
                "2x + 7: how the first grows with y, and the second with x, does not count.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("curl points along the axis of a whirl, by the right hand")
    void whirlsAboutEachAxis() {
        double[] x = {3, -2, 5};

        assertClose(
                "curl of (-y, x, 0)",
                new double[] {0, 0, 2},
                Fields.curl(p -> new double[] {-p[1], p[0], 0}, x),
                TOLERANCE,
                "It goes from x to y, so its axis is z: J[1][0] - J[0][1].");
        assertClose(
                "curl of (5z, 2x, 3y)",
                new double[] {3, 5, 2},
                Fields.curl(p -> new double[] {5 * p[2], 2 * p[0], 3 * p[1]}, x),
                TOLERANCE,
                "Entry 0 is J[2][1] - J[1][2]; the others follow by going on from x to y to z to x.");
    }

    @Test
    void badInputIsRefused() {
        double[] x = {1, 2};
        assertRefused("j must be in [0, 1], but was 2", () -> Fields.partial(p -> 0, x, 2));
        assertRefused(
                "direction must have 2 entries, but has 1",
                () -> Fields.directionalDerivative(p -> 0, x, new double[] {1}));
        assertRefused(
                "length of direction must be > 0, but was 0.0",
                () -> Fields.directionalDerivative(p -> 0, x, new double[] {0, 0}));
        assertRefused("F must give at least 1 number", () -> Fields.jacobian(p -> new double[0], x));
        assertRefused("F(x) must have 2 entries, but has 1", () -> Fields.divergence(p -> new double[1], x));
        assertRefused("x must have 3 entries, but has 2", () -> Fields.curl(p -> p, x));
    }

    static double[] spherical(double[] p) {
        double across = p[0] * Math.sin(p[1]);
        return new double[] {across * Math.cos(p[2]), across * Math.sin(p[2]), p[0] * Math.cos(p[1])};
    }

    static double determinant(double[][] A) {
        double[] cross = {
            A[1][1] * A[2][2] - A[1][2] * A[2][1],
            A[1][2] * A[2][0] - A[1][0] * A[2][2],
            A[1][0] * A[2][1] - A[1][1] * A[2][0]
        };
        return Matrix.dot(A[0], cross);
    }
}
