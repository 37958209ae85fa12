package gradus.worker;

/** Thrown in place of a part of the learner's file that does not compile. The message is the part's name. */
public final class DoesNotCompile extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DoesNotCompile(String part) {
        super(part);
    }
}
