package gradus.grader.source;

import java.util.List;
import java.util.Map;

/** What came of compiling. */
public sealed interface Compilation {
    /** @param files class files by binary name */
    record Compiled(Map<String, byte[]> files) implements Compilation {}

    /** @param problems what the compiler said, errors only, in source order */
    record Broken(List<Problem> problems) implements Compilation {
        /** All problems in words, one after the other. */
        public String inWords() {
            return String.join("\n", problems.stream().map(Problem::inWords).toList());
        }
    }
}
