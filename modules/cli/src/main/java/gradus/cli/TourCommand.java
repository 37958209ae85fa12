package gradus.cli;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.FigureRun;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Report;
import gradus.grader.Settings;
import gradus.grader.author.Mistakes;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.workspace.Reading;
import gradus.grader.workspace.Workspace;
import gradus.kit.figure.CannotDraw;
import gradus.kit.figure.Drawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes a newcomer through one room, in a scratch workspace. */
@Command(name = "tour", description = "Takes you through a room in a minute: first try, mistake, solution, picture.")
final class TourCommand implements Callable<Integer> {
    private static final String ROOM = "pca";
    private static final String MISTAKE = "batch-mean";
    private static final long SEED = 1;

    private final Session session;

    @Option(names = "--no-pause", description = "Does not wait for Enter between the steps.")
    private boolean noPause;

    TourCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        boolean isPack = session.pack().isPresent();
        Room room = isPack ? session.checkout().roadmap().rooms().get(0) : session.room(ROOM);
        Workspace scratch = new Workspace(session.checkout().cache().resolve("tour"));
        List<Source> reference = RoomClasses.read(room, room.sources());

        scratch.start(room, session.checkout().roadmap().prerequisites(room));
        scratch.reset(room);
        step("1. A room begins with a starter: a small Java file with TODOs");
        session.tell("A room is one algorithm that you write yourself. This one is " + room.title()
                + (isPack ? "" : ", on the Iris flowers") + ". Here is what 'check' says before you wrote anything:");
        session.say("");
        Outcome outcome = show(room, scratch);
        boolean isDone = isPack ? outcome instanceof Outcome.NotAttempted : solve(room, scratch, reference);

        step("What next");
        session.tell("That was a scratch copy in " + scratch.folder() + ". For your own:");
        session.say("");
        session.say("  " + session.call("start " + room.id()));
        session.say("  " + session.call("watch " + room.id()));
        if (!room.hints().isEmpty()) {
            session.say("  " + session.call("hint " + room.id()));
        }
        session.say("  " + session.call("roadmap"));
        return isDone ? ExitCode.OK : ExitCode.FAULT;
    }

    /** Makes a mistake, mends it and draws the result. Returns whether all of that was possible. */
    private boolean solve(Room room, Workspace scratch, List<Source> reference) throws IOException {
        step("2. A try with a mistake in it");
        Mistake mistake = room.mistakes().stream()
                .filter(candidate -> candidate.id().equals(MISTAKE))
                .findFirst()
                .orElseThrow();
        scratch.put(Mistakes.apply(mistake, reference));
        session.tell("Now the TODOs are filled in, by someone who " + mistake.title() + ":");
        session.say("");
        session.say(session.ink().strong("    " + firstChange(reference, Mistakes.apply(mistake, reference))));
        session.say("");
        show(room, scratch);

        step("3. The mistake mended");
        scratch.put(reference);
        Outcome outcome = show(room, scratch);

        step("4. A picture of your own result");
        return draw(room, scratch) && outcome instanceof Outcome.Passed;
    }

    private void step(String title) {
        if (session.isTerminal() && !noPause && !title.startsWith("1")) {
            session.say("");
            session.pause();
        }
        session.say("");
        session.say(session.ink().strong("== " + title));
        session.say("");
    }

    /** The first line in which two versions of a room's files differ. */
    private static String firstChange(List<Source> before, List<Source> after) {
        for (int i = 0; i < before.size(); i++) {
            List<String> old = before.get(i).text().lines().toList();
            List<String> now = after.get(i).text().lines().toList();
            for (int line = 0; line < now.size(); line++) {
                if (line >= old.size() || !now.get(line).equals(old.get(line))) {
                    return now.get(line).strip();
                }
            }
        }
        return "";
    }

    private Outcome show(Room room, Workspace scratch) {
        Reading reading = scratch.read(room);
        if (!(reading instanceof Reading.Read read)) {
            throw new IllegalStateException(((Reading.Unreadable) reading).reason());
        }
        Outcome outcome = new Judge(session.checkout()).check(room, read.submission(), Settings.quick(SEED));
        session.say(new Report(room, session.ink(), false).of(outcome));
        return outcome;
    }

    private boolean draw(Room room, Workspace scratch) throws IOException {
        Reading reading = scratch.read(room);
        FigureRun figure = FigureRun.of(session.checkout(), room).orElseThrow();
        try {
            FigureRun.Result result = figure.draw(((Reading.Read) reading).submission(), Map.of());
            if (result instanceof FigureRun.Result.NotDrawn notDrawn) {
                session.tell(notDrawn.reason());
                return false;
            }
            Drawing drawing = ((FigureRun.Result.Drawn) result).drawing();
            Path picture = scratch.folder().resolve(room.id() + ".png");
            drawing.writePng(picture);
            session.tell(drawing.description());
            session.say("");
            session.say("Picture: " + picture);
            if (session.isTerminal()) {
                Viewer.open(picture.toString(), session.environment());
            }
            return true;
        } catch (CannotDraw e) {
            session.tell(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
