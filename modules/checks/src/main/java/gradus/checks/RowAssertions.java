package gradus.checks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of tables of text. A failure names the first row that differs, and ends with the hint: what a wrong
 * answer here usually means. In all of them {@code what} is the call that gave the actual rows.
 */
public final class RowAssertions {
    private RowAssertions() {}

    /** Asserts that two tables have the same rows in the same order. */
    public static void assertRows(
            String what, List<List<String>> expected, @Nullable List<List<String>> actual, String hint) {
        List<List<String>> rows = present(what, expected, actual, hint);
        for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
            require(
                    expected.get(i).equals(rows.get(i)),
                    "%s, row %d: expected %s but was %s.%s",
                    hint,
                    what,
                    i,
                    Literal.of(expected.get(i)),
                    Literal.of(rows.get(i)),
                    size(expected, rows));
        }
        require(expected.size() == rows.size(), "%s:%s", hint, what, size(expected, rows));
    }

    /** Asserts that two tables have the same rows, each as often as the other has it, in any order. */
    public static void assertSameRows(
            String what, List<List<String>> expected, @Nullable List<List<String>> actual, String hint) {
        List<List<String>> rows = present(what, expected, actual, hint);
        List<List<String>> missing = less(expected, rows);
        List<List<String>> surplus = less(rows, expected);
        if (missing.isEmpty() && surplus.isEmpty()) {
            return;
        }
        List<String> words = new ArrayList<>();
        if (!missing.isEmpty()) {
            words.add("lacks the row " + Literal.of(missing.get(0)));
        }
        if (!surplus.isEmpty()) {
            words.add("has the row " + Literal.of(surplus.get(0)) + ", which does not belong there");
        }
        require(false, "%s %s.%s", hint, what, String.join(" and ", words), size(expected, rows));
    }

    /** The rows of a that b does not have, or not as often. */
    private static List<List<String>> less(List<List<String>> a, List<List<String>> b) {
        Map<List<String>, Integer> counts = new HashMap<>();
        b.forEach(row -> counts.merge(row, 1, Integer::sum));
        return a.stream().filter(row -> counts.merge(row, -1, Integer::sum) < 0).toList();
    }

    private static String size(List<List<String>> expected, List<List<String>> actual) {
        return expected.size() == actual.size()
                ? ""
                : String.format(
                        " It should have %d %s and has %d.",
                        expected.size(), expected.size() == 1 ? "row" : "rows", actual.size());
    }

    private static List<List<String>> present(
            String what, List<List<String>> expected, @Nullable List<List<String>> actual, String hint) {
        if (actual == null) {
            throw new Mismatch(
                    String.format("%s: expected %d rows but was null. %s", what, expected.size(), hint), hint);
        }
        return actual;
    }

    private static void require(boolean holds, String format, String hint, Object... values) {
        if (!holds) {
            throw new Mismatch((String.format(format, values) + " " + hint).strip(), hint);
        }
    }
}
