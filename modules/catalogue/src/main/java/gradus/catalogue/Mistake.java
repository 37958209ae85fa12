package gradus.catalogue;

import java.util.List;

/**
 * A wrong variant of a room's reference: something people really do.
 *
 * @param file name of the source that is changed
 * @param replace the text of that source that goes
 * @param with the text that comes in its place, possibly empty
 * @param fails names of the checks that must fail
 * @param says what the learner is told
 */
public record Mistake(
        String id, String title, String file, String replace, String with, List<String> fails, String says) {

    /** The text of a source of the room with this mistake in it; other sources stay as they are. */
    public String in(String fileName, String text) {
        return fileName.equals(file) ? text.replace(replace, with) : text;
    }
}
