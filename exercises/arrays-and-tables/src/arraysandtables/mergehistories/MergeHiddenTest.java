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
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javabasics.graphtraversal.Edge;
import javabasics.graphtraversal.Graph;
import org.junit.jupiter.api.DisplayName;

class MergeHiddenTest {
    private static final int DRAWS = 12;

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("in any history, bases are common ancestors of which no other one is a descendant")
    void basesOfAnyHistory(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            int n = 14;
            boolean[][] isAncestor = new boolean[n][n];
            List<Edge<String>> edges = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                isAncestor[i][i] = true;
                for (int parent = Math.max(0, i - 5); parent < i; parent++) {
                    if (random.nextInt(3) == 0) {
                        edges.add(Edge.of("v" + i, "v" + parent));
                        for (int k = 0; k < n; k++) {
                            isAncestor[i][k] |= isAncestor[parent][k];
                        }
                    }
                }
            }
            Graph<String> history =
                    Graph.directed(IntStream.range(0, n).mapToObj(i -> "v" + i).toList(), edges);
            Set<String> expected = new TreeSet<>();
            for (int k = 0; k < n; k++) {
                boolean isBase = isAncestor[n - 1][k] && isAncestor[n - 2][k];
                for (int other = k + 1; other < n; other++) {
                    isBase &= !(isAncestor[n - 1][other] && isAncestor[n - 2][other] && isAncestor[other][k]);
                }
                if (isBase) {
                    expected.add("v" + k);
                }
            }
            assertEquals(expected, Merge.mergeBases(history, "v" + (n - 1), "v" + (n - 2)), "merge bases.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("in any two texts, no longer list of shared lines can be found")
    void longestOfAnyTexts(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<String> left = letters(random);
            List<String> right = letters(random);

            assertEquals(longest(left, right), Merge.matches(left, right).size(), "number of matches.");
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("changes apart from one another are merged alike from both sides, with every change in place")
    void disjointChangesOfAnyText(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<String> base =
                    IntStream.range(0, 20).mapToObj(i -> "line " + i).toList();
            List<String> ours = new ArrayList<>();
            List<String> theirs = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < base.size(); i++) {
                String line = base.get(i);
                // Every second line stays, so that no two changes touch.
                int change = i % 2 == 0 ? 0 : random.nextInt(5);
                List<String> changed = change < 3 ? List.of("new " + i) : List.of();
                ours.addAll(change == 1 || change == 3 ? changed : List.of(line));
                theirs.addAll(change == 2 || change == 4 ? changed : List.of(line));
                expected.addAll(change == 0 ? List.of(line) : changed);
            }
            assertEquals(new Merged(expected, 0), Merge.threeWayMerge(base, ours, theirs), "merge.");
            assertEquals(new Merged(expected, 0), Merge.threeWayMerge(base, theirs, ours), "merge, sides exchanged.");
        }
    }

    private static List<String> letters(RandomGenerator random) {
        return IntStream.range(0, random.nextInt(12, 25))
                .mapToObj(i -> List.of("w", "x", "y", "z").get(random.nextInt(4)))
                .toList();
    }

    /** By the beginnings of both texts. */
    private static int longest(List<String> left, List<String> right) {
        int[][] longest = new int[left.size() + 1][right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            for (int j = 1; j <= right.size(); j++) {
                int skip = Math.max(longest[i - 1][j], longest[i][j - 1]);
                boolean isEqual = left.get(i - 1).equals(right.get(j - 1));
                longest[i][j] = Math.max(skip, isEqual ? longest[i - 1][j - 1] + 1 : 0);
            }
        }
        return longest[left.size()][right.size()];
    }
}
