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
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

    /** Says who this is among many machines. */
    static String nameOfProcess() {
        String process = ManagementFactory.getRuntimeMXBean().getName().replaceFirst("@.*", "");
        try {
            return InetAddress.getLocalHost().getHostName() + "-" + process;
        } catch (UnknownHostException e) {
            return "process-" + process;
        }
    }

    /** @throws Usage if fewer or far too many are to be graded at a time */
    void requireJobs(int least) {
        if (jobs < least || jobs > MAX_JOBS) {
            throw new Usage("--jobs must be a number from " + least + " to " + MAX_JOBS + ", but was " + jobs + ".");
        }
    }

    /**
     * Makes what grades.
     *
     * @throws NoSandbox if submissions are to be sandboxed and cannot be
     */
    Grader grader(Checkout checkout) {
        if (jobs > 0 && !unsandboxed && Sandbox.ofThisMachine() instanceof Sandbox.Absent absent) {
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
                    nameOfProcess(),
                    (done, total) -> progress.show(done, total, done + " of " + total + " graded"));
        }
    }
}
