package statistics.confidencebootstrap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static statistics.confidencebootstrap.IntervalsTest.assertInterval;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    /** A few operations on numbers of order 10. */
    private static final double TOLERANCE = 1e-13;

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("replicates draw the row of each uniform number, with replacement")
    void drawnRows() {
        assertClose(
                "replicates({{1}, {2}, {4}}, …, 100, 10 and 1 times the three rows)",
                new double[] {124, 222, 414},
                Bootstrap.replicates(
                        new double[][] {{1}, {2}, {4}},
                        new double[][] {{0, 0.4, 0.99}, {0.34, 0.5, 0.66}, {0.7, 0.1, 0.67}},
                        X -> 100 * X[0][0] + 10 * X[1][0] + X[2][0]),
                TOLERANCE,
                "u draws row ⌊3 u⌋: 0.34 and 0.66 draw row 1, 0.67 draws row 2.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("the features of a sample stay together")
    void pairs() {
        double[][] X = {{1, 10}, {2, 20}, {3, 30}, {7, 70}};
        double[][] uniforms = {{0.1, 0.9, 0.6, 0.3}, {0.8, 0.8, 0.1, 0.4}};

        assertClose(
                "replicates({{1, 10}, {2, 20}, {3, 30}, {7, 70}}, …, sum of products)",
                new double[] {630, 1030},
                Bootstrap.replicates(
                        X,
                        uniforms,
                        Z -> Arrays.stream(Z)
                                .mapToDouble(row -> row[0] * row[1])
                                .sum()),
                TOLERANCE,
                "Draw whole rows.");
    }

    /**
     * All 27 resamples of three rows. Their means have the variance m₂/3, where m₂ is that of the three numbers with n
     * below: 14/3. With 26 in place of 27 below, the deviation is √(27/26 · 14/9).
     */
    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("all resamples of three numbers together give the standard error of their mean")
    void allResamples() {
        double[][] uniforms = new double[27][];
        for (int b = 0; b < 27; b++) {
            uniforms[b] = new double[] {(b % 3 + 0.5) / 3, (b / 3 % 3 + 0.5) / 3, (b / 9 + 0.5) / 3};
        }
        double[] replicates =
                Bootstrap.replicates(new double[][] {{3}, {7}, {8}}, uniforms, X -> (X[0][0] + X[1][0] + X[2][0]) / 3);
        assertEquals(27, replicates.length, "One replicate for each row of uniforms.");

        assertClose(
                "standardError(means of all 27 resamples of 3, 7, 8)",
                Math.sqrt(27 * 14 / (26 * 9.0)),
                Bootstrap.standardError(replicates),
                TOLERANCE,
                "Draw with replacement; the deviation of the replicates is not divided by the root of their number.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("alpha puts less into what varies more")
    void shareOfTheFirst() {
        assertClose(
                "alpha of variances 8/3 and 2/3 without covariance",
                0.2,
                Portfolio.alpha(new double[][] {{12, 5}, {8, 5}, {10, 6}, {10, 4}}),
                TOLERANCE,
                "(2/3) / (8/3 + 2/3).");
        assertClose(
                "alpha of variances 7 and 1, covariance 2.5",
                -0.5,
                Portfolio.alpha(new double[][] {{13, 6}, {9, 5}, {8, 4}}),
                TOLERANCE,
                "(1 - 2.5) / (7 + 1 - 5): below 0, the first investment is sold short.");
    }

    /** James et al., ISLR, §5.3.4: 0.5758321, there printed as 0.576. */
    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("alpha of ISLR's portfolio is 0.576")
    void portfolio() {
        assertClose(
                "alpha(X)", 0.5758321, Portfolio.alpha(returns()), 5.1e-8, "ISLR §5.3.4 has 0.5758321 for these data.");
    }

    /**
     * With infinitely many resamples the standard error is 0.0911 (ISLR, with 1,000, has 0.0886 and 0.089). Replicates
     * here are nearly normal, so that of 1,000 their deviation is known to {@code 0.0911/√2000 = 0.00204}. Five of them
     * are 0.0102: a right program is beyond that once in 1.7 million runs.
     */
    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("and its standard error is near 0.09")
    void portfolioError(RandomGenerator random) {
        double[][] uniforms = new double[1000][];
        Arrays.setAll(uniforms, b -> random.doubles(100).toArray());

        assertClose(
                "standardError(replicates(X, …))",
                0.0911,
                Bootstrap.standardError(Portfolio.replicates(returns(), uniforms)),
                0.0102,
                "The deviation of the replicates.");
    }

    static double[][] returns() {
        return Datasets.table("islr/Portfolio.csv").numbers("X", "Y");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("standardError is a deviation with one less below")
    void deviation() {
        assertClose(
                "standardError({2, 4, 4, 4, 5, 5, 7, 9})",
                Math.sqrt(32 / 7.0),
                Bootstrap.standardError(new double[] {2, 4, 4, 4, 5, 5, 7, 9}),
                TOLERANCE,
                "Replicates are spread like estimates: their deviation is the standard error.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("percentile: from one quantile of the replicates to another")
    void quantiles() {
        double[] replicates = {5, 1, 3, 2, 14};

        assertInterval(
                "percentile({5, 1, 3, 2, 14}, 0.5)", 2, 5, Bootstrap.percentile(replicates, 0.5), "At 0.25 and 0.75.");
        assertInterval(
                "percentile({5, 1, 3, 2, 14}, 0.8)",
                1.4,
                10.4,
                Bootstrap.percentile(replicates, 0.8),
                "At 0.1 and 0.9: the level lies in the middle.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("basic: the percentile interval, mirrored at the estimate")
    void mirrored() {
        assertInterval(
                "basic(3.5, {5, 1, 3, 2, 14}, 0.8)",
                -3.4,
                5.6,
                Bootstrap.basic(3.5, new double[] {5, 1, 3, 2, 14}, 0.8),
                "7 - 10.4 and 7 - 1.4: what is far above the estimate says that the truth may be far below.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "uniforms must have 2 columns, but has 3",
                () -> Bootstrap.replicates(new double[2][1], new double[1][3], X -> 0));
        assertRefused(
                "uniforms must be in [0, 1), but one was 1.0",
                () -> Bootstrap.replicates(new double[1][1], new double[][] {{1}}, X -> 0));
        assertRefused(
                "uniforms must be in [0, 1), but one was -0.5",
                () -> Bootstrap.replicates(new double[1][1], new double[][] {{-0.5}}, X -> 0));
        assertRefused("level must be in (0, 1), but was 0.0", () -> Bootstrap.percentile(new double[1], 0));
        assertRefused("X must have 2 columns, but has 1", () -> Portfolio.alpha(new double[2][1]));
    }
}
