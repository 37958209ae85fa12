package gradus.classroom.intake;

import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.util.List;
import java.util.regex.Pattern;

/** Tells a text that is the reference's, but for comments and blanks. The repository is public, so it can be had. */
final class Resemblance {
    /** A text, a character or a comment: what looks like a comment inside a text is none. */
    private static final Pattern PARTS = Pattern.compile(
            "(\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+')|//[^\\n]*+|/\\*[\\s\\S]*?\\*/|\\s++");

    private Resemblance() {}

    /** Whether every file that the room asks for is there, and is the reference's. */
    static boolean isReference(Room room, List<Source> sources) {
        List<Source> reference = RoomClasses.read(room, room.sources());
        return sources.size() == reference.size()
                && reference.stream()
                        .allMatch(wanted -> sources.stream()
                                .anyMatch(found -> found.fileName().equals(wanted.fileName())
                                        && plain(found).equals(plain(wanted))));
    }

    private static String plain(Source source) {
        return PARTS.matcher(source.text()).replaceAll(part -> part.group(1) == null ? "" : "$1");
    }
}
