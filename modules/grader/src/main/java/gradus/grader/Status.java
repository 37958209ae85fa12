package gradus.grader;

import java.util.Locale;

/** What became of one check. */
public enum Status {
    PASSED,
    FAILED,
    NOT_ATTEMPTED,
    DOES_NOT_COMPILE,
    SURFACE_DIFFERS,
    WAITING,
    NO_DATA,
    /** Compares with the reference, which a learners' pack does not hold. */
    WHEN_GRADED,
    /** The lab's own fault. */
    ERROR;

    /** Whether its points are among those that could be earned. */
    public boolean counts() {
        return this != NO_DATA && this != WHEN_GRADED;
    }

    /** The word for it in terminal and JSON, such as {@code not-attempted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
