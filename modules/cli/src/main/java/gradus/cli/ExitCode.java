package gradus.cli;

/** Exit codes of the command line. */
public final class ExitCode {
    /** All points, or nothing to complain about. */
    public static final int OK = 0;
    /** Not all points, or something to mend. */
    public static final int NOT_ALL = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** The lab's own fault. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
