package gradus.catalogue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads mistakes.yaml: a list of mistakes. */
final class Mistakes {
    private Mistakes() {}

    static List<Mistake> read(Path file, List<Path> sources) {
        List<String> names =
                sources.stream().map(source -> source.getFileName().toString()).toList();
        Set<String> ids = new HashSet<>();
        return Yaml.parse(file, TextFile.read(file)).list().stream()
                .map(value -> mistake(value, names, ids))
                .toList();
    }

    private static Mistake mistake(Value value, List<String> sources, Set<String> ids) {
        Fields fields = value.fields("id", "title", "file", "replace", "with", "fails", "says");
        Value id = fields.get("id");
        if (!ids.add(id.id())) {
            throw id.problem("two mistakes have the id '" + id.id() + "'; give one another id");
        }
        List<String> fails =
                fields.get("fails").list().stream().map(Value::words).toList();
        if (fails.isEmpty()) {
            throw fields.get("fails").problem("fails must name at least one check");
        }
        return new Mistake(
                id.id(),
                fields.get("title").words(),
                source(fields, sources),
                replaced(fields.get("replace")),
                fields.get("with").text(),
                fails,
                fields.get("says").words());
    }

    private static String source(Fields fields, List<String> sources) {
        return fields.find("file").map(file -> file.oneOf(sources)).orElseGet(() -> {
            if (sources.size() != 1) {
                throw fields.owner()
                        .problem("the key 'file' is missing; the room's sources are " + String.join(", ", sources));
            }
            return sources.get(0);
        });
    }

    private static String replaced(Value value) {
        value.words();
        return value.text();
    }
}
