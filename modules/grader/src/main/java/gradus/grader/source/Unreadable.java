package gradus.grader.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The parts around text that is no Java. The compiler's tree of such a text cannot be trusted, so the braces say where
 * a part ends: without what stands between them, the compiler knows whether they are a method's or a class's.
 */
final class Unreadable {
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n\r]*");
    private static final Pattern LAST = Pattern.compile("\\b([a-zA-Z_$]\\w*)$");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern METHOD = Pattern.compile("^[^=]*?\\b(\\w+)\\s*\\(");
    private static final Pattern FIELD = Pattern.compile("\\b([a-zA-Z_$]\\w*)\\s*(?:\\[\\s*]\\s*)*(?:=(?!=)|;)");

    private final Fault fault;
    private final Braces braces;

    private Unreadable(Fault fault) {
        this.fault = fault;
        this.braces = Braces.of(fault.source());
    }

    /** Parts that hold a fault, the best first. */
    static List<Part> around(Fault fault) {
        Unreadable unreadable = new Unreadable(fault);
        return unreadable.braces.odd().isPresent() ? List.of() : unreadable.parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        List<Braces.Pair> pairs = braces.around(fault.offset());
        for (Braces.Pair pair : pairs) {
            Optional<Part> body = Outline.body(Parsed.of(without(pair)), pair.open());
            if (body.isPresent()) {
                parts.add(body.get().reaching(pair.open() + 1, pair.close()));
                break;
            }
        }
        for (int i = pairs.size() - 1; i >= 0; i--) {
            member(pairs.get(i)).ifPresent(parts::add);
        }
        return parts;
    }

    private Source without(Braces.Pair pair) {
        String text = fault.source().text();
        return new Source(fault.source().path(), text.substring(0, pair.open() + 1) + text.substring(pair.close()));
    }

    /** The member that holds the fault, if a pair of braces is that of a class. */
    private Optional<Part> member(Braces.Pair pair) {
        int[] reach = braces.member(pair, fault.offset());
        return Outline.member(Parsed.of(without(pair)), pair.open(), names(reach[0], reach[1]))
                .map(part -> part.reaching(reach[0], reach[1]));
    }

    /** What a member is called, as far as its text can be understood; several may stand in one without a semicolon. */
    private List<String> names(int start, int end) {
        String text = fault.source().text();
        String before = text.substring(start, Math.max(start, fault.offset()));
        List<String> names = new ArrayList<>();
        if (before.indexOf('(') < 0) {
            add(LAST, before, names);
        }
        String code = COMMENT.matcher(text.substring(start, end)).replaceAll(" ");
        int body = code.indexOf('{');
        String head = body < 0 ? code : code.substring(0, body);
        for (Pattern pattern : List.of(TYPE, METHOD, FIELD)) {
            if (add(pattern, head, names)) {
                return names;
            }
        }
        return names;
    }

    private static boolean add(Pattern pattern, String text, List<String> names) {
        return pattern.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !SourceVersion.isKeyword(name) && !names.contains(name) && names.add(name))
                        .count()
                > 0;
    }
}
