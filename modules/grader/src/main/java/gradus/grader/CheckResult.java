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
 * @param seconds wall time; 0 where it did not run
 */
public record CheckResult(
        String id,
        String title,
        int stage,
        int points,
        Status status,
        String message,
        List<String> notes,
        Incident incident,
        double seconds) {

    /** A result without notes, incident and time. */
    static CheckResult of(CheckInfo check, Status status, String message) {
        return new CheckResult(
                check.id(), check.title(), check.stage(), check.points(), status, message, List.of(), Incident.NONE, 0);
    }

    CheckResult with(List<String> said) {
        return new CheckResult(id, title, stage, points, status, message, said, incident, seconds);
    }

    CheckResult with(Status other, String why) {
        return new CheckResult(id, title, stage, points, other, why, notes, incident, seconds);
    }

    CheckResult with(Incident happened) {
        return new CheckResult(id, title, stage, points, status, message, notes, happened, seconds);
    }

    CheckResult with(double time) {
        return new CheckResult(id, title, stage, points, status, message, notes, incident, time);
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
                incident,
                seconds);
    }

    /** Points earned. */
    public int score() {
        return status == Status.PASSED ? points : 0;
    }
}
