package gradus.classroom;

/** Something that the instructor has to mend. The message names what is wrong, the rule, and the way out. */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
