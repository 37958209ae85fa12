package gradus.datasets;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.List;

/**
 * Two columns of a table of the user's own.
 *
 * @param x name of the first column
 * @param y name of the second column
 * @param values (nRows, 2) each in its column's unit
 */
public record Pairs(String x, String y, double[][] values) {
    private static final int MIN_ROWS = 8;
    private static final int MAX_ROWS = 5_000;

    /**
     * Reads the first two columns of numbers, without the rows that have gaps.
     *
     * @param name of the table, for messages
     * @param meaning of the two columns, for messages
     * @throws IllegalArgumentException if the text is no table, there are no two such columns, one of them does not
     *     vary, or they are too short or too long to be drawn
     */
    public static Pairs of(String name, String csv, String meaning) {
        Table table = Table.of(name, csv).complete();
        List<String> columns = table.numericColumns();
        Require.that(
                columns.size() >= 2,
                "%s must have 2 columns of numbers, %s, but has %d",
                name,
                meaning,
                columns.size());
        Require.that(
                table.nRows() >= MIN_ROWS && table.nRows() <= MAX_ROWS,
                "%s must have %d to %,d rows without gaps, but has %d",
                name,
                MIN_ROWS,
                MAX_ROWS,
                table.nRows());
        double[][] values = table.numbers(columns.get(0), columns.get(1));
        for (int j = 0; j < 2; j++) {
            Require.that(
                    Arrays.stream(Matrix.column(values, j)).distinct().count() > 1,
                    "%s: the values of %s must not all be equal",
                    name,
                    columns.get(j));
        }
        return new Pairs(columns.get(0), columns.get(1), values);
    }
}
