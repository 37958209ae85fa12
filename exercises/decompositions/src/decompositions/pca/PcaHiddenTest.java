package decompositions.pca;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class PcaHiddenTest {
    /** Variances are of order 1 to 100, so 1e-8 leaves five digits above round-off. */
    private static final double TOLERANCE = 1e-8;

    @Graded(stage = 1, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("components and variances diagonalise the covariance, for any data")
    void componentsDiagonaliseTheCovariance(RandomGenerator random) {
        double[][] samples = samples(random, 60);
        Pca pca = Pca.fit(samples, 3);
        double[][] V = requireShape("components", 3, 5, pca.components(), "Keep the first nComponents rows of Vᵀ.");
        double[] variance = Reference.of(() -> Pca.fit(samples, 3).explainedVariance());

        assertClose(
                "explainedVariance",
                variance,
                pca.explainedVariance(),
                TOLERANCE,
                "It is the squared singular value of the centred data, divided by nSamples - 1.");
        assertClose(
                "components · covariance · componentsᵀ",
                new double[][] {{variance[0], 0, 0}, {0, variance[1], 0}, {0, 0, variance[2]}},
                Matrix.times(Matrix.times(V, covariance(samples)), Matrix.transpose(V)),
                TOLERANCE,
                "The components are the rows of Vᵀ of the centred data.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("new samples go there and back by the mean and components of the training data")
    void newSamplesUseTheTrainingData(RandomGenerator random) {
        double[][] training = samples(random, 30);
        double[][] fresh = samples(random, 7);
        Pca pca = Pca.fit(training, 2);
        double[][] V = requireShape("components", 2, 5, pca.components(), "Keep the first nComponents rows of Vᵀ.");
        double[][] centred = Matrix.minusRow(fresh, Matrix.columnMeans(training));

        assertClose(
                "inverseTransform(transform(X)) of samples that fit has not seen",
                Matrix.plusRow(
                        Matrix.times(Matrix.times(centred, Matrix.transpose(V)), V), Matrix.columnMeans(training)),
                pca.inverseTransform(pca.transform(fresh)),
                TOLERANCE,
                "Both ways use the mean and the components of the training data.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("shares of standardised data do not depend on units")
    void standardisedSharesDoNotDependOnUnits(RandomGenerator random) {
        double[][] samples = samples(random, 40);
        double[][] otherUnits = Matrix.copy(samples);
        for (double[] sample : otherUnits) {
            sample[0] *= 1000;
            sample[3] = 32 + 1.8 * sample[3];
        }
        double[] shares =
                Reference.of(() -> Pca.fit(Pca.standardise(samples), 5).explainedVarianceRatio());

        assertClose(
                "shares of variance after standardise",
                shares,
                Pca.fit(Pca.standardise(otherUnits), 5).explainedVarianceRatio(),
                TOLERANCE,
                "standardise takes out the mean and the scale of each feature.");
    }

    /** Five features, far from the origin, that vary together: turned at random, with spreads that differ clearly. */
    private static double[][] samples(RandomGenerator random, int nSamples) {
        double[][] independent = Matrix.gaussian(random, nSamples, 5);
        double[] spread = {8, 4, 2, 1, 0.5};
        for (double[] sample : independent) {
            for (int j = 0; j < spread.length; j++) {
                sample[j] *= spread[j];
            }
        }
        double[][] turn = Svd.thin(Matrix.gaussian(random, 5, 5)).vt();
        return Matrix.plusRow(Matrix.times(independent, turn), new double[] {5, -10, 20, 0, 3});
    }

    private static double[][] covariance(double[][] X) {
        double[][] centred = Matrix.minusRow(X, Matrix.columnMeans(X));
        return Matrix.times(1.0 / (X.length - 1), Matrix.times(Matrix.transpose(centred), centred));
    }
}
