package gradus.grader.source;

import java.util.ArrayList;
import java.util.List;

/** Where the punctuation of a Java text is: that in strings, characters and comments does not count. */
final class Skeleton {
    private static final String MARKS = "(){}[];,.+-*/%!~?:&|^<>=";
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String text;
    private final List<Integer> marks = new ArrayList<>();
    private int at;

    private Skeleton(String text) {
        this.text = text;
    }

    /** Offsets in ascending order. */
    static List<Integer> of(String text) {
        Skeleton skeleton = new Skeleton(text);
        while (skeleton.at < text.length()) {
            skeleton.step();
        }
        return skeleton.marks;
    }

    private void step() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            skipLine();
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
        } else if (text.startsWith(TEXT_BLOCK, at)) {
            at += TEXT_BLOCK.length();
            skipQuoted(TEXT_BLOCK, true);
        } else if (c == '"' || c == '\'') {
            at++;
            skipQuoted(String.valueOf(c), false);
        } else {
            if (MARKS.indexOf(c) >= 0) {
                marks.add(at);
            }
            at++;
        }
    }

    private void skipLine() {
        while (at < text.length() && !isLineEnd()) {
            at++;
        }
    }

    /** A literal that is not closed ends with its line. */
    private void skipQuoted(String quotes, boolean overLines) {
        while (at < text.length() && (overLines || !isLineEnd())) {
            if (text.startsWith(quotes, at)) {
                at += quotes.length();
                return;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
    }

    private boolean isLineEnd() {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
