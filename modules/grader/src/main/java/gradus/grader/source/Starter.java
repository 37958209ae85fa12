package gradus.grader.source;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Derives what the learner gets from the reference.
 *
 * <p>Each part between {@code // begin solution: what to do} and {@code // end solution} becomes {@code // TODO what to
 * do}; what to do may go on in the comment lines that follow. Inside a method the TODO is followed by an exception, so
 * such a part runs to the end of its block.
 */
public final class Starter {
    private static final Pattern BEGIN = Pattern.compile("(\\s*)// begin solution: (\\S.*)");
    private static final Pattern GOES_ON = Pattern.compile("\\s*// (?!begin solution|end solution)\\S.*");
    private static final Pattern END = Pattern.compile("\\s*// end solution\\s*");
    private static final String NOT_ATTEMPTED = "gradus.kit.NotAttempted";
    private static final String IMPORT = "import " + NOT_ATTEMPTED + ";";

    private Starter() {}

    /** Whether a source has parts for the learner to write. */
    public static boolean isMarked(Source reference) {
        return reference.text().lines().anyMatch(line -> BEGIN.matcher(line).matches());
    }

    /** How many lines of code the learner's parts have: blank lines and comments do not count. */
    public static long linesOfParts(Source reference) {
        boolean inside = false;
        long lines = 0;
        for (String line : reference.text().lines().toList()) {
            String text = line.strip();
            if (BEGIN.matcher(line).matches()) {
                inside = true;
            } else if (END.matcher(line).matches()) {
                inside = false;
            } else if (inside && !text.isEmpty() && !text.matches("(//|/\\*|\\*).*")) {
                lines++;
            }
        }
        return lines;
    }

    /**
     * A reference without what the learner writes, its markers left in place: the starter that is derived from it is
     * that of the reference.
     *
     * @throws IllegalArgumentException if the markers are not in pairs; the message names file and line
     */
    public static Source emptied(Source reference) {
        return derived(reference, true);
    }

    /**
     * Derives a starter.
     *
     * @throws IllegalArgumentException if the markers are not in pairs; the message names file and line
     */
    public static Source of(Source reference) {
        return derived(reference, false);
    }

    private static Source derived(Source reference, boolean isMarked) {
        List<int[]> bodies = methodBodies(reference);
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        boolean throwing = false;
        List<String> all = reference.text().lines().toList();
        for (int number = 1; number <= all.size(); number++) {
            String line = all.get(number - 1);
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                require(!inside, reference, number, "a solution begins inside another");
                inside = true;
                lines.add(isMarked ? line : begin.group(1) + "// TODO " + begin.group(2));
                all.stream()
                        .skip(number)
                        .takeWhile(next -> GOES_ON.matcher(next).matches())
                        .forEach(lines::add);
                if (isInMethod(bodies, number)) {
                    lines.add(begin.group(1) + "throw new " + (isMarked ? NOT_ATTEMPTED : "NotAttempted") + "();");
                    throwing = true;
                }
            } else if (END.matcher(line).matches()) {
                require(inside, reference, number, "'// end solution' without its beginning");
                inside = false;
                if (isMarked) {
                    lines.add(line);
                }
            } else {
                require(
                        !line.contains("// begin solution") && !line.contains("// end solution"),
                        reference,
                        number,
                        "a marker reads '// begin solution: what to do' or '// end solution', alone on its line");
                if (!inside) {
                    lines.add(line);
                }
            }
        }
        require(!inside, reference, all.size(), "the last solution has no '// end solution'");
        if (throwing && !isMarked) {
            addImport(lines);
        }
        return new Source(reference.path(), String.join("\n", lines) + "\n");
    }

    private static void require(boolean holds, Source source, int line, String message) {
        if (!holds) {
            throw new IllegalArgumentException(source.fileName() + ":" + line + ": " + message);
        }
    }

    private static void addImport(List<String> lines) {
        int after = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("import ") && !line.startsWith("import static ")) {
                if (line.compareTo(IMPORT) > 0) {
                    lines.add(i, IMPORT);
                    return;
                }
                after = i;
            } else if (after < 0 && line.startsWith("package ")) {
                after = i;
            }
        }
        boolean first = after >= 0 && lines.get(after).startsWith("package ");
        lines.add(after + 1, IMPORT);
        if (first) {
            lines.add(after + 1, "");
        }
    }

    private static boolean isInMethod(List<int[]> bodies, int line) {
        return bodies.stream().anyMatch(body -> body[0] < line && line < body[1]);
    }

    /** First and last line of each method's body. */
    private static List<int[]> methodBodies(Source source) {
        Parsed parsed = Parsed.of(source);
        Lines lines = new Lines(source.text());
        List<int[]> bodies = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                if (method.getBody() != null) {
                    bodies.add(new int[] {
                        lines.number(parsed.start(method.getBody())), lines.number(parsed.end(method.getBody()))
                    });
                }
                return super.visitMethod(method, null);
            }
        }.scan(parsed.unit(), null);
        return bodies;
    }
}
