package gradus.cli;

/** The command was used wrongly: exit code 2. The message says what to do instead. */
public final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Usage(String message) {
        super(message);
    }
}
