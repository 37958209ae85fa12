package gradus.cli;

/** Exit codes of the command line. */
final class ExitCode {
    /** All points, or nothing to complain about. */
    static final int OK = 0;
    /** Not all points, or something to mend. */
    static final int NOT_ALL = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** The lab's own fault. */
    static final int FAULT = 70;

    private ExitCode() {}
}
