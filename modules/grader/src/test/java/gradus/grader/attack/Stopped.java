package gradus.grader.attack;

import gradus.grader.CheckResult;
import gradus.grader.Outcome;
import gradus.grader.Run;
import gradus.grader.Status;
import gradus.grader.worker.Incident;

/** What stopped an attack, read from the outcome of its run. */
final class Stopped {
    private static final int WIDTH = 80;

    private Stopped() {}

    static String by(Outcome outcome) {
        Run run = outcome.run();
        if (outcome instanceof Outcome.Refused refused) {
            return brief("refused: "
                    + (run.refusals().isEmpty()
                            ? refused.reason()
                            : run.refusals().get(0).member()));
        } else if (outcome instanceof Outcome.DoesNotCompile) {
            return brief("the compiler: " + run.problems().get(0).message());
        } else if (outcome instanceof Outcome.SurfaceDiffers differs) {
            return brief("the surface differs: " + differs.differences().get(0));
        }
        return run.checks().stream()
                .filter(check -> check.incident() != Incident.NONE)
                .reduce((hidden, visible) -> visible)
                .map(check -> brief(incident(check)))
                .orElseGet(() -> run.any(Status.SURFACE_DIFFERS) ? "the surface differs" : "its answers are wrong");
    }

    private static String incident(CheckResult check) {
        return switch (check.incident()) {
            case TIMED_OUT -> "the time limit";
            case OUT_OF_MEMORY -> "the memory limit";
            default -> "the worker is given up: " + check.message();
        };
    }

    private static String brief(String words) {
        String line = words.lines().findFirst().orElse("").replace("|", "\\|");
        return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 2) + " …";
    }
}
