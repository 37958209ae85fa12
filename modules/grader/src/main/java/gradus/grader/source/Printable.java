package gradus.grader.source;

/** Text of a learner as it can be shown: nothing in it moves the cursor or turns the direction of writing. */
public final class Printable {
    private static final String INSTEAD = "?";

    private Printable() {}

    /** A line; each character stays one character, and tabs become blanks. */
    public static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    /** Words of one or more lines. */
    public static String words(String text) {
        return String.join("\n", text.lines().map(Printable::line).toList());
    }

    private static void append(StringBuilder shown, int c) {
        if (c == '\t' || Character.isSpaceChar(c) && Character.getType(c) == Character.SPACE_SEPARATOR) {
            shown.append(' ');
        } else if (isVisible(c)) {
            shown.appendCodePoint(c);
        } else {
            shown.append(INSTEAD.repeat(Character.charCount(c)));
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
