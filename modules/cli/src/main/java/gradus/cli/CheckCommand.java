package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.Outcome;
import gradus.grader.OutcomeJson;
import gradus.grader.Report;
import gradus.grader.Settings;
import gradus.grader.Status;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades a room. */
@Command(name = "check", description = "Runs a room's checks on your file. Exit code 0: all points; 1: not all.")
final class CheckCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", description = "Default: the room you are in.")
    private @Nullable String id;

    @Option(names = "--seed", paramLabel = "N", description = "What randomised checks draw from. Default: a new one.")
    private @Nullable Long seed;

    @Option(names = "--all", description = "Names every check, those that passed too.")
    private boolean all;

    @Option(names = "--full", description = "Runs the checks too that take minutes.")
    private boolean full;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    @Mixin
    private DeviceOption device = new DeviceOption();

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        device.applyTo(session);
        Room room = session.room(id);
        session.startIfNew(room);
        long drawn = seed != null ? seed : Settings.newSeed();
        Outcome outcome;
        try (ProgressLine line = new ProgressLine(session)) {
            outcome = new Attempt(session, room).run(drawn, full, line::show);
        }
        if (json) {
            session.json(OutcomeJson.of(outcome));
        } else {
            session.say(new Report(room, session.ink(), all).of(outcome));
            session.tell(advice(room, outcome));
        }
        if (outcome.run().any(Status.ERROR)) {
            return ExitCode.FAULT;
        }
        return outcome instanceof Outcome.Passed ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private String advice(Room room, Outcome outcome) {
        if (outcome instanceof Outcome.Passed) {
            return "See what you made: '" + session.call("figure " + room.id()) + "'. "
                    + Gradus.Next.of(session, session.workspace().progress());
        } else if (outcome instanceof Outcome.Refused || outcome instanceof Outcome.DoesNotCompile) {
            return "";
        }
        String hint = room.hints().isEmpty() ? "" : "Stuck? '" + session.call("hint " + room.id()) + "'. ";
        return hint + "The same inputs again: --seed " + outcome.run().seed() + ".";
    }
}
