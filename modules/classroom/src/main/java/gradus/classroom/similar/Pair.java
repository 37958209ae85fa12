package gradus.classroom.similar;

import java.util.Comparator;
import java.util.List;

/**
 * Two works that were compared, by their numbers.
 *
 * @param first smaller than second
 * @param similarity how much of both is alike, in percent
 * @param matches where; none where nobody looks at it
 */
record Pair(int first, int second, double similarity, List<Match> matches) {
    /** The most alike first. */
    static final Comparator<Pair> MOST_ALIKE = Comparator.comparingDouble((Pair pair) -> -pair.similarity())
            .thenComparing(Pair::first)
            .thenComparing(Pair::second);
}
