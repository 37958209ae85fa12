package arraysandtables.tablesawtables;

import arraysandtables.dataframecore.Type;
import gradus.kit.Require;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.aggregate.PivotTable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Lists of birds, worked on with Tablesaw. A list is a text: a line with the names of the columns, then a line for each
 * bird, values separated by commas. Nothing, {@code ?} and {@code NA} are missing values.
 *
 * <p>Source: the Tablesaw user guide 0.44, <i>Tables</i>, <i>Filtering</i>, <i>Summarizing</i>, <i>Joins</i>.
 */
public final class Birds {
    private Birds() {}

    /** The rows of a table as texts, empty where a value is missing: 410 for 410.0. */
    private static List<List<String>> rows(Table table) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.columns().stream()
                        .map(column -> text(column, row))
                        .toList())
                .toList();
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        return column instanceof NumericColumn<?> numbers
                ? Type.NUMBER.text(numbers.getDouble(row))
                : column.getString(row);
    }

    /**
     * What Tablesaw takes the columns for, looking at all of their values.
     *
     * @return (nColumns) names of column types, for example {@code STRING}, {@code INTEGER}, {@code DOUBLE} or
     *     {@code LOCAL_DATE}
     */
    public static List<String> types(String csv) {
        // begin solution: read the list, ask each column for the name of its type
        return read(csv).columns().stream().map(column -> column.type().name()).toList();
        // end solution
    }

    /** How many values are missing in all columns together. */
    public static int countMissing(String csv) {
        // begin solution: add up what the columns count
        return read(csv).columns().stream().mapToInt(Column::countMissing).sum();
        // end solution
    }

    // begin solution: a helper that reads a list: all that is missing, and types from all values instead of a sample
    private static Table read(String csv) {
        return Table.read()
                .usingOptions(CsvReadOptions.builderFromString(csv)
                        .missingValueIndicator("", "?", "NA")
                        .sample(false));
    }
    // end solution

    /**
     * The complete and different rows whose number in a column is above a limit.
     *
     * @param keys names of columns to sort on, falling with {@code -} in front
     * @return (n, nColumns)
     */
    public static List<List<String>> above(String csv, String column, double limit, String... keys) {
        // begin solution: drop what misses something, then duplicates; choose rows by a selection; sort
        Table complete = read(csv).dropRowsWithMissingValues().dropDuplicateRows();
        return rows(complete.where(complete.numberColumn(column).isGreaterThan(limit))
                .sortOn(keys));
        // end solution
    }

    /**
     * The mean of a column in each group, and how many of its values are known there.
     *
     * @param keys names of columns of texts, at least one
     * @return (nGroups, nKeys + 2) keys, mean, number; sorted on the keys
     */
    public static List<List<String>> means(String csv, String value, String... keys) {
        Require.that(keys.length > 0, "keys must name at least 1 column");
        // begin solution: summarize by the keys, sort on them
        return rows(read(csv)
                .summarize(value, AggregateFunctions.mean, AggregateFunctions.count)
                .by(keys)
                .sortOn(keys));
        // end solution
    }

    /**
     * The rows of one list with all partners in another.
     *
     * @param key name of a column of texts that both have; a missing value has no partner
     * @param keepsAll whether rows of the first list without partner stay, with missing values
     * @return the columns of left, then those of right without the key
     */
    public static List<List<String>> joined(String left, String right, String key, boolean keepsAll) {
        // begin solution: take rows of right with a missing key away, for to Tablesaw all gaps are equal; then join
        Table partners = read(right);
        Table known = partners.dropWhere(partners.stringColumn(key).isMissing());
        Table all = read(left);
        return rows(
                keepsAll ? all.joinOn(key).leftOuter(known) : all.joinOn(key).inner(known));
        // end solution
    }

    /**
     * The mean of a column for each value of one column, in rows, and each value of another, in columns.
     *
     * @param columns name of a column of texts; its values are given in the order wanted
     * @return (nRows, 1 + nValues) the value of rows, then the means; sorted on the first
     */
    public static List<List<String>> crossed(
            String csv, String rows, String columns, String value, List<String> values) {
        // begin solution: a pivot table; select its columns in the order wanted, sort
        Table table = read(csv);
        Table crossed = PivotTable.pivot(
                table,
                table.categoricalColumn(rows),
                table.categoricalColumn(columns),
                table.numberColumn(value),
                AggregateFunctions.mean);
        return rows(crossed.selectColumns(IntStream.rangeClosed(0, values.size())
                        .mapToObj(j -> j == 0 ? rows : values.get(j - 1))
                        .toArray(String[]::new))
                .sortOn(rows));
        // end solution
    }

    /**
     * The mean of a column in each month in which there are birds.
     *
     * @param date name of a column of dates
     * @return (nMonths, 2) month, such as 2020-02, and mean; months rising
     */
    public static List<List<String>> monthly(String csv, String date, String value) {
        // begin solution: add a column with the month of each date, summarize by it, sort
        Table table = read(csv);
        StringColumn months = table.dateColumn(date).yearMonth();
        return rows(table.addColumns(months.setName("month"))
                .summarize(value, AggregateFunctions.mean)
                .by("month")
                .sortOn("month"));
        // end solution
    }
}
