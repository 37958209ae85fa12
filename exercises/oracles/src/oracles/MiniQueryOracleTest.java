package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.RowAssertions.assertSameRows;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframecore.Type;
import arraysandtables.dataframegroups.Aggregate;
import arraysandtables.dataframegroups.Aggregate.Summary;
import arraysandtables.miniquery.Condition;
import arraysandtables.miniquery.MiniQuery;
import gradus.checks.Evidence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawn questions to drawn tables with gaps: H2's answers, and those of the engine, as written and optimised. */
class MiniQueryOracleTest {
    private static final List<String> SYMBOLS = List.of("=", "<>", "<", "<=", ">", ">=");

    private static final List<Name> NAMES = List.of(
            new Name("a.k", "k"),
            new Name("a.x", "x"),
            new Name("a.y", "y"),
            new Name("b.x", "right.x"),
            new Name("b.z", "z"),
            new Name("c.v", "v"),
            new Name("c.w", "w"));

    /** What SQL calls a column, and what it is called behind the engine's joins. */
    private record Name(String sql, String ours) {}

    private Connection database;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 200);
    }

    @BeforeEach
    void open() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:");
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void databaseAndEngineAgree(int seed) throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        MiniQuery query = MiniQuery.from(table(random, 15, "a", "k", "x", "y"));
        String from = " FROM a";
        for (MiniQuery right : List.of(
                MiniQuery.from(table(random, 10, "b", "k", "x", "z")),
                MiniQuery.from(table(random, 8, "c", "k", "v", "w")))) {
            boolean keepsAll = random.nextBoolean();
            String name = from.contains("JOIN") ? "c" : "b";
            query = keepsAll ? query.leftJoin(right, "k") : query.join(right, "k");
            from += (keepsAll ? " LEFT JOIN " : " JOIN ") + name + " ON a.k = " + name + ".k";
        }
        List<String> conditions = new ArrayList<>(List.of("TRUE"));
        for (int k = random.nextInt(4); k > 0; k--) {
            Name column = column(random);
            Name other = column(random);
            String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
            String value = String.valueOf(random.nextInt(5));
            switch (random.nextInt(4)) {
                case 0 -> {
                    query = query.where(Condition.missing(column.ours));
                    conditions.add(column.sql + " IS NULL");
                }
                case 1 -> {
                    query = query.where(Condition.ofColumns(column.ours, symbol, other.ours));
                    conditions.add(column.sql + " " + symbol + " " + other.sql);
                }
                default -> {
                    query = query.where(Condition.of(column.ours, symbol, value));
                    conditions.add(column.sql + " " + symbol + " " + value);
                }
            }
        }
        String where = from + " WHERE " + String.join(" AND ", conditions);
        assertAnswers(
                "SELECT " + NAMES.stream().map(Name::sql).collect(Collectors.joining(", ")) + where,
                query.select(NAMES.stream().map(Name::ours).toArray(String[]::new)));
        assertAnswers(
                "SELECT a.y, b.z, COUNT(*), COUNT(c.v), SUM(a.x), MIN(b.x), MAX(c.w)" + where
                        + " GROUP BY a.y, b.z HAVING COUNT(*) >= 2 AND SUM(a.x) < 6",
                query.groupBy(
                                List.of("y", "z"),
                                Aggregate.rows(),
                                new Aggregate(Summary.COUNT, "v"),
                                new Aggregate(Summary.SUM, "x"),
                                new Aggregate(Summary.MIN, "right.x"),
                                new Aggregate(Summary.MAX, "w"))
                        .having(Condition.of("count(*)", ">=", "2"))
                        .having(Condition.of("sum(x)", "<", "6")));
    }

    private void assertAnswers(String sql, MiniQuery query) throws SQLException {
        assertSameRows(sql, rows(sql), query.rows().rows(), "H2 says so.");
        assertSameRows(sql + ", optimised", rows(sql), query.optimised().rows().rows(), "H2 says so.");
    }

    private static Name column(SplittableRandom random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private Table table(SplittableRandom random, int n, String name, String... columns) throws SQLException {
        List<List<String>> rows = IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, columns.length)
                        .mapToObj(j -> i > 0 && random.nextInt(5) == 0 ? "" : String.valueOf(random.nextInt(5)))
                        .toList())
                .toList();
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (" + String.join(" INTEGER, ", columns) + " INTEGER)");
            statement.execute(rows.stream()
                    .map(row -> row.stream()
                            .map(text -> text.isEmpty() ? "NULL" : text)
                            .collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(", ", "INSERT INTO " + name + " VALUES ", "")));
        }
        return Table.read(List.of(columns), rows);
    }

    private List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int j = 1; j <= result.getMetaData().getColumnCount(); j++) {
                    double value = result.getDouble(j);
                    row.add(result.wasNull() ? "" : Type.NUMBER.text(value));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
