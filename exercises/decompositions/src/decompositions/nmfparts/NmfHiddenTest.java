package decompositions.nmfparts;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class NmfHiddenTest {
    /** Sums of a hundred products of numbers of order 1. */
    private static final double TOLERANCE = 1e-11;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("loss has the square of the unit of X")
    void units(RandomGenerator random) {
        double[][] X = NmfTest.positive(random, 5, 4);
        double[][] W = NmfTest.positive(random, 5, 2);
        double[][] H = NmfTest.positive(random, 2, 4);
        double expected = Reference.of(() -> Nmf.loss(X, W, H));

        assertClose("loss(X, W, H)", expected, Nmf.loss(X, W, H), TOLERANCE, "Sum all squared differences.");
        assertClose(
                "loss(10·X, 10·W, H)",
                100 * expected,
                Nmf.loss(Matrix.times(10, X), Matrix.times(10, W), H),
                100 * TOLERANCE,
                "Squares of ten times the differences.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("one part alone is the best there is after one update of its weights")
    void bestWeights(RandomGenerator random) {
        double[][] X = NmfTest.positive(random, 7, 4);
        double[][] h = NmfTest.positive(random, 1, 4);
        double[][] expected = new double[7][1];
        for (int i = 0; i < 7; i++) {
            expected[i][0] = Matrix.dot(X[i], h[0]) / Matrix.dot(h[0], h[0]);
        }

        assertClose(
                "updatedWeights for one part: projections on it",
                expected,
                Nmf.updatedWeights(X, NmfTest.positive(random, 7, 1), h),
                TOLERANCE,
                "(X·Hᵀ) / (W·H·Hᵀ).");
        double[][] w = NmfTest.positive(random, 7, 1);
        double[][] best = new double[1][4];
        for (int j = 0; j < 4; j++) {
            double[] feature = Matrix.transpose(X)[j];
            best[0][j] = Matrix.dot(feature, Matrix.transpose(w)[0])
                    / Matrix.dot(Matrix.transpose(w)[0], Matrix.transpose(w)[0]);
        }
        assertClose(
                "updatedParts for one part: projections on its weights",
                best,
                Nmf.updatedParts(X, w, NmfTest.positive(random, 1, 4)),
                TOLERANCE,
                "(Wᵀ·X) / (Wᵀ·W·H).");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("fit does what its steps do, and does not raise the loss")
    void steps(RandomGenerator random) {
        double[][] X = NmfTest.positive(random, 9, 6);
        double[][] W = NmfTest.positive(random, 9, 2);
        double[][] H = NmfTest.positive(random, 2, 6);
        double[] expected = Reference.of(() -> Nmf.fit(X, W, H, 8).losses());
        double[] losses = Nmf.fit(X, W, H, 8).losses();

        assertClose("losses of 8 steps", expected, losses, 1e-10, "Parts first, then weights with the new parts.");
        for (int k = 1; k <= 8; k++) {
            assertTrue(losses[k] <= losses[k - 1] + 1e-12, "The loss rises in step " + k + ".");
        }
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("transform treats each sample by itself")
    void eachByItself(RandomGenerator random) {
        double[][] H = NmfTest.positive(random, 3, 6);
        Nmf nmf = new Nmf(new double[][] {{1, 1, 1}}, H, new double[] {0});
        double[][] X = NmfTest.positive(random, 4, 6);
        double[][] start = NmfTest.positive(random, 4, 3);
        double[][] all = nmf.transform(X, start, 15);
        assertTrue(all != null && all.length == 4, "transform of 4 samples must have 4 rows.");

        for (int i = 0; i < 4; i++) {
            double[][] alone = nmf.transform(new double[][] {X[i]}, new double[][] {start[i]}, 15);
            assertClose(
                    "weights of sample " + i + " alone", new double[][] {all[i]}, alone, TOLERANCE, "The parts stay.");
        }
        assertTrue(
                Nmf.loss(X, all, H) <= Nmf.loss(X, start, H) * (1 + 1e-12)
                        && Arrays.stream(all).flatMapToDouble(Arrays::stream).allMatch(weight -> weight >= 0),
                "15 steps must not raise the loss, and no weight may be negative.");
    }
}
