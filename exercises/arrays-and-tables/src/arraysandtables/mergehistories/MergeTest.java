package arraysandtables.mergehistories;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javabasics.graphtraversal.Edge;
import javabasics.graphtraversal.Graph;
import org.junit.jupiter.api.DisplayName;

class MergeTest {
    private static final List<String> BASE = List.of("milk", "bread", "tea", "eggs", "salt", "rice");

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the merge base is the newest version that both have")
    void newestCommonVersion() {
        Graph<String> history = history("B>A", "C>B", "D>C", "E>C", "F>E", "G>B");

        assertEquals(
                Set.of("C"),
                Merge.mergeBases(history, "D", "F"),
                "merge bases of D and F, with A-B-C, then D, and E-F: A and"
                        + " B are common ancestors as well, but older ones.");
        assertEquals(Set.of("B"), Merge.mergeBases(history, "G", "F"), "merge bases of G, made of B, and F.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("a version that is an ancestor of the other one is the base itself")
    void anAncestorIsTheBase() {
        Graph<String> history = history("B>A", "C>B");

        assertEquals(Set.of("B"), Merge.mergeBases(history, "B", "C"), "merge bases of B and C, which was made of B.");
        assertEquals(Set.of("C"), Merge.mergeBases(history, "C", "C"), "merge bases of C and C.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("merges crosswise have two bases, strangers have none")
    void severalBasesOrNone() {
        Graph<String> crosswise = history("B>A", "C>A", "D>B", "D>C", "E>C", "E>B");

        assertEquals(
                Set.of("B", "C"),
                Merge.mergeBases(crosswise, "D", "E"),
                "merge bases of D and E, which both merge B and C: neither of these is older than the other.");
        assertEquals(Set.of(), Merge.mergeBases(history("B>A", "D>C"), "B", "D"), "merge bases of strangers.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the base is the newest by descent, not the nearest by steps")
    void newestByDescent() {
        Graph<String> history = history("B>A", "C>B", "D>C", "D>A", "E>C", "E>A");

        assertEquals(
                Set.of("C"),
                Merge.mergeBases(history, "D", "E"),
                "merge bases of D and E, which were made of C and of A: both are one step away, but A is an ancestor of C.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("matches finds as many lines in the same order as there can be")
    void findsTheLongest() {
        assertEquals(
                List.of(new Match(0, 0), new Match(2, 1), new Match(3, 3)),
                Merge.matches(List.of("a", "b", "c", "d"), List.of("a", "c", "x", "d")),
                "matches of a b c d and a c x d: a, c and d.");
        assertEquals(
                3,
                Merge.matches(List.of("d", "a", "b", "c"), List.of("a", "b", "c", "d"))
                        .size(),
                "number of matches of d a b c and a b c d: whoever takes d first gets stuck.");
        assertEquals(List.of(), Merge.matches(List.of("a"), List.of("b")), "matches of a and b.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a line is matched once, and matches never cross")
    void matchesRise() {
        assertRising(List.of("x", "x", "y", "x", "y"), List.of("y", "x", "y", "y", "x"), 3);
        assertRising(List.of("x", "x", "x"), List.of("x", "x"), 2);
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("changes in different places are all taken")
    void disjointChanges() {
        List<String> ours = List.of("milk", "oats", "tea", "eggs", "salt", "rice");
        List<String> theirs = List.of("milk", "bread", "tea", "eggs", "rice", "beans");
        Merged expected = new Merged(List.of("milk", "oats", "tea", "eggs", "rice", "beans"), 0);

        assertEquals(
                expected,
                Merge.threeWayMerge(BASE, ours, theirs),
                "merge of " + BASE + ", where we have oats for bread, and they no salt, but beans at the end.");
        assertEquals(expected, Merge.threeWayMerge(BASE, theirs, ours), "the same with the sides exchanged.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("what one side left alone is taken from the other, also where it took lines away")
    void oneSidedChanges() {
        List<String> shorter = List.of("bread", "tea", "rice");

        assertEquals(new Merged(shorter, 0), Merge.threeWayMerge(BASE, shorter, BASE), "merge where only we changed.");
        assertEquals(
                new Merged(shorter, 0), Merge.threeWayMerge(BASE, BASE, shorter), "merge where only they changed.");
        assertEquals(new Merged(BASE, 0), Merge.threeWayMerge(List.of(), BASE, List.of()), "merge where we began.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("where both made the same change there is no conflict")
    void equalChanges() {
        List<String> both = List.of("milk", "bread", "coffee", "eggs", "salt", "rice");

        assertEquals(
                new Merged(both, 0), Merge.threeWayMerge(BASE, both, both), "merge where both have coffee for tea.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("where both changed the same place, both stand there between markers")
    void conflictsAreMarked() {
        List<String> ours = List.of("milk", "bread", "coffee", "eggs", "salt", "rice");
        List<String> theirs = List.of("milk", "bread", "cocoa", "cream", "eggs", "salt", "rice", "beans");

        assertEquals(
                new Merged(
                        List.of(
                                "milk",
                                "bread",
                                "<<<<<<< ours",
                                "coffee",
                                "=======",
                                "cocoa",
                                "cream",
                                ">>>>>>> theirs",
                                "eggs",
                                "salt",
                                "rice",
                                "beans"),
                        1),
                Merge.threeWayMerge(BASE, ours, theirs),
                "merge of " + BASE + ", where we have coffee for tea, and they cocoa and cream, and beans at the end.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a line that one side changed and the other took away is a conflict")
    void changedAndTakenAway() {
        assertEquals(
                new Merged(List.of("a", "<<<<<<< ours", "B", "=======", ">>>>>>> theirs", "c"), 1),
                Merge.threeWayMerge(List.of("a", "b", "c"), List.of("a", "B", "c"), List.of("a", "c")),
                "merge of a b c, where we have B for b, and they took it away.");
    }

    private static void assertRising(List<String> left, List<String> right, int size) {
        List<Match> matches = Merge.matches(left, right);
        String what = "matches of " + left + " and " + right;
        assertEquals(size, matches.size(), "number of " + what + ".");
        for (Match match : matches) {
            assertEquals(left.get(match.left()), right.get(match.right()), what + ": the lines of " + match + ".");
        }
        List<Integer> lefts = matches.stream().map(Match::left).toList();
        List<Integer> rights = matches.stream().map(Match::right).toList();
        assertEquals(new ArrayList<>(new TreeSet<>(lefts)), lefts, what + ": left indices rise.");
        assertEquals(new ArrayList<>(new TreeSet<>(rights)), rights, what + ": right indices rise.");
    }

    /** A history of versions with names of one letter, {@code "B>A"} where B was made of A. */
    static Graph<String> history(String... edges) {
        TreeSet<String> versions = new TreeSet<>();
        List<Edge<String>> lines = new ArrayList<>();
        for (String edge : edges) {
            String from = edge.substring(0, 1);
            String to = edge.substring(2);
            versions.add(from);
            versions.add(to);
            lines.add(Edge.of(from, to));
        }
        return Graph.directed(List.copyOf(versions), lines);
    }
}
