package gradus.classroom.command;

import gradus.classroom.grading.Database;
import gradus.classroom.grading.Grader;
import gradus.classroom.grading.Grades;
import gradus.classroom.grading.Queue;
import gradus.classroom.grading.QueueState;
import gradus.classroom.grading.Work;
import gradus.cli.Console;
import gradus.grader.room.Checkout;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Who grades what is ordered: this machine, or others too. */
final class OrderOptions {
    @Mixin
    private QueueOptions queues = new QueueOptions();

    @Mixin
    private GradingOptions grading = new GradingOptions();

    Grader grader(Checkout checkout) {
        grading.requireJobs(queues.isShared() ? 0 : 1);
        return grading.grader(checkout);
    }

    /**
     * Has works graded.
     *
     * @param again even if they are graded already
     * @param grades of the class, where the grades are written
     * @param own the class's own queue, for a machine that grades alone
     */
    void grade(List<Work> works, boolean again, Grader grader, Grades grades, Queue own, Console console)
            throws InterruptedException {
        if (!queues.isShared()) {
            own.release();
            own.add(works, again);
            grading.workOff(own, works, grader, console);
            return;
        }
        try (Database database = queues.open(console)) {
            Queue queue = new Queue(database);
            queue.add(works, again);
            if (grading.jobs() == 0 && !QueueState.of(database).hasGraderOf(grader.lab())) {
                console.complain("Nobody grades for the lab " + grader.lab() + " yet. Start '"
                        + console.call("class worker") + "' in a lab of this version, with the same --queue.");
            }
            grading.workOff(queue, works, grader, console);
            grades.takeOver(works, new Grades(database));
        }
    }
}
