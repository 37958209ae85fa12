package linearalgebra.matrixproducts;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** What a model of a cache says that three products fetch, by the size of the matrices and of the cache. */
public final class ProductsFigure implements Figure<ProductsFigure.Series> {
    private static final List<String> NAMES = List.of("naive", "transposedB", "blocked");
    private static final int[] ROWS = {4, 8, 12, 16, 20, 24, 28, 32, 40, 48};
    private static final int MIN_POWER = 2;
    private static final int N_CAPACITIES = 17;
    private static final int LINE = 8;
    private static final int TIMED_ROWS = 256;
    private static final int TIMED_BLOCK = 64;
    private static final int N_TIMES = 5;

    /**
     * What was counted and measured.
     *
     * @param byRows (3, ROWS.length) lines fetched for one multiplication, by the number of rows of the matrices
     * @param byCapacity (3, N_CAPACITIES) likewise, by the number of lines in the cache
     * @param milliseconds (3) that a product of matrices with 256 rows took
     */
    public record Series(double[][] byRows, double[][] byCapacity, double[] milliseconds) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("lines", "lines in the cache, on the left", "", 8, 64, 4, 24),
                new Range("rows", "rows of the matrices, on the right", "", 8, 40, 8, 32),
                new Range("block", "rows and columns of a block", "", 4, 32, 4, 8));
    }

    @Override
    public Series series(Values values) {
        List<BinaryOperator<double[][]>> products =
                List.of(Products::naive, Products::transposedB, (A, B) -> Products.blocked(A, B, TIMED_BLOCK));
        double[][] byRows = new double[NAMES.size()][ROWS.length];
        double[][] byCapacity = new double[NAMES.size()][N_CAPACITIES];
        double[] milliseconds = new double[NAMES.size()];
        int block = values.whole("block");
        int chosen = values.whole("rows");
        for (int order = 0; order < NAMES.size(); order++) {
            for (int k = 0; k < ROWS.length; k++) {
                int misses = Cache.misses(touched(order, ROWS[k], block), values.whole("lines"));
                byRows[order][k] = misses / Math.pow(ROWS[k], 3);
            }
            int[] lines = touched(order, chosen, block);
            for (int k = 0; k < N_CAPACITIES; k++) {
                byCapacity[order][k] = Cache.misses(lines, capacity(k)) / Math.pow(chosen, 3);
            }
            milliseconds[order] = milliseconds(products.get(order));
        }
        return new Series(byRows, byCapacity, milliseconds);
    }

    /** 4, 6, 8, 11, 16, …: two steps for each doubling. */
    private static int capacity(int k) {
        return (int) Math.rint(Math.pow(2, power(k)));
    }

    private static double power(int k) {
        return MIN_POWER + k / 2.0;
    }

    /** The shortest of some times; in the others it has waited for something else. */
    private static double milliseconds(BinaryOperator<double[][]> product) {
        double[][] A = Matrix.gaussian(new SplittableRandom(1), TIMED_ROWS, TIMED_ROWS);
        double best = Double.POSITIVE_INFINITY;
        for (int k = 0; k < N_TIMES; k++) {
            long start = System.nanoTime();
            double[][] C = product.apply(A, A);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
            Require.columns("a product", C, TIMED_ROWS);
        }
        return best;
    }

    /** The lines that a product of two (n, n) matrices touches: of A from 0 on, then those of B and of C or Bᵀ. */
    private static int[] touched(int order, int n, int size) {
        IntStream.Builder lines = IntStream.builder();
        if (order == 2) {
            for (int top = 0; top < n; top += size) {
                for (int left = 0; left < n; left += size) {
                    for (int i = 0; i < n; i++) {
                        for (int k = top; k < Math.min(top + size, n); k++) {
                            lines.add(line(0, n, i, k));
                            for (int j = left; j < Math.min(left + size, n); j++) {
                                lines.add(line(1, n, k, j)).add(line(2, n, i, j));
                            }
                        }
                    }
                }
            }
            return lines.build().toArray();
        }
        for (int i = 0; order == 1 && i < n; i++) {
            for (int j = 0; j < n; j++) {
                lines.add(line(1, n, i, j)).add(line(2, n, j, i));
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    lines.add(line(0, n, i, k)).add(order == 0 ? line(1, n, k, j) : line(2, n, j, k));
                }
            }
        }
        return lines.build().toArray();
    }

    private static int line(int matrix, int n, int row, int column) {
        int perRow = (n + LINE - 1) / LINE;
        return (matrix * n + row) * perRow + column / LINE;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        XYChart byRows = Style.xy(
                "Into a cache of " + values.choice("lines") + " lines",
                "rows of the matrices",
                "lines fetched for one multiplication");
        Style.rangeX(byRows, 0, ROWS[ROWS.length - 1]);
        lines(
                byRows,
                IntStream.of(ROWS).asDoubleStream().toArray(),
                yours.byRows,
                reference == null ? null : reference.byRows);

        XYChart byCapacity = Style.xy(
                "Of matrices with " + values.choice("rows") + " rows",
                "lines in the cache = 2 to the power of",
                "lines fetched for one multiplication");
        Style.rangeX(byCapacity, MIN_POWER, power(N_CAPACITIES - 1));
        lines(
                byCapacity,
                IntStream.range(0, N_CAPACITIES)
                        .mapToDouble(ProductsFigure::power)
                        .toArray(),
                yours.byCapacity,
                reference == null ? null : reference.byCapacity);
        return new Drawing(
                "The same multiplications, three orders: lines of 8 numbers that must be fetched",
                List.of(byRows, byCapacity),
                description(values, yours, reference));
    }

    private static void lines(XYChart chart, double[] x, double[][] yours, double @Nullable [][] reference) {
        chart.getStyler().setYAxisMin(0.0);
        for (int order = 0; order < NAMES.size(); order++) {
            Style.path(chart, NAMES.get(order), order, x, yours[order]);
        }
        for (int order = 0; reference != null && order < NAMES.size(); order++) {
            Style.referenceLine(chart, x, reference[order]);
        }
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int last = ROWS.length - 1;
        String words = String.format(
                Locale.ROOT,
                "Left: lines that a model of a cache with %s lines fetches for one multiplication, by the size of the matrices;"
                        + " with %d rows %.3f by naive, %.3f by transposedB and %.3f by blocked. Right: the same by the size of"
                        + " the cache, for %s rows; with %d lines it is %.3f, %.3f and %.3f. Products of matrices with %d rows"
                        + " took %.0f, %.0f and %.0f ms just now.",
                values.choice("lines"),
                ROWS[last],
                yours.byRows[0][last],
                yours.byRows[1][last],
                yours.byRows[2][last],
                values.choice("rows"),
                capacity(4),
                yours.byCapacity[0][4],
                yours.byCapacity[1][4],
                yours.byCapacity[2][4],
                TIMED_ROWS,
                yours.milliseconds[0],
                yours.milliseconds[1],
                yours.milliseconds[2]);
        return reference == null
                ? words
                : words + " "
                        + (Arrays.deepEquals(yours.byRows, reference.byRows)
                                        && Arrays.deepEquals(yours.byCapacity, reference.byCapacity)
                                ? "The reference's cache counts the same."
                                : String.format(
                                        Locale.ROOT,
                                        "The reference's cache counts %.3f, %.3f and %.3f on the left.",
                                        reference.byRows[0][last],
                                        reference.byRows[1][last],
                                        reference.byRows[2][last]));
    }
}
