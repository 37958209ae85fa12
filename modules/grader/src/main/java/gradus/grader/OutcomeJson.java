package gradus.grader;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** An outcome as JSON, for programs. */
public final class OutcomeJson {
    private OutcomeJson() {}

    public static JsonObject of(Outcome outcome) {
        Run run = outcome.run();
        JsonObject json = new JsonObject();
        json.addProperty("room", run.room());
        json.addProperty("file", run.file().toString());
        json.addProperty("outcome", outcome.word());
        json.addProperty("score", run.score());
        json.addProperty("maxScore", run.maxScore());
        json.addProperty("pointsOfFullRun", run.pointsOfFullRun());
        json.addProperty("seed", run.seed());
        json.addProperty("seconds", Math.round(run.seconds() * 1000) / 1000.0);
        json.add("mistake", JsonNull.INSTANCE);
        if (outcome instanceof Outcome.Refused refused) {
            json.addProperty("reason", refused.reason());
        }
        JsonArray checks = new JsonArray();
        for (CheckResult check : run.checks()) {
            JsonObject result = new JsonObject();
            result.addProperty("id", check.id());
            result.addProperty("stage", check.stage());
            result.addProperty("points", check.points());
            result.addProperty("status", check.status().word());
            result.addProperty("message", check.message());
            JsonArray notes = new JsonArray();
            check.notes().forEach(notes::add);
            result.add("notes", notes);
            checks.add(result);
        }
        json.add("checks", checks);
        return json;
    }
}
