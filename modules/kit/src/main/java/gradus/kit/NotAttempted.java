package gradus.kit;

/** Thrown by a starter where the learner's own lines belong. */
public final class NotAttempted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAttempted() {
        super("not attempted yet");
    }
}
