package regression.observations;

import gradus.kit.Require;
import java.util.List;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.AddCellToColumnException;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * The numbers that a model is fitted to, read from a table of text with Tablesaw.
 *
 * <p>Left alone, Tablesaw guesses the type of each column, in long tables from some of its values only. What it took
 * for text is no number later, and what it took for whole numbers can't hold a fraction that comes late. So it is told.
 *
 * <p>Source: R. J. A. Little and D. B. Rubin, <i>Statistical Analysis with Missing Data</i>, 3rd ed., Wiley 2019, §3.2,
 * on leaving out incomplete rows; the Tablesaw user guide, <i>Importing data</i>.
 *
 * @param values (nSamples, nColumns) the columns asked for in the order asked for, each in its own unit; none is
 *     missing
 * @param nLeftOut how many rows of the table miss at least one of these values
 */
public record Observations(double[][] values, int nLeftOut) {
    /** What stands in a table where nobody knows the value. */
    private static final String[] MISSING = {"", "?", "NA"};

    /**
     * Reads columns of numbers.
     *
     * @param csv the table: a line with the names of the columns, then one line for each row
     * @param separator what stands between the values of a line, for example {@code ';'}
     * @param columns names of the columns wanted, as the table writes them, in any order; at least one
     * @throws IllegalArgumentException if the table has no such column, and then the message names that column and
     *     those that there are; or if a value in it is neither a number nor missing
     */
    public static Observations read(String csv, char separator, String... columns) {
        Require.that(columns.length > 0, "columns must name at least 1 column");
        // begin solution: read the table, look whether it has the columns, choose them, leave out what is incomplete
        Table table = table(csv, separator, List.of(columns));
        List<String> names = table.columnNames();
        for (String column : columns) {
            Require.that(
                    names.contains(column), "no column '%s'; the columns are %s", column, String.join(", ", names));
        }
        Table chosen = table.selectColumns(columns);
        Table complete = chosen.dropRowsWithMissingValues();
        return new Observations(complete.as().doubleMatrix(), chosen.rowCount() - complete.rowCount());
        // end solution
    }

    // begin solution: a helper that reads the table, telling Tablesaw all it would guess: separator, gaps and types
    private static Table table(String csv, char separator, List<String> numbers) {
        try {
            return Table.read()
                    .usingOptions(CsvReadOptions.builderFromString(csv)
                            .separator(separator)
                            .missingValueIndicator(MISSING)
                            .columnTypes(name -> numbers.contains(name) ? ColumnType.DOUBLE : ColumnType.STRING));
        } catch (AddCellToColumnException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
    // end solution
}
