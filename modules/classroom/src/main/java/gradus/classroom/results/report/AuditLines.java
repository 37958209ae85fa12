package gradus.classroom.results.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import gradus.classroom.Assignment;
import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Points;
import gradus.classroom.results.RoomResult;

/**
 * Where each score comes from, one JSON object a line: the files that were graded, with which versions and seed, what
 * each check said, and what was changed by hand and by whom. People go by their ids. For who teaches alone: whoever
 * knows a seed can foresee what checks ask.
 */
public final class AuditLines {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private AuditLines() {}

    /** Writes a line for everybody. */
    public static String of(Gradebook gradebook) {
        StringBuilder lines = new StringBuilder();
        for (PersonResult result : gradebook.people()) {
            lines.append(GSON.toJson(json(gradebook.assignment(), result))).append('\n');
        }
        return lines.toString();
    }

    /** Writes the same of one person in many lines, for people to read. */
    static String of(Assignment assignment, PersonResult result) {
        return GSON.newBuilder().setPrettyPrinting().create().toJson(json(assignment, result));
    }

    private static JsonObject json(Assignment assignment, PersonResult result) {
        JsonObject json = new JsonObject();
        ResultsJson.add(json, "assignment", assignment.id());
        ResultsJson.add(json, "person", result.person().id());
        ResultsJson.addScore(json, result);
        json.add("rooms", ResultsJson.array(result.rooms(), AuditLines::room));
        return json;
    }

    private static JsonObject room(RoomResult room) {
        JsonObject json = new JsonObject();
        ResultsJson.add(json, "room", room.assigned().room());
        json.addProperty("points", Points.number(room.points()));
        json.addProperty("maxPoints", room.assigned().points());
        room.grade().ifPresent(grade -> {
            ResultsJson.addOrigin(json, grade);
            json.addProperty("seed", Long.toString(grade.seed()));
            JsonObject checks = new JsonObject();
            for (CheckGrade check : grade.checks()) {
                ResultsJson.add(checks, check.id(), check.status());
            }
            json.add("checks", checks);
        });
        return json;
    }
}
