package arraysandtables.miniquery;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import arraysandtables.dataframegroups.Groups;
import arraysandtables.dataframegroups.Joins;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A question to tables. It is a value: it is built clause by clause, in whatever order its author likes, and never
 * changes; nothing is computed before {@link #rows} asks for the answer. Then the clauses are carried out in SQL's
 * order: from, join, where, group by, having, order by, select, limit.
 *
 * <p>Source: ISO/IEC 9075-2, <i>SQL/Foundation</i>, §7; A. Silberschatz, H. F. Korth and S. Sudarshan, <i>Database
 * System Concepts</i>, 7th ed., McGraw-Hill 2019, chapters 3 and 16.
 */
public final class MiniQuery {
    private Source source;
    private List<Join> joins = List.of();
    private List<Condition> where = List.of();
    private List<String> keys = List.of();
    private List<Aggregate> aggregates = List.of();
    private List<Condition> having = List.of();
    private List<String> order = List.of();
    private List<String> columns = List.of();
    private int limit = Integer.MAX_VALUE;

    /**
     * Where rows come from: a stored table, or another query, which adds its own steps; and the names of their columns.
     */
    record Source(Function<List<Step>, Table> run, List<String> names) {}

    /** Another query whose rows are joined by a column that both have. */
    private record Join(MiniQuery right, String key, boolean keepsAll) {}

    private MiniQuery(Source source) {
        this.source = source;
    }

    /** All rows of a table. */
    public static MiniQuery from(Table table) {
        return new MiniQuery(new Source(steps -> table, table.names()));
    }

    /** All rows that another query answers with: a subquery. */
    public static MiniQuery from(MiniQuery query) {
        return new MiniQuery(new Source(query::run, query.names()));
    }

    /** The pairs of rows with the same value of a column. Names and order are those of {@link Joins#inner}. */
    public MiniQuery join(MiniQuery right, String key) {
        return with(next -> next.joins = plus(joins, new Join(right, key, false)));
    }

    /** The same, and the rows without a partner, with gaps beside them. */
    public MiniQuery leftJoin(MiniQuery right, String key) {
        return with(next -> next.joins = plus(joins, new Join(right, key, true)));
    }

    /** Of the joined rows, those of which a condition is true as well. */
    public MiniQuery where(Condition condition) {
        return with(next -> next.where = plus(where, condition));
    }

    /**
     * A row for each group of rows with the same values of some columns: these, and what sums it up, named by
     * {@link Aggregate#name}.
     *
     * @param keys names of columns; none for one group of all rows
     * @param aggregates at least one
     */
    public MiniQuery groupBy(List<String> keys, Aggregate... aggregates) {
        Require.that(aggregates.length > 0, "aggregates must have at least 1 entry");
        return with(next -> {
            next.keys = List.copyOf(keys);
            next.aggregates = List.of(aggregates);
        });
    }

    /** Of the groups, those of which a condition is true as well. */
    public MiniQuery having(Condition condition) {
        return with(next -> next.having = plus(having, condition));
    }

    /** Sorts as {@link Table#sortOn} does. The columns need not be selected. */
    public MiniQuery orderBy(String... keys) {
        return with(next -> next.order = List.of(keys));
    }

    /** Some columns, in this order; none for all. */
    public MiniQuery select(String... columns) {
        return with(next -> next.columns = List.of(columns));
    }

    /** The first rows, at most so many. */
    public MiniQuery limit(int atMost) {
        Require.that(atMost >= 0, "atMost must be >= 0, but was %d", atMost);
        return with(next -> next.limit = atMost);
    }

    private MiniQuery with(Consumer<MiniQuery> change) {
        // begin solution: a new query with everything that this one has; change that; this one stays as it is
        MiniQuery next = new MiniQuery(source);
        next.joins = joins;
        next.where = where;
        next.keys = keys;
        next.aggregates = aggregates;
        next.having = having;
        next.order = order;
        next.columns = columns;
        next.limit = limit;
        change.accept(next);
        return next;
        // end solution
    }

    /** The answer. */
    public Table rows() {
        return run(new ArrayList<>());
    }

    /** What was done to find the answer, step by step, and how many rows each step handed on. */
    public List<Step> explain() {
        List<Step> steps = new ArrayList<>();
        run(steps);
        return steps;
    }

    private Table run(List<Step> steps) {
        Require.that(having.isEmpty() || !aggregates.isEmpty(), "having asks about groups; call groupBy, or use where");
        Table rows = source.run.apply(steps);
        // begin solution: joins, where, groups, having, order, columns, limit, with filtered, joined and grouped;
        // a clause that nobody wrote is no step; noted(steps, "order by", …) notes one and hands its table on
        for (Join join : joins) {
            rows = noted(steps, "join", joined(rows, join.right.run(steps), join));
        }
        rows = filtered(steps, "where", where, rows);
        if (!aggregates.isEmpty()) {
            rows = noted(steps, "group by", grouped(rows));
        }
        rows = filtered(steps, "having", having, rows);
        if (!order.isEmpty()) {
            rows = noted(steps, "order by", rows.sortOn(order.toArray(String[]::new)));
        }
        if (!columns.isEmpty()) {
            rows = noted(steps, "select", rows.select(columns.toArray(String[]::new)));
        }
        if (limit < Integer.MAX_VALUE) {
            int n = Math.min(limit, rows.nRows());
            rows = noted(steps, "limit", rows.take(IntStream.range(0, n).toArray()));
        }
        return rows;
        // end solution
    }

    private static Table noted(List<Step> steps, String words, Table result) {
        steps.add(new Step(words, result.nRows()));
        return result;
    }

    /** One step for each condition. */
    private static Table filtered(List<Step> steps, String clause, List<Condition> conditions, Table table) {
        Table rows = table;
        for (Condition condition : conditions) {
            rows = noted(steps, clause + " " + condition.words(), rows.take(condition.rows(rows)));
        }
        return rows;
    }

    private static Table joined(Table left, Table right, Join join) {
        // begin solution: Joins knows both kinds
        return join.keepsAll ? Joins.left(left, right, join.key) : Joins.inner(left, right, join.key);
        // end solution
    }

    private Table grouped(Table rows) {
        // begin solution: Groups sums up
        return Groups.by(rows, keys.toArray(String[]::new)).agg(aggregates.toArray(Aggregate[]::new));
        // end solution
    }

    /** What the columns of the answer are called. */
    private List<String> names() {
        if (!columns.isEmpty()) {
            return columns;
        }
        if (!aggregates.isEmpty()) {
            return Stream.concat(keys.stream(), aggregates.stream().map(Aggregate::name))
                    .toList();
        }
        List<String> names = source.names;
        for (Join join : joins) {
            List<String> left = names;
            Stream<String> right = join.right.names().stream()
                    .filter(name -> !name.equals(join.key))
                    .map(name -> left.contains(name) ? "right." + name : name);
            names = Stream.concat(left.stream(), right).toList();
        }
        return names;
    }

    /**
     * Another way to the same answer: every condition of where is asked as soon as all of its columns are there, to the
     * left of a join or to its right, if the answer stays the same. A row that is left out early is never joined.
     *
     * @return a query with the same rows in the same order
     */
    public MiniQuery optimised() {
        if (joins.isEmpty()) {
            return this;
        }
        Join last = joins.get(joins.size() - 1);
        MiniQuery left = new MiniQuery(source);
        left.joins = joins.subList(0, joins.size() - 1);
        MiniQuery right = from(last.right);
        // begin solution: hand each condition on to left, or to right, or keep it: names() knows who has which columns;
        // a name that both have is left's; when must right not be asked first? Then optimise left, and join
        List<String> onlyRight = new ArrayList<>(right.names());
        onlyRight.removeAll(left.names());
        List<Condition> kept = new ArrayList<>();
        for (Condition condition : where) {
            if (left.names().containsAll(condition.columns())) {
                left = left.where(condition);
            } else if (!last.keepsAll && onlyRight.containsAll(condition.columns())) {
                right = right.where(condition);
            } else {
                kept.add(condition);
            }
        }
        MiniQuery begin = from(left.optimised());
        Join join = new Join(right, last.key, last.keepsAll);
        return with(next -> {
            next.source = begin.source;
            next.joins = List.of(join);
            next.where = kept;
        });
        // end solution
    }

    private static <T> List<T> plus(List<T> list, T element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }
}
