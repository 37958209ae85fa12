package statistics.hypothesistests;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import probability.distributionssampling.Sampling;

class DifferenceTest {
    /** exp of a sum of logarithms up to 30. */
    private static final double TOLERANCE = 1e-12;

    /** Four numbers and three: means 5 and 9, squares 20 and 14. */
    private static final double[] X = {2, 4, 6, 8};

    private static final double[] Y = {6, 10, 11};

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("density has a formula for each number of degrees")
    void density() {
        assertClose(
                "new StudentT(1).density(2)",
                1 / (5 * Math.PI),
                new StudentT(1).density(2),
                TOLERANCE,
                "One degree is Cauchy's: 1/(π(1 + t²)).");
        assertClose(
                "new StudentT(2).density(3)",
                Math.pow(11, -1.5),
                new StudentT(2).density(3),
                TOLERANCE,
                "(2 + t²)^-3/2.");
        assertClose(
                "new StudentT(1e6).density(1)",
                Math.exp(-0.5) / Math.sqrt(2 * Math.PI),
                new StudentT(1e6).density(1),
                1e-6,
                "With many degrees it is the bell, and gamma functions are far too large for doubles.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("twoSided counts both tails, however small they are")
    void tails() {
        assertClose(
                "new StudentT(1).twoSided(-1)", 0.5, new StudentT(1).twoSided(-1), TOLERANCE, "1 - 2/π · arctan 1.");
        assertClose(
                "new StudentT(2).twoSided(3)",
                1 - 3 / Math.sqrt(11),
                new StudentT(2).twoSided(3),
                TOLERANCE,
                "1 - t/√(2 + t²).");
        assertClose("new StudentT(3).twoSided(0)", 1, new StudentT(3).twoSided(0), TOLERANCE, "Everything.");
        // 1 - t/√(2 + t²) is 1/t² - 3/(2t⁴) + …
        assertClose(
                "new StudentT(2).twoSided(1e8) · 10¹⁶",
                1,
                new StudentT(2).twoSided(1e8) * 1e16,
                1e-11,
                "1 minus something would have lost all digits.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("cumulative is half of it on the left, and the rest on the right")
    void cumulative() {
        assertClose("new StudentT(1).cumulative(-1)", 0.25, new StudentT(1).cumulative(-1), TOLERANCE, "A quarter.");
        assertClose("new StudentT(1).cumulative(1)", 0.75, new StudentT(1).cumulative(1), TOLERANCE, "The rest.");
        assertClose(
                "new StudentT(2).cumulative(0.5)",
                2 / 3.0,
                new StudentT(2).cumulative(0.5),
                TOLERANCE,
                "1/2 + t/(2√(2 + t²)).");
        assertClose("new StudentT(7).cumulative(0)", 0.5, new StudentT(7).cumulative(0), TOLERANCE, "Symmetric.");
    }

    /** R. A. Fisher and F. Yates, <i>Statistical Tables</i>, 1938, table III, to four digits. */
    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("t of the tables has probability 0.05")
    void table() {
        double[] degrees = {1, 2, 5, 10, 30};
        double[] t = {12.706, 4.303, 2.571, 2.228, 2.042};
        for (int k = 0; k < 5; k++) {
            // Half a unit of the last digit times twice the density, at most 2 · 0.0005 · 0.054.
            assertClose(
                    "new StudentT(" + degrees[k] + ").twoSided(" + t[k] + ")",
                    0.05,
                    new StudentT(degrees[k]).twoSided(t[k]),
                    5.4e-5,
                    "As the tables say.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("statistic is the difference in standard errors, pValue both tails")
    void result() {
        Difference test = new Difference(-6, 2, 4);

        assertClose("new Difference(-6, 2, 4).statistic()", -3, test.statistic(), TOLERANCE, "-6/2.");
        assertClose(
                "new Difference(-6, 2, 4).pValue()",
                1 - 3 / Math.sqrt(13) * 15 / 13,
                test.pValue(),
                TOLERANCE,
                "Both tails of 4 degrees beyond 3: 1 - t/√(4 + t²) · (1 + 2/(4 + t²)).");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("oneSample has the standard error of a mean")
    void oneSample() {
        assertTest("oneSample({2, 4, 6, 8}, 3)", 2, Math.sqrt(20 / 3.0 / 4), 3, Difference.oneSample(X, 3));
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("paired is a test of the differences")
    void paired() {
        // Differences -4, -6, -5, -1: mean -4, squares 0 + 4 + 1 + 9.
        assertTest(
                "paired({2, 4, 6, 8}, {6, 10, 11, 9})",
                -4,
                Math.sqrt(14 / 3.0 / 4),
                3,
                Difference.paired(X, new double[] {6, 10, 11, 9}));
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("pooled estimates one variance from both samples")
    void pooled() {
        assertTest(
                "pooled({2, 4, 6, 8}, {6, 10, 11})",
                -4,
                Math.sqrt(34 / 5.0 * (1 / 4.0 + 1 / 3.0)),
                5,
                Difference.pooled(X, Y));
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("welch keeps the variances apart, and has fewer degrees")
    void welch() {
        // v = 20/3/4 = 5/3, w = 14/2/3 = 7/3: 16 / (25/27 + 49/18) = 16 · 54 / 197.
        assertTest("welch({2, 4, 6, 8}, {6, 10, 11})", -4, 2, 864 / 197.0, Difference.welch(X, Y));
    }

    private static void assertTest(
            String what, double difference, double standardError, double degrees, Difference actual) {
        assertClose(what + ".value()", difference, actual.value(), TOLERANCE, "Of the means, first less second.");
        assertClose(what + ".standardError()", standardError, actual.standardError(), TOLERANCE, "See its formula.");
        assertClose(what + ".degrees()", degrees, actual.degrees(), TOLERANCE, "See its formula.");
    }

    /** Student 1908; what R's t.test says of his data. */
    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("Student's sleep: 0.079 if the patients are forgotten, 0.0028 in pairs")
    void sleep() {
        double[] extra = Matrix.transpose(Datasets.table("r-datasets/sleep.csv").numbers("extra"))[0];
        double[] first = Arrays.copyOf(extra, 10);
        double[] second = Arrays.copyOfRange(extra, 10, 20);
        Difference welch = Difference.welch(first, second);
        Difference paired = Difference.paired(first, second);

        assertClose("welch(first, second).statistic()", -1.8608, welch.statistic(), 5e-5, "As R says.");
        assertClose("welch(first, second).degrees()", 17.776, welch.degrees(), 5e-4, "As R says.");
        assertClose("welch(first, second).pValue()", 0.07939, welch.pValue(), 5e-6, "As R says.");
        assertClose(
                "pooled(first, second).pValue()",
                0.07919,
                Difference.pooled(first, second).pValue(),
                5e-6,
                "As R says.");
        assertClose("paired(first, second).statistic()", -4.0621, paired.statistic(), 5e-5, "As R says.");
        assertClose("paired(first, second).pValue()", 0.002833, paired.pValue(), 5e-7, "As R says.");
    }

    /**
     * R. A. Fisher, <i>The Design of Experiments</i>, 1935, §17: Darwin's 15 pairs of plants, in eighths of an inch.
     */
    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("Darwin's plants, in pairs: t is 2.148")
    void darwin() {
        double[] taller = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};
        Difference test = Difference.oneSample(taller, 0);

        assertClose("oneSample(Darwin's differences, 0).statistic()", 2.148, test.statistic(), 5e-4, "As Fisher says.");
        assertTrue(
                test.pValue() > 0.049 && test.pValue() < 0.05,
                "Fisher found t just beyond the 5 % point, 2.145; the p-value was " + test.pValue() + ".");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("units do not matter, and to change the samples over changes the sign")
    void units(RandomGenerator random) {
        double[] x = random.doubles(6, -3, 3).toArray();
        double[] y = random.doubles(9, -1, 5).toArray();
        double[] otherX = Arrays.stream(x).map(v -> 32 + 1.8 * v).toArray();
        double[] otherY = Arrays.stream(y).map(v -> 32 + 1.8 * v).toArray();

        // Numbers near 32 lose a digit or two of a difference that may be small.
        assertClose(
                "welch in other units",
                Difference.welch(x, y).statistic(),
                Difference.welch(otherX, otherY).statistic(),
                1e-11,
                "A difference by its standard error has no unit.");
        assertClose(
                "pooled, samples changed over",
                -Difference.pooled(x, y).statistic(),
                Difference.pooled(y, x).statistic(),
                TOLERANCE,
                "First less second.");
        assertClose(
                "pooled of samples of one size",
                Difference.welch(x, Arrays.copyOf(y, 6)).statistic(),
                Difference.pooled(x, Arrays.copyOf(y, 6)).statistic(),
                TOLERANCE,
                "With equal sizes it makes no difference how variances are put together.");
    }

    /**
     * Of 1,000 tests of samples without a difference, the share with p up to u is u. If so, {@code √n} times the
     * distance of Kolmogorov and Smirnov is above 2.74 with probability 6e-7, as rare as five standard errors of a
     * normal number: a right program fails once in 1.7 million runs. With two degrees of freedom, p-values of the bell
     * would be 0.142 away, four standard errors more than the limit.
     */
    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("where there is no difference, every p-value is equally likely")
    void uniform(RandomGenerator random) {
        double[] pValues = new double[1000];
        for (int run = 0; run < 1000; run++) {
            double[][] samples = Matrix.gaussian(random, 2, 2);
            pValues[run] = Difference.pooled(samples[0], samples[1]).pValue();
        }
        double distance = Reference.of(() -> Sampling.ksDistance(pValues));

        assertTrue(
                distance * Math.sqrt(1000) < 2.74,
                "The p-values of 1,000 tests of equal means are " + distance
                        + " away from uniform, but must be below 2.74/√1000 = 0.0866.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("degrees must be > 0, but was 0.0", () -> new StudentT(0));
        assertRefused("standardError must be > 0, but was 0.0", () -> new Difference(1, 0, 1));
        assertRefused("x must have at least 2 entries, but has 1", () -> Difference.oneSample(new double[1], 0));
        assertRefused("the data must vary, but all are equal", () -> Difference.oneSample(new double[2], 0));
        assertRefused("y must have 4 entries, but has 3", () -> Difference.paired(X, Y));
        assertRefused("the data must vary, but all are equal", () -> Difference.welch(new double[2], new double[3]));
        assertRefused(
                "y must be finite, but y[0][1] was NaN", () -> Difference.pooled(X, new double[] {1, Double.NaN}));
    }
}
