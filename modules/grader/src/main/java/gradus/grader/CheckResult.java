package gradus.grader;

import gradus.catalogue.Stage;
import gradus.grader.room.CheckInfo;
import gradus.grader.worker.Incident;
import java.util.List;

/**
 * The result of one check.
 *
 * @param id method name of the check
 * @param title what it checks, a sentence
 * @param stage number of its stage, from 1
 * @param points what it is worth
 * @param message why it did not pass, in plain text; empty where it passed
 * @param notes what the check said beside its verdict, in plain text
 * @param incident what happened to the worker meanwhile
 */
public record CheckResult(
        String id,
        String title,
        int stage,
        int points,
        Status status,
        String message,
        List<String> notes,
        Incident incident) {

    /** A result without notes and incident. */
    static CheckResult of(CheckInfo check, Status status, String message) {
        return new CheckResult(
                check.id(), check.title(), check.stage(), check.points(), status, message, List.of(), Incident.NONE);
    }

    CheckResult with(List<String> said) {
        return new CheckResult(id, title, stage, points, status, message, said, incident);
    }

    CheckResult with(Status other, String why) {
        return new CheckResult(id, title, stage, points, other, why, notes, incident);
    }

    CheckResult with(Incident happened) {
        return new CheckResult(id, title, stage, points, status, message, notes, happened);
    }

    /** This check could not be judged before an earlier stage is right. */
    CheckResult waitingFor(Stage earlier) {
        return new CheckResult(
                id,
                title,
                stage,
                points,
                Status.WAITING,
                "Waits for stage " + earlier.number() + ": " + earlier.title() + ".",
                notes,
                incident);
    }

    /** Points earned. */
    public int score() {
        return status == Status.PASSED ? points : 0;
    }
}
