package arraysandtables.dataframegroups;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rows of a table, put together where they have the same values in some columns: split, apply, combine.
 *
 * <p>Source: H. Wickham, <i>The Split-Apply-Combine Strategy for Data Analysis</i>, Journal of Statistical Software 40
 * (1), 2011.
 */
public final class Groups {
    private final Table table;
    private final List<String> keys;
    private final List<int[]> rows;

    private Groups(Table table, List<String> keys, List<int[]> rows) {
        this.table = table;
        this.keys = keys;
        this.rows = rows;
    }

    /**
     * Splits a table. A missing value is a key as well: rows that miss the same are a group.
     *
     * @param keys names of columns; none for one group of all rows
     * @throws IllegalArgumentException if there is no such column
     */
    public static Groups by(Table table, String... keys) {
        Table chosen = keys.length == 0 ? table : table.select(keys);
        // begin solution: a map from the values of the keys to row numbers that remembers in which order keys came
        Map<List<String>, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < table.nRows(); i++) {
            List<String> key = keys.length == 0 ? List.of() : chosen.row(i);
            rows.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
        }
        return new Groups(
                table,
                List.of(keys),
                rows.values().stream()
                        .map(group -> group.stream().mapToInt(row -> row).toArray())
                        .toList());
        // end solution
    }

    /** Row numbers of each group, rising; groups in the order in which their first rows stand. */
    public List<int[]> rows() {
        return rows;
    }

    /**
     * Sums up each group.
     *
     * @param aggregates at least one, of columns of numbers; COUNT takes texts as well
     * @return (nGroups, nKeys + nAggregates) the keys of each group, then what sums it up, named by
     *     {@link Aggregate#name}
     * @throws IllegalArgumentException if there is no such column, or it has no numbers
     */
    public Table agg(Aggregate... aggregates) {
        Require.that(aggregates.length > 0, "aggregates must have at least 1 entry");
        // begin solution: the keys of each group's first row, then a column of numbers for each aggregate
        List<Column> columns = new ArrayList<>();
        if (!keys.isEmpty()) {
            int[] first = rows.stream().mapToInt(group -> group[0]).toArray();
            columns.addAll(table.take(first).select(keys.toArray(String[]::new)).columns());
        }
        for (Aggregate aggregate : aggregates) {
            double[] values = values(aggregate);
            columns.add(Column.ofNumbers(
                    aggregate.name(),
                    rows.stream()
                            .mapToDouble(group -> aggregate.of(IntStream.of(group)
                                    .mapToDouble(row -> values[row])
                                    .toArray()))
                            .toArray()));
        }
        return Table.of(columns);
        // end solution
    }

    /** (nRows) what an aggregate is about; of texts that are counted, only where there is one is told, by a 1. */
    private double[] values(Aggregate aggregate) {
        return switch (aggregate.summary()) {
            case ROWS -> new double[table.nRows()];
            case COUNT -> {
                double[] known = new double[table.nRows()];
                Column column = table.column(aggregate.column());
                Arrays.setAll(known, row -> column.isMissing(row) ? Double.NaN : 1);
                yield known;
            }
            default -> table.column(aggregate.column()).numbers();
        };
    }
}
