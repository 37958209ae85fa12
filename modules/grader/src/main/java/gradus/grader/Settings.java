package gradus.grader;

/**
 * How a room is graded.
 *
 * @param seed what randomised checks draw from
 * @param full whether checks that take minutes run too
 * @param headway is told how far a long check is
 */
public record Settings(long seed, boolean full, Headway headway) {
    /** Grades without the checks that take minutes. */
    public static Settings quick(long seed) {
        return new Settings(seed, false, Headway.UNHEARD);
    }
}
