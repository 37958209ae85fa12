package decompositions.pcawhitening;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class WhiteningHiddenTest {
    /** Entries are of order 1 to 100, and squares of them are multiplied. */
    private static final double TOLERANCE = 1e-10;

    @Graded(stage = 1, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("components make the covariance diagonal, for any data")
    void diagonal(RandomGenerator random) {
        double[][] X = WhiteningTest.samples(random, 30);
        double[][] C = WhiteningTest.covariance(X);
        Whitening fitted = Whitening.fit(X, 3);
        double[][] V = requireShape("components", 3, 4, fitted.components(), "A row for each component.");
        double[] variance = fitted.variance();

        assertClose(
                "covariance(X)", C, Whitening.covariance(X), TOLERANCE, "Centre, multiply, divide by nSamples - 1.");
        assertClose("length of variance", 3, variance.length, 0, "One for each component kept.");
        assertClose(
                "components · covariance · componentsᵀ",
                new double[][] {{variance[0], 0, 0}, {0, variance[1], 0}, {0, 0, variance[2]}},
                Matrix.times(Matrix.times(V, C), Matrix.transpose(V)),
                TOLERANCE,
                "Eigenvectors of the covariance, as rows, with their eigenvalues.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("new samples are whitened by the training data, and come back")
    void newSamples(RandomGenerator random) {
        Whitening fitted = Whitening.fit(WhiteningTest.samples(random, 30), 4);
        double[][] fresh = WhiteningTest.samples(random, 6);

        assertClose(
                "colour(whiten(X)) of samples that fit has not seen",
                fresh,
                fitted.colour(fitted.whiten(fresh)),
                TOLERANCE,
                "Both ways use mean, components and variances of the training data.");
        double[][] one = {fresh[0]};
        assertClose(
                "whiten of the first of them alone",
                new double[][] {fitted.whiten(fresh)[0]},
                fitted.whiten(one),
                TOLERANCE,
                "A sample alone has the same scores as among others.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("zca is the whitening by components, turned back")
    void turnedBack(RandomGenerator random) {
        double[][] X = WhiteningTest.samples(random, 25);
        Whitening fitted = Whitening.fit(X, 4);

        assertClose(
                "whiten(X) · components",
                Matrix.times(fitted.whiten(X), fitted.components()),
                Whitening.zca(X),
                1e-9,
                "C to the power -1/2 is V · diag(1/√variance) · Vᵀ.");
    }
}
