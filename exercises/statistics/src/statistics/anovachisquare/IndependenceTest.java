package statistics.anovachisquare;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IndependenceTest {
    private static final double TOLERANCE = IncompleteGammaTest.TOLERANCE;

    /** Sums of rows 60 and 40, of columns 30, 40 and 30. */
    private static final double[][] COUNTS = {{10, 20, 30}, {20, 20, 0}};

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("expected is row times column by all")
    void expected() {
        assertClose(
                "expected({{10, 20, 30}, {20, 20, 0}})",
                new double[][] {{18, 24, 18}, {12, 16, 12}},
                Independence.expected(COUNTS),
                TOLERANCE,
                "60 · 30 / 100 in the first cell.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("residuals are in roots of what was expected, and degrees count what is free")
    void residuals() {
        Independence test = Independence.of(COUNTS);

        assertClose(
                "of({{10, 20, 30}, {20, 20, 0}}).residuals()",
                new double[][] {
                    {-8 / Math.sqrt(18), -4 / Math.sqrt(24), 12 / Math.sqrt(18)},
                    {8 / Math.sqrt(12), 1, -Math.sqrt(12)}
                },
                test.residuals(),
                TOLERANCE,
                "(10 - 18)/√18 in the first cell.");
        assertEquals(
                2,
                test.degrees(),
                "of({{10, 20, 30}, {20, 20, 0}}).degrees(): with all sums given, two cells say what the others are.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the statistic sums squares, and its p-value is what is above")
    void result() {
        Independence test = new Independence(new double[][] {{1, -2, 2}, {0.5, 0, -1.5}}, 2);

        assertClose(
                "statistic() of residuals {{1, -2, 2}, {0.5, 0, -1.5}}",
                11.5,
                test.statistic(),
                TOLERANCE,
                "1 + 4 + 4 + …");
        assertClose(
                "its pValue() with 2 degrees",
                Math.exp(-5.75),
                test.pValue(),
                TOLERANCE,
                "exp(-x/2), what is above 11.5.");
        assertClose(
                "of({{10, 20, 30}, {20, 20, 0}}).statistic()",
                275 / 9.0,
                Independence.of(COUNTS).statistic(),
                1e-11,
                "Squared differences by what was expected: 64/18 + 16/24 + 144/18 + 64/12 + 1 + 12.");
    }

    /** R. D. Snee, <i>Graphical Display of Two-Way Contingency Tables</i>, The American Statistician 28, 1974. */
    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("Snee: hair and eyes of 592 students go together, chi-square 138.29")
    void hairAndEyes() {
        Table table = Datasets.table("r-datasets/HairEyeColor.csv");
        double[][] counts = counts(table, "Hair", "Eye");
        Independence test = Independence.of(counts);

        assertEquals(9, test.degrees(), "degrees() of a 4 x 4 table.");
        assertClose("of(hair, eyes).statistic()", 138.29, test.statistic(), 0.005, "As published.");
        // Blond hair and blue eyes: R gives 7.0496.
        assertClose("of(hair, eyes).residuals()[3][1]", 7.0496, test.residuals()[3][1], 5e-5, "As R says.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("Berkeley: men and women were not admitted alike, chi-square 92.2")
    void berkeley() {
        // P. J. Bickel, E. A. Hammel and J. W. O'Connell 1975 on all departments; R on these six: 92.205.
        double[][] counts = counts(Datasets.table("r-datasets/UCBAdmissions.csv"), "Admit", "Gender");

        assertClose(
                "of(admitted, gender).statistic()",
                92.205,
                Independence.of(counts).statistic(),
                5e-4,
                "As R says.");
    }

    private static double[][] counts(Table table, String rows, String columns) {
        List<String> row = table.text(rows);
        List<String> column = table.text(columns);
        List<String> rowNames = row.stream().distinct().toList();
        List<String> columnNames = column.stream().distinct().toList();
        double[][] frequency = table.numbers("Freq");
        double[][] counts = new double[rowNames.size()][columnNames.size()];
        for (int i = 0; i < frequency.length; i++) {
            counts[rowNames.indexOf(row.get(i))][columnNames.indexOf(column.get(i))] += frequency[i][0];
        }
        return counts;
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("rows and columns may change places, and ten times the counts give ten times the statistic")
    void places(RandomGenerator random) {
        double[][] counts = new double[4][3];
        for (double[] row : counts) {
            for (int j = 0; j < 3; j++) {
                row[j] = random.nextInt(1, 30);
            }
        }
        double statistic = Independence.of(counts).statistic();

        // A sum of twelve squares, up to 100.
        assertClose(
                "statistic of the transpose",
                statistic,
                Independence.of(Matrix.transpose(counts)).statistic(),
                1e-11,
                "Rows and columns have the same part in it.");
        assertClose(
                "statistic of ten times the counts",
                10 * statistic,
                Independence.of(Matrix.times(10, counts)).statistic(),
                1e-10,
                "Counts have no unit: more of them say more.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("counts must be at least 2 x 2, but is 1 x 2", () -> Independence.of(new double[][] {{1, 2}}));
        assertRefused("counts must be >= 0, but had -1.0", () -> Independence.of(new double[][] {{1, -1}, {1, 1}}));
        assertRefused(
                "counts must not have a row of zeros", () -> Independence.expected(new double[][] {{1, 1}, {0, 0}}));
        assertRefused("counts must not have a column of zeros", () -> Independence.of(new double[][] {{1, 0}, {1, 0}}));
    }
}
