package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.Report;
import gradus.grader.workspace.Progress;
import gradus.grader.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one step of a hint ladder. */
@Command(name = "hint", description = "Shows the next step of a room's hint ladder.")
final class HintCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", description = "Default: the room you are in.")
    private @Nullable String id;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "Shows this step again.")
    private @Nullable Integer step;

    HintCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Room room = session.room(id);
        Workspace workspace = session.workspace();
        Progress progress = workspace.progress();
        Progress.OfRoom done = progress.of(room.id());
        List<String> hints = room.hints();
        if (hints.isEmpty()) {
            session.tell(
                    session.pack().filter(pack -> !pack.hasHints()).isPresent()
                            ? "This assignment gives no hints."
                            : "The room " + room.id() + " has no hints.");
            return ExitCode.OK;
        }
        int shown = done == null ? 0 : done.hints();
        int wanted = step != null ? step : Math.min(shown + 1, hints.size());
        if (wanted < 1 || wanted > hints.size()) {
            throw new Usage(room.id() + " has hints 1 to " + hints.size() + ", but not " + wanted + ".");
        }
        session.say(session.ink().strong("Hint " + wanted + " of " + hints.size()) + " for " + room.title());
        session.say("");
        Report.wrapMarkdown(hints.get(wanted - 1)).forEach(session::say);
        session.say("");
        if (wanted < hints.size()) {
            session.tell("Think first, then try. The next one: '" + session.call("hint " + room.id()) + "'.");
        } else {
            session.tell("That was the last one."
                    + (session.pack().isPresent()
                            ? ""
                            : " The whole solution: '" + session.call("solution " + room.id()) + "'."));
        }
        workspace.save(progress.hinted(room.id(), wanted));
        return ExitCode.OK;
    }
}
