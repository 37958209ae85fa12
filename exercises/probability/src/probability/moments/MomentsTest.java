package probability.moments;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import gradus.datasets.Table;
import gradus.kit.Matrix;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MomentsTest {
    /** Sums of a few numbers of order 10: 100 · 2.2e-16. */
    private static final double TOLERANCE = 1e-13;

    private static final double[] X = {3, 7, 7, 19};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("mean and central moments divide by n, variance by n - 1")
    void byHand() {
        assertClose("mean({3, 7, 7, 19})", 9, Moments.mean(X), TOLERANCE, "36/4.");
        assertClose("variance({3, 7, 7, 19})", 48, Moments.variance(X), TOLERANCE, "(36 + 4 + 4 + 100) / 3.");
        assertClose("deviation({3, 7, 7, 19})", Math.sqrt(48), Moments.deviation(X), TOLERANCE, "The root of it.");
        assertClose(
                "centralMoment({3, 7, 7, 19}, 1)", 0, Moments.centralMoment(X, 1), TOLERANCE, "(-6 - 2 - 2 + 10) / 4.");
        assertClose("centralMoment({3, 7, 7, 19}, 2)", 36, Moments.centralMoment(X, 2), TOLERANCE, "144/4.");
        assertClose(
                "centralMoment({3, 7, 7, 19}, 3)",
                192,
                Moments.centralMoment(X, 3),
                TOLERANCE,
                "(-216 - 8 - 8 + 1000) / 4.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("skewness has no unit and a sign")
    void leaning() {
        assertClose("skewness({3, 7, 7, 19})", 192 / 216.0, Moments.skewness(X), TOLERANCE, "m₃ / m₂^(3/2) = 192/6³.");
        assertClose(
                "skewness({-30, -70, -70, -190})",
                -192 / 216.0,
                Moments.skewness(new double[] {-30, -70, -70, -190}),
                TOLERANCE,
                "Mirrored and ten times as large: only the sign changes.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("variance bears numbers far from 0")
    void farAway() {
        double[] far = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};

        // The mean has an error of 1e-7 at most, the square of which counts: 1e-14.
        assertClose(
                "variance({4, 7, 13, 16} + 10⁹)",
                30,
                Moments.variance(far),
                1e-9,
                "Subtract the mean before you square: 10¹⁸ has no digit left for 30.");
    }

    /**
     * The sample variance of five normal numbers with deviation 1 has mean 1 and variance {@code 2/(5 - 1)}. The mean
     * of 4,000 of them has standard error {@code √(0.5/4000) = 0.0112}; five of them are 0.056, beyond which a right
     * program is once in 1.7 million runs. With n below, the mean is 0.8, 18 standard errors away.
     */
    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("in the mean over many samples the variance is right, which it is only with n - 1")
    void unbiased(RandomGenerator random) {
        double sum = 0;
        for (int sample = 0; sample < 4000; sample++) {
            sum += Moments.variance(Matrix.gaussian(random, 1, 5)[0]);
        }

        assertClose(
                "mean variance of 4000 samples of five",
                1,
                sum / 4000,
                5 * Math.sqrt(0.5 / 4000),
                "Five numbers lie closer to their own mean than to the true one.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("quantile goes straight from one sorted number to the next")
    void quantiles() {
        double[] unsorted = {19, 3, 11, 7};

        assertClose("quantile({19, 3, 11, 7}, 0)", 3, Order.quantile(unsorted, 0), 0, "The smallest.");
        assertClose("quantile({19, 3, 11, 7}, 1)", 19, Order.quantile(unsorted, 1), 0, "The largest.");
        assertClose(
                "quantile({19, 3, 11, 7}, 0.25)",
                6,
                Order.quantile(unsorted, 0.25),
                TOLERANCE,
                "Place 0.75: 3 + 0.75 · 4.");
        assertClose(
                "quantile({19, 3, 11, 7}, 0.9)",
                16.6,
                Order.quantile(unsorted, 0.9),
                TOLERANCE,
                "Place 2.7: 11 + 0.7 · 8.");
        assertClose("median({19, 3, 11, 7})", 9, Order.median(unsorted), TOLERANCE, "Between 7 and 11.");
        assertClose("median({19, 3, 11})", 11, Order.median(new double[] {19, 3, 11}), 0, "The one in the middle.");
        assertClose("median({5})", 5, Order.median(new double[] {5}), 0, "The only one.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("mode is the most frequent number, of several the smallest")
    void modes() {
        assertClose("mode({8, 2, 8, 5, 2, 8})", 8, Order.mode(new double[] {8, 2, 8, 5, 2, 8}), 0, "Three times 8.");
        assertClose(
                "mode({8, 2, 8, 5, 2})",
                2,
                Order.mode(new double[] {8, 2, 8, 5, 2}),
                0,
                "Both come twice; 2 is smaller.");
        assertClose("mode({9, 4})", 4, Order.mode(new double[] {9, 4}), 0, "All come once.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("ranks: equal numbers share the mean of their places")
    void rank() {
        assertClose(
                "ranks({30, 10, 20, 10, 10, 40})",
                new double[] {5, 2, 4, 2, 2, 6},
                Order.ranks(new double[] {30, 10, 20, 10, 10, 40}),
                TOLERANCE,
                "Three times 10 on places 1, 2 and 3.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("covarianceMatrix has variances on its diagonal")
    void covariances() {
        assertClose(
                "covarianceMatrix({{1, 10}, {2, 40}, {6, 10}})",
                new double[][] {{7, -15}, {-15, 300}},
                Together.covarianceMatrix(new double[][] {{1, 10}, {2, 40}, {6, 10}}),
                TOLERANCE,
                "(4 + 1 + 9)/2, (20 - 20 - 30)/2 and (100 + 400 + 100)/2.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("pearson asks for a line, spearman only for the order, slope has a unit")
    void lineOrOrder() {
        double[] x = {1, 2, 6};
        double[] y = {10, 40, 10};
        double[] grows = {1, 4, 1000};

        assertClose(
                "pearson({1, 2, 6}, {10, 40, 10})",
                -15 / Math.sqrt(2100),
                Together.pearson(x, y),
                TOLERANCE,
                "-15/√(7 · 300).");
        assertClose("slope({1, 2, 6}, {10, 40, 10})", -15 / 7.0, Together.slope(x, y), TOLERANCE, "-15/7.");
        assertClose(
                "pearson({1, 2, 6}, {1, 2, 6} · 3)",
                1,
                Together.pearson(x, new double[] {3, 6, 18}),
                TOLERANCE,
                "A line.");
        assertClose("spearman({1, 2, 6}, {1, 4, 1000})", 1, Together.spearman(x, grows), TOLERANCE, "The same order.");
        assertClose(
                "spearman({1, 2, 6}, {10, 40, 10})",
                0,
                Together.spearman(x, y),
                TOLERANCE,
                "Ranks 1, 2, 3 and 1.5, 3, 1.5.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("Anscombe's four sets have the same moments and do not look alike")
    void anscombe() {
        // F. J. Anscombe, Graphs in Statistical Analysis, The American Statistician 27, 1973.
        Table table = Datasets.table("anscombe/anscombe.csv");
        List<String> sets = table.text("dataset");
        double[][] points = table.numbers("x", "y");
        for (String set : List.of("I", "II", "III", "IV")) {
            double[][] columns = Matrix.transpose(IntStream.range(0, points.length)
                    .filter(i -> sets.get(i).equals(set))
                    .mapToObj(i -> points[i])
                    .toArray(double[][]::new));

            assertClose("mean(x) of set " + set, 9, Moments.mean(columns[0]), TOLERANCE, "As published.");
            assertClose("variance(x) of set " + set, 11, Moments.variance(columns[0]), TOLERANCE, "As published.");
            assertClose("mean(y) of set " + set, 7.50, Moments.mean(columns[1]), 0.005, "As published.");
            assertClose(
                    "slope(x, y) of set " + set,
                    0.500,
                    Together.slope(columns[0], columns[1]),
                    0.0005,
                    "As published.");
            assertClose(
                    "pearson(x, y) of set " + set,
                    0.816,
                    Together.pearson(columns[0], columns[1]),
                    0.001,
                    "As published.");
        }
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("Galton: children of tall parents are tall, but only two thirds as much")
    void galton() {
        // Galton 1886 says 2/3; R's lm(child ~ parent) on his 928 pairs 0.6463.
        double[][] columns =
                Matrix.transpose(Datasets.table("r-datasets/Galton.csv").numbers("parent", "child"));

        assertEquals(928, columns[0].length, "Galton's pairs.");
        assertClose(
                "slope(parent, child)",
                0.6463,
                Together.slope(columns[0], columns[1]),
                5e-5,
                "Covariance by variance.");
        assertClose(
                "pearson(parent, child)",
                0.4588,
                Together.pearson(columns[0], columns[1]),
                5e-5,
                "By both deviations.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("add moves the mean by 1/n of the way")
    void oneAtATime() {
        Running running = new Running(3, 6, 10).add(10);

        assertEquals(4, running.n(), "new Running(3, 6, 10).add(10).n()");
        assertClose("new Running(3, 6, 10).add(10).mean()", 7, running.mean(), TOLERANCE, "6 + 4/4.");
        assertClose(
                "new Running(3, 6, 10).add(10).squares()", 22, running.squares(), TOLERANCE, "10 + (10 - 6)(10 - 7).");
        assertClose("its variance()", 22 / 3.0, running.variance(), TOLERANCE, "By n - 1.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("plus puts two parts together")
    void parts() {
        // 1, 3 and 6, 8, 10: mean 5.6, squares 21.16 + 6.76 + 0.16 + 5.76 + 19.36.
        Running both = new Running(2, 2, 2).plus(new Running(3, 8, 8));

        assertEquals(5, both.n(), "n() of {1, 3} and {6, 8, 10}.");
        assertClose("mean() of {1, 3} and {6, 8, 10}", 5.6, both.mean(), TOLERANCE, "28/5: weights 2/5 and 3/5.");
        assertClose("squares() of {1, 3} and {6, 8, 10}", 53.2, both.squares(), TOLERANCE, "2 + 8 + 6² · 2 · 3/5.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("one at a time is as exact as two passes, far from 0 too")
    void sameAsTwoPasses(RandomGenerator random) {
        double[] x = Matrix.gaussian(random, 1, 50)[0];
        Running running = Running.empty();
        for (int i = 0; i < 50; i++) {
            x[i] += 1e6;
            running = running.add(x[i]);
        }
        double mean = 0;
        for (double value : x) {
            mean += (value - 1e6) / 50;
        }
        double variance = 0;
        for (double value : x) {
            variance += (value - 1e6 - mean) * (value - 1e6 - mean) / 49;
        }

        // 50 roundings of a mean near 1e6, 1.2e-10 each; they enter the squares times distances below 5.
        assertClose("mean() of 50 numbers near 10⁶", 1e6 + mean, running.mean(), 1e-8, "Move it by (x - mean)/n.");
        assertClose("variance() of 50 numbers near 10⁶", variance, running.variance(), 1e-7, "Never square x itself.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("x must have at least 1 entry, but has 0", () -> Moments.mean(new double[0]));
        assertRefused("x must have at least 2 entries, but has 1", () -> Moments.variance(new double[1]));
        assertRefused("order must be >= 1, but was 0", () -> Moments.centralMoment(X, 0));
        assertRefused("p must be in [0, 1], but was 1.5", () -> Order.quantile(X, 1.5));
        assertRefused("X must have at least 2 samples, but has 1", () -> Together.covarianceMatrix(new double[1][1]));
        assertRefused("y must have 4 entries, but has 2", () -> Together.slope(X, new double[2]));
        assertRefused("n must be >= 0, but was -1", () -> new Running(-1, 0, 0));
        assertRefused("n must be >= 2, but was 1", () -> new Running(1, 0, 0).variance());
    }
}
