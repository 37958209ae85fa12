package gradus.grader.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads rules.txt, which describes itself. */
final class RuleFile {
    private static final String FILE = "rules.txt";

    /** What a section says of its entries. */
    enum Kind {
        ALLOW("allow"),
        ALLOW_WITH("allow with "),
        REFUSE("refuse "),
        BOOTSTRAP("bootstrap");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        private static Kind of(String line) {
            return Arrays.stream(values())
                    .filter(kind ->
                            kind.heading.endsWith(" ") ? line.startsWith(kind.heading) : line.equals(kind.heading))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(FILE + ": unknown section '" + line + "'"));
        }
    }

    /**
     * One section.
     *
     * @param words the grant, or the reason
     * @param keys names as {@link Rules} looks them up
     */
    record Section(Kind kind, String words, List<String> keys) {}

    private RuleFile() {}

    static List<Section> read() {
        List<Section> sections = new ArrayList<>();
        for (String line : lines()) {
            String entry = line.strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            } else if (line.startsWith(" ")) {
                sections.get(sections.size() - 1).keys().addAll(keys(entry));
            } else {
                Kind kind = Kind.of(line);
                sections.add(new Section(kind, line.substring(kind.heading.length()), new ArrayList<>()));
            }
        }
        return sections;
    }

    private static List<String> keys(String entry) {
        int colon = entry.indexOf(':');
        String type = (colon < 0 ? entry : entry.substring(0, colon)).replace('.', '/');
        return colon < 0
                ? List.of(type)
                : Arrays.stream(entry.substring(colon + 1).strip().split(" +", -1))
                        .map(member -> type + "." + member)
                        .toList();
    }

    private static List<String> lines() {
        try (InputStream in = RuleFile.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        in == null ? InputStream.nullInputStream() : in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
