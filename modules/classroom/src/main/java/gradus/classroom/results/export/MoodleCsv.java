package gradus.classroom.results.export;

import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.ul;

import gradus.classroom.Person;
import gradus.classroom.Trouble;
import gradus.classroom.results.Adjustment;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.HandedIn;
import gradus.classroom.results.Misconception;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Points;
import gradus.classroom.results.RoomResult;
import j2html.tags.DomContent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A gradebook as a grading worksheet of Moodle.
 *
 * <p>Moodle reads Identifier, Grade, Last modified (grade) and Feedback comments. It takes an empty comment for a new
 * one, so those who have no grade have no row; and it passes over grades that were changed in Moodle later than the
 * worksheet says, unless the importer allows it to update them. Grades above the maximum it does not take. Comments are
 * HTML there, so they are here.
 *
 * <p>Source: Moodle, {@code mod/assign/gradingtable.php} and {@code mod/assign/feedback/offline/importgradeslib.php} of
 * moodle/moodle.
 */
public final class MoodleCsv {
    private static final String IDENTIFIER = "moodle:Identifier";
    private static final String NOTHING = "-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final List<String> HEADER = List.of(
            "Identifier",
            "Full name",
            "Email address",
            "Status",
            "Grade",
            "Maximum Grade",
            "Grade can be changed",
            "Last modified (submission)",
            "Last modified (grade)",
            "Feedback comments");

    private MoodleCsv() {}

    /**
     * Writes a gradebook.
     *
     * @throws Trouble if the roster does not say who somebody is in Moodle
     */
    public static String of(Gradebook gradebook) {
        Identities.require(gradebook, "Moodle", "the grading worksheet of the assignment", IDENTIFIER);
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        ZoneOffset offset = gradebook.assignment().due().getOffset();
        for (PersonResult result : gradebook.people()) {
            String grade = Scores.ofWhatWasHandedIn(result);
            if (!grade.isEmpty()) {
                rows.add(row(result, grade, gradebook.assignment().points(), offset));
            }
        }
        return Table.of(rows);
    }

    private static List<String> row(PersonResult result, String grade, int points, ZoneOffset offset) {
        Person person = result.person();
        String name = person.column("moodle:Full name");
        return List.of(
                Table.identity(person.column(IDENTIFIER)),
                Table.words(name.isEmpty() ? person.name() : name),
                Table.identity(person.email()),
                result.handedIn().isPresent() ? "Submitted for grading" : "No submission",
                grade,
                Points.text(points),
                "Yes",
                result.handedIn()
                        .map(HandedIn::received)
                        .map(when -> time(when, offset))
                        .orElse(NOTHING),
                NOTHING,
                feedback(result));
    }

    private static String time(Instant when, ZoneOffset offset) {
        return TIME.format(OffsetDateTime.ofInstant(when, offset));
    }

    private static String feedback(PersonResult result) {
        List<DomContent> parts = new ArrayList<>();
        result.rooms().forEach(room -> room(room, parts));
        result.handedIn()
                .filter(handedIn -> handedIn.percentOff() > 0)
                .ifPresent(handedIn ->
                        parts.add(p("Late: " + handedIn.percentOff() + " % of what was earned is taken off.")));
        for (Adjustment adjustment : result.adjustments()) {
            parts.add(p("Adjusted by " + Points.text(adjustment.points()) + ": " + PlainText.line(adjustment.why())));
        }
        return parts.stream().map(DomContent::render).collect(Collectors.joining());
    }

    private static void room(RoomResult room, List<DomContent> parts) {
        parts.add(p(room.assigned().room() + ": " + Points.text(room.points()) + " of "
                + Points.text(room.assigned().points()) + " points."));
        room.grade().ifPresent(grade -> {
            List<String> lines = new ArrayList<>();
            grade.misconceptions().stream().map(Misconception::says).forEach(lines::add);
            grade.checks().stream()
                    .filter(check -> !check.isPassed())
                    .map(check -> check.status().replace('-', ' ') + ": " + check.title())
                    .forEach(lines::add);
            if (!lines.isEmpty()) {
                parts.add(ul(each(lines, line -> li(PlainText.line(line)))));
            }
        });
    }
}
