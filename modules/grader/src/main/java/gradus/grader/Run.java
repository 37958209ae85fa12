package gradus.grader;

import gradus.grader.source.Problem;
import gradus.grader.verify.Refusal;
import gradus.grader.worker.Incident;
import java.nio.file.Path;
import java.util.List;

/**
 * One grading run.
 *
 * @param room id of the room
 * @param file the learner's file
 * @param seed what randomised checks drew from
 * @param seconds wall time
 * @param checks results in declared order
 * @param problems what of the learner's file does not compile, in source order
 * @param refusals what of the learner's file a class run refuses, in source order
 * @param pointsOfFullRun points of checks that only a full run would have run
 * @param mistakes what the submission looks like; several where several things are wrong
 * @param printed what the learner's code printed, cut to a bearable length
 */
public record Run(
        String room,
        Path file,
        long seed,
        double seconds,
        List<CheckResult> checks,
        List<Problem> problems,
        List<Refusal> refusals,
        int pointsOfFullRun,
        List<Recognised> mistakes,
        String printed) {
    /** The same run, with what it looks like. */
    Run looksLike(List<Recognised> recognised) {
        return new Run(room, file, seed, seconds, checks, problems, refusals, pointsOfFullRun, recognised, printed);
    }

    public int score() {
        return checks.stream().mapToInt(CheckResult::score).sum();
    }

    /** Points that could be earned: checks that could not be run here are left out. */
    public int maxScore() {
        return checks.stream()
                .filter(check -> check.status().counts())
                .mapToInt(CheckResult::points)
                .sum();
    }

    /** Whether some check has a status. */
    public boolean any(Status status) {
        return checks.stream().anyMatch(check -> check.status() == status);
    }

    private boolean any(Incident incident) {
        return checks.stream().anyMatch(check -> check.incident() == incident);
    }

    /** The outcome that the checks' results make: the first that applies, worst first. */
    Outcome outcome() {
        if (any(Incident.OUT_OF_MEMORY)) {
            return new Outcome.OutOfMemory(this);
        } else if (any(Incident.TIMED_OUT)) {
            return new Outcome.TimedOut(this);
        } else if (any(Incident.CRASHED)) {
            return new Outcome.Crashed(this);
        } else if (any(Status.FAILED) || any(Status.SURFACE_DIFFERS) || any(Status.WAITING) || any(Status.ERROR)) {
            return new Outcome.Failed(this);
        } else if (any(Status.DOES_NOT_COMPILE) || !problems.isEmpty()) {
            return new Outcome.DoesNotCompile(this, "");
        } else if (any(Status.NOT_ATTEMPTED)) {
            return new Outcome.NotAttempted(this);
        }
        return new Outcome.Passed(this);
    }
}
