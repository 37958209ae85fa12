package gradus.grader.author;

import gradus.catalogue.Mistake;
import gradus.grader.source.Source;
import java.util.List;
import java.util.function.BiConsumer;

/** Puts mistakes into references. */
public final class Mistakes {
    private Mistakes() {}

    /**
     * The reference with a mistake in it.
     *
     * @param problem takes a rule and words where the mistake does not fit the reference
     */
    static List<Source> apply(Mistake mistake, List<Source> reference, BiConsumer<String, String> problem) {
        Source source = reference.stream()
                .filter(candidate -> candidate.fileName().equals(mistake.file()))
                .findFirst()
                .orElse(null);
        if (source == null) {
            problem.accept(
                    "mistake-replaces", mistake.id() + " names " + mistake.file() + ", which is no file of the room.");
            return reference;
        }
        int first = source.text().indexOf(mistake.replace());
        if (first < 0 || source.text().indexOf(mistake.replace(), first + 1) >= 0) {
            problem.accept(
                    "mistake-replaces",
                    mistake.id() + " replaces text that stands " + (first < 0 ? "nowhere" : "more than once") + " in "
                            + mistake.file() + ".");
            return reference;
        }
        return apply(mistake, reference);
    }

    /** The reference with a mistake in it that is known to fit. */
    public static List<Source> apply(Mistake mistake, List<Source> reference) {
        return reference.stream()
                .map(source -> new Source(source.path(), mistake.in(source.fileName(), source.text())))
                .toList();
    }
}
