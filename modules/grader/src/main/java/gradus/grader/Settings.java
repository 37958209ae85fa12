package gradus.grader;

import gradus.grader.sandbox.Confinement;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a room is graded.
 *
 * @param seed what randomised checks draw from
 * @param full whether checks that take minutes run too
 * @param headway is told how far a long check is
 * @param binding whether a submission that the verifier refuses is not run, as in class runs; a learner's own is run
 *     all the same, with a warning
 * @param confinement how the learner's code is kept from this machine; sandboxed for the code of others
 */
public record Settings(long seed, boolean full, Headway headway, boolean binding, Confinement confinement) {
    private static final int SEEDS = 1_000_000;

    /** A seed for somebody who named none: short enough to be typed. */
    public static long newSeed() {
        return ThreadLocalRandom.current().nextInt(SEEDS);
    }

    /** A learner's own run. */
    public Settings(long seed, boolean full, Headway headway) {
        this(seed, full, headway, false, Confinement.PLAIN);
    }

    /** Grades without the checks that take minutes. */
    public static Settings quick(long seed) {
        return new Settings(seed, false, Headway.UNHEARD);
    }

    /** The same, but what is refused is not run, and prerequisites are the references. */
    public Settings bound() {
        return new Settings(seed, full, headway, true, confinement);
    }

    /** The same, but confined so. */
    public Settings confined(Confinement other) {
        return new Settings(seed, full, headway, binding, other);
    }
}
