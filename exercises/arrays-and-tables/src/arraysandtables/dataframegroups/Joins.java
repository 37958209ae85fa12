package arraysandtables.dataframegroups;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two tables made one, where a column has the same value in both.
 *
 * <p>Each pair of rows with the same value gives a row: three ratings of a film and one line about it give three rows.
 * A missing value equals nothing, not even another missing one.
 *
 * <p>Source: E. F. Codd, <i>A Relational Model of Data for Large Shared Data Banks</i>, Communications of the ACM 13
 * (6), 1970, §2.1.3; C. J. Date, <i>SQL and Relational Theory</i>, 3rd ed., O'Reilly 2015, chapter 6.
 */
public final class Joins {
    private Joins() {}

    /** Numbers of rows that belong together: row left of one table, row right of the other, −1 for none. */
    private record Pair(int left, int right) {}

    /**
     * The pairs of rows with the same value of a column.
     *
     * @return the columns of left, then those of right without key, as {@link #glued} names them; rows in the order of
     *     left, those with the same left row in the order of right
     * @throws IllegalArgumentException if one of the tables has no such column, or their types differ
     */
    public static Table inner(Table left, Table right, String key) {
        requireSameType(left, right, key);
        // begin solution: the pairs of rows that match, glued together
        return glued(left, right, key, pairs(left, right, key, false));
        // end solution
    }

    /**
     * The pairs of rows with the same value of a column, and the rows of the left table that have no partner, with
     * missing values in the columns of the right one.
     *
     * @return as {@link #inner}, and at least as many rows as left
     * @throws IllegalArgumentException if one of the tables has no such column, or their types differ
     */
    public static Table left(Table left, Table right, String key) {
        requireSameType(left, right, key);
        // begin solution: the pairs of rows that match, and left rows without a partner, glued together
        return glued(left, right, key, pairs(left, right, key, true));
        // end solution
    }

    // begin solution: a helper that finds the pairs: put the rows of right into a map by key, then look up row after
    // row
    private static List<Pair> pairs(Table left, Table right, String key, boolean keepsAll) {
        Map<String, List<Integer>> partners = new HashMap<>();
        List<String> rightKeys = right.column(key).texts();
        for (int row = 0; row < right.nRows(); row++) {
            if (!right.column(key).isMissing(row)) {
                partners.computeIfAbsent(rightKeys.get(row), any -> new ArrayList<>())
                        .add(row);
            }
        }
        List<String> leftKeys = left.column(key).texts();
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < left.nRows(); row++) {
            for (int partner : partners.getOrDefault(leftKeys.get(row), keepsAll ? List.of(-1) : List.of())) {
                pairs.add(new Pair(row, partner));
            }
        }
        return pairs;
    }
    // end solution

    /** Columns of right that are called like one of left get {@code right.} in front. */
    private static Table glued(Table left, Table right, String key, List<Pair> pairs) {
        List<Column> columns = new ArrayList<>(
                left.take(pairs.stream().mapToInt(Pair::left).toArray()).columns());
        int[] rows = pairs.stream().mapToInt(Pair::right).toArray();
        for (Column column : right.columns()) {
            String name = column.name();
            if (!name.equals(key)) {
                Column taken = column.take(rows);
                columns.add(
                        left.names().contains(name)
                                ? Column.ofTexts("right." + name, taken.type(), taken.texts())
                                : taken);
            }
        }
        return Table.of(columns);
    }

    private static void requireSameType(Table left, Table right, String key) {
        Require.that(
                left.column(key).type() == right.column(key).type(),
                "column %s must have one type in both tables, but is %s in the left and %s in the right one",
                key,
                left.column(key).type(),
                right.column(key).type());
    }
}
