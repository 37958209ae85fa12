package gradus.cli;

import gradus.catalogue.Room;
import gradus.grader.Headway;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Rehearsal;
import gradus.grader.Run;
import gradus.grader.Settings;
import gradus.grader.workspace.Reading;
import gradus.grader.workspace.Workspace;
import java.util.List;

/** Grades the learner's files of a room once, and keeps what came of it. */
final class Attempt {
    /** One for the JVM, because it is the JVM that gets to know the code. */
    private static final Rehearsal REHEARSAL = new Rehearsal();

    private final Session session;
    private final Room room;
    private final Judge judge;
    private volatile boolean isCancelled;

    Attempt(Session session, Room room) {
        this.session = session;
        this.room = room;
        this.judge = new Judge(session.checkout(), session.spare());
        session.cancelBy(this::cancel);
    }

    Outcome run(long seed, boolean full, Headway headway) {
        Workspace workspace = session.workspace();
        Settings settings = new Settings(seed, full, headway);
        Outcome outcome = REHEARSAL.pausedBy(() -> grade(workspace, settings));
        if (session.spare() != null) {
            REHEARSAL.of(session.checkout(), room);
        }
        if (!isCancelled) {
            workspace.save(workspace.progress().after(room.id(), outcome));
        }
        return outcome;
    }

    /** Makes {@link #run} come back soon, from another thread; what it returns means nothing then. */
    void cancel() {
        isCancelled = true;
        judge.cancel();
    }

    boolean isCancelled() {
        return isCancelled;
    }

    private Outcome grade(Workspace workspace, Settings settings) {
        Reading reading = session.read(room);
        if (reading instanceof Reading.Unreadable unreadable) {
            Run run = new Run(
                    room.id(),
                    workspace.mainFile(room),
                    settings.seed(),
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    List.of(),
                    "");
            return new Outcome.Refused(run, unreadable.reason());
        }
        return judge.check(room, ((Reading.Read) reading).submission(), settings);
    }
}
