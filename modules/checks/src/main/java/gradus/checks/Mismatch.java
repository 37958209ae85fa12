package gradus.checks;

import org.opentest4j.AssertionFailedError;

/** A failed comparison, with the words that its author put there for whoever got it wrong. */
public final class Mismatch extends AssertionFailedError {
    private static final long serialVersionUID = 1;

    private final String hint;

    Mismatch(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    Mismatch(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** The author's words alone, without values. */
    public String hint() {
        return hint;
    }
}
