package gradus.grader.mutation;

/**
 * A mutant as PIT reports it.
 *
 * @param location class, method, instructions and operator, as PIT writes them into the details of exported mutants
 * @param block the piece of the method that it is in, as PIT's report of coverage names it
 */
record Found(
        String className,
        String file,
        int line,
        String mutator,
        String description,
        String location,
        String block,
        String status) {
    /** Whether something can run that is not the reference. */
    boolean isViable() {
        return !status.equals("NON_VIABLE");
    }

    boolean survived() {
        return status.equals("SURVIVED") || status.equals("NO_COVERAGE");
    }

    /** Whether the process broke off or had no test to run; PIT does not tell which. */
    boolean brokeOff() {
        return status.equals("RUN_ERROR");
    }
}
