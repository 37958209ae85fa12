package gradus.grader.source;

import java.util.List;
import java.util.Map;

/**
 * What came of compiling once.
 *
 * @param files class files by binary name, empty where there are faults
 * @param faults errors only; those of text that is no Java in the order of the text
 * @param isJava whether all text is Java, as far as one can say without knowing what names mean
 */
record Attempt(Map<String, byte[]> files, List<Fault> faults, boolean isJava) {
    static Attempt done(Map<String, byte[]> files) {
        return new Attempt(files, List.of(), true);
    }

    static Attempt notJava(List<Fault> faults) {
        return new Attempt(Map.of(), faults, false);
    }

    static Attempt failed(List<Fault> faults) {
        return new Attempt(Map.of(), faults, true);
    }
}
