package gradus.grader;

import gradus.grader.worker.Incident;

/**
 * The result of one check.
 *
 * @param id method name of the check
 * @param title what it checks, a sentence
 * @param stage number of its stage, from 1
 * @param points what it is worth
 * @param message why it did not pass, in plain text; empty where it passed
 * @param incident what happened to the worker meanwhile
 */
public record CheckResult(
        String id, String title, int stage, int points, Status status, String message, Incident incident) {

    /** Points earned. */
    public int score() {
        return status == Status.PASSED ? points : 0;
    }
}
