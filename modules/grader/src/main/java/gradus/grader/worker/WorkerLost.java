package gradus.grader.worker;

/** The worker is gone. Thrown in the check that was using it. */
public final class WorkerLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Incident incident;

    public WorkerLost(Incident incident, String message) {
        super(message);
        this.incident = incident;
    }

    public Incident incident() {
        return incident;
    }
}
