package gradus.classroom.results.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.results.Adjustment;
import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.ClassSummary.CheckCount;
import gradus.classroom.results.ClassSummary.MistakeCount;
import gradus.classroom.results.ClassSummary.RoomSummary;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.HandedIn;
import gradus.classroom.results.Misconception;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.Points;
import gradus.classroom.results.RoomGrade;
import gradus.classroom.results.RoomResult;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the reports say, for programs. Words of other people's have lost their control characters. */
public final class ResultsJson {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ResultsJson() {}

    /** What one person has, as {@link PersonReport} tells it. */
    public static String of(Assignment assignment, PersonResult result) {
        JsonObject json = new JsonObject();
        add(json, assignment);
        add(json, "person", result.person().id());
        add(json, "name", result.person().name());
        add(json, "email", result.person().email());
        addScore(json, result);
        json.add("rooms", array(result.rooms(), ResultsJson::room));
        return GSON.toJson(json) + "\n";
    }

    /** What the class has, as {@link ClassReport} tells it. */
    public static String of(Gradebook gradebook) {
        ClassSummary summary = ClassSummary.of(gradebook);
        JsonObject json = new JsonObject();
        add(json, gradebook.assignment());
        json.addProperty("people", summary.size());
        json.addProperty("graded", summary.graded().size());
        summary.median().ifPresent(median -> json.addProperty("median", Points.number(median)));
        json.add("missing", ids(summary.missing()));
        json.add("late", ids(summary.late()));
        json.add("waiting", ids(summary.waiting()));
        json.add("mistakes", array(summary.mistakes(), ResultsJson::mistake));
        json.add("rooms", array(summary.rooms(), ResultsJson::room));
        json.add("scores", array(gradebook.people(), ResultsJson::score));
        return GSON.toJson(json) + "\n";
    }

    /** When and how a submission came. */
    static JsonObject handedIn(HandedIn handedIn) {
        JsonObject json = new JsonObject();
        add(json, "digest", handedIn.digest());
        add(json, "received", handedIn.received().toString());
        add(json, "origin", handedIn.origin());
        json.addProperty("daysLate", handedIn.daysLate());
        json.addProperty("percentOff", handedIn.percentOff());
        return json;
    }

    /** The score, and all that it is summed up from but the rooms. */
    static void addScore(JsonObject json, PersonResult result) {
        result.handedIn().ifPresent(handedIn -> json.add("handedIn", handedIn(handedIn)));
        json.addProperty("complete", result.isComplete());
        json.addProperty("earned", Points.number(result.earned()));
        json.addProperty("lateness", Points.number(result.lateness()));
        json.add("adjustments", array(result.adjustments(), ResultsJson::adjustment));
        json.addProperty("score", Points.number(result.score()));
    }

    /** Which versions graded what, and what came of it. */
    static void addOrigin(JsonObject json, RoomGrade grade) {
        add(json, "files", grade.files());
        add(json, "roomVersion", grade.roomVersion());
        add(json, "lab", grade.lab());
        add(json, "java", grade.java());
        add(json, "outcome", grade.outcome());
    }

    static <T> JsonArray array(List<T> items, Function<T, JsonElement> element) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(element.apply(item)));
        return array;
    }

    static void add(JsonObject json, String name, String text) {
        json.addProperty(name, PlainText.words(text));
    }

    private static void add(JsonObject json, Assignment assignment) {
        add(json, "assignment", assignment.id());
        add(json, "title", assignment.title());
        add(json, "due", assignment.due().toString());
        json.addProperty("points", assignment.points());
    }

    private static JsonArray words(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(text -> array.add(PlainText.words(text)));
        return array;
    }

    private static JsonArray ids(List<PersonResult> people) {
        return words(people.stream().map(result -> result.person().id()).toList());
    }

    private static JsonObject adjustment(Adjustment adjustment) {
        JsonObject json = new JsonObject();
        json.addProperty("points", Points.number(adjustment.points()));
        add(json, "why", adjustment.why());
        add(json, "by", adjustment.by());
        add(json, "when", adjustment.when().toString());
        return json;
    }

    private static JsonObject room(RoomResult room) {
        JsonObject json = new JsonObject();
        add(json, "room", room.assigned().room());
        json.addProperty("points", Points.number(room.points()));
        json.addProperty("maxPoints", room.assigned().points());
        room.grade().ifPresent(grade -> {
            addOrigin(json, grade);
            add(json, "seedFingerprint", grade.seedFingerprint());
            add(json, "reason", grade.reason());
            json.add("checks", array(grade.checks(), ResultsJson::check));
            json.add("misconceptions", array(grade.misconceptions(), ResultsJson::misconception));
            json.add("problems", words(grade.problems()));
            json.add("refusals", words(grade.refusals()));
        });
        return json;
    }

    private static JsonObject check(CheckGrade check) {
        JsonObject json = described(check);
        add(json, "status", check.status());
        add(json, "message", check.message());
        json.add("notes", words(check.notes()));
        return json;
    }

    private static JsonObject described(CheckGrade check) {
        JsonObject json = new JsonObject();
        add(json, "id", check.id());
        json.addProperty("stage", check.stage());
        add(json, "title", check.title());
        json.addProperty("hidden", check.hidden());
        json.addProperty("points", check.points());
        return json;
    }

    private static JsonObject misconception(Misconception misconception) {
        JsonObject json = new JsonObject();
        json.add("mistakes", words(misconception.mistakes()));
        json.add("checks", words(misconception.checks()));
        add(json, "says", misconception.says());
        return json;
    }

    private static JsonObject mistake(MistakeCount mistake) {
        JsonObject json = new JsonObject();
        add(json, "room", mistake.room());
        json.add("mistakes", words(mistake.mistakes()));
        add(json, "says", mistake.says());
        json.add("people", words(mistake.people().stream().map(Person::id).toList()));
        return json;
    }

    private static JsonObject room(RoomSummary room) {
        JsonObject json = new JsonObject();
        add(json, "room", room.assigned().room());
        json.addProperty("maxPoints", room.assigned().points());
        json.addProperty("graded", room.graded());
        room.median().ifPresent(median -> json.addProperty("median", Points.number(median)));
        json.add("outcomes", counts(room.outcomes()));
        json.add("checks", array(room.checks(), ResultsJson::check));
        return json;
    }

    private static JsonObject check(CheckCount count) {
        JsonObject json = described(count.check());
        json.addProperty("run", count.run());
        json.addProperty("missed", count.missed());
        json.add("statuses", counts(count.statuses()));
        return json;
    }

    private static JsonObject counts(Map<String, Integer> words) {
        JsonObject json = new JsonObject();
        words.forEach(json::addProperty);
        return json;
    }

    private static JsonObject score(PersonResult result) {
        JsonObject json = new JsonObject();
        add(json, "person", result.person().id());
        json.addProperty("complete", result.isComplete());
        json.addProperty("score", Points.number(result.score()));
        return json;
    }
}
