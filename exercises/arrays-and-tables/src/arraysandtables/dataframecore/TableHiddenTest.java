package arraysandtables.dataframecore;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** Tables of three columns, kind, size and day, with few different values, so that rows are equal by chance. */
class TableHiddenTest {
    private static final List<String> NAMES = List.of("kind", "size", "day");
    private static final List<String> GAPS = List.of("", "?", "NA");

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("any table is read as it stands in its file, but for the gaps")
    void readsAnyTable(RandomGenerator random) {
        List<List<String>> rows = drawn(random);
        List<List<String>> file = rows.stream()
                .map(row -> row.stream()
                        .map(text -> text.isEmpty() ? GAPS.get(random.nextInt(3)) : text)
                        .toList())
                .toList();

        Table table = Table.read(NAMES, file);
        assertRows("the rows read", rows, table.rows(), "What stands in the file, and nothing where there is a gap.");
        assertEquals(Type.NUMBER, table.column("size").type(), "a column of numbers.");
        assertEquals(Type.DATE, table.column("day").type(), "a column of dates.");
        assertEquals(
                rows.stream().flatMap(List::stream).filter(String::isEmpty).count(), table.countMissing(), "gaps.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("filters of any table keep what passes and is known")
    void filtersAnyTable(RandomGenerator random) {
        List<List<String>> rows = drawn(random);
        int limit = random.nextInt(1, 5);

        assertRows(
                "the rows of a size that passes",
                rows.stream()
                        .filter(row -> !row.get(1).isEmpty() && Integer.parseInt(row.get(1)) <= limit)
                        .toList(),
                table(rows).filterNumbers("size", x -> !(x > limit)).rows(),
                "What is missing passes nothing.");
        assertRows(
                "the rows of a kind that passes",
                rows.stream()
                        .filter(row -> !row.get(0).isEmpty() && !row.get(0).equals("b"))
                        .toList(),
                table(rows).filterTexts("kind", text -> !text.equals("b")).rows(),
                "What is missing passes nothing.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("any table is cleaned of gaps and duplicates")
    void cleansAnyTable(RandomGenerator random) {
        List<List<String>> rows = drawn(random);

        assertRows(
                "the rows that miss nothing",
                rows.stream().filter(row -> !row.contains("")).toList(),
                table(rows).dropMissing().rows(),
                "In their order.");
        assertRows(
                "the different rows",
                new ArrayList<>(new LinkedHashSet<>(rows)),
                table(rows).dropDuplicates().rows(),
                "The first of equal rows, in their order.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("any table is sorted on several keys, missing values last")
    void sortsAnyTable(RandomGenerator random) {
        List<List<String>> rows = drawn(random);
        Comparator<List<String>> bySize = Comparator.comparing(
                row -> row.get(1), missingLast(Comparator.comparing(Integer::valueOf, Comparator.reverseOrder())));
        Comparator<List<String>> byKind = Comparator.comparing(row -> row.get(0), missingLast(String::compareTo));

        assertRows(
                "the rows by falling size, then by kind",
                rows.stream().sorted(bySize.thenComparing(byKind)).toList(),
                table(rows).sortOn("-size", "kind").rows(),
                "What is missing comes last, what is equal stays in its order.");
    }

    private static Comparator<String> missingLast(Comparator<String> known) {
        return (a, b) -> a.isEmpty() || b.isEmpty() ? Boolean.compare(a.isEmpty(), b.isEmpty()) : known.compare(a, b);
    }

    /**
     * At least one number, one date and one kind are known. Sizes of one and two digits: as texts they sort wrongly.
     */
    private static List<List<String>> drawn(RandomGenerator random) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("a", "12", "2020-01-05")));
        IntStream.range(0, random.nextInt(30, 50))
                .forEach(i -> rows.add(List.of(
                        random.nextInt(5) == 0
                                ? ""
                                : "abc".substring(random.nextInt(3)).substring(0, 1),
                        random.nextInt(5) == 0 ? "" : String.valueOf(random.nextInt(4) * 5 + 1),
                        random.nextInt(5) == 0 ? "" : "2020-01-0" + random.nextInt(1, 4))));
        return rows;
    }

    private static Table table(List<List<String>> rows) {
        return Table.of(List.of(
                Column.ofTexts("kind", Type.TEXT, column(rows, 0)),
                Column.ofTexts("size", Type.NUMBER, column(rows, 1)),
                Column.ofTexts("day", Type.DATE, column(rows, 2))));
    }

    private static List<String> column(List<List<String>> rows, int j) {
        return rows.stream().map(row -> row.get(j)).toList();
    }
}
