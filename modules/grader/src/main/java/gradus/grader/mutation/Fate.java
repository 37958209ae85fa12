package gradus.grader.mutation;

/** What became of a mutant. */
public enum Fate {
    /** A check failed. */
    KILLED,
    /** All checks passed. */
    SURVIVED,
    /** All checks passed, and mutants.yaml says why none can fail. */
    EQUIVALENT
}
