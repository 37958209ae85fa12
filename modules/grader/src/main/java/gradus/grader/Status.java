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
    /** The lab's own fault. */
    ERROR;

    /** The word for it in terminal and JSON, such as {@code not-attempted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
