package gradus.grader.source;

/**
 * One message of the compiler.
 *
 * @param file file name without folders
 * @param line line from 1, or 0 where the compiler gave none
 * @param column column from 1, or 0
 * @param text the source line
 * @param message the compiler's words
 */
public record Problem(String file, long line, long column, String text, String message) {
    /** The message with its place, the line itself and a caret under the column. */
    public String inWords() {
        if (line <= 0) {
            return file + ": " + message;
        }
        String shown = text.replace('\t', ' ');
        String caret = column > 0 && column <= shown.length() + 1 ? "\n    " + " ".repeat((int) column - 1) + "^" : "";
        return file + ":" + line + ": " + message + "\n    " + shown + caret;
    }
}
