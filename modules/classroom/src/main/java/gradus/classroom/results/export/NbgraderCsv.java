package gradus.classroom.results.export;

import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.HandedIn;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Points;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A gradebook as nbgrader exports it: times in UTC, and 0 for those who handed in nothing. As in nbgrader, the raw
 * score holds what was changed by hand; it is empty while not all is graded.
 *
 * <p>Source: Project Jupyter, {@code CsvExportPlugin} in {@code nbgrader/plugins/export.py} of jupyter/nbgrader.
 */
public final class NbgraderCsv {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<String> HEADER = List.of(
            "assignment",
            "duedate",
            "timestamp",
            "student_id",
            "last_name",
            "first_name",
            "email",
            "raw_score",
            "late_submission_penalty",
            "score",
            "max_score");

    private NbgraderCsv() {}

    /** Writes a gradebook. */
    public static String of(Gradebook gradebook) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        gradebook.people().forEach(result -> rows.add(row(gradebook.assignment(), result)));
        return Table.of(rows);
    }

    private static List<String> row(Assignment assignment, PersonResult result) {
        Person person = result.person();
        Names names = Names.of(person);
        boolean isGraded = result.isComplete();
        return List.of(
                Table.identity(assignment.id()),
                time(assignment.due().toInstant()),
                result.handedIn().map(HandedIn::received).map(NbgraderCsv::time).orElse(""),
                Table.identity(person.id()),
                Table.words(names.last()),
                Table.words(names.first()),
                Table.identity(person.email()),
                isGraded ? Points.text(result.earned() + result.adjusted()) : "",
                isGraded ? Points.text(result.lateness()) : "",
                Scores.ofWhatIsGraded(result),
                Points.text(assignment.points()));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The two parts of a name, where the roster tells them apart; a name whose parts nobody told is a last name. */
    private record Names(String last, String first) {
        static Names of(Person person) {
            String sortable = person.column("canvas:Student");
            int comma = sortable.indexOf(',');
            if (comma >= 0) {
                return new Names(
                        sortable.substring(0, comma),
                        sortable.substring(comma + 1).strip());
            }
            for (String system : List.of("gradescope:", "moodle:")) {
                String last = person.column(system + "Last name")
                        + person.column(system + "Last Name")
                        + person.column(system + "Surname");
                String first = person.column(system + "First name") + person.column(system + "First Name");
                if (!last.isEmpty() && !first.isEmpty()) {
                    return new Names(last, first);
                }
            }
            return new Names(person.name(), "");
        }
    }
}
