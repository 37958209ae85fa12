package arraysandtables.dataframegroups;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import arraysandtables.dataframecore.Type;
import gradus.kit.Require;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Tables for readers: crossed, by month, and as Markdown, which notebooks, GitHub and many editors show as a table.
 *
 * <p>Source: H. Wickham, M. Çetinkaya-Rundel and G. Grolemund, <i>R for Data Science</i>, 2nd ed., O'Reilly 2023,
 * chapters 5 and 28.
 */
public final class Reports {
    private Reports() {}

    /**
     * Crosses two columns: a row for each value of one, a column for each value of the other, and in each cell what
     * sums up the rows with both. Where there are none, the cell is missing.
     *
     * @param rows name of the column whose values become rows
     * @param columns name of the column whose values become columns
     * @return a column named rows, then one for each value of columns; both in the order in which values first stand;
     *     rows of the table that miss one of the two are left out
     * @throws IllegalArgumentException if there is no such column
     */
    public static Table pivot(Table table, String rows, String columns, Aggregate cell) {
        Table known = table.dropMissing(rows, columns);
        // begin solution: for each value of columns, filter its rows, group them by rows, join what sums them up
        Table result = known.select(rows).dropDuplicates();
        for (String value :
                known.select(columns).dropDuplicates().column(columns).texts()) {
            Table some =
                    Groups.by(known.filterTexts(columns, value::equals), rows).agg(cell);
            Column cells = Column.ofNumbers(value, some.column(cell.name()).numbers());
            result = Joins.left(result, Table.of(List.of(some.column(rows), cells)), rows);
        }
        return result;
        // end solution
    }

    /**
     * The mean of a column in each month, from the first month to the last. A month without known values is there as
     * well, with a missing mean.
     *
     * @param date name of a column of dates
     * @param value name of a column of numbers
     * @return (nMonths, 2) a column month, each the first day of a month, and the means, in the unit of the values
     * @throws IllegalArgumentException if there is no such column, or no date is known
     */
    public static Table resampleMonthly(Table table, String date, String value) {
        Require.that(table.column(date).type() == Type.DATE, "column %s must have dates", date);
        Table known = table.dropMissing(date);
        // begin solution: a column of first days instead of dates, grouped; then every month, joined with these means
        List<String> firsts = known.column(date).texts().stream()
                .map(text -> text.substring(0, text.length() - 2) + "01")
                .toList();
        Table means = Groups.by(
                        Table.of(List.of(Column.ofTexts("month", Type.DATE, firsts), known.column(value))), "month")
                .agg(Aggregate.mean(value));
        List<String> sorted = means.sortOn("month").column("month").texts();
        LocalDate last = LocalDate.parse(sorted.get(sorted.size() - 1));
        List<String> months = Stream.iterate(
                        LocalDate.parse(sorted.get(0)), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(LocalDate::toString)
                .toList();
        return Joins.left(Table.of(List.of(Column.ofTexts("month", Type.DATE, months))), means, "month");
        // end solution
    }

    /**
     * A table in Markdown: a line with the names of the columns, a line of dashes, with a colon behind those of
     * numbers, which are to stand on the right, and a line for each row. A vertical bar in a value is written
     * {@code \|}. Every line begins and ends with a bar; around each value there is a space.
     *
     * @param maxRows as many rows are shown; if there are more, a last line says how many, outside of the table
     */
    public static String markdown(Table table, int maxRows) {
        Require.that(maxRows >= 0, "maxRows must be >= 0, but was %d", maxRows);
        // begin solution: line after line
        List<String> lines = new ArrayList<>();
        lines.add(line(table.names()));
        lines.add(line(table.columns().stream()
                .map(column -> column.type() == Type.NUMBER ? "--:" : "---")
                .toList()));
        for (int i = 0; i < Math.min(maxRows, table.nRows()); i++) {
            lines.add(line(table.row(i)));
        }
        if (table.nRows() > maxRows) {
            lines.add("");
            lines.add("and " + (table.nRows() - maxRows) + " more");
        }
        return String.join("\n", lines);
        // end solution
    }

    // begin solution: a helper that makes a line of values
    private static String line(List<String> values) {
        StringJoiner line = new StringJoiner(" | ", "| ", " |");
        values.forEach(value -> line.add(value.replace("|", "\\|")));
        return line.toString();
    }
    // end solution
}
