package probability.moments;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class MomentsHiddenTest {
    /** Sums of up to 30 numbers, with powers of up to 10³ and factors of up to 10. */
    private static final double TOLERANCE = 1e-10;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("moments follow a change of units")
    void units(RandomGenerator random) {
        double[] x = Matrix.gaussian(random, 1, 20)[0];
        double shift = random.nextDouble(-9, 9);
        double factor = random.nextDouble(2, 9);
        double[] changed = Arrays.stream(x).map(v -> shift - factor * v).toArray();

        assertClose("mean", shift - factor * Moments.mean(x), Moments.mean(changed), TOLERANCE, "It moves along.");
        assertClose(
                "variance",
                factor * factor * Moments.variance(x),
                Moments.variance(changed),
                TOLERANCE,
                "Squared units.");
        assertClose("skewness", -Moments.skewness(x), Moments.skewness(changed), TOLERANCE, "No unit, but a sign.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("quantiles and ranks agree with a sorted list")
    void sortedList(RandomGenerator random) {
        int n = random.nextInt(5, 20);
        double[] sorted = new double[n];
        double[] places = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = (i == 0 ? -5 : sorted[i - 1]) + random.nextDouble(0.1, 3);
            places[i] = i + 1;
        }
        double[] shuffled = sorted.clone();
        double[] ranks = places.clone();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = kept;
            kept = ranks[i];
            ranks[i] = ranks[j];
            ranks[j] = kept;
        }
        int k = random.nextInt(n - 1);

        assertClose(
                "quantile between two",
                (sorted[k] + sorted[k + 1]) / 2,
                Order.quantile(shuffled, (k + 0.5) / (n - 1)),
                TOLERANCE,
                "Place (n - 1) p.");
        assertClose("ranks", ranks, Order.ranks(shuffled), TOLERANCE, "From 1 for the smallest.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("correlations do not depend on units, Spearman's not on any rising function")
    void rising(RandomGenerator random) {
        double[] x = Matrix.gaussian(random, 1, 20)[0];
        double[] noise = Matrix.gaussian(random, 1, 20)[0];
        double[] y = new double[20];
        double[] other = new double[20];
        double[] bent = new double[20];
        for (int i = 0; i < 20; i++) {
            y[i] = x[i] + noise[i];
            other[i] = 32 - 1.8 * y[i];
            bent[i] = Math.exp(y[i]);
        }
        double[][] C = requireShape(
                "covarianceMatrix",
                2,
                2,
                Together.covarianceMatrix(Matrix.transpose(new double[][] {x, y})),
                "One row and column for each feature.");

        assertClose(
                "pearson",
                C[0][1] / Math.sqrt(C[0][0] * C[1][1]),
                Together.pearson(x, y),
                TOLERANCE,
                "By both deviations.");
        assertClose(
                "pearson of other units",
                -Together.pearson(x, y),
                Together.pearson(x, other),
                TOLERANCE,
                "Only the sign.");
        assertClose(
                "spearman of a bent y",
                Together.spearman(x, y),
                Together.spearman(x, bent),
                TOLERANCE,
                "Of the ranks.");
        assertClose(
                "slope of other units", -1.8 * Together.slope(x, y), Together.slope(x, other), TOLERANCE, "y by x.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("parts together are as all at once")
    void partsTogether(RandomGenerator random) {
        int n = random.nextInt(5, 30);
        int cut = random.nextInt(1, n);
        double[] x = Arrays.stream(Matrix.gaussian(random, 1, n)[0])
                .map(v -> 10 + 3 * v)
                .toArray();
        Running first = Running.empty();
        Running second = Running.empty();
        for (int i = 0; i < n; i++) {
            first = i < cut ? first.add(x[i]) : first;
            second = i < cut ? second : second.add(x[i]);
        }
        Running both = first.plus(second);
        double mean = Arrays.stream(x).sum() / n;
        double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();

        assertEquals(n, both.n(), "As many as both have.");
        assertClose("mean", mean, both.mean(), TOLERANCE, "Weights are the numbers.");
        assertClose("squares", squares, both.squares(), TOLERANCE, "Both, and the distance of the means.");
        assertClose("variance", squares / (n - 1), both.variance(), TOLERANCE, "By n - 1.");
    }
}
