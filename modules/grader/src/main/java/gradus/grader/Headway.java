package gradus.grader;

/** Is told how far a run is. */
@FunctionalInterface
public interface Headway {
    /** Nobody listens. */
    Headway UNHEARD = (done, total, what) -> {};

    /**
     * Where a long check is.
     *
     * @param done steps that are done
     * @param total steps in all, at least 1
     * @param what what is being done, in a few words
     */
    void at(int done, int total, String what);

    /** A check came to its end. How it is told may still change: a check may turn out to wait for another one. */
    default void finished(CheckResult check) {}
}
