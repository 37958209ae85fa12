package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
        List<Path> files = workspace.filesToEdit(room);
        if (files.size() == 1) {
            session.say((wasStarted ? "Your file is there:    " : "Your file:    ") + file);
        } else {
            String names =
                    files.stream().map(part -> part.getFileName().toString()).collect(Collectors.joining(", "));
            session.say((wasStarted ? "Your files are there:  " : "Your files:   ") + names);
            session.say("In:           " + file.getParent());
        }
        session.say("What to do:   " + workspace.statementFile(room));
        session.say("Check it:     " + session.call("check " + room.id()));
        session.say("On each save: " + session.call("watch " + room.id()));
        return ExitCode.OK;
    }
}
