package gradus.catalogue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A room's README.md, cut in two.
 *
 * @param yaml the front matter with the line --- above it, so that lines are counted as in the file
 * @param statement what follows it
 */
record FrontMatter(Path folder, String yaml, String statement) {
    static final String FILE = "README.md";

    /** In seconds. */
    private static final int DAY = 24 * 3600;

    private static final String FENCE = "---\n";
    private static final List<String> GRANTS = List.of("temp-files", "threads", "jdbc", "loopback");

    static FrontMatter of(Path folder) {
        Path file = folder.resolve(FILE);
        String text = TextFile.read(file) + "\n";
        if (!text.startsWith(FENCE)) {
            throw new CatalogueException(
                    file, 1, "a room's README.md begins with front matter: a line ---, its keys, and a line ---");
        }
        int end = text.indexOf("\n" + FENCE);
        if (end < 0) {
            throw new CatalogueException(file, 1, "the front matter does not end; put a line --- after its last key");
        }
        return new FrontMatter(
                folder,
                text.substring(0, end + 1),
                text.substring(end + 1 + FENCE.length()).strip());
    }

    Room room(String chapter, String id) {
        Fields fields = Yaml.parse(folder.resolve(FILE), yaml)
                .fields(
                        "id",
                        "title",
                        "level",
                        "minutes",
                        "requires",
                        "datasets",
                        "libraries",
                        "grants",
                        "stages",
                        "limits",
                        "jvm",
                        "refuses");
        if (!fields.get("id").id().equals(id)) {
            throw fields.get("id").refused("'" + id + "', as the roadmap and this folder say");
        }
        return new Room(
                id,
                fields.get("title").words(),
                chapter,
                folder,
                fields.get("level").number(1, 5),
                fields.get("minutes").number(1, 3000),
                fields.items("requires").stream().map(Value::id).toList(),
                fields.items("datasets").stream().map(Value::words).toList(),
                fields.items("libraries").stream().map(Value::words).toList(),
                fields.items("grants").stream()
                        .map(grant -> grant.oneOf(GRANTS))
                        .toList(),
                stages(fields.get("stages")),
                fields.find("limits").map(FrontMatter::limits).orElse(Limits.DEFAULT),
                fields.items("jvm").stream().map(Value::words).toList(),
                fields.items("refuses").stream().map(Value::words).toList());
    }

    private static List<Stage> stages(Value value) {
        List<Stage> stages = new ArrayList<>();
        for (Value item : value.list()) {
            int number = stages.size() + 1;
            Fields fields = item.fields("title", "needs");
            stages.add(new Stage(
                    number,
                    fields.get("title").words(),
                    fields.items("needs").stream()
                            .map(need -> earlierStage(need, number))
                            .toList()));
        }
        if (stages.isEmpty()) {
            throw value.problem("stages must have at least one entry, such as {title: Fit}");
        }
        return List.copyOf(stages);
    }

    private static int earlierStage(Value need, int number) {
        if (number == 1) {
            throw need.problem("the first stage needs no other; remove its needs");
        }
        return need.number(1, number - 1);
    }

    private static Limits limits(Value value) {
        Fields fields =
                value.fields("seconds", "full", "run", "cpu", "heap", "output", "native", "files", "open", "threads");
        Limits usual = Limits.DEFAULT;
        return new Limits(
                seconds(fields, "seconds", 600, usual.check()),
                seconds(fields, "full", DAY, usual.full()),
                seconds(fields, "run", DAY, usual.run()),
                seconds(fields, "cpu", 64 * DAY, usual.cpu()),
                number(fields, "heap", 16, 65536, usual.heapMegabytes()),
                number(fields, "output", 1, 1024, usual.outputMegabytes()),
                number(fields, "native", 128, 65536, usual.nativeMegabytes()),
                number(fields, "files", 1, 65536, usual.filesMegabytes()),
                number(fields, "open", 64, 65536, usual.openFiles()),
                number(fields, "threads", 32, 32768, usual.threads()));
    }

    private static Duration seconds(Fields fields, String name, int most, Duration otherwise) {
        return Duration.ofSeconds(number(fields, name, 1, most, Math.toIntExact(otherwise.toSeconds())));
    }

    private static int number(Fields fields, String name, int least, int most, int otherwise) {
        return fields.find(name).map(value -> value.number(least, most)).orElse(otherwise);
    }
}
