package arraysandtables.miniquery;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import arraysandtables.dataframecore.Type;
import gradus.kit.Require;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/**
 * What is asked of each row: {@code age < 30}, {@code right.age < age}, {@code age is missing}. A condition is data,
 * not code: others can see which columns it is about.
 *
 * <p>Source: ISO/IEC 9075-2, <i>SQL/Foundation</i>, §8; C. J. Date, <i>SQL and Relational Theory</i>, 3rd ed., O'Reilly
 * 2015, chapter 4.
 *
 * @param column name of the column that is asked about
 * @param comparison what is asked
 * @param other the value to compare with, or the name of a column of the same row; empty for MISSING
 * @param isColumn whether other is the name of a column
 */
public record Condition(String column, Comparison comparison, String other, boolean isColumn) {
    /**
     * Compares with a value.
     *
     * @param symbol one of {@code = <> < <= > >=}
     * @param value as a text that fits the column's type; empty for a missing one
     */
    public static Condition of(String column, String symbol, String value) {
        return new Condition(column, Comparison.of(symbol), value, false);
    }

    /**
     * Compares two columns.
     *
     * @param symbol one of {@code = <> < <= > >=}
     */
    public static Condition ofColumns(String column, String symbol, String other) {
        return new Condition(column, Comparison.of(symbol), other, true);
    }

    /** Asks for the rows in which a value is missing. */
    public static Condition missing(String column) {
        return new Condition(column, Comparison.MISSING, "", false);
    }

    /** The names of the columns that it is about, one or two. */
    public List<String> columns() {
        return isColumn ? List.of(column, other) : List.of(column);
    }

    /** As it would stand in SQL. */
    public String words() {
        return (column + " " + comparison.symbol() + " " + other).strip();
    }

    /**
     * The rows of which it is true. A comparison with a missing value is not true, whatever it asks.
     *
     * @return their numbers, rising
     * @throws IllegalArgumentException if there is no such column, or if the types to be compared differ
     */
    public int[] rows(Table table) {
        Column left = table.column(column);
        Column right = isColumn ? table.column(other) : Column.ofTexts(column, left.type(), List.of(other));
        Require.that(
                left.type() == right.type(),
                "columns %s and %s must have one type, but are %s and %s",
                column,
                other,
                left.type(),
                right.type());
        IntBinaryOperator order = order(left, right);
        // begin solution: the numbers i of missing rows, or of known ones beside something known, which is accepted;
        // beside row i stands row i of right, or its only row 0; order.applyAsInt(i, j) compares left i with right j
        return IntStream.range(0, table.nRows())
                .filter(i -> {
                    int j = isColumn ? i : 0;
                    return comparison == Comparison.MISSING
                            ? left.isMissing(i)
                            : !left.isMissing(i) && !right.isMissing(j) && comparison.accepts(order.applyAsInt(i, j));
                })
                .toArray();
        // end solution
    }

    /**
     * Compares the value of a row of left with that of a row of right, both known: texts as texts, the rest by size.
     */
    private static IntBinaryOperator order(Column left, Column right) {
        if (left.type() == Type.TEXT) {
            List<String> a = left.texts();
            List<String> b = right.texts();
            return (i, j) -> a.get(i).compareTo(b.get(j));
        }
        double[] a = left.numbers();
        double[] b = right.numbers();
        return (i, j) -> a[i] < b[j] ? -1 : a[i] > b[j] ? 1 : 0;
    }
}
