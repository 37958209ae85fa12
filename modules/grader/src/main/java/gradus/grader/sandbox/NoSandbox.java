package gradus.grader.sandbox;

/** A sandbox was asked for, and this machine has none. */
public final class NoSandbox extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoSandbox(Sandbox.Absent absent) {
        super("Submissions were to run in a sandbox, and this machine has none: " + absent.reason() + ". "
                + absent.wayOut() + " Nothing was run.");
    }
}
