package gradus.classroom;

import gradus.catalogue.CatalogueException;
import gradus.catalogue.Fields;
import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.catalogue.Spelling;
import gradus.catalogue.Stage;
import gradus.catalogue.Value;
import gradus.catalogue.Yaml;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** An assignment as a file that people read and change. */
public final class AssignmentFile {
    private static final int MAX_POINTS = 10_000;
    private static final int MAX_DAYS = 366;
    private static final int MAX_MINUTES = 7 * 24 * 60;
    private static final int MAX_SECONDS = 600;
    private static final int SHORTEST_SEED = 16;
    private static final String YES = "yes";
    private static final List<String> YES_OR_NO = List.of(YES, "no");

    private static final String TEXT = """
            # An assignment of Gradus. 'gradus class' reads this file each time; change it as you like.
            title: %s

            # When it has to be handed in, with the offset from UTC.
            due: %s

            # What lateness costs: percent of the points earned, for each day that has begun; nothing is accepted after
            # so many days. Within the grace nothing is late.
            late:
              percent-per-day: %d
              days: %d
              grace-minutes: %d

            # Secret: who knows it knows what the checks will ask. Another seed means other numbers and a new grading.
            seed: %s

            # Whether the pack for learners has the hints, and whether hidden checks count.
            hints: %s
            hidden-checks: %s
            %s
            # points: what all points of the room are worth in the gradebook.
            # stages: [1, 2] lets those stages alone count.
            rooms:
            """;

    private static final String NO_LIMIT = """

            # A limit for one check other than the rooms' own:
            # seconds-per-check: 5
            """;

    private AssignmentFile() {}

    /** Writes an assignment; there must be none. */
    public static void write(Course course, Assignment assignment) throws IOException {
        Path file = course.assignmentFile(assignment.id());
        if (Files.exists(file)) {
            throw new Trouble("There is an assignment " + assignment.id() + " already: change " + file
                    + ", or choose another id.");
        }
        LatePolicy late = assignment.late();
        String limit = assignment.secondsPerCheck().isEmpty()
                ? NO_LIMIT
                : "\n# A limit for one check.\nseconds-per-check: "
                        + assignment.secondsPerCheck().getAsInt() + "\n";
        StringBuilder text = new StringBuilder(String.format(
                TEXT,
                YamlText.of(assignment.title()),
                assignment.due(),
                late.percentPerDay(),
                late.days(),
                late.grace().toMinutes(),
                YamlText.of(assignment.seed()),
                assignment.hints() ? YES : "no",
                assignment.hiddenChecks() ? YES : "no",
                limit));
        for (AssignedRoom room : assignment.rooms()) {
            text.append("  - room: ").append(room.room()).append('\n');
            text.append("    points: ").append(room.points()).append('\n');
            if (!room.stages().isEmpty()) {
                text.append("    stages: ").append(room.stages()).append('\n');
            }
        }
        AtomicFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads an assignment.
     *
     * @param roadmap what rooms there are
     * @throws Trouble if there is none of that id, or it breaks a rule; the message names the line
     */
    public static Assignment read(Course course, String id, Roadmap roadmap) {
        Path file = course.assignmentFile(id);
        if (!Files.isRegularFile(file)) {
            List<String> all = course.assignments();
            throw new Trouble("There is no assignment '" + id + "'. "
                    + (all.isEmpty()
                            ? "This class has none yet: 'gradus class assign' makes one."
                            : "There are " + String.join(", ", all) + "."));
        }
        return read(file, id, roadmap);
    }

    /**
     * Reads an assignment that stands alone.
     *
     * @throws Trouble if it breaks a rule; the message names the line
     */
    public static Assignment read(Path file, String id, Roadmap roadmap) {
        try {
            return parse(file, id, Files.readString(file), roadmap);
        } catch (CatalogueException e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Trouble(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Assignment parse(Path file, String id, String text, Roadmap roadmap) {
        Fields fields = Yaml.parse(file, text)
                .fields("title", "due", "late", "seed", "hints", "hidden-checks", "seconds-per-check", "rooms");
        Value rooms = fields.get("rooms");
        List<AssignedRoom> assigned =
                rooms.list().stream().map(room -> room(room, roadmap)).toList();
        if (assigned.isEmpty()) {
            throw rooms.refused("at least one room");
        }
        Set<String> seen = new HashSet<>();
        assigned.stream().filter(room -> !seen.add(room.room())).findFirst().ifPresent(room -> {
            throw rooms.problem("the room " + room.room() + " is assigned twice; name it once, with all its stages");
        });
        return new Assignment(
                id,
                fields.get("title").words(),
                due(fields.get("due")),
                late(fields.get("late")),
                seed(fields.get("seed")),
                isYes(fields, "hints"),
                isYes(fields, "hidden-checks"),
                fields.find("seconds-per-check").isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(fields.get("seconds-per-check").number(1, MAX_SECONDS)),
                assigned);
    }

    private static AssignedRoom room(Value value, Roadmap roadmap) {
        Fields fields = value.fields("room", "points", "stages");
        Value named = fields.get("room");
        Room room = roadmap.room(named.id())
                .orElseThrow(() -> named.problem("there is no room '" + named.id() + "'" + nearest(named.id(), roadmap)
                        + "; 'gradus roadmap' lists all rooms"));
        List<Integer> numbers = room.stages().stream().map(Stage::number).toList();
        List<Integer> stages = fields.items("stages").stream()
                .map(stage -> stage.number(1, numbers.size()))
                .distinct()
                .sorted()
                .toList();
        return new AssignedRoom(room.id(), stages, fields.get("points").number(0, MAX_POINTS));
    }

    private static String nearest(String id, Roadmap roadmap) {
        List<String> nearest =
                Spelling.nearest(id, roadmap.rooms().stream().map(Room::id).toList());
        return nearest.isEmpty() ? "" : nearest.stream().collect(Collectors.joining(" or ", " (did you mean ", "?)"));
    }

    /** @throws Trouble if the text is no time with an offset */
    private static OffsetDateTime due(Value value) {
        try {
            return OffsetDateTime.parse(value.words());
        } catch (DateTimeParseException e) {
            throw value.refused("a time with its offset from UTC, such as 2026-12-01T23:59:00+01:00");
        }
    }

    private static LatePolicy late(Value value) {
        Fields fields = value.fields("percent-per-day", "days", "grace-minutes");
        return new LatePolicy(
                Duration.ofMinutes(fields.get("grace-minutes").number(0, MAX_MINUTES)),
                fields.get("percent-per-day").number(0, 100),
                fields.get("days").number(0, MAX_DAYS));
    }

    private static String seed(Value value) {
        if (value.words().length() < SHORTEST_SEED) {
            throw value.problem(
                    "seed must have at least " + SHORTEST_SEED + " characters, so that nobody finds it by trying");
        }
        return value.words();
    }

    private static boolean isYes(Fields fields, String key) {
        return fields.get(key).oneOf(YES_OR_NO).equals(YES);
    }
}
