package decompositions.pca;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import gradus.checks.Reference;
import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PcaTest {
    /** Entries are of order 1 to 100, so 1e-9 leaves four digits above round-off. */
    private static final double TOLERANCE = 1e-9;

    /** Four points around (10, 20): one step of 5 along (0.8, 0.6) both ways, one of 1 along (-0.6, 0.8). */
    private static final double[][] X = {{14, 23}, {6, 17}, {9.4, 20.8}, {10.6, 19.2}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("mean is the average of each feature")
    void meanIsTheAverageOfEachFeature() {
        assertClose(
                "fit(X, 1).mean()",
                new double[] {10, 20},
                Pca.fit(X, 1).mean(),
                TOLERANCE,
                "There is one mean per feature: average each column of X.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("components point along the largest spread, largest first")
    void componentsPointAlongTheLargestSpread() {
        assertCloseUpToSign(
                "fit(X, 2).components()",
                new double[][] {{0.8, 0.6}, {-0.6, 0.8}},
                Pca.fit(X, 2).components(),
                TOLERANCE,
                "The components are the rows of Vᵀ of the centred data, in the order of the singular values.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("explainedVariance is the sample variance along each component")
    void explainedVarianceIsTheSampleVariance() {
        assertClose(
                "fit(X, 2).explainedVariance()",
                new double[] {50.0 / 3, 2.0 / 3},
                Pca.fit(X, 2).explainedVariance(),
                TOLERANCE,
                "Square the singular values, then divide by nSamples - 1.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("components are orthonormal, whatever the shape of X")
    void componentsAreOrthonormal(RandomGenerator random) {
        for (int[] shape : new int[][] {{50, 4}, {4, 50}, {5, 5}}) {
            double[][] V = requireShape(
                    "components of a (" + shape[0] + ", " + shape[1] + ") matrix",
                    3,
                    shape[1],
                    Pca.fit(Matrix.gaussian(random, shape[0], shape[1]), 3).components(),
                    "Keep the first nComponents rows of Vᵀ.");

            assertClose(
                    "components · componentsᵀ",
                    Matrix.identity(3),
                    Matrix.times(V, Matrix.transpose(V)),
                    TOLERANCE,
                    "Each component has length 1 and is perpendicular to the others.");
        }
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("totalVariance counts all features, whatever nComponents")
    void totalVarianceCountsAllFeatures(RandomGenerator random) {
        double[][] samples = correlated(random, 30);
        double[][] C = covariance(samples);

        assertClose(
                "fit(X, 1).totalVariance()",
                C[0][0] + C[1][1] + C[2][2],
                Pca.fit(samples, 1).totalVariance(),
                TOLERANCE,
                "Add the variances along all components, also those that are dropped.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("transform centres new samples with the training mean")
    void transformUsesTheTrainingMean() {
        Pca pca = Pca.fit(X, 1);
        double[][] component = requireShape("components", 1, 2, pca.components(), "Keep 1 row of Vᵀ.");
        double[][] twoSteps = Matrix.plusRow(Matrix.times(2, component), new double[] {10, 20});

        assertClose(
                "transform(mean + 2 · component)",
                new double[][] {{2}},
                pca.transform(twoSteps),
                TOLERANCE,
                "Subtract the mean seen by fit, not the mean of the samples being transformed.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("scores of different components are uncorrelated")
    void scoresAreUncorrelated(RandomGenerator random) {
        double[][] samples = correlated(random, 40);
        double[][] scores = requireShape(
                "transform(X)",
                40,
                2,
                Pca.fit(samples, 2).transform(samples),
                "There is one score per sample and component.");
        double[] variance = Reference.of(() -> Pca.fit(samples, 2).explainedVariance());

        assertClose(
                "covariance of transform(X)",
                new double[][] {{variance[0], 0}, {0, variance[1]}},
                covariance(scores),
                TOLERANCE,
                "Project the centred samples onto the components: multiply by componentsᵀ.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("with all components, inverseTransform undoes transform")
    void allComponentsRestoreTheSamples(RandomGenerator random) {
        Data<double[][]> samples = Data.matrices(Data.ints(4, 12), Data.ints(1, 3), Data.doubles(-20, 20));

        Property.forAll(random, 10, "X", samples, X -> {
            Pca pca = Pca.fit(X, X[0].length);

            assertClose(
                    "inverseTransform(transform(X))",
                    X,
                    pca.inverseTransform(pca.transform(X)),
                    TOLERANCE,
                    "Go the way of transform backwards: combine the components, then add the mean.");
        });
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("with one component, samples come back as the nearest points of its line")
    void oneComponentRestoresTheNearestPoints() {
        Pca pca = Pca.fit(X, 1);

        assertClose(
                "inverseTransform(transform(X))",
                new double[][] {{14, 23}, {6, 17}, {10, 20}, {10, 20}},
                pca.inverseTransform(pca.transform(X)),
                TOLERANCE,
                "A sample is the mean plus its score times the component.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("shares of variance of the iris data agree with the published ones")
    void irisRatios() {
        // R's summary(prcomp(iris[, 1:4])) and scikit-learn print these.
        double[][] iris = Datasets.table("iris/iris.csv").numbers();

        assertClose(
                "fit(iris, 4).explainedVarianceRatio()",
                new double[] {0.92462, 0.05307, 0.01710, 0.00521},
                Pca.fit(iris, 4).explainedVarianceRatio(),
                5e-6,
                "Divide each explained variance by the total variance.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("shares do not change when fewer components are kept")
    void sharesAreOfTheTotalVariance() {
        assertClose(
                "fit(X, 1).explainedVarianceRatio()",
                new double[] {50.0 / 52},
                Pca.fit(X, 1).explainedVarianceRatio(),
                TOLERANCE,
                "Divide by the variance of all features, not by that of the components kept.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("standardise gives every feature mean 0 and standard deviation 1")
    void standardiseGivesMeanZeroAndDeviationOne() {
        double h = Math.sqrt(0.5);

        assertClose(
                "standardise({{1, 0.3}, {3, 0.1}})",
                new double[][] {{-h, h}, {h, -h}},
                Pca.standardise(new double[][] {{1, 0.3}, {3, 0.1}}),
                TOLERANCE,
                "Subtract each column's mean, then divide by its standard deviation, which has nSamples - 1 in it.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("standardise makes a feature that does not vary 0")
    void standardiseMakesConstantFeaturesZero() {
        assertClose(
                "standardise({{-1, 7}, {0, 7}, {1, 7}})",
                new double[][] {{-1, 0}, {0, 0}, {1, 0}},
                Pca.standardise(new double[][] {{-1, 7}, {0, 7}, {1, 7}}),
                TOLERANCE,
                "Its standard deviation is 0: do not divide by it.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("shares of variance of the standardised USArrests data agree with the published ones")
    void arrestsRatios() {
        double[][] arrests =
                Datasets.table("r-datasets/USArrests.csv").numbers("Murder", "Assault", "UrbanPop", "Rape");

        // G. James et al., An Introduction to Statistical Learning, 2nd ed., Springer 2021, §12.2.3
        assertClose(
                "fit(standardise(arrests), 4).explainedVarianceRatio()",
                new double[] {0.620, 0.247, 0.089, 0.043},
                Pca.fit(Pca.standardise(arrests), 4).explainedVarianceRatio(),
                5e-4,
                "Without standardising, Assault would drown the other features: its numbers are the largest.");
    }

    @Test
    @DisplayName("arguments out of range are refused with a useful message")
    void argumentsOutOfRange() {
        assertRefused("nComponents must be in [1, 2], but was 3", () -> Pca.fit(X, 3));
        assertRefused("nComponents must be in [1, 2], but was 0", () -> Pca.fit(X, 0));
        assertRefused("nComponents must be in [1, 1], but was 2", () -> Pca.fit(new double[][] {{1, 2}, {3, 4}}, 2));
        assertRefused("X must have at least 2 samples, but has 1", () -> Pca.fit(new double[][] {{1, 2}}, 1));
        assertRefused("X must be finite, but X[1][0] was NaN", () -> Pca.standardise(new double[][] {{1}, {0.0 / 0}}));
    }

    @Test
    @DisplayName("samples and scores of another width are refused with a useful message")
    void widthsThatDoNotFit() {
        Pca pca = new Pca(new double[2], new double[][] {{1, 0}}, new double[] {1}, 2);

        assertRefused("X must have 2 columns, but has 3", () -> pca.transform(new double[1][3]));
        assertRefused("scores must have 1 column, but has 2", () -> pca.inverseTransform(new double[1][2]));
    }

    @Test
    @DisplayName("without variance there are no shares")
    void noVariance() {
        Pca pca = new Pca(new double[1], new double[][] {{1}}, new double[1], 0);

        assertRefused("totalVariance must be > 0, but was 0.0", pca::explainedVarianceRatio);
    }

    /** Three features that vary together, far from the origin. */
    private static double[][] correlated(RandomGenerator random, int nSamples) {
        double[][] mixing = {{3, 1, 0}, {0, 2, 1}, {0, 0, 1}};
        return Matrix.plusRow(Matrix.times(Matrix.gaussian(random, nSamples, 3), mixing), new double[] {10, -20, 5});
    }

    private static double[][] covariance(double[][] X) {
        double[][] centred = Matrix.minusRow(X, Matrix.columnMeans(X));
        return Matrix.times(1.0 / (X.length - 1), Matrix.times(Matrix.transpose(centred), centred));
    }
}
