package gradus.jupyter;

/** The lab could not do what a cell asked for. The message says why, and what to do instead. */
public final class LabError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LabError(String message) {
        super(message);
    }
}
