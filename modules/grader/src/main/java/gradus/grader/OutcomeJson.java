package gradus.grader;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.grader.source.Problem;
import gradus.grader.verify.Refusal;
import java.util.List;

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
        List<Recognised> mistakes = run.mistakes();
        boolean isClear = mistakes.size() == 1 && mistakes.get(0).either().size() == 1;
        json.addProperty("mistake", isClear ? mistakes.get(0).either().get(0).id() : null);
        json.add("mistakes", mistakes(mistakes));
        if (outcome instanceof Outcome.Refused refused) {
            json.addProperty("reason", refused.reason());
        }
        if (outcome instanceof Outcome.DoesNotCompile broken && !broken.why().isEmpty()) {
            json.addProperty("reason", broken.why());
        }
        json.add("problems", problems(run));
        json.add("refusals", refusals(run));
        JsonArray checks = new JsonArray();
        for (CheckResult check : run.checks()) {
            JsonObject result = new JsonObject();
            result.addProperty("id", check.id());
            result.addProperty("stage", check.stage());
            result.addProperty("points", check.points());
            result.addProperty("status", check.status().word());
            result.addProperty("seconds", Math.round(check.seconds() * 1e6) / 1e6);
            result.addProperty("message", check.message());
            JsonArray notes = new JsonArray();
            check.notes().forEach(notes::add);
            result.add("notes", notes);
            checks.add(result);
        }
        json.add("checks", checks);
        return json;
    }

    private static JsonArray mistakes(List<Recognised> mistakes) {
        JsonArray array = new JsonArray();
        for (Recognised recognised : mistakes) {
            JsonObject json = new JsonObject();
            JsonArray either = new JsonArray();
            recognised.either().forEach(mistake -> either.add(mistake.id()));
            json.add("either", either);
            JsonArray checks = new JsonArray();
            recognised.checks().stream().sorted().forEach(checks::add);
            json.add("checks", checks);
            json.addProperty("says", recognised.inWords());
            array.add(json);
        }
        return array;
    }

    private static JsonArray refusals(Run run) {
        JsonArray refusals = new JsonArray();
        for (Refusal refusal : run.refusals()) {
            JsonObject json = new JsonObject();
            json.addProperty("file", refusal.file());
            json.addProperty("line", refusal.line());
            json.addProperty("member", refusal.member());
            json.addProperty("message", refusal.message());
            refusals.add(json);
        }
        return refusals;
    }

    private static JsonArray problems(Run run) {
        JsonArray problems = new JsonArray();
        for (Problem problem : run.problems()) {
            JsonObject json = new JsonObject();
            json.addProperty("file", problem.file());
            json.addProperty("line", problem.line());
            json.addProperty("column", problem.column());
            json.addProperty("part", problem.part());
            json.addProperty("message", problem.message());
            json.addProperty("excerpt", problem.excerpt());
            problems.add(json);
        }
        return problems;
    }
}
