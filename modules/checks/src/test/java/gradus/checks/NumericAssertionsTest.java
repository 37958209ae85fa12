package gradus.checks;

import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertCloseUpToSign;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.NumericAssertions.assertShape;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

class NumericAssertionsTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void closeNumbersPass() {
        assertClose("f(1)", 2, 2 + 1e-10, 1e-9, "");
        assertClose("f(1)", new double[] {1, INFINITY}, new double[] {1, INFINITY}, 0, "");
        assertClose("f(1)", new double[][] {{1, 2}}, new double[][] {{1.5, 2}}, 0.5, "");
        assertClose("f(1)", new double[0][0], new double[0][0], 0, "");
        assertClose("f(1)", 0.0, -0.0, 0, "");
    }

    @Test
    void messageNamesTheEntryTheValuesTheToleranceAndTheHint() {
        assertMessage(
                "transform(mean + 2 · component)[0][0]: expected 2.0 but was 0.0 (tolerance 1.0E-9)."
                        + " Subtract the mean seen by fit.",
                () -> assertClose(
                        "transform(mean + 2 · component)",
                        new double[][] {{2}},
                        new double[][] {{0}},
                        1e-9,
                        "Subtract the mean seen by fit."));
        assertMessage(
                "norm(x): expected 5.0 but was 4.0 (tolerance 0.1). Hint.",
                () -> assertClose("norm(x)", 5, 4, 0.1, "Hint."));
        assertMessage(
                "mean[1]: expected 5.0 but was Infinity, as 1/0 or an overflow gives. Hint.",
                () -> assertClose("mean", new double[] {1, 5}, new double[] {1, INFINITY}, 0.1, "Hint."));
    }

    @Test
    @DisplayName("NaN is close to nothing, whatever the tolerance, and is explained")
    void nan() {
        assertMessage(
                "mean[0]: expected 1.0 but was NaN, not a number, as 0/0 or the root of a negative number gives. Hint.",
                () -> assertClose("mean", new double[] {1}, new double[] {NAN}, INFINITY, "Hint."));
        assertMessage(
                "f(1): expected NaN but was 1.0 (tolerance 1.0). Hint.", () -> assertClose("f(1)", NAN, 1, 1, "Hint."));
        assertMessage(
                "f(1): expected NaN but was NaN, not a number, as 0/0 or the root of a negative number gives. Hint.",
                () -> assertClose("f(1)", NAN, NAN, 1, "Hint."));
    }

    @Test
    void nullIsNamed() {
        assertMessage(
                "mean: expected 2 numbers but was null. Hint.",
                () -> assertClose("mean", new double[2], null, 1, "Hint."));
        assertMessage(
                "components: expected 2 x 3 but was null. Hint.",
                () -> assertClose("components", new double[2][3], null, 1, "Hint."));
        assertMessage(
                "components: expected 2 x 3 but was an array whose row 1 is null. Hint.",
                () -> assertClose("components", new double[2][3], new double[][] {{1, 2, 3}, null}, 1, "Hint."));
    }

    @Test
    void bothShapesAreGiven() {
        assertMessage(
                "mean: expected 2 numbers but got 3. Hint.",
                () -> assertClose("mean", new double[2], new double[3], 1, "Hint."));
        assertMessage(
                "components: expected 2 x 3 but was 3 x 2. It is the transpose. Hint.",
                () -> assertClose("components", new double[2][3], new double[3][2], 1, "Hint."));
        assertMessage(
                "components: expected 2 x 3 but was empty. Hint.",
                () -> assertClose("components", new double[2][3], new double[0][], 1, "Hint."));
        assertMessage(
                "components: expected 2 x 2 but got rows of 2 and 1 numbers. Hint.",
                () -> assertClose("components", new double[2][2], new double[][] {{1, 2}, {3}}, 1, "Hint."));
    }

    @Test
    void whatMayBeTransposedIsSaid() {
        double[][] expected = {{1, 2, 3}, {4, 5, 6}};

        assertMessage(
                "scores: expected 2 x 3 but was 3 x 2. It is the transpose. Hint.",
                () -> assertClose("scores", expected, new double[][] {{1, 4}, {2, 5}, {3, 6}}, 0, "Hint."));
        assertMessage(
                "scores: expected 2 x 3 but was 3 x 2. Rows and columns may have changed places. Hint.",
                () -> assertClose("scores", expected, new double[][] {{1, 2}, {3, 4}, {5, 6}}, 0, "Hint."));
        assertMessage(
                """
                scores[0][1]: expected 2.0 but was 3.0 (tolerance 0.0). Hint.
                2 of 4 values are wrong. The largest difference is 1 at [0][1]. These are the values of the transpose.
                index   expected  actual  difference
                [0][0]         1       1       right
                [0][1]         2       3           1
                [1][0]         3       2          -1
                [1][1]         4       4       right""",
                () -> assertClose(
                        "scores", new double[][] {{1, 2}, {3, 4}}, new double[][] {{1, 3}, {2, 4}}, 0, "Hint."));
    }

    @Test
    @DisplayName("several wrong values are counted, and a table shows those around the largest difference")
    void severalWrongValues() {
        double[] expected = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] actual = {1, 2, 3.0000001, 4, 5.5, 16, 7, 1e-12};

        assertMessage("""
                mean[2]: expected 3.0 but was 3.0000001 (tolerance 1.0E-9). Hint.
                4 of 8 values are wrong. The largest difference is 10 at [5].
                index  expected  actual  difference
                [3]           4       4       right
                [4]           5     5.5         0.5
                [5]           6      16          10
                [6]           7       7       right
                [7]           8   1E-12          -8""", () -> assertClose("mean", expected, actual, 1e-9, "Hint."));
        assertMessage("""
                mean[0]: expected 1.0 but was 2.0 (tolerance 0.1).
                Both values are wrong. The largest difference is 2 at [1].
                index  expected  actual  difference
                [0]           1       2           1
                [1]           2       0          -2""", () -> assertClose("mean", new double[] {1, 2}, new double[] {2, 0}, 0.1, ""));
    }

    @Test
    @DisplayName("one wrong value needs no table")
    void oneWrongValue() {
        double[] expected = new double[100];
        double[] actual = new double[100];
        actual[99] = 1;

        assertMessage("""
                loss[99]: expected 0.0 but was 1.0 (tolerance 0.1). Hint.
                The other 99 values are right.""", () -> assertClose("loss", expected, actual, 0.1, "Hint."));
        assertMessage(
                "loss[1]: expected 0.0 but was 1.0 (tolerance 0.1). Hint.",
                () -> assertClose("loss", new double[3], new double[] {0, 1, 0}, 0.1, "Hint."));
    }

    @Test
    void theFirstNaNAndTheFirstInfinityAreNamed() {
        assertMessage(
                """
                scores[0][0]: expected 1.0 but was 2.0 (tolerance 0.0). Hint.
                All 6 values are wrong. The largest difference is 4 at [1][1]. The first NaN is at [2][0].
                index   expected  actual  difference
                [0][1]         1       3           2
                [1][0]         1       4           3
                [1][1]         1       5           4
                [2][0]         1     NaN         NaN
                [2][1]         1     NaN         NaN""",
                () -> assertClose(
                        "scores",
                        new double[][] {{1, 1}, {1, 1}, {1, 1}},
                        new double[][] {{2, 3}, {4, 5}, {NAN, NAN}},
                        0,
                        "Hint."));
        assertMessage("""
                scores[0]: expected 0.0 but was Infinity, as 1/0 or an overflow gives. Hint.
                2 of 3 values are wrong. The largest difference is 1 at [2]. The first infinity is at [0].
                index  expected    actual  difference
                [0]           0  Infinity    Infinity
                [1]           0         0       right
                [2]           0         1           1""", () -> assertClose("scores", new double[3], new double[] {INFINITY, 0, 1}, 0, "Hint."));
        assertMessage("""
                scores[1]: expected 0.0 but was NaN, not a number, as 0/0 or the root of a negative number gives. Hint.
                2 of 3 values are NaN.""", () -> assertClose("scores", new double[3], new double[] {0, NAN, NAN}, 0, "Hint."));
    }

    @Test
    @DisplayName("no line of a table is wider than what a report leaves it, or begins with a space")
    void tablesAreNarrow() {
        double[][] expected = new double[1000][1000];
        double[][] actual = new double[1000][1000];
        for (int j = 0; j < 1000; j++) {
            expected[999][j] = -1.23456789e-200;
            actual[999][j] = -9.87654321e200;
        }

        String table = String.valueOf(
                assertThrows(AssertionFailedError.class, () -> assertClose("scores", expected, actual, 1e-300, "Hint."))
                        .getMessage());

        assertTrue(table.lines().skip(2).allMatch(line -> line.length() <= 62 && !line.startsWith(" ")), table);
        assertEquals(
                "[999][0]    -1.234568E-200  -9.876543E+200  -9.876543E+200",
                table.lines().toList().get(5));
    }

    @Test
    void floatsArePrintedAsFloats() {
        assertClose("logits", new float[] {0.1f}, new float[] {0.1f}, 0, "");
        assertClose("logits", new float[][] {{0.1f}}, new float[][] {{0.1000001f}}, 1e-6, "");

        assertMessage(
                "logits[0]: expected 0.1 but was 0.2 (tolerance 1.0E-6). Hint.",
                () -> assertClose("logits", new float[] {0.1f}, new float[] {0.2f}, 1e-6, "Hint."));
        assertMessage(
                "logits[0][0]: expected 0.1 but was 0.2 (tolerance 1.0E-6). Hint.",
                () -> assertClose("logits", new float[][] {{0.1f}}, new float[][] {{0.2f}}, 1e-6, "Hint."));
        assertMessage(
                "loss: expected 0.1 but was 0.2 (tolerance 1.0E-6). Hint.",
                () -> assertClose("loss", 0.1, 0.2f, 1e-6, "Hint."));
        assertMessage(
                "loss: expected 0.1 but was 0.10000000149011612 (tolerance 0.0). Hint.",
                () -> assertClose("loss", 0.1, 0.1f, 0, "Hint."));
        assertMessage(
                "logits: expected 1 number but was null. Hint.",
                () -> assertClose("logits", new float[1], null, 0, "Hint."));
        assertMessage(
                "logits: expected 1 x 1 but was an array whose row 0 is null. Hint.",
                () -> assertClose("logits", new float[1][1], new float[1][], 0, "Hint."));
    }

    @Test
    void wholeNumbersAreComparedExactly() {
        assertExact("labels", new int[] {1, Integer.MAX_VALUE}, new int[] {1, Integer.MAX_VALUE}, "");
        assertExact("batches", new int[][] {{2, 0}, {1}}, new int[][] {{2, 0}, {1}}, "");

        assertMessage(
                "labels[1]: expected 2147483647 but was 2147483646. Hint.",
                () -> assertExact(
                        "labels", new int[] {1, Integer.MAX_VALUE}, new int[] {1, Integer.MAX_VALUE - 1}, "Hint."));
        assertMessage("""
                batches[0][0]: expected 2 but was 0. Hint.
                2 of 3 values are wrong. The largest difference is 2 at [0][0].
                index   expected  actual  difference
                [0][0]         2       0          -2
                [0][1]         0       1           1
                [1][0]         1       1       right""", () -> assertExact("batches", new int[][] {{2, 0}, {1}}, new int[][] {{0, 1}, {1}}, "Hint."));
        assertMessage(
                "batches: expected rows of 2 and 1 numbers but was 1 x 2. Hint.",
                () -> assertExact("batches", new int[][] {{2, 0}, {1}}, new int[][] {{2, 0}}, "Hint."));
        assertMessage(
                "batches: expected rows of 2 and 1 numbers but got rows of 1 and 2 numbers. Hint.",
                () -> assertExact("batches", new int[][] {{2, 0}, {1}}, new int[][] {{2}, {0, 1}}, "Hint."));
        assertMessage(
                "batches: expected rows of 1 to 2 numbers but was null. Hint.",
                () -> assertExact(
                        "batches", new int[][] {{2, 0}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}}, null, "Hint."));
    }

    @Test
    void shapesAreComparedInWords() {
        assertShape("shape of W", new long[] {3, 2}, new long[] {3, 2}, "");

        assertMessage(
                "shape of W: expected 3 x 2 but was 2 x 3. Rows and columns may have changed places. Hint.",
                () -> assertShape("shape of W", new long[] {3, 2}, new long[] {2, 3}, "Hint."));
        assertMessage(
                "shape of W: expected 64 x 1 x 28 x 28 but was 64 numbers. Hint.",
                () -> assertShape("shape of W", new long[] {64, 1, 28, 28}, new long[] {64}, "Hint."));
        assertMessage(
                "shape of the loss: expected a single number but was 1 number. Hint.",
                () -> assertShape("shape of the loss", new long[0], new long[] {1}, "Hint."));
        assertMessage(
                "shape of W: expected 3 x 2 but was null. Hint.",
                () -> assertShape("shape of W", new long[] {3, 2}, null, "Hint."));
    }

    @Test
    void signsOfRowsMayDiffer() {
        double[][] expected = {{3, 4}, {-4, 3}};

        assertCloseUpToSign("components", expected, new double[][] {{-3, -4}, {-4, 3}}, 0, "");

        assertMessage(
                "components[0][1]: expected -4.0 but was -5.0 (tolerance 0.1). Hint.",
                () -> assertCloseUpToSign("components", expected, new double[][] {{-3, -5}, {4, -3}}, 0.1, "Hint."));
        assertMessage(
                "components: expected 2 x 2 but was null. Hint.",
                () -> assertCloseUpToSign("components", expected, null, 0.1, "Hint."));
        assertMessage(
                "components[0][0]: expected 3.0 but was NaN, not a number, as 0/0 or the root of a negative number"
                        + " gives. Hint.",
                () -> assertCloseUpToSign("components", expected, new double[][] {{NAN, 4}, {4, -3}}, 0.1, "Hint."));
    }

    @Test
    void aShapeCanBeRequired() {
        double[][] A = {{1, 2, 3}, {4, 5, 6}};

        assertSame(A, requireShape("components", 2, 3, A, "Hint."));

        assertMessage(
                "components: expected 3 x 2 but was 2 x 3. Rows and columns may have changed places. Hint.",
                () -> requireShape("components", 3, 2, A, "Hint."));
        assertMessage(
                "components: expected 2 x 3 but was null. Hint.",
                () -> requireShape("components", 2, 3, null, "Hint."));
    }

    private static void assertMessage(String message, Executable assertion) {
        assertEquals(
                message, assertThrows(AssertionFailedError.class, assertion).getMessage());
    }
}
