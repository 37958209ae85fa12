package gradus.grader.worker;

/** What may happen to the worker during a check. */
public enum Incident {
    NONE,
    OUT_OF_MEMORY,
    TIMED_OUT,
    CRASHED
}
