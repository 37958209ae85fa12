package statistics.anovachisquare;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import gradus.datasets.Datasets;
import gradus.datasets.Table;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import probability.distributionssampling.Sampling;
import statistics.hypothesistests.Difference;

class AnovaTest {
    private static final double TOLERANCE = IncompleteGammaTest.TOLERANCE;

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("F with two degrees above has a formula")
    void fDistribution() {
        assertClose(
                "new FDistribution(2, 4).density(2)",
                0.125,
                new FDistribution(2, 4).density(2),
                TOLERANCE,
                "(1 + f/2)⁻³.");
        assertClose(
                "new FDistribution(4, 2).density(1)",
                8 / 27.0,
                new FDistribution(4, 2).density(1),
                TOLERANCE,
                "r = 2, B(2, 1) = 1/2: 4 / 27 · 2.");
        assertClose(
                "new FDistribution(4, 6).density(1)",
                0.41472,
                new FDistribution(4, 6).density(1),
                TOLERANCE,
                "r = 2/3, B(2, 3) = 1/12: 4/9 · (3/5)⁵ · 12.");
        assertClose(
                "new FDistribution(2, 4).upper(2)", 0.25, new FDistribution(2, 4).upper(2), TOLERANCE, "(1 + f/2)⁻².");
        assertClose(
                "new FDistribution(4, 2).upper(1)",
                5 / 9.0,
                new FDistribution(4, 2).upper(1),
                TOLERANCE,
                "1 - (2f/(1 + 2f))².");
        assertClose("new FDistribution(3, 7).upper(0)", 1, new FDistribution(3, 7).upper(0), 0, "Everything.");
    }

    /** R. A. Fisher and F. Yates, <i>Statistical Tables</i>, 1938, table V; here to three decimals. */
    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("F of the tables has probability 0.05")
    void tableOfF() {
        double[][] degrees = {{1, 10}, {2, 27}, {3, 10}, {5, 20}};
        double[] f = {4.965, 3.354, 3.708, 2.711};
        for (int k = 0; k < 4; k++) {
            // Half a unit of the last digit times the density, at most 0.0005 · 0.06.
            assertClose(
                    "new FDistribution(" + degrees[k][0] + ", " + degrees[k][1] + ").upper(" + f[k] + ")",
                    0.05,
                    new FDistribution(degrees[k][0], degrees[k][1]).upper(f[k]),
                    3e-5,
                    "As the tables say.");
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("of splits the squares in those between groups and those within")
    void squares() {
        // Means 3, 8 and 9, of all 6.5: 2 · 3.5² + 3 · 1.5² + 2.5², and 2 + 8 + 0.
        Anova anova = Anova.of(new double[][] {{2, 4}, {6, 8, 10}, {9}});

        assertClose(
                "of({{2, 4}, {6, 8, 10}, {9}}).betweenSquares()",
                37.5, anova.betweenSquares(), TOLERANCE, "24.5 + 6.75 + 6.25.");
        assertClose("its withinSquares()", 10, anova.withinSquares(), TOLERANCE, "2 + 8 + 0.");
        assertEquals(2, anova.betweenDegrees(), "of({{2, 4}, {6, 8, 10}, {9}}).betweenDegrees(): groups less 1.");
        assertEquals(3, anova.withinDegrees(), "of({{2, 4}, {6, 8, 10}, {9}}).withinDegrees(): data less groups.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the statistic is a quotient of variances, and its p-value is what is above")
    void quotient() {
        Anova anova = new Anova(37.5, 10, 2, 3);

        assertClose("new Anova(37.5, 10, 2, 3).statistic()", 5.625, anova.statistic(), TOLERANCE, "18.75 by 10/3.");
        assertClose("its pValue()", Math.pow(4.75, -1.5), anova.pValue(), TOLERANCE, "(1 + 2f/3)^-3/2.");
        assertClose("its explainedShare()", 37.5 / 47.5, anova.explainedShare(), TOLERANCE, "Between by all.");
    }

    /** A. J. Dobson, <i>An Introduction to Statistical Modelling</i>, 1983; R's summary(aov(weight ~ group)). */
    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("Dobson's plants: F is 4.846, p is 0.0159")
    void plants() {
        Table table = Datasets.table("r-datasets/PlantGrowth.csv");
        double[][] weights = table.numbers("weight");
        List<String> group = table.text("group");
        double[][] groups = Arrays.stream(new String[] {"ctrl", "trt1", "trt2"})
                .map(name -> IntStream.range(0, weights.length)
                        .filter(i -> group.get(i).equals(name))
                        .mapToDouble(i -> weights[i][0])
                        .toArray())
                .toArray(double[][]::new);
        Anova anova = Anova.of(groups);

        assertClose("of(plants).betweenSquares()", 3.766, anova.betweenSquares(), 5e-4, "As R says.");
        assertClose("of(plants).withinSquares()", 10.492, anova.withinSquares(), 5e-4, "As R says.");
        assertClose("of(plants).statistic()", 4.8461, anova.statistic(), 5e-5, "As R says.");
        assertClose("of(plants).pValue()", 0.01591, anova.pValue(), 5e-6, "As R says.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("of two groups it is the pooled t test, squared")
    void twoGroups(RandomGenerator random) {
        double[] x = random.doubles(5, -3, 3).toArray();
        double[] y = random.doubles(8, -1, 5).toArray();
        double[] expected = Reference.of(() -> {
            Difference test = Difference.pooled(x, y);
            return new double[] {test.statistic() * test.statistic(), test.pValue()};
        });
        Anova anova = Anova.of(new double[][] {x, y});

        // F up to 50 or so, in a dozen operations.
        assertClose("statistic of two groups", expected[0], anova.statistic(), 1e-11, "t² of the pooled test.");
        assertClose("p-value of two groups", expected[1], anova.pValue(), TOLERANCE, "As the pooled test has it.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("a million added to all numbers changes nothing")
    void farFromZero(RandomGenerator random) {
        double[][] groups = Matrix.gaussian(random, 3, 5);
        double[][] far = new double[3][];
        for (int k = 0; k < 3; k++) {
            far[k] = Arrays.stream(groups[k]).map(v -> v + 1e6).toArray();
        }
        Anova near = Anova.of(groups);
        Anova away = Anova.of(far);

        // Each number is rounded by 6e-11, in squares of distances up to 5; of squares of the numbers, 10¹², 10⁻³ would
        // be lost.
        assertClose("betweenSquares", near.betweenSquares(), away.betweenSquares(), 1e-7, "Square distances.");
        assertClose("withinSquares", near.withinSquares(), away.withinSquares(), 1e-7, "Square distances.");
    }

    /**
     * Of 600 analyses of groups without a difference, the share with p up to u is u. If so, {@code √n} times the
     * distance of Kolmogorov and Smirnov is above 2.74 with probability 6e-7, as rare as five standard errors of a
     * normal number: a right program fails once in 1.7 million runs.
     */
    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("where there is no difference, every p-value is equally likely")
    void uniform(RandomGenerator random) {
        double[] pValues = new double[600];
        for (int run = 0; run < 600; run++) {
            pValues[run] = Anova.of(Matrix.gaussian(random, 3, 2)).pValue();
        }
        double distance = Reference.of(() -> Sampling.ksDistance(pValues));

        assertTrue(
                distance * Math.sqrt(600) < 2.74,
                "The p-values of 600 analyses of equal means are " + distance
                        + " away from uniform, but must be below 2.74/√600 = 0.1119.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("above must be > 0, but was 0.0", () -> new FDistribution(0, 1));
        assertRefused("below must be > 0, but was 0.0", () -> new FDistribution(1, 0));
        assertRefused("f must be > 0, but was 0.0", () -> new FDistribution(1, 1).density(0));
        assertRefused("f must be >= 0, but was -1.0", () -> new FDistribution(1, 1).upper(-1));
        assertRefused("groups must have at least 2 groups, but has 1", () -> Anova.of(new double[1][2]));
        assertRefused("groups must not have an empty group", () -> Anova.of(new double[][] {{1, 2}, {}}));
        assertRefused("groups must vary within a group, but none does", () -> Anova.of(new double[][] {{1}, {2, 2}}));
        assertRefused("withinSquares must be > 0, but was 0.0", () -> new Anova(1, 0, 1, 1));
    }
}
