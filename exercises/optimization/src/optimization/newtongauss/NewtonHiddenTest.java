package optimization.newtongauss;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;
import org.junit.jupiter.api.DisplayName;

class NewtonHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("newton1d finds cube roots")
    void cubeRoots(RandomGenerator random) {
        double a = Math.exp(3 * random.nextDouble());
        double[] path = Newton.newton1d(x -> x * x * x - a, x -> 3 * x * x, a, 1e-12, 100);

        assertClose("cube root", Math.cbrt(a), path[path.length - 1], 1e-11, "Step until the steps are short.");
        assertClose("first point", a, path[0], 0, "The path begins with the start.");
        assertClose("second point", (2 * a + 1 / a) / 3, path[1], 1e-11, "x - f(x)/f'(x).");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("direction leads downhill for any Hessian")
    void alwaysDownhill(RandomGenerator random) {
        double[] values = {random.nextDouble(-3, 3), random.nextDouble(-3, 3), random.nextDouble(-3, 3)};
        double[][] H = symmetric(random, values);
        double[] gradient = Matrix.gaussian(random, 1, 3)[0];
        double[] d = Newton.direction(gradient, H);

        assertEquals(3, d.length, "entries of a direction");
        assertTrue(Matrix.dot(d, gradient) < 0, "the slope along direction must be below 0.");
        // (H + τ I) d = -g for the same τ in all entries: what is left of -g - H d is along d. Steps are up to 1e4 long
        // where
        // the shift has only just been enough, so relative to their length.
        double[] left = Matrix.plus(Matrix.times(-1, new double[][] {gradient})[0], -1, Matrix.times(H, d));
        double shift = Matrix.dot(left, d) / Matrix.dot(d, d);
        assertClose("(H + τ·I)·d + g", new double[3], Matrix.plus(left, -shift, d), 1e-8, "One shift for all.");
        if (Arrays.stream(values).min().orElse(0) > 0.01) {
            assertClose("τ of a positive definite H", 0, shift, 1e-9, "Do not shift what bends up everywhere.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("any quadratic that bends up is done in one step")
    void anyQuadratic(RandomGenerator random) {
        double[][] H = symmetric(
                random,
                new double[] {0.1 + random.nextDouble(), 1 + random.nextDouble(), 50 * random.nextDouble() + 1});
        double[] minimum = Matrix.gaussian(random, 1, 3)[0];
        Descent descent = Newton.minimise(
                x -> {
                    double[] d = Matrix.plus(x, -1, minimum);
                    return Matrix.dot(d, Matrix.times(H, d)) / 2;
                },
                x -> Matrix.times(H, Matrix.plus(x, -1, minimum)),
                x -> H,
                Matrix.gaussian(random, 1, 3)[0],
                1e-9,
                20);

        assertEquals(Ending.CONVERGED, descent.ending(), "a drawn quadratic.");
        assertEquals(2, descent.path().length, "points of the path on a drawn quadratic");
        // The condition number is at most 510, and numbers are of order 1.
        assertClose("minimum", minimum, descent.path()[1], 1e-11, "x - H⁻¹ g.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit finds the parameters that made the data")
    void findsParameters(RandomGenerator random) {
        double[] truth = {1 + random.nextDouble(), 0.5 + random.nextDouble()};
        double[] t = {0, 0.5, 1, 1.5, 2, 3};
        UnaryOperator<double[]> residuals = b -> {
            double[] r = new double[t.length];
            Arrays.setAll(r, i -> b[0] * Math.exp(-b[1] * t[i]) - truth[0] * Math.exp(-truth[1] * t[i]));
            return r;
        };
        Descent descent = GaussNewton.fit(
                residuals,
                b -> Arrays.stream(t)
                        .mapToObj(ti -> new double[] {Math.exp(-b[1] * ti), -b[0] * ti * Math.exp(-b[1] * ti)})
                        .toArray(double[][]::new),
                new double[] {1, 1},
                1e-12,
                50);

        assertEquals(Ending.CONVERGED, descent.ending(), "a decay without noise.");
        assertClose(
                "parameters",
                truth,
                descent.path()[descent.path().length - 1],
                1e-10,
                "Residuals of 0 are reached at the truth alone.");
    }

    private static double[][] symmetric(RandomGenerator random, double[] values) {
        double[][] axes = Svd.thin(Matrix.gaussian(random, 3, 3)).vt();
        double[][] scaled = Matrix.copy(axes);
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            scaled[k] = Arrays.stream(axes[k]).map(entry -> value * entry).toArray();
        }
        double[][] A = Matrix.times(Matrix.transpose(axes), scaled);
        return Matrix.times(0.5, sum(A, Matrix.transpose(A)));
    }

    private static double[][] sum(double[][] A, double[][] B) {
        double[][] C = new double[A.length][];
        Arrays.setAll(C, i -> Matrix.plus(A[i], 1, B[i]));
        return C;
    }
}
