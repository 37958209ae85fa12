package gradus.jupyter;

import gradus.grader.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a notebook hands in for a room. */
public sealed interface Handed {
    /** Where it comes from, such as {@code In [3]}. */
    String name();

    /**
     * Cells whose text is known.
     *
     * @param graded the room's files, each line where it is in its cell
     * @param kept the same as files that stand alone
     * @param places rewrites places in files as places in cells
     */
    record Cells(String name, List<Source> graded, List<Source> kept, UnaryOperator<String> places) implements Handed {}

    /**
     * Classes whose text is not known.
     *
     * @param files class files by binary name, as if they were compiled from files of the room
     */
    record Classes(String name, Map<String, byte[]> files) implements Handed {}

    /** The file to name in messages. */
    default Path file() {
        return Path.of(name());
    }
}
