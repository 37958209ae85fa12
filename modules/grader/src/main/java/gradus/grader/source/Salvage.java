package gradus.grader.source;

import java.util.List;
import java.util.Map;

/** What of a learner's files can be graded. */
public sealed interface Salvage {
    /**
     * Files that compile, without the parts that did not.
     *
     * @param files class files by binary name
     * @param problems what does not compile, in source order; nothing where all compiles
     * @param reasons why a part is left out, by the name that its {@code gradus.worker.DoesNotCompile} carries
     * @param gone why a member is missing, by its name with that of its class, such as {@code fixtures.mean.Mean.of}
     */
    record Saved(
            Map<String, byte[]> files, List<Problem> problems, Map<String, Problem> reasons, Map<String, Problem> gone)
            implements Salvage {}

    /**
     * Files that do not compile, with an error that is not inside one part.
     *
     * @param why one sentence
     * @param problems what does not compile, the error that is in the way first
     */
    record Lost(String why, List<Problem> problems) implements Salvage {
        /** Files that the compiler cannot be asked about. */
        public static Lost because(List<Source> sources, String message) {
            Source first = sources.isEmpty() ? new Source("nothing.java", "") : sources.get(0);
            return new Lost(
                    "This cannot be compiled at all, so nothing could be graded:",
                    List.of(Problem.of(first, -1, message, "")));
        }
    }
}
