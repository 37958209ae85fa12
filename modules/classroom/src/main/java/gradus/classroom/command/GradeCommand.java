package gradus.classroom.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.classroom.Assignment;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.grading.ClassRun.Failure;
import gradus.classroom.grading.Grader;
import gradus.classroom.grading.Work;
import gradus.cli.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Grades what was collected. */
@Command(
        name = "grade",
        description = {
            "Grades what was collected, each submission in a sandbox of its own. What is graded already is not graded"
                    + " again; after an interruption it goes on where it was.",
            "Exit code 1: something could not be graded."
        })
final class GradeCommand extends ClassAction {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The assignment. Default: the only one.")
    private @Nullable String id;

    @Mixin
    private OrderOptions order = new OrderOptions();

    GradeCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException, InterruptedException {
        Assignment assignment = session().assignment(id);
        Grader grader = order.grader(session().checkout());
        return session().work(assignment, grader, (run, grades, queue) -> {
            List<Work> works = run.works().stream()
                    .filter(work -> grades.of(work).isEmpty())
                    .toList();
            order.grade(works, false, grader, grades, queue, console());
            return summarise(assignment, run, run.works().size() - works.size());
        });
    }

    private int summarise(Assignment assignment, ClassRun run, int before) {
        List<Failure> failures = run.failures();
        int works = run.works().size();
        long absent = run.gradebook().people().stream()
                .filter(person -> person.handedIn().isEmpty())
                .count();
        JsonObject json = new JsonObject();
        json.addProperty("assignment", assignment.id());
        json.addProperty("people", run.plans().size());
        json.addProperty("works", works);
        json.addProperty("gradedBefore", before);
        json.addProperty("notHandedIn", absent);
        JsonArray left = new JsonArray();
        for (Failure failure : failures) {
            JsonObject object = new JsonObject();
            object.addProperty("person", failure.person().id());
            object.addProperty("room", failure.room());
            object.addProperty("why", failure.why());
            left.add(object);
        }
        json.add("notGraded", left);
        answer(json, () -> {
            console()
                    .say(run.plans().size() + (run.plans().size() == 1 ? " person" : " people")
                            + " handed in, " + absent + " did not. "
                            + (failures.isEmpty() ? "All of it is graded" : failures.size() + " not graded")
                            + (before > 0 ? "; " + before + " of " + works + " were before." : "."));
            Map<String, List<String>> byReason = new LinkedHashMap<>();
            failures.forEach(failure -> byReason.computeIfAbsent(failure.why(), why -> new ArrayList<>())
                    .add(failure.person().id() + " (" + failure.room() + ")"));
            byReason.forEach((why, whose) -> console().tell("Not graded: " + String.join(", ", whose) + ". " + why));
            if (failures.isEmpty()) {
                console().tell("Next: '" + console().call("class report " + assignment.id()) + "'.");
            }
        });
        return failures.isEmpty() ? ExitCode.OK : ExitCode.NOT_ALL;
    }
}
