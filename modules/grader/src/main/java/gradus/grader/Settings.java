package gradus.grader;

import gradus.grader.sandbox.Confinement;

/**
 * How a room is graded.
 *
 * @param seed what randomised checks draw from
 * @param full whether checks that take minutes run too
 * @param headway is told how far a long check is
 * @param confinement how the learner's code is kept from this machine; sandboxed for the code of others
 */
public record Settings(long seed, boolean full, Headway headway, Confinement confinement) {
    /** Grades a learner's own code. */
    public Settings(long seed, boolean full, Headway headway) {
        this(seed, full, headway, Confinement.PLAIN);
    }

    /** Grades a learner's own code without the checks that take minutes. */
    public static Settings quick(long seed) {
        return new Settings(seed, false, Headway.UNHEARD);
    }

    /** The same, but confined so. */
    public Settings confined(Confinement other) {
        return new Settings(seed, full, headway, other);
    }
}
