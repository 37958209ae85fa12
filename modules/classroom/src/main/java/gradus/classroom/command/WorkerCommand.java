package gradus.classroom.command;

import gradus.classroom.Trouble;
import gradus.classroom.grading.Database;
import gradus.classroom.grading.Grader;
import gradus.classroom.grading.Queue;
import gradus.cli.ExitCode;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Grades what others order. */
@Command(
        name = "worker",
        description = {
            "Grades what waits in a queue that many machines share, until it is ended. What it had taken when it ends,"
                    + " others take over within seconds.",
            "A lab of another version than that which ordered the work refuses to grade it."
        })
final class WorkerCommand extends ClassAction {
    private static final int MILLIS_TO_END = 5000;

    @Mixin
    private QueueOptions queues = new QueueOptions();

    @Mixin
    private GradingOptions grading = new GradingOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "For 'class status'. Default: machine and process.")
    private String name = GradingOptions.nameOfProcess();

    WorkerCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws InterruptedException {
        grading.requireJobs(1);
        try (Grader grader = grading.grader(console().checkout());
                Database database = queues.open(console())) {
            Queue queue = new Queue(database);
            Set<String> labs = queue.labs();
            if (!labs.isEmpty() && !labs.contains(grader.lab())) {
                throw new Trouble("What waits there was ordered by the lab " + String.join(", ", labs)
                        + ", but this one is " + grader.lab()
                        + ", which would grade otherwise. Bring this machine to the same version.");
            }
            CountDownLatch isOver = new CountDownLatch(1);
            console().cancelBy(isOver::countDown);
            try (Queue.Shift shift = queue.work(grader, grading.jobs(), name)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(shift)));
                console()
                        .say(name + " grades for the lab " + grader.lab() + ", " + grading.jobs()
                                + " at a time. Ctrl-C ends it.");
                isOver.await();
            }
        }
        return ExitCode.OK;
    }

    /** A database that does not answer keeps nobody from ending. */
    private static void end(Queue.Shift shift) {
        Thread closing = new Thread(shift::close);
        closing.start();
        try {
            closing.join(MILLIS_TO_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
