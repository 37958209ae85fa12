package arraysandtables.tablesawtables;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.RowAssertions.assertRows;
import static gradus.checks.RowAssertions.assertSameRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Table;
import arraysandtables.dataframegroups.Aggregate;
import arraysandtables.dataframegroups.Groups;
import arraysandtables.dataframegroups.Joins;
import arraysandtables.dataframegroups.Reports;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

/**
 * Held against the references of the rooms before. Masses are multiples of 16 and groups are thinned to at most two
 * birds, so that means are exact.
 */
class BirdsHiddenTest {
    private static final List<String> NAMES = List.of("bird", "sex", "mass", "ringed");

    @Graded(stage = 1, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("any list is read and cleaned")
    void cleansAnything(RandomGenerator random) {
        List<List<String>> rows = drawn(random, 40);
        int limit = 16 * random.nextInt(1, 5);

        assertEquals(
                rows.stream().flatMap(List::stream).filter("?"::equals).count(),
                Birds.countMissing(csv(NAMES, rows)),
                "gaps.");
        assertSameRows(
                "the rows above a limit",
                Reference.of(() -> Table.read(NAMES, rows)
                        .dropMissing()
                        .dropDuplicates()
                        .filterNumbers("mass", x -> x > limit)
                        .rows()),
                Birds.above(csv(NAMES, rows), "mass", limit, "mass"),
                "Complete, different, above the limit.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("any list is summed up by groups")
    void groupsAnything(RandomGenerator random) {
        List<List<String>> rows = pairs(random);

        assertRows(
                "the groups",
                Reference.of(() -> Groups.by(Table.read(NAMES, rows), "sex", "bird")
                        .agg(Aggregate.mean("mass"), new Aggregate(Aggregate.Summary.COUNT, "mass"))
                        .sortOn("sex", "bird")
                        .rows()),
                Birds.means(csv(NAMES, rows), "mass", "sex", "bird"),
                "Keys, mean, number.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("any two lists are joined")
    void joinsAnything(RandomGenerator random) {
        List<List<String>> left = drawn(random, 20);
        List<String> names = List.of("bird", "weight");
        List<List<String>> right = drawn(random, 8).stream()
                .map(row -> List.of(row.get(0), row.get(2)))
                .toList();

        for (boolean keepsAll : new boolean[] {false, true}) {
            assertSameRows(
                    "the pairs",
                    Reference.of(() -> {
                        Table a = Table.read(NAMES, left);
                        Table b = Table.read(names, right);
                        return (keepsAll ? Joins.left(a, b, "bird") : Joins.inner(a, b, "bird")).rows();
                    }),
                    Birds.joined(csv(NAMES, left), csv(names, right), "bird", keepsAll),
                    "What is missing has no partner.");
        }
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("any list is crossed, and taken month by month")
    void crossesAnything(RandomGenerator random) {
        List<List<String>> rows = pairs(random);

        assertRows(
                "the crossed list",
                Reference.of(() -> Reports.pivot(Table.read(NAMES, rows), "bird", "sex", Aggregate.mean("mass"))
                        .select("bird", "m", "f")
                        .sortOn("bird")
                        .rows()),
                Birds.crossed(csv(NAMES, rows), "bird", "sex", "mass", List.of("m", "f")),
                "Means in the order asked for.");
        List<List<String>> days = IntStream.range(0, rows.size())
                .mapToObj(i -> List.of(
                        String.format("20%02d-%02d-17", 10 + i / 24, 1 + i / 2 % 12),
                        rows.get(i).get(2)))
                .toList();
        List<String> names = List.of("day", "mass");
        assertRows(
                "the months",
                Reference.of(() -> Reports.resampleMonthly(Table.read(names, days), "day", "mass").rows().stream()
                        .map(row -> List.of(row.get(0).substring(0, 7), row.get(1)))
                        .toList()),
                Birds.monthly(csv(names, days), "day", "mass"),
                "Means of the months.");
    }

    /** Two birds of each kind and sex, in any order, all weighed. */
    private static List<List<String>> pairs(RandomGenerator random) {
        return IntStream.range(0, 12)
                .boxed()
                .sorted(Comparator.comparing(i -> (i * 7 + 5) % 12))
                .map(i -> List.of(
                        "abc".substring(i % 3, i % 3 + 1),
                        i / 3 % 2 == 0 ? "f" : "m",
                        String.valueOf(16 * random.nextInt(1, 60)),
                        "2020-01-01"))
                .toList();
    }

    /** The first three rows are complete, so that types are known. */
    private static List<List<String>> drawn(RandomGenerator random, int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> List.of(
                        gap(random, i, "abc".substring(random.nextInt(3)).substring(0, 1)),
                        gap(random, i, random.nextBoolean() ? "f" : "m"),
                        gap(random, i, String.valueOf(16 * random.nextInt(1, 6))),
                        gap(random, i, "2020-01-0" + random.nextInt(1, 4))))
                .toList();
    }

    private static String gap(RandomGenerator random, int i, String text) {
        return i > 2 && random.nextInt(8) == 0 ? "?" : text;
    }

    private static String csv(List<String> names, List<List<String>> rows) {
        return Stream.concat(Stream.of(names), rows.stream())
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
