package gradus.grader;

import gradus.catalogue.Mistake;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a submission looks like.
 *
 * @param either one mistake, or several that cannot be told apart
 * @param checks ids of the failed checks that it explains
 */
public record Recognised(List<Mistake> either, Set<String> checks) {
    /** One sentence, then what the authors of the mistakes say. */
    public String inWords() {
        String titles = either.stream().map(Mistake::title).collect(Collectors.joining(", or "));
        String says = either.stream().map(Mistake::says).collect(Collectors.joining(" Or: "));
        return "This is what code gives that " + (either.size() > 1 ? "either " : "") + titles + ". " + says;
    }

    boolean explainsMoreThan(Recognised other) {
        return checks.size() > other.checks.size() && checks.containsAll(other.checks);
    }
}
