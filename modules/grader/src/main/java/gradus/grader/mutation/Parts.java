package gradus.grader.mutation;

import gradus.grader.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of a source, and which of them the learner writes.
 *
 * @param file name of the source
 * @param lines all lines; the first has the number 1
 * @param numbers of the lines between {@code // begin solution} and {@code // end solution}
 */
record Parts(String file, List<String> lines, Set<Integer> numbers) {
    static Parts of(Source source) {
        List<String> lines = source.text().lines().toList();
        Set<Integer> numbers = new TreeSet<>();
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("// begin solution")) {
                inside = true;
            } else if (line.equals("// end solution")) {
                inside = false;
            } else if (inside) {
                numbers.add(i + 1);
            }
        }
        return new Parts(source.fileName(), lines, numbers);
    }

    /** A line without the blanks around it. */
    String text(int number) {
        return lines.get(number - 1).strip();
    }

    /** The numbers of the learner's lines on which a text ends, one for each time that it stands there. */
    List<Integer> endsOf(String text) {
        String all = String.join("\n", lines);
        List<Integer> ends = new ArrayList<>();
        for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            int line = 1
                    + (int) all.substring(0, at + text.length())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (numbers.contains(line)) {
                ends.add(line);
            }
        }
        return ends;
    }
}
