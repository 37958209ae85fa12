package optimization.newtonbfgs;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import optimization.gradientdescent.GradientDescent.Ending;
import optimization.newtonbfgs.Bfgs.Run;
import org.junit.jupiter.api.DisplayName;

class BfgsHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("wolfe returns a length that keeps both conditions")
    void bothConditions(RandomGenerator random) {
        double curvature = Math.exp(3 * random.nextGaussian());
        double x = 1 + random.nextDouble();
        double direction = -Math.exp(3 * random.nextGaussian());
        double t = Bfgs.wolfe(
                p -> curvature * p[0] * p[0] / 2, p -> new double[] {curvature * p[0]}, new double[] {x}, new double[] {
                    direction
                });
        // Along a parabola the lengths from 0.1 to 1.9998 times the best one are good.
        double best = -x / direction;
        assertTrue(
                t >= 0.0999 * best && t <= 2 * best,
                "a length on a drawn parabola must be neither too short nor too long.");
        // Doubling from 1, or halving, the first one of these powers of two.
        double first = 1;
        while (first < 0.1 * best) {
            first *= 2;
        }
        while (first > 1.9998 * best) {
            first /= 2;
        }
        assertClose(
                "length", first, t, 1e-12 * first, "Begin with 1; double what is too short, halve what is too long.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("update keeps H symmetric and positive definite, and H·y becomes s")
    void secantEquation(RandomGenerator random) {
        double[][] B = Matrix.gaussian(random, 3, 3);
        double[][] H = Matrix.times(B, Matrix.transpose(B));
        for (int i = 0; i < 3; i++) {
            H[i][i] += 0.5;
        }
        double[] s = Matrix.gaussian(random, 1, 3)[0];
        double[] y = Matrix.gaussian(random, 1, 3)[0];
        double turn = Matrix.dot(s, y);
        // Make s·y at least half of |s|², so that nothing is divided by numbers near 0.
        y = Matrix.plus(y, Math.max(0, 0.5 - turn / Matrix.dot(s, s)), s);
        double[][] next = requireShape("update", 3, 3, Bfgs.update(H, s, y), "As large as H.");

        // Entries are up to 1e3 where y is much longer than s.
        double size = 1 + Arrays.stream(next).mapToDouble(Matrix::norm).max().orElse(0) * Matrix.norm(y);
        assertClose("H · y", s, Matrix.times(next, y), 1e-11 * size, "That is what an update is for.");
        assertClose("Hᵀ", next, Matrix.transpose(next), 1e-11 * size, "H stays symmetric.");
        double[] smallest = Svd.thin(next).s();
        assertTrue(smallest[2] > 0 && trace(next) > 0, "H must not become singular.");
        // What H does across to y does not change but along s.
        double[] across = Matrix.gaussian(random, 1, 3)[0];
        across = Matrix.plus(across, -Matrix.dot(across, s) / Matrix.dot(y, s), y);
        double[] expected = Matrix.times(H, across);
        double rho = 1 / Matrix.dot(s, y);
        expected = Matrix.plus(expected, -rho * Matrix.dot(across, Matrix.times(H, y)), s);
        assertClose(
                "H times a vector across to s",
                expected,
                Matrix.times(next, across),
                1e-11 * size * (1 + Matrix.norm(across)),
                "(I - ρ·s·yᵀ) H (I - ρ·y·sᵀ) + ρ·s·sᵀ.");
    }

    private static double trace(double[][] A) {
        return A[0][0] + A[1][1] + A[2][2];
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("BFGS finds the minimum of any quadratic, and its curvatures")
    void quadratics(RandomGenerator random) {
        double[] curvatures = {1 + random.nextDouble(), 4 + 4 * random.nextDouble(), 15 + 30 * random.nextDouble()};
        double[][] axes = Svd.thin(Matrix.gaussian(random, 3, 3)).vt();
        double[][] scaled = Matrix.copy(axes);
        for (int k = 0; k < 3; k++) {
            double curvature = curvatures[k];
            scaled[k] = Arrays.stream(axes[k]).map(entry -> curvature * entry).toArray();
        }
        double[][] A = Matrix.times(Matrix.transpose(axes), scaled);
        double[] minimum = Matrix.gaussian(random, 1, 3)[0];
        Run run = Bfgs.minimise(
                x -> {
                    double[] d = Matrix.plus(x, -1, minimum);
                    return Matrix.dot(d, Matrix.times(A, d)) / 2;
                },
                x -> Matrix.times(A, Matrix.plus(x, -1, minimum)),
                Matrix.gaussian(random, 1, 3)[0],
                1e-6,
                50);

        assertEquals(
                Ending.CONVERGED,
                run.ending(),
                "a drawn quadratic with κ up to 45, until |g| <= 1e-6: 50 steps are enough.");
        assertClose(
                "minimum",
                minimum,
                run.path()[run.path().length - 1],
                2e-6,
                "A gradient of 1e-6 is at most that far away.");
        double[][] H = requireShape("inverseHessian", 3, 3, run.inverseHessian(), "As large as the Hessian.");
        assertTrue(
                BfgsTest.isPositiveDefinite(symmetric(H)),
                "inverseHessian must be positive definite. Check the formula of update, and that H is multiplied by"
                        + " (s·y)/(y·y) only once.");
    }

    private static double[][] symmetric(double[][] A) {
        double[][] B = Matrix.copy(A);
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < i; j++) {
                B[j][i] = B[i][j];
            }
        }
        return B;
    }
}
