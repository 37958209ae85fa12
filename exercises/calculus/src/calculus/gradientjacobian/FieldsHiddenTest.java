package calculus.gradientjacobian;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class FieldsHiddenTest {
    /** As in the visible checks; values here stay below 30. */
    private static final double TOLERANCE = 1e-7;

    private static final double OF_SECOND = 1e-4;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("gradient is right for quadratics of any size")
    void gradientsOfQuadratics(RandomGenerator random) {
        int n = random.nextInt(2, 6);
        double[][] A = symmetric(random, n);
        double[] b = vector(random, n);
        double[] x = vector(random, n);

        assertClose(
                "gradient of xᵀAx/2 + bᵀx",
                Matrix.plus(Matrix.times(A, x), 1, b),
                Fields.gradient(quadratic(A, b), x),
                TOLERANCE,
                "A partial derivative for each coordinate.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("directionalDerivative is the gradient's share along a direction of any length")
    void sharesOfTheGradient(RandomGenerator random) {
        int n = random.nextInt(2, 6);
        double[] k = vector(random, n);
        double[] x = vector(random, n);
        double[] direction = vector(random, n);

        assertClose(
                "directionalDerivative of sin(k·x)",
                Math.cos(Matrix.dot(k, x)) * Matrix.dot(k, direction) / Matrix.norm(direction),
                Fields.directionalDerivative(p -> Math.sin(Matrix.dot(k, p)), x, direction),
                TOLERANCE,
                "Divide the direction by its length.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the jacobian of one map after another is the product of theirs")
    void chainRule(RandomGenerator random) {
        double[][] A = Matrix.times(0.5, Matrix.gaussian(random, 4, 2));
        double[][] B = Matrix.times(0.5, Matrix.gaussian(random, 3, 4));
        double[] x = vector(random, 2);

        double[][] inner =
                requireShape("jacobian of the inner map", 4, 2, Fields.jacobian(p -> waves(A, p), x), "(m, n)");
        double[][] outer = requireShape(
                "jacobian of the outer map", 3, 4, Fields.jacobian(p -> waves(B, p), waves(A, x)), "(m, n)");
        assertClose(
                "jacobian of both",
                Matrix.times(outer, inner),
                Fields.jacobian(p -> waves(B, waves(A, p)), x),
                TOLERANCE,
                "Jacobian of the outer map at the inner map's result, times that of the inner.");
        assertClose(
                "jacobian of x to Ax",
                A,
                Fields.jacobian(p -> Matrix.times(A, p), x),
                TOLERANCE,
                "Of a linear map it is the matrix.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("hessian is the matrix of any quadratic")
    void hessiansOfQuadratics(RandomGenerator random) {
        int n = random.nextInt(2, 5);
        double[][] A = symmetric(random, n);
        double[] b = vector(random, n);

        assertClose(
                "hessian of xᵀAx/2 + bᵀx",
                A,
                Fields.hessian(quadratic(A, b), vector(random, n)),
                OF_SECOND,
                "Both halves of the matrix, and its diagonal.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("of a linear flow divergence is the trace, and curl what is not symmetric")
    void linearFlows(RandomGenerator random) {
        double[][] A = Matrix.gaussian(random, 3, 3);
        double[] x = vector(random, 3);

        assertClose(
                "divergence of Ax",
                A[0][0] + A[1][1] + A[2][2],
                Fields.divergence(p -> Matrix.times(A, p), x),
                TOLERANCE,
                "The sum of the diagonal.");
        assertClose(
                "curl of Ax",
                new double[] {A[2][1] - A[1][2], A[0][2] - A[2][0], A[1][0] - A[0][1]},
                Fields.curl(p -> Matrix.times(A, p), x),
                TOLERANCE,
                "Differences of mirrored entries.");
    }

    @Graded(stage = 5)
    @Evidence(INVARIANCE)
    @DisplayName("a gradient does not whirl")
    void gradientsDoNotWhirl(RandomGenerator random) {
        double[] k = vector(random, 3);

        assertClose(
                "curl of the gradient of exp(k·x / 4)",
                new double[3],
                Fields.curl(p -> Matrix.plus(new double[3], Math.exp(Matrix.dot(k, p) / 4), k), vector(random, 3)),
                TOLERANCE,
                "Mixed second derivatives are equal, so their differences are 0.");
    }

    private static double[] waves(double[][] A, double[] p) {
        double[] y = Matrix.times(A, p);
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sin(y[i]) + 0.5 * y[i];
        }
        return y;
    }

    private static ToDoubleFunction<double[]> quadratic(double[][] A, double[] b) {
        return p -> Matrix.dot(p, Matrix.times(A, p)) / 2 + Matrix.dot(b, p);
    }

    private static double[][] symmetric(RandomGenerator random, int n) {
        double[][] A = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                A[i][j] = random.nextDouble(-1, 1);
                A[j][i] = A[i][j];
            }
        }
        return A;
    }

    private static double[] vector(RandomGenerator random, int n) {
        return random.doubles(n, -2, 2).toArray();
    }
}
