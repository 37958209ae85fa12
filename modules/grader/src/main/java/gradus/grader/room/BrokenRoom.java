package gradus.grader.room;

/** A room of the lab that cannot be used: its author's fault, not the learner's. */
public final class BrokenRoom extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenRoom(String message) {
        super(message);
    }
}
