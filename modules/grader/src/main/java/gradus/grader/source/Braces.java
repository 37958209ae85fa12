package gradus.grader.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How the braces of a Java text pair up. No parser is needed for it, so it is known of text with other errors too. */
final class Braces {
    /** Deeper than anyone writes; the compiler's time grows with the square. */
    private static final int MAX_DEPTH = 256;

    /** More than anyone writes between commas, semicolons and braces; the compiler's stack grows with it. */
    private static final int MAX_SIGNS = 3000;

    /** A pair of braces, by offset. */
    record Pair(int open, int close) {
        boolean holds(int offset) {
            return open < offset && offset <= close;
        }
    }

    private record Open(int offset, int line, int indentation) {}

    private final Source source;
    private final Lines lines;
    private final List<Integer> marks;
    private final List<Pair> pairs = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Fault> suspect = Optional.empty();
    private Optional<Fault> odd = Optional.empty();

    private Braces(Source source) {
        this.source = source;
        this.lines = new Lines(source.text());
        this.marks = Skeleton.of(source.text());
    }

    static Braces of(Source source) {
        Braces braces = new Braces(source);
        braces.pair();
        return braces;
    }

    private void pair() {
        int start = 0;
        for (int mark : marks) {
            char c = source.text().charAt(mark);
            int line = lines.number(mark);
            if (c == '{') {
                open.push(new Open(mark, line, lines.indentation(lines.number(firstFrom(start)))));
            } else if (c == '}') {
                close(mark, line);
            }
            if (";{}".indexOf(c) >= 0) {
                start = mark + 1;
            }
        }
        if (!open.isEmpty()) {
            note(unclosed(open.peek()));
        }
    }

    /**
     * What is first from an offset on, blanks left out: a header may have several lines, and its brace is on the last.
     */
    private int firstFrom(int offset) {
        int at = offset;
        while (Character.isWhitespace(source.text().charAt(at))) {
            at++;
        }
        return at;
    }

    private void close(int mark, int line) {
        if (open.isEmpty()) {
            note(unopened(mark));
            return;
        }
        int indentation = lines.indentation(line);
        boolean first = lines.column(mark) == indentation + 1;
        Open top = open.pop();
        if (first && line != top.line && indentation != top.indentation && suspect.isEmpty()) {
            boolean isOfAnother =
                    indentation < top.indentation && open.stream().anyMatch(other -> other.indentation == indentation);
            suspect = Optional.of(isOfAnother ? unclosed(top) : unopened(mark));
        }
        pairs.add(new Pair(top.offset, mark));
    }

    /** Some brace has no partner; indentation tells better which one than the order does. */
    private void note(Fault fault) {
        odd = odd.or(() -> suspect.or(() -> Optional.of(fault)));
    }

    private Fault unclosed(Open brace) {
        return new Fault(source, brace.offset, Fault.BRACE, "This { is never closed: a } is missing below it.");
    }

    private Fault unopened(int offset) {
        return new Fault(
                source, offset, Fault.BRACE, "This } closes nothing: there is one } too many, or a { is missing.");
    }

    /** The brace that has no partner, if there is one: the one that stands oddly, else the last. */
    Optional<Fault> odd() {
        return odd;
    }

    /** The place from which on the text is more than the compiler should be given, if there is one. */
    Optional<Fault> tooDeep() {
        Deque<Integer> outside = new ArrayDeque<>();
        int depth = 0;
        int signs = 0;
        for (int mark : marks) {
            char c = source.text().charAt(mark);
            signs = ",;{}".indexOf(c) >= 0 ? 0 : signs + 1;
            switch (c) {
                case '{' -> outside.push(depth++);
                case '}' -> depth = outside.isEmpty() ? 0 : outside.pop();
                case '(', '[' -> depth++;
                case ')', ']' -> depth = Math.max(outside.size(), depth - 1);
                default -> {}
            }
            if (depth > MAX_DEPTH || signs > MAX_SIGNS) {
                String words = depth > MAX_DEPTH
                        ? "Brackets are nested more than " + MAX_DEPTH + " deep here."
                        : "This statement has more than " + MAX_SIGNS + " operators and brackets.";
                words += " Give parts of it names of their own, in variables or methods.";
                return Optional.of(new Fault(source, mark, "gradus.deep", words));
            }
        }
        return Optional.empty();
    }

    /** The pairs around an offset, outermost first. */
    List<Pair> around(int offset) {
        return pairs.stream()
                .filter(pair -> pair.holds(offset))
                .sorted(Comparator.comparingInt(Pair::open))
                .toList();
    }

    /**
     * From where to where a member reaches, of a class with given braces.
     *
     * @return start and end, between which the offset lies
     */
    int[] member(Pair body, int offset) {
        int start = body.open + 1;
        int inside = 0;
        for (int mark : marks) {
            if (mark <= body.open) {
                continue;
            }
            char c = source.text().charAt(mark);
            inside += c == '{' ? 1 : 0;
            boolean ends = inside == 0 && c == ';' || inside == 1 && c == '}' && !goesOn(mark + 1);
            inside -= c == '}' ? 1 : 0;
            if (mark >= body.close) {
                break;
            } else if (ends && mark + 1 > offset) {
                return new int[] {start, mark + 1};
            } else if (ends) {
                start = mark + 1;
            }
        }
        return new int[] {start, body.close};
    }

    /** Whether what stands behind a brace belongs to the same member, as in {@code int[] a = {1, 2};}. */
    private boolean goesOn(int offset) {
        String rest = source.text()
                .substring(offset, Math.min(source.text().length(), offset + 100))
                .stripLeading();
        return !rest.isEmpty() && ";,).".indexOf(rest.charAt(0)) >= 0;
    }
}
