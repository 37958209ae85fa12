package gradus.classroom.intake;

import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a text that is another's, but for comments and blanks. The reference is one that everybody can have: the
 * repository is public.
 */
public final class Resemblance {
    /** A text, a character or a comment: what looks like a comment inside a text is none. */
    private static final Pattern PARTS = Pattern.compile(
            "(\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')|//[^\\n]*+|/\\*[\\s\\S]*?\\*/|\\s++");

    private Resemblance() {}

    /** Whether every file that the room asks for is there, and is the reference's. */
    public static boolean isReference(Room room, List<Source> sources) {
        return isSame(RoomClasses.read(room, room.sources()), sources);
    }

    /** Whether two works have the same files, but for comments and blanks. */
    public static boolean isSame(List<Source> one, List<Source> other) {
        return other.size() == one.size()
                && one.stream()
                        .allMatch(wanted -> other.stream()
                                .anyMatch(found -> found.fileName().equals(wanted.fileName())
                                        && plain(found).equals(plain(wanted))));
    }

    private static String plain(Source source) {
        return PARTS.matcher(source.text()).replaceAll(part -> part.group(1) == null ? "" : "$1");
    }
}
