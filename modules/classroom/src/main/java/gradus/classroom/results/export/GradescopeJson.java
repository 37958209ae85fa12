package gradus.classroom.results.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.classroom.Assignment;
import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Points;
import gradus.classroom.results.RoomGrade;
import gradus.classroom.results.RoomResult;
import gradus.classroom.results.Titles;
import java.util.ArrayList;
import java.util.List;

/**
 * What one person has, as Gradescope takes it from an autograder.
 *
 * <p>Checks are worth what they are worth in the gradebook. Hidden ones are shown after the due date, and until then
 * Gradescope shows no total. All text is marked as plain, because Gradescope would take it for HTML otherwise. What the
 * whole may reach is no field of the format; Gradescope knows it from its own assignment, and {@code extra_data} has
 * it. The seed is not there, because later submissions can read what earlier ones got.
 *
 * <p>Source: Gradescope, <i>Autograder Specifications</i>, "Output format",
 * https://gradescope-autograders.readthedocs.io/en/latest/specs/.
 */
public final class GradescopeJson {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String TEXT = "text";

    private GradescopeJson() {}

    /** Writes results.json. */
    public static String of(Assignment assignment, PersonResult result, Titles titles) {
        return of(assignment, result, titles, List.of());
    }

    /**
     * Writes results.json.
     *
     * @param notes what the author should know of the files, in sentences
     */
    public static String of(Assignment assignment, PersonResult result, Titles titles, List<String> notes) {
        JsonObject json = new JsonObject();
        json.addProperty("score", Points.number(result.score()));
        json.addProperty("output", output(result, titles, notes));
        json.addProperty("output_format", TEXT);
        json.addProperty("test_output_format", TEXT);
        json.addProperty("test_name_format", TEXT);
        json.addProperty("visibility", "visible");
        json.addProperty("stdout_visibility", "hidden");
        json.add("tests", tests(result, titles));
        json.add("extra_data", extraData(assignment, result));
        return GSON.toJson(json) + "\n";
    }

    private static String output(PersonResult result, Titles titles, List<String> notes) {
        List<String> lines = new ArrayList<>();
        for (RoomResult room : result.rooms()) {
            lines.add(titles.room(room.assigned().room()) + ": " + Points.text(room.points()) + " of "
                    + Points.text(room.assigned().points()) + " points");
            if (room.grade().isEmpty()) {
                lines.add("Nothing was handed in for this room.");
            }
            room.grade().ifPresent(grade -> lines.addAll(words(grade)));
            lines.add("");
        }
        result.handedIn().filter(handedIn -> handedIn.percentOff() > 0).ifPresent(handedIn -> {
            lines.add("Late: " + handedIn.percentOff() + " % of what was earned, " + Points.text(result.lateness())
                    + " points, is taken off.");
            lines.add("");
        });
        lines.addAll(notes);
        return PlainText.words(String.join("\n", lines)).strip();
    }

    private static List<String> words(RoomGrade grade) {
        List<String> lines = new ArrayList<>();
        if (!grade.reason().isEmpty()) {
            lines.add(grade.reason());
        }
        grade.misconceptions().forEach(misconception -> lines.add(misconception.says()));
        lines.addAll(grade.problems());
        lines.addAll(grade.refusals());
        return lines;
    }

    private static JsonArray tests(PersonResult result, Titles titles) {
        JsonArray tests = new JsonArray();
        int number = 0;
        for (RoomResult room : result.rooms()) {
            number++;
            int inRoom = 0;
            for (RoomGrade grade : room.grade().stream().toList()) {
                for (CheckGrade check : grade.checks()) {
                    inRoom++;
                    tests.add(test(room, grade, check, titles, number + "." + check.stage() + "." + inRoom));
                }
            }
        }
        return tests;
    }

    private static JsonObject test(RoomResult room, RoomGrade grade, CheckGrade check, Titles titles, String number) {
        double worth = room.assigned().points() * (double) check.points() / Math.max(1, grade.maxScore());
        JsonObject test = new JsonObject();
        test.addProperty("score", Points.number(check.isPassed() ? worth : 0));
        test.addProperty("max_score", Points.number(worth));
        test.addProperty("status", check.isPassed() ? "passed" : "failed");
        test.addProperty("name", PlainText.line(titles.room(grade.room()) + ": " + check.title()));
        test.addProperty("number", number);
        test.addProperty("output", PlainText.words(output(check)));
        test.add("tags", tags(grade.room(), "stage " + check.stage()));
        test.addProperty("visibility", check.hidden() ? "after_due_date" : "visible");
        JsonObject extra = new JsonObject();
        extra.addProperty("id", check.id());
        extra.addProperty("status", check.status());
        test.add("extra_data", extra);
        return test;
    }

    private static String output(CheckGrade check) {
        List<String> lines = new ArrayList<>();
        if (!check.isPassed()) {
            lines.add(check.status().replace('-', ' ') + (check.message().isEmpty() ? "" : ": " + check.message()));
        }
        lines.addAll(check.notes());
        return String.join("\n", lines);
    }

    private static JsonArray tags(String... tags) {
        JsonArray array = new JsonArray();
        List.of(tags).forEach(array::add);
        return array;
    }

    private static JsonObject extraData(Assignment assignment, PersonResult result) {
        JsonObject extra = new JsonObject();
        extra.addProperty("assignment", assignment.id());
        extra.addProperty("max_score", Points.number(assignment.points()));
        result.handedIn().ifPresent(handedIn -> extra.addProperty("digest", handedIn.digest()));
        JsonArray rooms = new JsonArray();
        for (RoomResult room : result.rooms()) {
            room.grade().ifPresent(grade -> {
                JsonObject json = new JsonObject();
                json.addProperty("room", grade.room());
                json.addProperty("outcome", grade.outcome());
                json.addProperty("files", grade.files());
                json.addProperty("roomVersion", grade.roomVersion());
                json.addProperty("lab", grade.lab());
                json.addProperty("java", grade.java());
                rooms.add(json);
            });
        }
        extra.add("rooms", rooms);
        return extra;
    }
}
