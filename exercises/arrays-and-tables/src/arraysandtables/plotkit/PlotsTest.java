package arraysandtables.plotkit;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import gradus.datasets.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlotsTest {
    /** A few sums of numbers of order 1 to 100. */
    private static final double TOLERANCE = 1e-12;

    private static final double[] VALUES = {7, 1, 20, 4, 2, 5, 3, 6};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("quantile goes to position share · (n - 1), between neighbours too")
    void quantiles() {
        assertClose(
                "quantile of 10, 40, 20 at 0.5",
                20,
                Stats.quantile(new double[] {10, 40, 20}, 0.5),
                TOLERANCE,
                "Sort.");
        assertClose(
                "quantile of 10, 40, 20 at 0.75",
                30,
                Stats.quantile(new double[] {10, 40, 20}, 0.75),
                TOLERANCE,
                "Position 1.5: half of the way from 20 to 40.");
        assertClose(
                "quantile of 10, 40, 20 at 0.1",
                12,
                Stats.quantile(new double[] {10, 40, 20}, 0.1),
                TOLERANCE,
                "Position 0.2: a fifth of the way from 10 to 20.");
        assertClose("its quantile at 1", 40, Stats.quantile(new double[] {10, 40, 20}, 1), TOLERANCE, "The largest.");
        assertClose("its quantile at 0", 10, Stats.quantile(new double[] {10, 40, 20}, 0), TOLERANCE, "The smallest.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("quartiles of the tips are those that pandas gives")
    void quartilesOfTips() {
        double[] tips = column(Datasets.table("tips/tips.csv"), "tip");

        assertClose("lower quartile of 244 tips", 2, Stats.quantile(tips, 0.25), TOLERANCE, "Definition 7.");
        assertClose("median of 244 tips", 2.9, Stats.quantile(tips, 0.5), TOLERANCE, "Definition 7.");
        assertClose("upper quartile of 244 tips", 3.5625, Stats.quantile(tips, 0.75), TOLERANCE, "Definition 7.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("a box has five numbers, whiskers that end at values, and outliers")
    void boxes() {
        // Sorted: 1, 2, 3, 4, 5, 6, 7, 20. Positions of the quartiles: 1.75 and 5.25.
        Box box = Box.of(VALUES);

        assertClose("Box.of(7, 1, 20, 4, 2, 5, 3, 6): min", 1, box.min(), TOLERANCE, "The smallest.");
        assertClose("lowerQuartile", 2.75, box.lowerQuartile(), TOLERANCE, "Position 1.75 of 1, 2, 3, …");
        assertClose("median", 4.5, box.median(), TOLERANCE, "Between 4 and 5.");
        assertClose("upperQuartile", 6.25, box.upperQuartile(), TOLERANCE, "Position 5.25.");
        assertClose("max", 20, box.max(), TOLERANCE, "The largest, outlier or not.");
        assertClose(
                "lowerWhisker", 1, box.lowerWhisker(), TOLERANCE, "Down to -2.5 is allowed, but 1 is the last value.");
        assertClose(
                "upperWhisker",
                7,
                box.upperWhisker(),
                TOLERANCE,
                "Up to 6.25 + 1.5 · 3.5 = 11.5 is allowed. The whisker ends at the last value before that.");
        assertClose("outliers", new double[] {20}, box.outliers(), TOLERANCE, "What lies beyond the whiskers.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("outliers lie on both sides, in rising order; a value just within reach is none")
    void outliers() {
        // Quartiles 10 and 12, so that 7 and 15 are just within reach.
        Box box = Box.of(new double[] {16, 7, 10, 10, 10, 11, 12, 12, 12, 15, 2, 11, 11});

        assertClose("outliers of data around 11", new double[] {2, 16}, box.outliers(), TOLERANCE, "Sort them.");
        assertClose("its lower whisker", 7, box.lowerWhisker(), TOLERANCE, "10 - 1.5 · 2 = 7 is not beyond.");
        assertClose("its upper whisker", 15, box.upperWhisker(), TOLERANCE, "12 + 1.5 · 2 = 15 is not beyond.");
        assertClose("its min", 2, box.min(), TOLERANCE, "The smallest of all.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("bins follows Freedman and Diaconis")
    void numbersOfBins() {
        // 0 to 26: n = 27, IQR 13, length 2 · 13 / 3 = 8.67; 26 / 8.67 is 3 by the last digit or a little more.
        double[] values =
                IntStream.range(0, 27).mapToDouble(i -> i == 26 ? 30 : i).toArray();
        assertEquals(4, Histogram.bins(values), "bins of 0, 1, …, 25, 30: 30 / (2 · 13 / 3) = 3.46, rounded up.");
        assertEquals(1, Histogram.bins(new double[] {5, 5, 5}), "bins of 5, 5, 5: IQR is 0.");
        assertEquals(1, Histogram.bins(new double[] {1, 5, 5, 5, 9}), "bins of 1, 5, 5, 5, 9: IQR is 0.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the prices of 53,940 diamonds take 80 bins, and every diamond is in one")
    void binsOfDiamonds() {
        double[] prices = column(Datasets.table("diamonds/diamonds.csv"), "price");
        int nBins = Histogram.bins(prices);

        assertEquals(80, nBins, "bins of the prices: (18823 - 326) / (2 · 4374.25 / ∛53940) = 79.9, rounded up.");
        Histogram histogram = Histogram.of(prices, nBins);
        assertEquals(80, histogram.counts().length, "counts of the prices.");
        assertEquals(53940, Arrays.stream(histogram.counts()).sum(), "sum of the counts.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a bin holds its left edge, and the last one its right edge too")
    void counts() {
        Histogram histogram = Histogram.of(new double[] {8, 2, 4, 3, 6, 8, 5}, 3);

        assertClose(
                "edges of 3 bins from 2 to 8",
                new double[] {2, 4, 6, 8},
                histogram.edges(),
                TOLERANCE,
                "Equal lengths.");
        assertExact(
                "counts of 8, 2, 4, 3, 6, 8, 5 in 3 bins",
                new int[] {2, 2, 3},
                histogram.counts(),
                "2 and 3; 4 and 5; 6, 8 and 8. A 4 on the edge belongs to the bin that begins there.");
        assertExact(
                "counts of 5, 5 in 1 bin",
                new int[] {2},
                Histogram.of(new double[] {5, 5}, 1).counts(),
                "All in it.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("densities make the area of all bars 1")
    void densities() {
        assertClose(
                "new Histogram({0, 2, 4}, {3, 1}).densities()",
                new double[] {0.375, 0.125},
                new Histogram(new double[] {0, 2, 4}, new int[] {3, 1}).densities(),
                TOLERANCE,
                "3 of 4 values, over a length of 2.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("an ecdf has a stair at each different value, and ends at 1")
    void stairs() {
        Ecdf ecdf = Ecdf.of(new double[] {5, 2, 9, 5});

        assertClose("Ecdf.of(5, 2, 9, 5).x()", new double[] {2, 5, 9}, ecdf.x(), 0, "Each value once, rising.");
        assertClose(
                "Ecdf.of(5, 2, 9, 5).share()",
                new double[] {0.25, 0.75, 1},
                ecdf.share(),
                TOLERANCE,
                "3 of 4 values are not above 5.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("at is 0 before the first stair, and climbs a stair where it stands")
    void climbs() {
        Ecdf ecdf = new Ecdf(new double[] {2, 5, 9}, new double[] {0.25, 0.75, 1});

        double[] at = {ecdf.at(1), ecdf.at(2), ecdf.at(4.9), ecdf.at(5), ecdf.at(7), ecdf.at(100)};
        assertClose(
                "at 1, 2, 4.9, 5, 7, 100",
                new double[] {0, 0.25, 0.25, 0.75, 0.75, 1},
                at,
                0,
                "The share that is not above: at 5 the stair is climbed, at 4.9 it is not.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("bandwidth takes the smaller of two spreads")
    void bandwidths() {
        double[] even = {1, 2, 3, 4, 5};
        assertClose(
                "bandwidth of 1, 2, 3, 4, 5",
                0.9 * 2 / 1.34 * Math.pow(5, -0.2),
                Stats.bandwidth(even),
                TOLERANCE,
                "The deviation is √2.5 = 1.58, the quartiles are 2 apart: 2/1.34 = 1.49 is smaller.");
        assertClose(
                "bandwidth of 0, 0, 4, 4",
                0.9 * Math.sqrt(16.0 / 3) * Math.pow(4, -0.2),
                Stats.bandwidth(new double[] {0, 0, 4, 4}),
                TOLERANCE,
                "Sum of squares 16 over n - 1 = 3: deviation 2.31; the quartiles make 2.99.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("density is the mean of normal curves, one over each value")
    void densityOfTwo() {
        double top = 1 / Math.sqrt(2 * Math.PI);
        assertClose(
                "density of 0 and 4 with bandwidth 2, at 0, 2 and 6",
                new double[] {
                    top / 2 * (1 + Math.exp(-2)) / 2,
                    top / 2 * Math.exp(-0.5),
                    top / 2 * (Math.exp(-4.5) + Math.exp(-0.5)) / 2
                },
                Stats.density(new double[] {0, 4}, 2, new double[] {0, 2, 6}),
                TOLERANCE,
                "exp(-z²/2) / (bandwidth · √(2π)), with z in bandwidths; then the mean over the values.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("correlations tell features that rise together from such that do not")
    void correlated() {
        double[][] X = {{1, 10, 5}, {2, 30, 3}, {3, 20, 1}};

        assertClose(
                "correlations of three features",
                new double[][] {{1, 0.5, -1}, {0.5, 1, -0.5}, {-1, -0.5, 1}},
                Stats.correlations(X),
                TOLERANCE,
                "Deviations -1, 0, 1 and -10, 10, 0: products sum to 10, over √2 · √200.");
    }

    @Graded(stage = 5)
    @Evidence(PUBLISHED)
    @DisplayName("Anscombe's four sets have one correlation, 0.816")
    void anscombe() {
        Table table = Datasets.table("anscombe/anscombe.csv");
        for (String set : List.of("I", "II", "III", "IV")) {
            double[][] X = rows(table, set);
            double[][] correlations =
                    requireShape("correlations of set " + set, 2, 2, Stats.correlations(X), "2 features.");
            // Published with three digits; the four are between 0.8162 and 0.8165.
            assertClose("correlation of x and y in set " + set, 0.81635, correlations[0][1], 2e-4, "Anscombe 1973.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("values must have 1 entry or more, but has 0", () -> Box.of(new double[0]));
        assertRefused("share must be in [0, 1], but was 50.0", () -> Stats.quantile(VALUES, 50));
        assertRefused("nBins must be >= 1, but was 0", () -> Histogram.of(VALUES, 0));
        assertRefused("bandwidth must be > 0, but was 0.0", () -> Stats.density(VALUES, 0, VALUES));
        assertRefused("values must be finite, but values[0][1] was NaN", () -> Ecdf.of(new double[] {1, Double.NaN}));
    }

    private static double[] column(Table table, String name) {
        return Arrays.stream(table.numbers(name)).mapToDouble(row -> row[0]).toArray();
    }

    private static double[][] rows(Table table, String set) {
        List<String> sets = table.text("dataset");
        double[][] all = table.numbers("x", "y");
        return IntStream.range(0, all.length)
                .filter(i -> sets.get(i).equals(set))
                .mapToObj(i -> all[i])
                .toArray(double[][]::new);
    }
}
