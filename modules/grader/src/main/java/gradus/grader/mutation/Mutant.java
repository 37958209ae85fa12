package gradus.grader.mutation;

import java.util.List;

/**
 * A small change of the reference in one of the learner's parts.
 *
 * @param file name of the source
 * @param line number of its line, from 1
 * @param text that line, without the blanks around it
 * @param operator short name of the mutation operator, such as {@code conditionals-boundary}
 * @param change what was changed, such as {@code replaced > by >=}
 * @param reachedBy ids of the checks that run the line
 * @param fate what became of it
 */
public record Mutant(
        String file, int line, String text, String operator, String change, List<String> reachedBy, Fate fate) {
    Mutant with(Fate other) {
        return new Mutant(file, line, text, operator, change, reachedBy, other);
    }
}
