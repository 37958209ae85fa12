package gradus.grader.source;

/** A line of a file with a caret under one column, cut where the line is long. */
final class Excerpt {
    private static final String MARGIN = "    ";
    private static final String CUT = "… ";
    private static final int WIDTH = 72;

    private Excerpt() {}

    /** @param column from 1, at most one behind the end of the line */
    static String of(String line, int column) {
        String shown = Printable.line(line).stripTrailing();
        int indentation = Math.min(shown.length() - shown.stripLeading().length(), column - 1);
        int caret = column - 1 - indentation;
        String code = shown.substring(Math.min(indentation, shown.length()));
        if (code.length() > WIDTH) {
            int from = Math.max(0, Math.min(caret - WIDTH / 2, code.length() - WIDTH));
            int to = Math.min(code.length(), from + WIDTH);
            String before = from > 0 ? CUT : "";
            caret += before.length() - from;
            code = before + code.substring(from, to) + (to < code.length() ? " …" : "");
        }
        return MARGIN + code + "\n" + MARGIN + " ".repeat(caret) + "^";
    }
}
