package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.RowAssertions.assertSameRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import arraysandtables.dataframegroups.Aggregate.Summary;
import arraysandtables.dataframegroups.Groups;
import arraysandtables.dataframegroups.Joins;
import arraysandtables.dataframegroups.Reports;
import gradus.checks.Evidence;
import gradus.kit.NoData;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.aggregate.PivotTable;

/** Groups, joins, crossed tables and months of drawn tables, against Tablesaw. */
class GroupsOracleTest {
    private static final List<String> NAMES = List.of("kind", "side", "size", "day");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    /** Sizes are whole numbers, so that sums are exact; means of them may round differently. */
    private static List<List<String>> drawn(int seed, int n) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, n)
                .mapToObj(i -> List.of(
                        "abcd".substring(random.nextInt(4)).substring(0, 1),
                        random.nextBoolean() ? "left" : "right",
                        String.valueOf(random.nextInt(100) + 0.5),
                        String.format("2020-%02d-%02d", random.nextInt(1, 13), random.nextInt(1, 29))))
                .toList();
    }

    /** Where the numbers of the room's check come from. */
    @Test
    @Evidence(LIBRARY)
    void penguinsAgree() {
        Table penguins;
        try {
            penguins = Table.ofDataset("penguins/penguins.csv").dropMissing("sex", "body_mass_g");
        } catch (NoData e) {
            throw new TestAbortedException("the penguins are not here", e);
        }
        tech.tablesaw.api.Table theirs = TableOracleTest.read(penguins.names(), penguins.rows())
                .summarize("body_mass_g", AggregateFunctions.mean, AggregateFunctions.count)
                .by("species", "sex")
                .sortOn("species", "sex");

        assertClose(
                "means in g",
                new double[] {3368.84, 4043.49, 3527.21, 3938.97, 4679.74, 5484.84},
                theirs.numberColumn(2).asDoubleArray(),
                0.005,
                "The room's check has these numbers.");
        assertClose(
                "penguins",
                new double[] {73, 73, 34, 34, 58, 61},
                theirs.numberColumn(3).asDoubleArray(),
                0,
                "The room's check has these numbers.");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void groupsAgree(int seed) {
        List<List<String>> rows = drawn(seed, 60);
        Table ours = Groups.by(Table.read(NAMES, rows), "kind", "side")
                .agg(
                        Aggregate.mean("size"),
                        new Aggregate(Summary.COUNT, "size"),
                        new Aggregate(Summary.SUM, "size"),
                        new Aggregate(Summary.MIN, "size"),
                        new Aggregate(Summary.MAX, "size"))
                .sortOn("kind", "side");
        tech.tablesaw.api.Table theirs = TableOracleTest.read(NAMES, rows)
                .summarize(
                        "size",
                        AggregateFunctions.mean,
                        AggregateFunctions.count,
                        AggregateFunctions.sum,
                        AggregateFunctions.min,
                        AggregateFunctions.max)
                .by("kind", "side")
                .sortOn("kind", "side");

        assertEquals(theirs.stringColumn("kind").asList(), ours.column("kind").texts(), "kinds");
        assertEquals(theirs.stringColumn("side").asList(), ours.column("side").texts(), "sides");
        for (int j = 2; j < 7; j++) {
            assertClose(
                    theirs.column(j).name(),
                    theirs.numberColumn(j).asDoubleArray(),
                    ours.columns().get(j).numbers(),
                    1e-12,
                    "Tablesaw says so.");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void joinsAgree(int seed) {
        List<List<String>> left = drawn(seed, 15).stream()
                .map(row -> List.of(row.get(0), row.get(2)))
                .toList();
        List<List<String>> right = drawn(seed + 1000, 6).stream()
                .map(row -> List.of(row.get(0), row.get(3)))
                .toList();
        List<String> leftNames = List.of("kind", "size");
        List<String> rightNames = List.of("kind", "day");
        Table a = Table.read(leftNames, left);
        Table b = Table.read(rightNames, right);
        tech.tablesaw.api.Table c = TableOracleTest.read(leftNames, left);
        tech.tablesaw.api.Table d = TableOracleTest.read(rightNames, right);

        assertSameRows(
                "inner join",
                TableOracleTest.rows(c.joinOn("kind").inner(d)),
                Joins.inner(a, b, "kind").rows(),
                "Tablesaw says so.");
        assertSameRows(
                "left join",
                TableOracleTest.rows(c.joinOn("kind").leftOuter(d)),
                Joins.left(a, b, "kind").rows(),
                "Tablesaw says so.");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void crossedTablesAgree(int seed) {
        List<List<String>> rows = drawn(seed, 40);
        Table ours = Reports.pivot(Table.read(NAMES, rows), "kind", "side", new Aggregate(Summary.SUM, "size"));
        tech.tablesaw.api.Table theirs = TableOracleTest.read(NAMES, rows);

        assertSameRows(
                "crossed",
                TableOracleTest.rows(PivotTable.pivot(
                                theirs,
                                theirs.stringColumn("kind"),
                                theirs.stringColumn("side"),
                                theirs.doubleColumn("size"),
                                AggregateFunctions.sum)
                        .selectColumns("kind", "left", "right")),
                ours.select("kind", "left", "right").rows(),
                "Tablesaw says so.");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void monthsAgree(int seed) {
        List<List<String>> rows = drawn(seed, 100);
        Table ours = Reports.resampleMonthly(Table.read(NAMES, rows), "day", "size");
        tech.tablesaw.api.Table theirs = TableOracleTest.read(NAMES, rows);
        theirs.addColumns(theirs.dateColumn("day").yearMonth().setName("month"));
        tech.tablesaw.api.Table means =
                theirs.summarize("size", AggregateFunctions.mean).by("month").sortOn("month");

        assertEquals(
                means.stringColumn("month").asList(),
                ours.dropMissing().column("month").texts().stream()
                        .map(day -> day.substring(0, 7))
                        .toList(),
                "months with values");
        assertClose(
                "means of months",
                means.numberColumn(1).asDoubleArray(),
                ours.dropMissing().column("mean(size)").numbers(),
                1e-12,
                "Tablesaw says so.");
    }
}
