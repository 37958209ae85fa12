package gradus.classroom.command;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.QueueState;
import gradus.cli.ExitCode;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at a queue. */
@Command(
        name = "status",
        description = {
            "Says what waits in a queue that many machines share, who grades it, and how long it will take.",
            "Exit code 1: something could not be graded."
        })
final class StatusCommand extends ClassAction {
    @Mixin
    private QueueOptions queues = new QueueOptions();

    StatusCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() {
        QueueState state;
        try (Database database = queues.open(console())) {
            state = QueueState.of(database);
        }
        answer(json(state), () -> say(state));
        return state.givenUp().isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private static JsonObject json(QueueState state) {
        Gson gson = new Gson();
        JsonObject json = new JsonObject();
        json.addProperty("waiting", state.waitingInAll());
        json.add("waitingByLab", gson.toJsonTree(state.waiting()));
        json.addProperty("graded", state.graded());
        json.addProperty("perMinute", state.perMinute());
        state.timeLeft().ifPresent(left -> json.addProperty("secondsLeft", left.toSeconds()));
        json.add("givenUp", gson.toJsonTree(state.givenUp()));
        JsonArray graders = new JsonArray();
        for (QueueState.Member grader : state.graders()) {
            JsonObject object = gson.toJsonTree(grader).getAsJsonObject();
            object.addProperty("isGone", grader.isGone());
            graders.add(object);
        }
        json.add("graders", graders);
        return json;
    }

    private void say(QueueState state) {
        console()
                .say(state.waitingInAll() + " waiting, " + state.graded() + " graded, " + state.givenUpInAll()
                        + " given up. " + state.perMinute() + " were graded in the last minute.");
        state.timeLeft().ifPresent(left -> console().say("About " + clock(left) + " left at this speed."));
        if (!state.graders().isEmpty()) {
            console()
                    .say(String.format(
                            Locale.ROOT, "%n%-32s %-12s %7s %6s  %s", "Grader", "Lab", "At most", "Has", "Seen"));
        }
        for (QueueState.Member grader : state.graders()) {
            console()
                    .say(String.format(
                            Locale.ROOT,
                            "%-32s %-12s %7d %6d  %s",
                            grader.name(),
                            grader.lab(),
                            grader.jobs(),
                            grader.works(),
                            grader.isGone() ? "gone for " + clock(Duration.ofSeconds(grader.seenSeconds())) : "now"));
        }
        state.waiting().forEach((lab, works) -> {
            if (!state.hasGraderOf(lab)) {
                console()
                        .tell("Nobody grades the " + works + " that the lab " + lab + " ordered. Start '"
                                + console().call("class worker") + "' in a lab of that version.");
            }
        });
        state.givenUp().forEach((why, works) -> console().tell("Given up, " + works + ": " + why));
    }

    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart())
                : String.format(Locale.ROOT, "%d:%02d min", time.toMinutes(), time.toSecondsPart());
    }
}
