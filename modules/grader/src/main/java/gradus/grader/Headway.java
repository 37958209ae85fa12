package gradus.grader;

/** Is told how far a long check is. */
@FunctionalInterface
public interface Headway {
    /** Nobody listens. */
    Headway UNHEARD = (done, total, what) -> {};

    /**
     * @param done steps that are done
     * @param total steps in all, at least 1
     * @param what what is being done, in a few words
     */
    void at(int done, int total, String what);
}
