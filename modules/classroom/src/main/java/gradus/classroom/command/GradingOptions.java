package gradus.classroom.command;

import gradus.classroom.grading.Grader;
import gradus.classroom.grading.Queue;
import gradus.classroom.grading.Work;
import gradus.cli.Console;
import gradus.cli.Usage;
import gradus.grader.room.Checkout;
import gradus.grader.sandbox.Confinement;
import gradus.grader.sandbox.NoSandbox;
import gradus.grader.sandbox.Sandbox;
import java.util.Collection;
import picocli.CommandLine.Option;

/** How submissions are graded. */
final class GradingOptions {
    private static final int MAX_JOBS = 1024;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "Submissions at a time. Default: as many as there are processors.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--unsandboxed",
            description = "Runs submissions as your user, without a sandbox. Only for code that you trust.")
    private boolean unsandboxed;

    /**
     * Makes what grades.
     *
     * @throws NoSandbox if submissions are to be sandboxed and cannot be
     */
    Grader grader(Checkout checkout) {
        if (jobs < 1 || jobs > MAX_JOBS) {
            throw new Usage("--jobs must be a number from 1 to " + MAX_JOBS + ", but was " + jobs + ".");
        }
        if (!unsandboxed && Sandbox.ofThisMachine() instanceof Sandbox.Absent absent) {
            throw new NoSandbox(absent);
        }
        return new Grader(checkout, unsandboxed ? Confinement.PLAIN : Confinement.SANDBOXED);
    }

    int jobs() {
        return jobs;
    }

    /** Grades until some works are done, and shows how far it is. */
    void workOff(Queue queue, Collection<Work> works, Grader grader, Console console) throws InterruptedException {
        Thread waiting = Thread.currentThread();
        console.cancelBy(waiting::interrupt);
        try (Console.Progress progress = console.progress()) {
            queue.workOff(
                    works,
                    grader,
                    jobs,
                    (done, total) -> progress.show(done, total, done + " of " + total + " graded"));
        }
    }
}
