package gradus.classroom.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.QueueState;
import gradus.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at a queue. */
@Command(
        name = "status",
        description = "Says what waits in a queue that many machines share, who grades it, and how long it will take.")
final class StatusCommand extends ClassAction {
    private static final int MINUTE = 60;

    @Mixin
    private QueueOptions queues = new QueueOptions();

    StatusCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() {
        try (Database database = queues.required()) {
            QueueState state = QueueState.of(database);
            JsonObject json = new JsonObject();
            json.addProperty("waiting", state.waiting());
            json.addProperty("givenUp", state.givenUp());
            json.addProperty("graded", state.graded());
            json.addProperty("perMinute", state.perMinute());
            JsonArray graders = new JsonArray();
            state.graders().forEach((name, works) -> {
                JsonObject grader = new JsonObject();
                grader.addProperty("name", name);
                grader.addProperty("works", works);
                graders.add(grader);
            });
            json.add("graders", graders);
            answer(json, () -> say(state));
            return state.givenUp() == 0 ? ExitCode.OK : ExitCode.NOT_ALL;
        }
    }

    private void say(QueueState state) {
        console()
                .say(state.waiting() + " waiting, " + state.graded() + " graded, " + state.givenUp() + " given up; "
                        + state.perMinute() + " in the last minute.");
        state.graders().forEach((name, works) -> console().say("  " + name + ": " + works + " now"));
        state.secondsLeft()
                .ifPresent(seconds -> console()
                        .say(String.format("About %d:%02d left at this speed.", seconds / MINUTE, seconds % MINUTE)));
    }
}
