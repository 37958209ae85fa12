package arraysandtables.mergehistories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javabasics.graphtraversal.Graph;

/**
 * Brings together what two people made of the same text.
 *
 * <p>Source: S. Khanna, K. Kunal and B. C. Pierce, <i>A Formal Investigation of Diff3</i>, FSTTCS 2007; on common
 * subsequences: T. H. Cormen et al., <i>Introduction to Algorithms</i>, 4th ed., MIT Press 2022, §14.4.
 */
public final class Merge {
    static final String OURS = "<<<<<<< ours";
    static final String BETWEEN = "=======";
    static final String THEIRS = ">>>>>>> theirs";

    private Merge() {}

    /**
     * The newest versions that two versions have in common: of all common ancestors those that are no ancestor of
     * another one. A version is its own ancestor.
     *
     * @param history edges lead from a version to its parents
     * @return usually one; none if the histories have nothing in common; two and more after merges crosswise
     */
    public static Set<String> mergeBases(Graph<String> history, String ours, String theirs) {
        // begin solution: what can be reached from both, without what can be reached from another of these
        Set<String> common = new HashSet<>(history.bfsDistances(ours).keySet());
        common.retainAll(history.bfsDistances(theirs).keySet());
        Set<String> bases = new HashSet<>(common);
        for (String version : common) {
            for (String parent : history.neighbours(version)) {
                bases.remove(parent);
            }
        }
        return bases;
        // end solution
    }

    /**
     * A longest list of lines that two texts share in the same order.
     *
     * @return in rising order of both indices
     */
    public static List<Match> matches(List<String> left, List<String> right) {
        // begin solution: fill a table from the end: the longest list for what is left of both texts; then walk through
        // it
        int[][] longest = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                longest[i][j] = left.get(i).equals(right.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<Match> matches = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (left.get(i).equals(right.get(j))) {
                matches.add(new Match(i++, j++));
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return matches;
        // end solution
    }

    /**
     * Merges two texts that were made of a third. Lines of the base that are in both texts part them into pieces. A
     * piece that one side left alone is taken from the other one; if both made the same of it, it is that; else both
     * stand there, between the lines {@code <<<<<<< ours}, {@code =======} and {@code >>>>>>> theirs}.
     *
     * @param base what both were made of
     */
    public static Merged threeWayMerge(List<String> base, List<String> ours, List<String> theirs) {
        int[] inOurs = places(base, ours);
        int[] inTheirs = places(base, theirs);
        // begin solution: from one line that is in all three to the next: merge what is between, then take the line
        List<String> lines = new ArrayList<>();
        int nConflicts = 0;
        int b = 0;
        int o = 0;
        int t = 0;
        for (int k = 0; k <= base.size(); k++) {
            boolean isEnd = k == base.size();
            if (!isEnd && (inOurs[k] < 0 || inTheirs[k] < 0)) {
                continue;
            }
            int nextO = isEnd ? ours.size() : inOurs[k];
            int nextT = isEnd ? theirs.size() : inTheirs[k];
            nConflicts += piece(base.subList(b, k), ours.subList(o, nextO), theirs.subList(t, nextT), lines) ? 1 : 0;
            if (!isEnd) {
                lines.add(base.get(k));
            }
            b = k + 1;
            o = nextO + 1;
            t = nextT + 1;
        }
        return new Merged(lines, nConflicts);
        // end solution
    }

    /** For each line of the base where it is in another text; -1 where it is not. */
    private static int[] places(List<String> base, List<String> other) {
        int[] places = new int[base.size()];
        Arrays.fill(places, -1);
        matches(base, other).forEach(match -> places[match.left()] = match.right());
        return places;
    }

    // begin solution: a helper that adds a merged piece to lines, and says whether it is a conflict
    private static boolean piece(List<String> base, List<String> ours, List<String> theirs, List<String> lines) {
        if (ours.equals(base) || ours.equals(theirs)) {
            lines.addAll(theirs);
            return false;
        }
        if (theirs.equals(base)) {
            lines.addAll(ours);
            return false;
        }
        lines.add(OURS);
        lines.addAll(ours);
        lines.add(BETWEEN);
        lines.addAll(theirs);
        lines.add(THEIRS);
        return true;
    }
    // end solution
}
