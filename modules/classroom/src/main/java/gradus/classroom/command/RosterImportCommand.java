package gradus.classroom.command;

import com.google.gson.JsonObject;
import gradus.classroom.Course;
import gradus.classroom.Person;
import gradus.classroom.Roster;
import gradus.classroom.RosterImport;
import gradus.classroom.Trouble;
import gradus.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over the people of a class. */
@Command(
        name = "import",
        description = {
            "Takes over people from a CSV file: an export of Canvas's gradebook, of Moodle's grading worksheet or"
                    + " participants, of Gradescope's roster, or a table with id, name, email.",
            "People who are known already get what the file says of them; nobody is removed without --drop."
        })
final class RosterImportCommand extends ClassAction {
    @Parameters(index = "0", paramLabel = "FILE", description = "A table in CSV, UTF-8.")
    private Path file = Path.of("");

    @Option(names = "--drop", description = "Removes people who are not in the file. Their work is kept.")
    private boolean drop;

    RosterImportCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException {
        Course course = session().course();
        if (!Files.isRegularFile(file)) {
            throw new Trouble("There is no file " + file + ".");
        }
        RosterImport read = RosterImport.read(file);
        Roster old = Files.exists(course.roster()) ? Roster.of(course) : new Roster(List.of());
        List<Person> absent = old.people().stream()
                .filter(person -> read.roster().person(person.id()).isEmpty())
                .toList();
        List<Person> added = read.roster().people().stream()
                .filter(person -> old.person(person.id()).isEmpty())
                .toList();
        List<Person> all = new ArrayList<>(read.roster().people());
        if (!drop) {
            all.addAll(absent);
        }
        all.sort(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Person::id));
        new Roster(all).write(course);
        JsonObject json = new JsonObject();
        json.addProperty("format", read.format());
        json.addProperty("people", all.size());
        json.add("added", RosterCommand.json(added));
        json.add(drop ? "removed" : "notInTheFile", RosterCommand.json(absent));
        answer(json, () -> {
            console()
                    .say(read.format() + ": " + all.size() + (all.size() == 1 ? " person" : " people")
                            + " in the class, " + added.size() + " of them new.");
            if (!absent.isEmpty()) {
                String names = String.join(", ", absent.stream().map(Person::id).toList());
                console()
                        .tell(
                                drop
                                        ? "Removed, because the file does not have them: " + names + "."
                                        : "The file does not have " + names + "; they stay. --drop removes them.");
            }
            if (course.assignments().isEmpty()) {
                console().tell("Next: '" + console().call("class assign ID ROOM... --due 2026-12-01T23:59") + "'.");
            }
        });
        return ExitCode.OK;
    }
}
