package arraysandtables.dataframecore;

import gradus.datasets.Datasets;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table: columns of equal length. It never changes; every operation gives a new one.
 *
 * <p>Whoever filters, sorts or cleans says which rows are wanted and in which order. So these operations compute row
 * numbers, and {@link #take} does the rest.
 *
 * <p>Source: W. McKinney, <i>Python for Data Analysis</i>, 3rd ed., O'Reilly 2022, chapters 5 and 7.
 */
public final class Table {
    private final List<Column> columns;

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * A table of columns.
     *
     * @throws IllegalArgumentException if there is none, if two have one name, or if one is longer than another
     */
    public static Table of(List<Column> columns) {
        Require.that(!columns.isEmpty(), "a table must have at least 1 column");
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            Require.that(names.add(column.name()), "two columns are called '%s'", column.name());
            int n = columns.get(0).size();
            Require.that(
                    column.size() == n, "column %s must have %d values, but has %d", column.name(), n, column.size());
        }
        return new Table(List.copyOf(columns));
    }

    /**
     * A table of text, as it stands in a file. The type of each column is inferred from its values.
     *
     * @param names (nColumns) names of the columns, each different
     * @param rows (nRows) rows of nColumns values each
     * @throws IllegalArgumentException if a row has another number of values
     */
    public static Table read(List<String> names, List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            int n = rows.get(i).size();
            Require.that(n == names.size(), "row %d must have %d values, but has %d", i, names.size(), n);
        }
        // begin solution: the values of each column, row by row; Column.infer knows what they are
        return of(IntStream.range(0, names.size())
                .mapToObj(j -> Column.infer(
                        names.get(j), rows.stream().map(row -> row.get(j)).toList()))
                .toList());
        // end solution
    }

    /**
     * A table of the data sets, for example {@code penguins/penguins.csv}.
     *
     * @param path set and file
     * @param names names of all columns, if the file does not begin with them
     */
    public static Table ofDataset(String path, String... names) {
        gradus.datasets.Table table = names.length == 0 ? Datasets.table(path) : Datasets.headerless(path, names);
        return read(table.columns(), table.rows());
    }

    public List<Column> columns() {
        return columns;
    }

    /** The names of the columns, in their order. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * A column by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no column '" + name + "'; the columns are " + String.join(", ", names())));
    }

    public int nRows() {
        return columns.get(0).size();
    }

    /** The values of one row as texts, (nColumns). */
    public List<String> row(int i) {
        return columns.stream().map(column -> column.texts().get(i)).toList();
    }

    /** All rows as texts, (nRows, nColumns). */
    public List<List<String>> rows() {
        return IntStream.range(0, nRows()).mapToObj(this::row).toList();
    }

    /** How many values are missing in all columns together. */
    public int countMissing() {
        // begin solution: add up the columns'
        return columns.stream().mapToInt(Column::countMissing).sum();
        // end solution
    }

    /**
     * Some columns, in the order asked for.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public Table select(String... names) {
        // begin solution: look each of them up
        return of(Stream.of(names).map(this::column).toList());
        // end solution
    }

    /**
     * Some rows.
     *
     * @param rows (n) numbers of rows in any order, any of them as often as wanted; −1 for a row of missing values
     * @return (n, nColumns)
     */
    public Table take(int... rows) {
        // begin solution: take these rows of every column
        return of(columns.stream().map(column -> column.take(rows)).toList());
        // end solution
    }

    /**
     * The rows whose number in a column is as asked for, in their order. A missing value is never as asked for,
     * whatever is asked.
     *
     * @throws IllegalArgumentException if there is no such column, or it is TEXT
     */
    public Table filterNumbers(String column, DoublePredicate keep) {
        double[] numbers = column(column).numbers();
        // begin solution: take the rows whose number is known and passes
        return take(IntStream.range(0, nRows())
                .filter(row -> !Double.isNaN(numbers[row]) && keep.test(numbers[row]))
                .toArray());
        // end solution
    }

    /**
     * The rows whose value in a column, as a text, is as asked for, in their order. A missing value is never as asked
     * for, whatever is asked.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public Table filterTexts(String column, Predicate<String> keep) {
        List<String> texts = column(column).texts();
        // begin solution: take the rows whose text is known and passes
        return take(IntStream.range(0, nRows())
                .filter(row -> !texts.get(row).isEmpty() && keep.test(texts.get(row)))
                .toArray());
        // end solution
    }

    /**
     * The rows that miss nothing in some columns, in their order.
     *
     * @param names columns to look at; none stands for all
     * @throws IllegalArgumentException if there is no such column
     */
    public Table dropMissing(String... names) {
        Table chosen = names.length == 0 ? this : select(names);
        // begin solution: take the rows in which none of the chosen columns misses its value
        return take(IntStream.range(0, nRows())
                .filter(row -> chosen.columns.stream().noneMatch(column -> column.isMissing(row)))
                .toArray());
        // end solution
    }

    /** The table without the rows that have stood before: of equal rows the first stays. */
    public Table dropDuplicates() {
        // begin solution: remember the rows seen, take those that are new
        Set<List<String>> seen = new HashSet<>();
        return take(IntStream.range(0, nRows()).filter(i -> seen.add(row(i))).toArray());
        // end solution
    }

    /**
     * The rows in the order of a column; those that are equal there in the order of the next one; those that are equal
     * in all in the order in which they stand. Missing values come last, in rising order and in falling.
     *
     * @param keys names of columns, the first decides first; with {@code -} in front, falling
     * @throws IllegalArgumentException if there is no such column
     */
    public Table sortOn(String... keys) {
        Require.that(keys.length > 0, "keys must name at least 1 column");
        // begin solution: make a comparator of row numbers from the keys, sort all numbers with it, take them
        Comparator<Integer> order = Arrays.stream(keys)
                .map(this::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return take(IntStream.range(0, nRows())
                .boxed()
                .sorted(order)
                .mapToInt(row -> row)
                .toArray());
        // end solution
    }

    // begin solution: a helper that makes a comparator of row numbers from one key: missing last, then rising or
    // falling
    private Comparator<Integer> order(String key) {
        boolean isFalling = key.startsWith("-");
        Column column = column(isFalling ? key.substring(1) : key);
        Comparator<Integer> known = isFalling ? (a, b) -> column.compare(b, a) : column::compare;
        return Comparator.<Integer, Boolean>comparing(column::isMissing)
                .thenComparing((a, b) -> column.isMissing(a) ? 0 : known.compare(a, b));
    }
    // end solution
}
