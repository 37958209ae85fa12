package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.workspace.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line itself. Without a command it says where the learner is, and what is next. {@link Commands} adds the
 * commands.
 */
@Command(
        name = "gradus",
        description = "A learning lab for machine learning in Java.",
        synopsisSubcommandLabel = "COMMAND")
final class Gradus implements Callable<Integer> {
    private final Session session;

    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean help;

    @SuppressWarnings("UnusedVariable")
    @Option(
            names = "--no-daemon",
            scope = ScopeType.INHERIT,
            description = "Does the work in this process alone, as GRADUS_DAEMON=no does for every command.")
    private boolean noDaemon;

    Gradus(Session session) {
        this.session = session;
    }

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Your folder. Default: $GRADUS_WORKSPACE, else 'workspace' in the lab.")
    void setWorkspace(Path folder) {
        session.useWorkspace(folder);
    }

    @Override
    public Integer call() {
        Progress progress = session.workspace().progress();
        List<Room> rooms = session.checkout().roadmap().rooms();
        if (progress.rooms().isEmpty()) {
            String rest = session.call("roadmap") + "' shows them all, '"
                    + session.call("start " + rooms.get(0).id()) + "' starts the first one.";
            session.tell(session.pack()
                    .map(pack -> "Welcome to " + pack.title() + ", rooms of Gradus to solve. '" + rest)
                    .orElse("Welcome to Gradus. '" + session.call("tour") + "' takes you through a room in a minute, '"
                            + rest));
            return ExitCode.OK;
        }
        long solved = rooms.stream().filter(progress::isSolved).count();
        session.say(solved + " of " + rooms.size() + (rooms.size() == 1 ? " room" : " rooms") + " solved.");
        session.tell(Next.of(session, progress));
        return ExitCode.OK;
    }

    /** What to do next. */
    static final class Next {
        private Next() {}

        static String of(Session session, Progress progress) {
            Optional<Room> current = Optional.ofNullable(progress.current())
                    .flatMap(id -> session.checkout().roadmap().room(id));
            if (current.isPresent() && !progress.isSolved(current.get())) {
                Room room = current.get();
                Progress.OfRoom done = progress.of(room.id());
                String points = done == null || done.maxScore() == 0
                        ? "not checked yet"
                        : done.score() + " of " + done.maxScore() + " points";
                return "You are in " + room.id() + " (" + room.title() + "), " + points + ". Edit "
                        + session.workspace().mainFile(room) + ", then '" + session.call("check") + "'.";
            }
            return progress.ahead(session.checkout().roadmap().rooms(), progress.current()).stream()
                    .findFirst()
                    .map(room ->
                            "Next: '" + session.call((progress.of(room.id()) == null ? "start " : "check ") + room.id())
                                    + "' (" + room.title() + ", about " + room.minutes() + " minutes).")
                    .orElse(session.allSolved()
                            + (session.pack().isPresent()
                                    ? ""
                                    : " '" + session.call("roadmap") + "' shows what is planned."));
        }
    }
}
