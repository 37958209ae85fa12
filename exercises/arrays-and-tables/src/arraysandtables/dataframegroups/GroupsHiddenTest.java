package arraysandtables.dataframegroups;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.dataframecore.Column;
import arraysandtables.dataframecore.Table;
import arraysandtables.dataframecore.Type;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** Sizes are whole numbers, so that sums are exact whatever the order in which they are added up. */
class GroupsHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("counts and sums of groups add up to those of the table")
    void groupsAddUp(RandomGenerator random) {
        Table table = drawn(random, 40);
        Table groups =
                Groups.by(table, "kind", "side").agg(Aggregate.rows(), new Aggregate(Aggregate.Summary.SUM, "size"));

        assertEquals(
                groups.nRows(),
                groups.select("kind", "side").dropDuplicates().nRows(),
                "different keys: each stands once.");
        assertClose("rows of all groups", 40, sum(groups.column("count(*)")), 0, "Each row is in one group.");
        assertClose(
                "the sum of all groups",
                sum(table.column("size")),
                sum(groups.column("sum(size)")),
                0,
                "Each row is in one group.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("joins of any two tables have every pair once")
    void joinsAnything(RandomGenerator random) {
        Table left = drawn(random, 20);
        Table right = drawn(random, 12).select("kind", "size");
        List<List<String>> inner = new ArrayList<>();
        List<List<String>> outer = new ArrayList<>();
        for (List<String> a : left.rows()) {
            List<List<String>> partners = right.rows().stream()
                    .filter(b -> !b.get(0).isEmpty() && b.get(0).equals(a.get(0)))
                    .map(b -> List.of(a.get(0), a.get(1), a.get(2), b.get(1)))
                    .toList();
            inner.addAll(partners);
            outer.addAll(partners.isEmpty() ? List.of(List.of(a.get(0), a.get(1), a.get(2), "")) : partners);
        }

        assertRows("the pairs", inner, Joins.inner(left, right, "kind").rows(), "In the order of the left table.");
        assertRows("the pairs", outer, Joins.left(left, right, "kind").rows(), "Rows without partner stay.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the cells of a crossed table are the groups by both columns")
    void pivotsAnything(RandomGenerator random) {
        Table table = drawn(random, 40);
        Table crossed = Reports.pivot(table, "kind", "side", Aggregate.rows());
        Table groups =
                Groups.by(table.dropMissing("kind", "side"), "kind", "side").agg(Aggregate.rows());

        double total = 0;
        for (List<String> group : groups.rows()) {
            List<String> row = crossed.filterTexts("kind", group.get(0)::equals).row(0);
            String cell = row.get(crossed.names().indexOf(group.get(1)));
            assertEquals(group.get(2), cell, "a cell.");
            total += Double.parseDouble(cell);
        }
        assertEquals(table.dropMissing("kind", "side").nRows(), total, "rows in all cells.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the means of months are those of their days")
    void resamplesAnything(RandomGenerator random) {
        int n = random.nextInt(3, 8);
        List<String> days = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        List<List<String>> expected = new ArrayList<>();
        for (int month = 0; month < n; month++) {
            String prefix = String.format("20%02d-%02d-", 20 + (month + 10) / 12, (month + 10) % 12 + 1);
            double size = random.nextInt(1, 50);
            if (month == 0 || month == n - 1 || random.nextBoolean()) {
                days.addAll(List.of(prefix + "28", prefix + "02"));
                sizes.addAll(List.of(size + 1, size - 1));
                expected.add(List.of(prefix + "01", Type.NUMBER.text(size)));
            } else {
                expected.add(List.of(prefix + "01", ""));
            }
        }
        Table table = Table.of(List.of(
                Column.ofTexts("day", Type.DATE, days),
                Column.ofNumbers("size", sizes.stream().mapToDouble(x -> x).toArray())));

        assertRows(
                "the months",
                expected,
                Reports.resampleMonthly(table.sortOn("size"), "day", "size").rows(),
                "Every month from the first to the last, with the mean of its days.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("markdown shows any rows as they are")
    void writesAnything(RandomGenerator random) {
        Table table = drawn(random, 10);
        int n = random.nextInt(1, 9);
        List<String> lines = Reports.markdown(table, n).lines().toList();

        assertEquals(n + 4, lines.size(), "lines: names, dashes, rows, an empty one, and how many more.");
        for (int i = 0; i < n; i++) {
            assertEquals("| " + String.join(" | ", table.row(i)) + " |", lines.get(2 + i), "a row.");
        }
        assertEquals("and " + (10 - n) + " more", lines.get(n + 3), "the last line.");
    }

    private static double sum(Column column) {
        double sum = 0;
        for (double value : column.numbers()) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }

    /** A table of n rows: kind a, b, c or missing, side left, right or missing, and a whole number or a gap. */
    private static Table drawn(RandomGenerator random, int n) {
        return Table.of(List.of(
                Column.ofTexts("kind", Type.TEXT, texts(random, n, "a", "b", "c", "")),
                Column.ofTexts("side", Type.TEXT, texts(random, n, "left", "right", "")),
                Column.ofNumbers(
                        "size",
                        IntStream.range(0, n)
                                .mapToDouble(i -> random.nextInt(6) == 0 ? Double.NaN : random.nextInt(100))
                                .toArray())));
    }

    private static List<String> texts(RandomGenerator random, int n, String... choices) {
        return IntStream.range(0, n)
                .mapToObj(i -> choices[random.nextInt(choices.length)])
                .toList();
    }
}
