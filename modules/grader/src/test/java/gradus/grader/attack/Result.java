package gradus.grader.attack;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came of an attack.
 *
 * @param points points earned; what it hands in deserves none
 * @param stoppedBy what stopped it, in words
 */
record Result(Attack attack, Defence defence, int points, Set<Harm> harm, String stoppedBy) {
    /** Harm that should not have come of it. */
    Set<Harm> unexpected() {
        Set<Harm> unexpected = new TreeSet<>(harm);
        unexpected.removeAll(attack.expected(defence));
        return unexpected;
    }

    boolean isUnearned() {
        return points > 0 && !attack.mayGain(defence);
    }

    String harmInWords() {
        return harm.isEmpty()
                ? "none"
                : new TreeSet<>(harm).stream().map(Harm::word).collect(Collectors.joining(", "));
    }

    /** Points, harm and what stopped it. */
    String inWords() {
        return points + " points, harm: " + harmInWords() + "; " + stoppedBy;
    }
}
