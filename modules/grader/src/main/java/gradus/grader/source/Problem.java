package gradus.grader.source;

/**
 * One error that the compiler found.
 *
 * @param file file name without folders
 * @param line line from 1, or 0 where the compiler gave none
 * @param column column from 1, or 0; a tab is one column
 * @param excerpt the line and, below it, a caret under the column; empty where there is no line
 * @param message what is wrong, in words for a beginner where the error is a common one, else in the compiler's
 * @param part the part of the file that could be taken out for it, such as {@code Pca.fit(double[][], int)}, or empty
 */
public record Problem(String file, int line, int column, String excerpt, String message, String part) {
    static Problem of(Source source, int offset, String message, String part) {
        String words = Printable.words(message);
        if (offset < 0) {
            return new Problem(source.fileName(), 0, 0, "", words, part);
        }
        Lines lines = new Lines(source.text());
        int place = Math.min(offset, source.text().length());
        int line = lines.number(place);
        int column = Math.min(lines.column(place), lines.line(line).length() + 1);
        return new Problem(source.fileName(), line, column, Excerpt.of(lines.line(line), column), words, part);
    }

    /** The message with its place. */
    public String heading() {
        return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
    }

    /** The message with its place, the line itself and a caret under the column. */
    public String inWords() {
        return excerpt.isEmpty() ? heading() : heading() + "\n" + excerpt;
    }
}
