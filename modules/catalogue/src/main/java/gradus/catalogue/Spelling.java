package gradus.catalogue;

import java.util.List;
import java.util.Locale;

/** Guesses what was meant by a misspelt name. */
public final class Spelling {
    private static final int MAX_GUESSES = 3;

    private Spelling() {}

    /**
     * The names that are nearest, at most three; none if nothing is near. A name whose words hold the other is one off.
     */
    public static List<String> nearest(String typed, List<String> names) {
        String meant = typed.strip().toLowerCase(Locale.ROOT);
        int near = Math.max(1, meant.length() / 3);
        int best = names.stream().mapToInt(name -> distance(meant, name)).min().orElse(near + 1);
        return best > near
                ? List.of()
                : names.stream()
                        .filter(name -> distance(meant, name) == best)
                        .limit(MAX_GUESSES)
                        .toList();
    }

    private static int distance(String typed, String name) {
        boolean part = hasWords(name, typed) || hasWords(typed, name);
        return part && !typed.equals(name) ? 1 : edits(typed, name);
    }

    private static boolean hasWords(String id, String words) {
        return ("-" + id + "-").contains("-" + words + "-");
    }

    /** Insertions, deletions, changes and swaps of neighbours that turn one word into another. */
    private static int edits(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(edits[i - 1][j - 1] + change, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swap) {
                    edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
