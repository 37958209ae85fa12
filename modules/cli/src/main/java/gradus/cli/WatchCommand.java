package gradus.cli;

import gradus.catalogue.Room;
import gradus.catalogue.Stage;
import gradus.grader.Headway;
import gradus.grader.Outcome;
import gradus.grader.Report;
import gradus.grader.Settings;
import gradus.grader.worker.Spare;
import gradus.grader.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Grades a room again whenever its file is saved. */
@Command(name = "watch", description = "Runs a room's checks whenever you save your file. Ends with q or Ctrl-C.")
final class WatchCommand implements Callable<Integer> {
    private static final String CLEAR = "\u001b[H\u001b[2J";
    private static final String KEYS = "h hint   f figure   s solution   n next room   l list   r run again   q quit";
    private static final String KEYS_OF_PACK = KEYS.replace("   s solution", "");

    private final Session session;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Spare spare = new Spare();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ROOM", description = "Default: the room you are in.")
    private @Nullable String id;

    @Mixin
    private DeviceOption device = new DeviceOption();

    private @Nullable Attempt attempt;
    private boolean isAskingForSolution;

    /** What the watch reacts to, one after the other. */
    private sealed interface Event {
        record Pressed(int key) implements Event {}

        record Saved() implements Event {}

        record Graded(Attempt attempt, Outcome outcome) implements Event {}

        record Broken(RuntimeException fault) implements Event {}
    }

    WatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        device.applyTo(session);
        session.with(spare);
        Optional<Room> room = Optional.of(session.room(id));
        if (!session.isTerminal()) {
            return watch(room.get()).isPresent() ? ExitCode.FAULT : ExitCode.OK;
        }
        try (Keys keys = new Keys(key -> events.add(new Event.Pressed(key)))) {
            while (room.isPresent()) {
                room = watch(room.get());
            }
        } finally {
            spare.close();
        }
        return ExitCode.OK;
    }

    /** Watches a room until the learner leaves it, for another one or for good. */
    private Optional<Room> watch(Room room) throws InterruptedException {
        session.startIfNew(room);
        Workspace workspace = session.workspace();
        Path file = workspace.mainFile(room);
        List<String> names = room.sources().stream()
                .map(source -> source.getFileName().toString())
                .toList();
        long seed = Settings.newSeed();
        clear();
        session.say(session.ink().strong(room.title()) + session.ink().faint("  " + file));
        try (Saves saves = new Saves(file.resolveSibling(""), names, () -> events.add(new Event.Saved()))) {
            grade(room, seed);
            while (true) {
                Event event = events.take();
                if (event instanceof Event.Broken broken) {
                    throw broken.fault();
                } else if (event instanceof Event.Saved) {
                    grade(room, seed);
                } else if (event instanceof Event.Graded graded && graded.attempt() == attempt) {
                    show(room, graded.outcome());
                } else if (event instanceof Event.Pressed pressed) {
                    if (pressed.key() == Keys.QUIT) {
                        session.say("");
                        return Optional.empty();
                    } else if (pressed.key() == 'r') {
                        seed = Settings.newSeed();
                        grade(room, seed);
                    } else if (pressed.key() == 'n') {
                        Optional<Room> next = next(room);
                        if (next.isPresent()) {
                            return next;
                        }
                        below("There is no other room that is not solved yet.");
                    } else {
                        react(room, pressed.key());
                    }
                }
            }
        } finally {
            stop();
        }
    }

    private void stop() {
        if (attempt != null) {
            attempt.cancel();
            attempt = null;
        }
    }

    /** Begins to grade what was saved; what is still being graded is of no interest any more. */
    private void grade(Room room, long seed) {
        stop();
        status("Checking …");
        Attempt next = new Attempt(session, room);
        attempt = next;
        Thread thread = new Thread(
                () -> {
                    try {
                        events.add(new Event.Graded(next, next.run(seed, false, Headway.UNHEARD)));
                    } catch (RuntimeException e) {
                        if (!next.isCancelled()) {
                            events.add(new Event.Broken(e));
                        }
                    }
                },
                "grading");
        thread.setDaemon(true);
        thread.start();
    }

    private void show(Room room, Outcome outcome) {
        clear();
        session.say(new Report(room, session.ink(), false).of(outcome));
        if (outcome instanceof Outcome.Passed) {
            congratulate(room);
        }
        session.say(session.ink()
                .faint("Checked at " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " in "
                        + String.format(Locale.ROOT, "%.2f s", outcome.run().seconds()) + "."));
        isAskingForSolution = false;
        status(keys());
    }

    private void congratulate(Room room) {
        session.say("");
        session.say(session.ink().good("You solved it. This is what you can do now:"));
        for (Stage stage : room.stages()) {
            session.say("  " + session.ink().good("✓") + " " + stage.title());
        }
        if (!session.isTerminal()) {
            session.tell("See what you made: '" + session.call("figure " + room.id()) + "'. "
                    + Gradus.Next.of(session, session.workspace().progress()));
            return;
        }
        session.tell("Press f to see what you made."
                + next(room)
                        .map(next -> " Press n to go on with " + next.id() + " (" + next.title() + ", about "
                                + next.minutes() + " minutes).")
                        .orElse(" " + session.allSolved()));
    }

    private void react(Room room, int key) {
        boolean isAnswer = isAskingForSolution && key == 'y';
        isAskingForSolution = false;
        switch (key) {
            case 'h' -> run("hint", room.id());
            case 'f' -> run("figure", room.id());
            case 'l' -> run("roadmap");
            case 's' -> askForSolution(room);
            default -> {
                if (isAnswer) {
                    run("solution", room.id(), "--yes");
                }
                status(keys());
            }
        }
    }

    private void askForSolution(Room room) {
        if (session.pack().isPresent() || session.workspace().progress().isSolved(room)) {
            run("solution", room.id());
        } else {
            isAskingForSolution = true;
            below("You have not solved " + room.id() + " yet. See its solution all the same? Press y if so.");
        }
    }

    /** Runs another command below what is in sight. */
    private void run(String... command) {
        wipe();
        Main.run(session, command);
        session.say("");
        status(keys());
    }

    private String keys() {
        return session.pack().isPresent() ? KEYS_OF_PACK : KEYS;
    }

    private void below(String words) {
        wipe();
        session.tell(words);
        status(keys());
    }

    private Optional<Room> next(Room room) {
        return session.workspace().progress().ahead(session.checkout().roadmap().rooms(), room.id()).stream()
                .filter(other -> !other.id().equals(room.id()))
                .findFirst();
    }

    // The screen: what was said last, and under it one line with what is going on and what can be pressed.

    private void clear() {
        if (session.isTerminal()) {
            session.err().print(CLEAR);
        }
    }

    private void wipe() {
        if (session.isTerminal()) {
            session.err().print("\r\u001b[K");
        }
    }

    private void status(String words) {
        if (session.isTerminal()) {
            wipe();
            session.err().print(session.ink().faint(words));
            session.err().flush();
        }
    }
}
