package gradus.grader.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines of a text. As in the Java language, a line ends with LF, CR LF or CR. */
final class Lines {
    private final String text;
    private final List<Integer> starts;

    Lines(String text) {
        this.text = text;
        this.starts = starts(text);
    }

    /** How many lines end in a text. */
    static int endingIn(String text) {
        return starts(text).size() - 1;
    }

    int count() {
        return starts.size();
    }

    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !half) {
                starts.add(i + 1);
            }
        }
        return starts;
    }

    /** Number of the line at an offset, from 1. */
    int number(int offset) {
        int found = Collections.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Column of an offset in its line, from 1; a tab is one column, as in the text. */
    int column(int offset) {
        return offset - starts.get(number(offset) - 1) + 1;
    }

    /** How many blanks and tabs a line begins with. */
    int indentation(int number) {
        int start = starts.get(number - 1);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end - start;
    }

    /** A line without its end. */
    String line(int number) {
        int end = number < starts.size() ? starts.get(number) : text.length();
        return text.substring(starts.get(number - 1), end).replaceFirst("[\r\n]+$", "");
    }
}
