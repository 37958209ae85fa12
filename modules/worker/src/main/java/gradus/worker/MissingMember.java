package gradus.worker;

/** A check called something that the learner's classes do not have. */
public final class MissingMember extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MissingMember(String message) {
        super(message);
    }
}
