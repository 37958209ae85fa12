package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a room's starter into the workspace. */
@Command(name = "start", description = "Puts a room's starter into your workspace and says which file to open.")
final class StartCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "ROOM", description = "Id of the room, such as pca.")
    private String id = "";

    StartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Room room = session.room(id);
        Workspace workspace = session.workspace();
        boolean wasStarted = workspace.isStarted(room);
        Path file = session.start(room);
        session.say(session.ink().strong(room.title()) + " (about " + room.minutes() + " minutes)");
        session.say((wasStarted ? "Your file is there:    " : "Your file:    ") + file);
        session.say("What to do:   " + workspace.statementFile(room));
        session.say("Check it:     " + session.call("check " + room.id()));
        session.say("On each save: " + session.call("watch " + room.id()));
        return ExitCode.OK;
    }
}
