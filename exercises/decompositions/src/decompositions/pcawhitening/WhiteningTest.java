package decompositions.pcawhitening;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import gradus.kit.Svd;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhiteningTest {
    /** Entries are of order 1 to 100, and squares of them are multiplied. */
    private static final double TOLERANCE = 1e-10;

    /** Four points around (10, 20): 6 along (0.8, 0.6) both ways, and 3 along (-0.6, 0.8). */
    private static final double[][] X = {{14.8, 23.6}, {5.2, 16.4}, {8.2, 22.4}, {11.8, 17.6}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("covariance averages products of deviations from the mean")
    void covarianceByHand() {
        // 24 along (0.8, 0.6) and 6 along (-0.6, 0.8).
        assertClose(
                "covariance of four points around (10, 20)",
                new double[][] {{17.52, 8.64}, {8.64, 12.48}},
                Whitening.covariance(X),
                TOLERANCE,
                "(4.8² + 4.8² + 1.8² + 1.8²)/3 first: subtract the mean, and divide by nSamples - 1.");
        assertClose(
                "covariance({{1, 5}, {4, 1}})",
                new double[][] {{4.5, -6}, {-6, 8}},
                Whitening.covariance(new double[][] {{1, 5}, {4, 1}}),
                TOLERANCE,
                "Deviations are ±(1.5, -2), and nSamples - 1 is 1.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit finds mean, components and variances")
    void fitByHand() {
        Whitening fitted = Whitening.fit(X, 2);

        assertClose("mean", new double[] {10, 20}, fitted.mean(), TOLERANCE, "Of each column.");
        assertClose("variance", new double[] {24, 6}, fitted.variance(), TOLERANCE, "2·36/3 and 2·9/3: eigenvalues.");
        assertCloseUpToSign(
                "components",
                new double[][] {{0.8, 0.6}, {-0.6, 0.8}},
                fitted.components(),
                TOLERANCE,
                "Eigenvectors are the columns of Eigen.vectors; components are rows.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("the covariance route agrees with the SVD of the centred data")
    void routesAgree(RandomGenerator random) {
        double[][] samples = samples(random, 50);
        Svd svd = Svd.thin(Matrix.minusRow(samples, Matrix.columnMeans(samples)));
        double[] expected = Arrays.stream(svd.s()).limit(3).map(s -> s * s / 49).toArray();
        Whitening fitted = Whitening.fit(samples, 3);

        // The covariance is off by 1e-16 of its largest entry, about 100; variances differ by 3 or more.
        assertClose("variance", expected, fitted.variance(), TOLERANCE, "Squared singular values over nSamples - 1.");
        assertCloseUpToSign("components", Arrays.copyOf(svd.vt(), 3), fitted.components(), 1e-9, "Rows of Vᵀ.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("variances that are round-off come as 0")
    void noVariance() {
        // The third feature is the sum of the others.
        double[][] flat = {{0.1, 0.7, 0.8}, {0.3, 0.2, 0.5}, {0.9, 0.4, 1.3}, {0.6, 0.6, 1.2}};
        double[] variance = Whitening.fit(flat, 3).variance();

        assertEquals(3, variance.length, "entries of variance of three features");
        assertEquals(0, variance[2], "variance[2] of data in a plane. Powers.withoutRoundOff makes it exactly 0.");
        assertTrue(variance[1] > 0.01, "variance[1] of data in a plane is not 0.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the first two components of 1,797 digits carry 14.89 % and 13.62 % of the variance")
    void digits() {
        String[] columns =
                IntStream.rangeClosed(1, 65).mapToObj(Integer::toString).toArray(String[]::new);
        double[][] table =
                Datasets.headerless("optdigits/optdigits.tes", columns).numbers();
        double[][] pixels =
                Arrays.stream(table).map(row -> Arrays.copyOf(row, 64)).toArray(double[][]::new);
        double[] variance = Whitening.fit(pixels, 64).variance();
        assertEquals(64, variance.length, "entries of variance of 64 pixels");
        double total = Arrays.stream(variance).sum();

        // As scikit-learn's PCA prints them for load_digits, which are the same pictures.
        assertClose(
                "shares of the first two",
                new double[] {0.14890594, 0.13618771},
                new double[] {variance[0] / total, variance[1] / total},
                5e-9,
                "Largest first, and all 64 in the total.");
        assertClose(
                "the share of the last three", 0, variance[61] / total, 0, "Three corners are empty in all pictures.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("whiten divides scores by their standard deviations")
    void whitenByHand() {
        Whitening whitening =
                new Whitening(new double[] {10, 20}, new double[][] {{0.8, 0.6}, {-0.6, 0.8}}, new double[] {25, 4});

        assertClose(
                "whiten({{18, 26}, {14, 23}, {4, 28}})",
                new double[][] {{2, 0}, {1, 0}, {0, 5}},
                whitening.whiten(new double[][] {{18, 26}, {14, 23}, {4, 28}}),
                TOLERANCE,
                "(18, 26) is 10 along (0.8, 0.6), where one standard deviation is 5.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("whitened training data have covariance I")
    void becomesWhite(RandomGenerator random) {
        double[][] samples = samples(random, 40);
        double[][] Z =
                requireShape("whiten(X)", 40, 4, Whitening.fit(samples, 4).whiten(samples), "A row for each sample.");

        assertClose(
                "covariance of whiten(X)",
                Matrix.identity(4),
                covariance(Z),
                TOLERANCE,
                "Each score divided by the root of its variance.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("colour goes the way back")
    void colourByHand() {
        Whitening whitening =
                new Whitening(new double[] {10, 20}, new double[][] {{0.8, 0.6}, {-0.6, 0.8}}, new double[] {25, 4});

        assertClose(
                "colour({{2, 0}, {0, 5}, {0, 0}})",
                new double[][] {{18, 26}, {4, 28}, {10, 20}},
                whitening.colour(new double[][] {{2, 0}, {0, 5}, {0, 0}}),
                TOLERANCE,
                "Two standard deviations of 5 along (0.8, 0.6), from the mean on.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("zca stretches along the components and does not turn")
    void zcaByHand() {
        double long1 = 6 / Math.sqrt(24);
        double short1 = 3 / Math.sqrt(6);

        assertClose(
                "zca of four points around (10, 20)",
                new double[][] {
                    {0.8 * long1, 0.6 * long1},
                    {-0.8 * long1, -0.6 * long1},
                    {-0.6 * short1, 0.8 * short1},
                    {0.6 * short1, -0.8 * short1}
                },
                Whitening.zca(X),
                TOLERANCE,
                "(14.8, 23.6) is 6 along (0.8, 0.6), with standard deviation √24; it stays in that direction.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("zca has covariance I, and features that point along the old ones")
    void zcaIsWhiteAndNear(RandomGenerator random) {
        double[][] samples = samples(random, 40);
        double[][] Z = requireShape("zca(X)", 40, 4, Whitening.zca(samples), "As large as X.");
        double[][] centred = Matrix.minusRow(samples, Matrix.columnMeans(samples));
        double[][] cross = Matrix.times(1.0 / 39, Matrix.times(Matrix.transpose(centred), Z));

        assertClose("covariance of zca(X)", Matrix.identity(4), covariance(Z), TOLERANCE, "C to the power -1/2.");
        assertClose(
                "how X and zca(X) vary together, and its transpose",
                cross,
                Matrix.transpose(cross),
                TOLERANCE,
                "C^(1/2) is symmetric: multiply with the power -1/2 of the covariance from the right, and don't turn.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("X must have at least 2 samples, but has 1", () -> Whitening.covariance(new double[1][2]));
        assertRefused("nComponents must be in [1, 2], but was 3", () -> Whitening.fit(X, 3));
        Whitening flat = new Whitening(new double[2], new double[][] {{1, 0}}, new double[] {0});
        assertRefused("variance[0] must be > 0 to be made 1, but was 0.0", () -> flat.whiten(X));
        assertRefused("X must have 2 columns, but has 3", () -> flat.whiten(new double[1][3]));
        assertRefused("Z must have 1 column, but has 2", () -> flat.colour(X));
    }

    /** Four features, far from the origin, that vary together: standard deviations 8, 4, 2, 1 along turned axes. */
    static double[][] samples(RandomGenerator random, int nSamples) {
        double[][] independent = Matrix.gaussian(random, nSamples, 4);
        for (double[] sample : independent) {
            for (int j = 0; j < 4; j++) {
                sample[j] *= 8 >> j;
            }
        }
        double[][] turn = Svd.thin(Matrix.gaussian(random, 4, 4)).vt();
        return Matrix.plusRow(Matrix.times(independent, turn), new double[] {5, -10, 20, 3});
    }

    static double[][] covariance(double[][] X) {
        double[][] centred = Matrix.minusRow(X, Matrix.columnMeans(X));
        return Matrix.times(1.0 / (X.length - 1), Matrix.times(Matrix.transpose(centred), centred));
    }
}
