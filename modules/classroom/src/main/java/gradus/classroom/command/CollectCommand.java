package gradus.classroom.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.classroom.Assignment;
import gradus.classroom.Course;
import gradus.classroom.Roster;
import gradus.classroom.intake.Collection;
import gradus.classroom.intake.Collection.Entry;
import gradus.classroom.intake.Collection.Fate;
import gradus.cli.ExitCode;
import gradus.cli.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in what learners handed in. */
@Command(
        name = "collect",
        description = {
            "Takes in what learners handed in: a folder with a folder, an archive or a git clone for each person, or an"
                    + " export of Canvas, Moodle or Gradescope. Everything is kept as it came.",
            "Exit code 1: something was refused, or is nobody's."
        })
final class CollectCommand extends ClassAction {
    @Parameters(index = "0", paramLabel = "ID", description = "The assignment.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "PATH", description = "A folder, or a zip or tar archive.")
    private Path source = Path.of("");

    @Option(
            names = "--received",
            paramLabel = "TIME",
            description = "When it came, as in 2026-12-01T23:59+01:00. Default: what can be found out.")
    private @Nullable String received;

    CollectCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException {
        Course course = session().course();
        Assignment assignment = session().assignment(id);
        Roster roster = session().roster();
        Collection collection =
                Collection.of(course, assignment, roster, session().roadmap(), source, received(), Instant.now());
        JsonArray json = new JsonArray();
        for (Entry entry : collection.entries()) {
            JsonObject object = new JsonObject();
            object.addProperty("who", entry.who());
            object.addProperty("fate", entry.fate().word());
            JsonArray notes = new JsonArray();
            entry.notes().forEach(notes::add);
            object.add("notes", notes);
            json.add(object);
        }
        answer(json, () -> say(collection));
        return collection.hasTrouble() ? ExitCode.NOT_ALL : ExitCode.OK;
    }

    private Optional<Instant> received() {
        if (received == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(received).toInstant());
        } catch (DateTimeParseException e) {
            throw new Usage(
                    "--received must be a time with its offset from UTC, such as 2026-12-01T23:59+01:00, but was '"
                            + received + "'.");
        }
    }

    private void say(Collection collection) {
        for (Entry entry : collection.entries()) {
            boolean isQuiet = entry.fate() == Fate.MISSING || entry.notes().isEmpty();
            if (!isQuiet) {
                console().say(entry.who() + ": " + entry.fate().word());
                entry.notes().forEach(note -> console().tell("  " + note));
            }
        }
        console()
                .say(Stream.of(Fate.values())
                                .filter(fate -> collection.count(fate) > 0)
                                .map(fate -> collection.count(fate) + " " + fate.word())
                                .collect(Collectors.joining(", "))
                                .toLowerCase(Locale.ROOT)
                        + ".");
        console().tell("Next: '" + console().call("class grade " + id) + "'.");
    }
}
