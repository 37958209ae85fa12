package gradus.datasets;

import gradus.kit.Require;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of text, as read from a file. A value is missing where nothing, {@code ?} or {@code NA} stands. Messages
 * count rows from 1 on, the header left out.
 *
 * @param columns (nColumns) names of the columns, each different
 * @param rows (nRows) rows of nColumns values each, without the header
 */
public record Table(List<String> columns, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Set<String> MISSING = Set.of("", "?", "NA");

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
            Require.that(
                    nValues == columns.size(),
                    "row %d must have as many values as there are columns, %d, but has %d",
                    i + 1,
                    columns.size(),
                    nValues);
        }
    }

    /**
     * Reads a table whose first line names the columns. Its values are separated by commas, semicolons, tabs or
     * vertical bars: by what gives every line the same number of values.
     *
     * @param name of the table, for messages
     * @throws IllegalArgumentException if the text is not such a table
     */
    public static Table of(String name, String csv) {
        return Csv.headed(name, csv.getBytes(StandardCharsets.UTF_8));
    }

    /** How many rows the table has, the header not counted. */
    public int nRows() {
        return rows.size();
    }

    /** The names of the columns that hold nothing but numbers, in their order. */
    public List<String> numericColumns() {
        return IntStream.range(0, columns.size())
                .filter(j -> isNumeric(j, false))
                .mapToObj(columns::get)
                .toList();
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
     * The rows that miss no value in some columns.
     *
     * @param names columns to look at; none stands for all
     * @return a table with all columns and those rows, in their order
     * @throws IllegalArgumentException if there is no such column
     */
    public Table complete(String... names) {
        int[] chosen = chosen(names, j -> true);
        return new Table(
                columns,
                rows.stream()
                        .filter(row -> IntStream.of(chosen).noneMatch(j -> isMissing(row.get(j))))
                        .toList());
    }

    /**
     * The values of some columns as numbers.
     *
     * @param names columns in the order wanted; none stands for every column that holds nothing but numbers
     * @return (nRows, nNames), or (nRows, number of numeric columns); each value in its column's unit
     * @throws IllegalArgumentException if there is no such column, or a value in it is missing or not a number
     */
    public double[][] numbers(String... names) {
        return numbers(false, names);
    }

    /**
     * The values of some columns as numbers, and NaN where a value is missing.
     *
     * @param names columns in the order wanted; none stands for every column in which all values that are not missing
     *     are numbers
     * @return (nRows, nNames), or (nRows, number of numeric columns); each value in its column's unit
     * @throws IllegalArgumentException if there is no such column, or a value in it is not a number
     */
    public double[][] numbersOrNaN(String... names) {
        return numbers(true, names);
    }

    private double[][] numbers(boolean withGaps, String... names) {
        int[] chosen = chosen(names, j -> isNumeric(j, withGaps));
        Require.that(chosen.length > 0, "no column of %s holds nothing but numbers", String.join(", ", columns));
        double[][] numbers = new double[rows.size()][chosen.length];
        for (int i = 0; i < numbers.length; i++) {
            for (int k = 0; k < chosen.length; k++) {
                numbers[i][k] = withGaps && isMissing(rows.get(i).get(chosen[k])) ? Double.NaN : number(i, chosen[k]);
            }
        }
        return numbers;
    }

    private int[] chosen(String[] names, IntPredicate otherwise) {
        return names.length > 0
                ? Stream.of(names).mapToInt(this::index).toArray()
                : IntStream.range(0, columns.size()).filter(otherwise).toArray();
    }

    private int index(String column) {
        int j = columns.indexOf(column);
        Require.that(j >= 0, "no column '%s'; the columns are %s", column, String.join(", ", columns));
        return j;
    }

    private boolean isNumeric(int j, boolean withGaps) {
        return rows.stream().map(row -> row.get(j)).allMatch(value -> isNumber(value) || withGaps && isMissing(value));
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value.strip()).matches();
    }

    private static boolean isMissing(String value) {
        return MISSING.contains(value.strip());
    }

    private double number(int i, int j) {
        String value = rows.get(i).get(j).strip();
        if (!isNumber(value)) {
            throw new IllegalArgumentException(String.format(
                    isMissing(value)
                            ? "column %s, row %d: a number is missing ('%s'); complete(\"%1$s\") leaves such rows out,"
                                    + " numbersOrNaN(\"%1$s\") reads them as NaN"
                            : "column %s, row %d: '%s' is not a number",
                    columns.get(j),
                    i + 1,
                    value));
        }
        return Double.parseDouble(value);
    }
}
