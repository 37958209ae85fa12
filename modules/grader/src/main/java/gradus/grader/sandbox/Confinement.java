package gradus.grader.sandbox;

/** How a learner's code is kept from the machine. */
public enum Confinement {
    /** By the limits of its process alone: for one's own code, or where the caller trusts every submission. */
    PLAIN,
    /** By the sandbox too. Where there is none, nothing runs. */
    SANDBOXED
}
