package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import gradus.checks.Evidence;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Every operation of the room on drawn tables, against Tablesaw. */
class TableOracleTest {
    private static final List<String> NAMES = List.of("kind", "size", "day");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    /** The same table in both libraries: Tablesaw reads what the other one read. */
    private record Pair(Table ours, tech.tablesaw.api.Table theirs) {
        static Pair drawn(int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<List<String>> rows = Stream.concat(
                            Stream.of(List.of("a", "12", "2020-01-05")),
                            IntStream.range(0, 60)
                                    .mapToObj(i -> List.of(
                                            gap(
                                                    random,
                                                    "abc"
                                                            .substring(random.nextInt(3))
                                                            .substring(0, 1)),
                                            gap(random, String.valueOf(random.nextInt(8) * 5 + 0.5)),
                                            gap(random, "2020-01-0" + random.nextInt(1, 4)))))
                    .toList();
            return new Pair(Table.read(NAMES, rows), read(NAMES, rows));
        }

        private static String gap(SplittableRandom random, String text) {
            return random.nextInt(6) == 0 ? List.of("", "?", "NA").get(random.nextInt(3)) : text;
        }

        void assertEqual(String what) {
            assertRows(what, rows(theirs), ours.rows(), "Tablesaw says so.");
        }
    }

    static tech.tablesaw.api.Table read(List<String> names, List<List<String>> rows) {
        String csv = Stream.concat(Stream.of(names), rows.stream())
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n"));
        return tech.tablesaw.api.Table.read()
                .usingOptions(CsvReadOptions.builderFromString(csv).missingValueIndicator("", "?", "NA"));
    }

    /** What Tablesaw prints, numbers as the room writes them. */
    static List<List<String>> rows(tech.tablesaw.api.Table table) {
        List<Column> columns = table.columns().stream()
                .map(column -> Column.infer(
                        column.name(),
                        IntStream.range(0, column.size())
                                .mapToObj(column::getString)
                                .toList()))
                .toList();
        return Table.of(columns).rows();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void typesAndGapsAgree(int seed) {
        Pair pair = Pair.drawn(seed);

        pair.assertEqual("read");
        for (String name : NAMES) {
            ColumnType type = pair.theirs.column(name).type();
            assertEquals(
                    type.equals(ColumnType.DOUBLE) ? "NUMBER" : type.equals(ColumnType.LOCAL_DATE) ? "DATE" : "TEXT",
                    pair.ours.column(name).type().name(),
                    "type of " + name);
            assertEquals(
                    pair.theirs.column(name).countMissing(),
                    pair.ours.column(name).countMissing(),
                    "gaps of " + name);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void choosingRowsAgrees(int seed) {
        Pair pair = Pair.drawn(seed);
        Table ours = pair.ours;
        tech.tablesaw.api.Table theirs = pair.theirs;

        new Pair(ours.select("day", "kind"), theirs.selectColumns("day", "kind")).assertEqual("selected");
        new Pair(
                        ours.filterNumbers("size", x -> x > 10),
                        theirs.where(theirs.doubleColumn("size").isGreaterThan(10)))
                .assertEqual("filtered by a number");
        new Pair(
                        ours.filterTexts("kind", "b"::equals),
                        theirs.where(theirs.stringColumn("kind").isEqualTo("b")))
                .assertEqual("filtered by a text");
        new Pair(ours.dropMissing(), theirs.dropRowsWithMissingValues()).assertEqual("without gaps");
        // to Tablesaw a missing number is not the same as another
        new Pair(
                        ours.dropMissing("size").dropDuplicates(),
                        theirs.dropWhere(theirs.doubleColumn("size").isMissing())
                                .dropDuplicateRows())
                .assertEqual("without duplicates");
    }

    /**
     * Where gaps go differs from library to library, so there are none here; nor does Tablesaw promise to be stable.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void sortingAgrees(int seed) {
        Pair pair = Pair.drawn(seed);
        Table ours = pair.ours.dropMissing();
        tech.tablesaw.api.Table theirs = pair.theirs.dropRowsWithMissingValues();

        new Pair(ours.sortOn("-size", "kind", "day"), theirs.sortOn("-size", "kind", "day")).assertEqual("sorted");
        new Pair(ours.sortOn("day", "-kind", "size"), theirs.sortOn("day", "-kind", "size")).assertEqual("sorted");
    }
}
