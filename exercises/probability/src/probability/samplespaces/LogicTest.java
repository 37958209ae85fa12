package probability.samplespaces;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LogicTest {
    private static final Set<String> A = Set.of("ant", "bee", "cat");
    private static final Set<String> B = Set.of("cat", "dog");

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("union has what is in one of two sets, or in both")
    void unions() {
        assertEquals(
                Set.of("ant", "bee", "cat", "dog"),
                Sets.union(A, B),
                "union({ant, bee, cat}, {cat, dog}): or means one, the other, or both.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("intersection has what is in both")
    void intersections() {
        assertEquals(Set.of("cat"), Sets.intersection(A, B), "intersection({ant, bee, cat}, {cat, dog}).");
        assertEquals(Set.of(), Sets.intersection(B, Set.of("ant")), "Sets with nothing in common have an empty one.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("complement has everything else")
    void complements() {
        assertEquals(
                Set.of("dog", "elk"),
                Sets.complement(Set.of("ant", "bee", "cat", "dog", "elk"), A),
                "complement({ant, …, elk}, {ant, bee, cat}): what is in the whole and not in the set.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("truthTable tries every case, in the order of binary numbers")
    void tables() {
        assertRows(
                "truthTable(2, v -> v[0] && !v[1])",
                List.of(List.of("F", "F", "F"), List.of("F", "T", "F"), List.of("T", "F", "T"), List.of("T", "T", "F")),
                letters(Logic.truthTable(2, v -> v[0] && !v[1])),
                "The last variable changes fastest; the value stands behind the variables.");
        assertRows(
                "truthTable(3, v -> v[0] ? v[1] : v[2])",
                List.of(
                        List.of("F", "F", "F", "F"),
                        List.of("F", "F", "T", "T"),
                        List.of("F", "T", "F", "F"),
                        List.of("F", "T", "T", "T"),
                        List.of("T", "F", "F", "F"),
                        List.of("T", "F", "T", "F"),
                        List.of("T", "T", "F", "T"),
                        List.of("T", "T", "T", "T")),
                letters(Logic.truthTable(3, v -> v[0] ? v[1] : v[2])),
                "Three variables have 8 cases.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("De Morgan's laws hold in every case")
    void deMorgan() {
        assertTrue(
                Logic.areEquivalent(2, v -> !(v[0] || v[1]), v -> !v[0] && !v[1]),
                "areEquivalent(not (a or b), not a and not b): they are equal in all four cases.");
        assertTrue(
                Logic.areEquivalent(3, v -> !(v[0] && v[1] && v[2]), v -> !v[0] || !v[1] || !v[2]),
                "areEquivalent(not (a and b and c), not a or not b or not c): they are equal in all eight cases.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("one case that differs is enough")
    void oneCaseDiffers() {
        assertFalse(
                Logic.areEquivalent(2, v -> v[0] || v[1], v -> v[0] != v[1]),
                "areEquivalent(a or b, either a or b): they differ where both are true.");
        assertFalse(
                Logic.areEquivalent(2, v -> !(v[0] || v[1]), v -> !v[0] || !v[1]),
                "areEquivalent(not (a or b), not a or not b): they differ where one is true.");
        assertFalse(
                Logic.areEquivalent(2, v -> v[0] || v[1], v -> v[0] || v[1] || !(v[0] || v[1])),
                "areEquivalent(a or b, true): they differ where both are false.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("nVariables must be in [1, 16], but was 0", () -> Logic.truthTable(0, v -> true));
        assertRefused("nVariables must be in [1, 16], but was 17", () -> Logic.truthTable(17, v -> true));
    }

    static @Nullable List<List<String>> letters(boolean @Nullable [] @Nullable [] table) {
        if (table == null) {
            return null;
        }
        List<List<String>> rows = new ArrayList<>();
        for (boolean @Nullable [] row : table) {
            List<String> letters = new ArrayList<>();
            for (boolean value : row == null ? new boolean[0] : row) {
                letters.add(value ? "T" : "F");
            }
            rows.add(letters);
        }
        return rows;
    }
}
