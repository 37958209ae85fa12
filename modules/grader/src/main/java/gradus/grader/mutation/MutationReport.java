package gradus.grader.mutation;

import java.util.List;

/**
 * The result of {@code gradus dev mutate} for one room.
 *
 * @param mutants all of them, in the order of the source
 * @param withoutData ids of checks that could not run, because their data are absent
 * @param problems the rules that the room breaks, in words
 */
public record MutationReport(
        String id, List<Mutant> mutants, List<String> withoutData, List<String> problems, double seconds) {
    public boolean isOk() {
        return problems.isEmpty();
    }

    /** How many mutants met a fate. */
    public long count(Fate fate) {
        return mutants.stream().filter(mutant -> mutant.fate() == fate).count();
    }

    /** The raw score: killed mutants in percent of all, equivalent ones included, rounded down. */
    public long score() {
        return mutants.isEmpty() ? 0 : 100 * count(Fate.KILLED) / mutants.size();
    }
}
