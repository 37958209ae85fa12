package probability.samplespaces;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The three operations that events are made of: or, and, not.
 *
 * <p>Each makes a new set, with its elements in the order in which they were met.
 *
 * <p>Source: K. H. Rosen, <i>Discrete Mathematics and Its Applications</i>, 8th ed., McGraw-Hill 2019, §2.2.
 */
public final class Sets {
    private Sets() {}

    /** What is in A, in B, or in both. */
    public static Set<String> union(Set<String> a, Set<String> b) {
        // begin solution: a copy of one set, and the other added
        Set<String> result = new LinkedHashSet<>(a);
        result.addAll(b);
        return result;
        // end solution
    }

    /** What is in A and in B. */
    public static Set<String> intersection(Set<String> a, Set<String> b) {
        // begin solution: a copy of one set, of which what is in the other stays
        Set<String> result = new LinkedHashSet<>(a);
        result.retainAll(b);
        return result;
        // end solution
    }

    /**
     * What is in the whole and not in A.
     *
     * @param whole everything there is
     * @param a a part of it
     */
    public static Set<String> complement(Set<String> whole, Set<String> a) {
        // begin solution: a copy of the whole, without what is in a
        Set<String> result = new LinkedHashSet<>(whole);
        result.removeAll(a);
        return result;
        // end solution
    }
}
