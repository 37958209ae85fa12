package gradus.datasets;

import gradus.kit.Require;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of text, as read from a file.
 *
 * @param columns (nColumns) names of the columns, each different
 * @param rows (nRows) rows of nColumns values each, without the header
 */
public record Table(List<String> columns, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /**
     * A table of the given columns and rows.
     *
     * @throws IllegalArgumentException if two columns have one name, or a row has another number of values than columns
     */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (int j = 0; j < columns.size(); j++) {
            Require.that(
                    columns.indexOf(columns.get(j)) == j,
                    "the columns must have different names, but two are called '%s'",
                    columns.get(j));
        }
        for (int i = 0; i < rows.size(); i++) {
            int nValues = rows.get(i).size();
            if (nValues != columns.size()) {
                throw new IllegalArgumentException(String.format(
                        "line %d must have %d values, as the header has, but has %d",
                        line(columns, rows, i), columns.size(), nValues));
            }
        }
    }

    /** How many rows the table has, the header not counted. */
    public int nRows() {
        return rows.size();
    }

    /**
     * The values of one column.
     *
     * @return (nRows)
     * @throws IllegalArgumentException if there is no such column
     */
    public List<String> text(String column) {
        int j = index(column);
        return rows.stream().map(row -> row.get(j)).toList();
    }

    /**
     * The values of some columns as numbers.
     *
     * @param names columns in the order wanted; none stands for every column that holds nothing but numbers
     * @return (nRows, nNames), or (nRows, number of numeric columns); each value in its column's unit
     * @throws IllegalArgumentException if there is no such column, or a value in it is not a number
     */
    public double[][] numbers(String... names) {
        int[] chosen = names.length > 0
                ? List.of(names).stream().mapToInt(this::index).toArray()
                : IntStream.range(0, columns.size()).filter(this::isNumeric).toArray();
        Require.that(chosen.length > 0, "no column of %s holds nothing but numbers", String.join(", ", columns));
        double[][] numbers = new double[rows.size()][chosen.length];
        for (int i = 0; i < numbers.length; i++) {
            for (int k = 0; k < chosen.length; k++) {
                numbers[i][k] = number(i, chosen[k]);
            }
        }
        return numbers;
    }

    private int index(String column) {
        int j = columns.indexOf(column);
        Require.that(j >= 0, "no column '%s'; the columns are %s", column, String.join(", ", columns));
        return j;
    }

    private boolean isNumeric(int j) {
        return rows.stream().allMatch(row -> NUMBER.matcher(row.get(j).strip()).matches());
    }

    private double number(int i, int j) {
        String value = rows.get(i).get(j).strip();
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException(String.format(
                    "column %s, line %d: '%s' is not a number", columns.get(j), line(columns, rows, i), value));
        }
        return Double.parseDouble(value);
    }

    /** The line of the file on which row i begins. The header is line 1, and a quoted value may span lines. */
    private static int line(List<String> columns, List<List<String>> rows, int i) {
        return 1
                + height(columns)
                + rows.subList(0, i).stream().mapToInt(Table::height).sum();
    }

    private static int height(List<String> row) {
        return 1 + row.stream().mapToInt(Table::lineBreaks).sum();
    }

    private static int lineBreaks(String value) {
        return (int) value.chars().filter(c -> c == '\n').count();
    }
}
