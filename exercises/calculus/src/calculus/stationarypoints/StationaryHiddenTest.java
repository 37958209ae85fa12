package calculus.stationarypoints;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import calculus.stationarypoints.Stationary.Kind;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.GradientCheck;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class StationaryHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("eigenvalues do not change when the axes are turned, and decide the kind")
    void turnedAxes(RandomGenerator random) {
        int n = random.nextInt(2, 5);
        double[] values = random.doubles(n, 0.5, 9)
                .map(value -> random.nextBoolean() ? value : -value)
                .toArray();
        double[][] A = turned(random, values);
        double[] falling = Arrays.stream(values)
                .map(value -> -value)
                .sorted()
                .map(value -> -value)
                .toArray();

        assertClose("eigenvalues", falling, Stationary.eigenvalues(A), 1e-10, "With their signs, largest first.");
        Kind expected = falling[n - 1] > 0 ? Kind.MINIMUM : falling[0] < 0 ? Kind.MAXIMUM : Kind.SADDLE;
        assertEquals(expected, Stationary.classify(A), "The signs of the eigenvalues decide.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("find reaches the middle of any quadratic, whatever its kind")
    void middlesOfQuadratics(RandomGenerator random) {
        int n = random.nextInt(1, 4);
        double[] middle = random.doubles(n, -3, 3).toArray();
        double[] values = random.doubles(n, 0.5, 3)
                .map(value -> random.nextBoolean() ? value : -value)
                .toArray();
        double[][] A = turned(random, values);

        StationaryTest.assertFound(
                "find of a quadratic",
                middle,
                p -> {
                    double[] d = Matrix.plus(p, -1, middle);
                    return Matrix.dot(d, Matrix.times(A, d)) / 2;
                },
                random.doubles(n, -3, 3).toArray());
    }

    @Graded(stage = 3, points = 2)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("gradient is that of mse, for any data")
    void gradientOfMse(RandomGenerator random) {
        assertGradient(random, 1, 1);
        assertGradient(random, random.nextInt(2, 8), random.nextInt(1, 4));
    }

    private static void assertGradient(RandomGenerator random, int nSamples, int nFeatures) {
        double[][] X = Matrix.gaussian(random, nSamples, nFeatures);
        double[] y = random.doubles(nSamples, -3, 3).toArray();
        double[] parameters = random.doubles(nFeatures + 1, -2, 2).toArray();

        GradientCheck.of("gradient(X, y, parameters)", p -> mse(X, y, p))
                .by("weights", nFeatures)
                .by("bias")
                .at(parameters, Cost.gradient(X, y, parameters), 1e-7, "2/n · Σ residual · x.");
        assertClose("mse", mse(X, y, parameters), Cost.mse(X, y, parameters), 1e-10, "The mean of squared errors.");
    }

    private static double mse(double[][] X, double[] y, double[] p) {
        double sum = 0;
        for (int i = 0; i < X.length; i++) {
            double prediction = Matrix.dot(X[i], Arrays.copyOf(p, X[i].length)) + p[X[i].length];
            sum += (prediction - y[i]) * (prediction - y[i]);
        }
        return sum / X.length;
    }

    /** A symmetric matrix with given eigenvalues: reflections of a diagonal one. */
    private static double[][] turned(RandomGenerator random, double[] values) {
        int n = values.length;
        double[][] A = new double[n][n];
        for (int i = 0; i < n; i++) {
            A[i][i] = values[i];
        }
        double[][] v = Matrix.transpose(Matrix.gaussian(random, 1, n));
        double[][] mirror = plus(
                Matrix.identity(n),
                Matrix.times(-2 / Matrix.dot(flat(v), flat(v)), Matrix.times(v, Matrix.transpose(v))));
        double[][] B = Matrix.times(mirror, Matrix.times(A, mirror));
        return Matrix.times(0.5, plus(B, Matrix.transpose(B)));
    }

    private static double[] flat(double[][] column) {
        return Matrix.transpose(column)[0];
    }

    private static double[][] plus(double[][] A, double[][] B) {
        double[][] C = new double[A.length][];
        for (int i = 0; i < A.length; i++) {
            C[i] = Matrix.plus(A[i], 1, B[i]);
        }
        return C;
    }
}
