package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a reference. */
@Command(name = "solution", description = "Shows a room's reference. Asks first where you have not solved it.")
final class SolutionCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", description = "Default: the room you are in.")
    private @Nullable String id;

    @Option(names = "--apply", description = "Puts it into your workspace. A copy of your file is kept.")
    private boolean apply;

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    SolutionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Room room = session.room(id);
        Workspace workspace = session.workspace();
        boolean isSolved = workspace.progress().isSolved(room);
        if (!isSolved && !yes) {
            if (!session.isTerminal()) {
                throw new Usage(
                        "You have not solved " + room.id() + " yet. To see its solution all the same, add --yes.");
            }
            if (!session.confirm("You have not solved " + room.id() + " yet. See its solution all the same?")) {
                session.tell("Good. '" + session.call("hint " + room.id()) + "' gives a smaller push.");
                return ExitCode.OK;
            }
        }
        if (apply) {
            session.start(room);
            List<Path> copies = workspace.apply(room);
            session.say("The reference is in " + workspace.mainFile(room) + ".");
            session.sayKept(copies);
            return ExitCode.OK;
        }
        for (Source source : RoomClasses.read(room, room.sources())) {
            session.say(source.text().stripTrailing());
            session.say("");
        }
        return ExitCode.OK;
    }
}
