package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings a starter back. */
@Command(name = "reset", description = "Brings a room's starter back. A copy of your file is kept.")
final class ResetCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", description = "Default: the room you are in.")
    private @Nullable String id;

    ResetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Room room = session.room(id);
        Workspace workspace = session.workspace();
        session.start(room);
        List<Path> copies = workspace.reset(room);
        session.say("The starter is back in " + workspace.mainFile(room) + ".");
        session.sayKept(copies);
        return ExitCode.OK;
    }
}
