package gradus.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.grader.workspace.Progress;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what was done so far. */
@Command(name = "progress", description = "Shows your rooms: points, runs, hints.")
final class ProgressCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    ProgressCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Progress progress = session.workspace().progress();
        if (json) {
            session.json(json(progress));
            return ExitCode.OK;
        }
        if (progress.rooms().isEmpty()) {
            session.tell("No room started yet. '" + session.call("roadmap") + "' lists them.");
            return ExitCode.OK;
        }
        session.say(session.ink()
                .strong(String.format("%-24s %-10s %8s %6s %6s", "room", "status", "points", "runs", "hints")));
        for (Map.Entry<String, Progress.OfRoom> entry : progress.rooms().entrySet()) {
            Progress.OfRoom done = entry.getValue();
            session.say(String.format(
                    "%-24s %-10s %8s %6d %6d",
                    entry.getKey(),
                    progress.word(entry.getKey()),
                    done.maxScore() == 0 ? "-" : done.score() + "/" + done.maxScore(),
                    done.runs(),
                    done.hints()));
        }
        session.say("");
        session.tell(Gradus.Next.of(session, progress));
        return ExitCode.OK;
    }

    private static JsonObject json(Progress progress) {
        JsonArray rooms = new JsonArray();
        progress.rooms().forEach((id, done) -> {
            JsonObject room = new JsonObject();
            room.addProperty("id", id);
            room.addProperty("status", progress.word(id));
            room.addProperty("score", done.score());
            room.addProperty("maxScore", done.maxScore());
            room.addProperty("runs", done.runs());
            room.addProperty("hints", done.hints());
            room.addProperty("passed", done.passed());
            rooms.add(room);
        });
        JsonObject json = new JsonObject();
        json.addProperty("current", progress.current());
        json.add("rooms", rooms);
        return json;
    }
}
