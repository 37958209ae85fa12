package gradus.grader.source;

/**
 * A Java file.
 *
 * @param path path below the source root, with slashes, such as {@code decompositions/pca/Pca.java}
 * @param text its text, without the byte order mark that some editors put before it
 */
public record Source(String path, String text) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public Source {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(BYTE_ORDER_MARK.length());
        }
    }

    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A line without its end, by its number from 1; empty if there is none. */
    public String line(int number) {
        Lines lines = new Lines(text);
        return number >= 1 && number <= lines.count() ? lines.line(number) : "";
    }

    /** Binary name of the file's main class. */
    public String className() {
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }
}
