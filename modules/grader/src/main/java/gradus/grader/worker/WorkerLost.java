package gradus.grader.worker;

import java.util.List;

/** The worker is gone. Thrown in the check that was using it. */
public final class WorkerLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Incident incident;
    private final transient List<List<StackTraceElement>> stacks;

    /** A loss of which nobody knows where the learner's code was. */
    public WorkerLost(Incident incident, String message) {
        this(incident, message, List.of());
    }

    /** @param stacks where the learner's code was: stacks of one thread, a little apart, or of several threads */
    public WorkerLost(Incident incident, String message, List<List<StackTraceElement>> stacks) {
        super(message);
        this.incident = incident;
        this.stacks = stacks;
    }

    public Incident incident() {
        return incident;
    }

    public List<List<StackTraceElement>> stacks() {
        return stacks;
    }
}
