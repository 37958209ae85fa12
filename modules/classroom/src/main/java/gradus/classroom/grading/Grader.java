package gradus.classroom.grading;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.classroom.Trouble;
import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.Misconception;
import gradus.classroom.results.RoomGrade;
import gradus.grader.CheckResult;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Run;
import gradus.grader.Settings;
import gradus.grader.Status;
import gradus.grader.Submission;
import gradus.grader.compiler.SandboxedCompiler;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.sandbox.Confinement;
import gradus.grader.source.LearnerCompiler;
import gradus.grader.source.Problem;
import gradus.grader.verify.Refusal;
import gradus.grader.worker.Incident;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Grades one work after the other, on any number of threads. Each submission is compiled in a sandboxed process and
 * runs in a new sandboxed worker.
 */
public final class Grader implements AutoCloseable {
    private static final Pattern PLACE = Pattern.compile(" It was .*", Pattern.DOTALL);

    /** A room that is ready for many submissions. */
    private record Ready(Room room, RoomClasses classes, List<CheckInfo> checks, String version) {}

    private final Checkout checkout;
    private final Confinement confinement;
    private final String lab;
    private final Map<String, Ready> rooms = new HashMap<>();
    private final Deque<SandboxedCompiler> idle = new ArrayDeque<>();
    private boolean isClosed;

    /** @param confinement plain only where the instructor trusts every submission */
    public Grader(Checkout checkout, Confinement confinement) {
        this.checkout = checkout;
        this.confinement = confinement;
        this.lab = LabVersion.of(checkout);
    }

    /** Version of this lab. */
    public String lab() {
        return lab;
    }

    /** Version of a room of this lab. */
    public String version(String room) {
        return ready(room).version();
    }

    private synchronized Ready ready(String id) {
        return rooms.computeIfAbsent(id, same -> {
            Room room = checkout.roadmap()
                    .room(id)
                    .orElseThrow(() -> new Trouble("There is no room '" + id + "' in this lab."));
            RoomClasses classes = RoomClasses.of(checkout, room);
            List<CheckInfo> checks = CheckInfo.in(RoomClasses.together(classes.visible(), classes.hidden()));
            return new Ready(room, classes, checks, LabVersion.of(checkout, room));
        });
    }

    /**
     * Grades a work.
     *
     * @throws NotGraded if this lab cannot, through no fault of the learner's
     */
    RoomGrade grade(Work work) throws NotGraded {
        Ready ready = ready(work.room());
        if (!work.lab().equals(lab) || !work.roomVersion().equals(ready.version())) {
            throw new NotGraded("It was ordered by the lab " + work.lab() + ", but this one is " + lab
                    + ", or its room " + work.room() + " differs. Bring both to the same version.");
        }
        Room room = work.secondsPerCheck() == 0
                ? ready.room()
                : ready.room().with(ready.room().limits().withCheck(Duration.ofSeconds(work.secondsPerCheck())));
        List<CheckInfo> checks = ready.checks().stream()
                .filter(check -> work.hiddenChecks() || !check.hidden())
                .filter(check -> work.stages().isEmpty() || work.stages().contains(check.stage()))
                .toList();
        Settings settings = Settings.quick(work.seed()).bound().confined(confinement);
        Submission submission = new Submission(Path.of(work.sources().get(0).fileName()), work.sources());
        Outcome outcome;
        if (confinement == Confinement.PLAIN) {
            outcome = new Judge(checkout, null, LearnerCompiler.HERE)
                    .check(room, ready.classes(), checks, submission, settings);
        } else {
            SandboxedCompiler compiler = take();
            try {
                outcome =
                        new Judge(checkout, null, compiler).check(room, ready.classes(), checks, submission, settings);
            } finally {
                giveBack(compiler);
            }
        }
        return grade(work, ready, checks, outcome);
    }

    private RoomGrade grade(Work work, Ready ready, List<CheckInfo> checks, Outcome outcome) throws NotGraded {
        Run run = outcome.run();
        for (CheckResult result : run.checks()) {
            if (result.status() == Status.NO_DATA) {
                throw new NotGraded("A data set of the room " + work.room() + " is absent. 'gradus data fetch "
                        + String.join(" ", ready.room().datasets()) + "' brings it.");
            } else if (result.status() == Status.ERROR) {
                throw new NotGraded("The lab failed in " + result.id() + ": " + result.message());
            }
        }
        Map<String, CheckInfo> byId = new HashMap<>();
        checks.forEach(check -> byId.put(check.id(), check));
        return new RoomGrade(
                work.room(),
                work.files(),
                work.roomVersion(),
                lab,
                System.getProperty("java.version"),
                work.seed(),
                outcome.word(),
                reason(outcome),
                run.checks().stream().map(result -> grade(result, byId)).toList(),
                run.mistakes().stream()
                        .map(found -> new Misconception(
                                found.either().stream().map(Mistake::id).toList(),
                                found.checks().stream().sorted().toList(),
                                found.inWords()))
                        .toList(),
                run.problems().stream().map(Problem::inWords).toList(),
                run.refusals().stream().map(Refusal::inWords).toList());
    }

    private static CheckGrade grade(CheckResult result, Map<String, CheckInfo> byId) {
        CheckInfo check = byId.get(result.id());
        return new CheckGrade(
                result.id(),
                result.stage(),
                result.title(),
                check != null && check.hidden(),
                result.points(),
                result.status().word(),
                message(result),
                result.notes());
    }

    /** Where a loop was when its time was up is chance, and a grade shall be the same each time. */
    private static String message(CheckResult result) {
        return result.incident() == Incident.NONE
                ? result.message()
                : PLACE.matcher(result.message()).replaceFirst("");
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused.reason();
        } else if (outcome instanceof Outcome.DoesNotCompile broken) {
            return broken.why();
        } else if (outcome instanceof Outcome.SurfaceDiffers differs) {
            return String.join("\n", differs.differences());
        }
        return "";
    }

    private synchronized SandboxedCompiler take() {
        return idle.isEmpty() ? new SandboxedCompiler() : idle.pop();
    }

    private synchronized void giveBack(SandboxedCompiler compiler) {
        if (isClosed) {
            compiler.close();
        } else {
            idle.push(compiler);
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        idle.forEach(SandboxedCompiler::close);
        idle.clear();
    }
}
