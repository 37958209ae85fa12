package gradus.classroom.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.classroom.Assignment;
import gradus.classroom.Trouble;
import gradus.classroom.grading.ClassRun;
import gradus.classroom.grading.Grader;
import gradus.classroom.grading.Grades;
import gradus.classroom.grading.Work;
import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.Deed;
import gradus.classroom.results.RoomGrade;
import gradus.cli.ExitCode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades again what is graded. */
@Command(
        name = "regrade",
        description = {
            "Grades again what is graded: all of it, or that of a room, of a person, or what failed a check. Says whose"
                    + " score changed.",
            "After a change of the lab or of a room, 'grade' alone grades anew."
        })
final class RegradeCommand extends ClassAction {
    /** A work that is graded again, and whose it is. */
    private record Again(List<String> people, Work work, RoomGrade before) {}

    @Parameters(index = "0", paramLabel = "ID", description = "The assignment.")
    private String id = "";

    @Option(names = "--room", paramLabel = "ROOM", description = "What was handed in for this room.")
    private @Nullable String room;

    @Option(
            names = "--check",
            paramLabel = "CHECK",
            description = "What did not pass this check, as in PcaTest.centres.")
    private @Nullable String check;

    @Option(names = "--person", paramLabel = "PERSON", description = "What this person handed in.")
    private @Nullable String person;

    @Mixin
    private OrderOptions order = new OrderOptions();

    RegradeCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() throws IOException, InterruptedException {
        Assignment assignment = session().assignment(id);
        Grader grader = order.grader(session().checkout());
        return session().work(assignment, grader, (run, grades, queue) -> {
            List<Again> chosen = chosen(run, grades);
            if (chosen.isEmpty()) {
                throw new Trouble("Nothing that is graded is chosen by that. '"
                        + console().call("class grade " + id) + "' grades what is not graded yet.");
            }
            order.grade(chosen.stream().map(Again::work).toList(), true, grader, grades, queue, console());
            grades.note(new Deed(
                    assignment.id(),
                    person == null ? "" : person,
                    "regrade",
                    0,
                    chosen.size() + " graded again" + (room == null ? "" : ", room " + room)
                            + (check == null ? "" : ", check " + check),
                    System.getProperty("user.name"),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS)));
            return summarise(chosen, grades);
        });
    }

    private List<Again> chosen(ClassRun run, Grades grades) {
        Map<String, Again> chosen = new LinkedHashMap<>();
        for (ClassRun.Plan plan : run.plans()) {
            if (person != null && !plan.person().id().equalsIgnoreCase(person)) {
                continue;
            }
            plan.works().values().stream()
                    .filter(work -> room == null || work.room().equals(room))
                    .forEach(work -> grades.of(work)
                            .filter(this::isChosen)
                            .ifPresent(before -> chosen.computeIfAbsent(
                                            work.id(), same -> new Again(new ArrayList<>(), work, before))
                                    .people()
                                    .add(plan.person().id())));
        }
        return List.copyOf(chosen.values());
    }

    private boolean isChosen(RoomGrade grade) {
        return check == null
                || grade.checks().stream().anyMatch(found -> found.id().equals(check) && !found.isPassed());
    }

    private int summarise(List<Again> chosen, Grades grades) {
        JsonArray changes = new JsonArray();
        List<String> lines = new ArrayList<>();
        int notGraded = 0;
        for (Again again : chosen) {
            String trouble = grades.trouble(again.work()).orElse("");
            RoomGrade after = grades.of(again.work()).orElse(again.before());
            List<String> checks = changed(again.before(), after);
            notGraded += trouble.isEmpty() ? 0 : 1;
            if (trouble.isEmpty()
                    && checks.isEmpty()
                    && after.score() == again.before().score()) {
                continue;
            }
            JsonObject json = new JsonObject();
            json.addProperty("people", String.join(", ", again.people()));
            json.addProperty("room", again.work().room());
            json.addProperty("before", again.before().score());
            json.addProperty("after", after.score());
            JsonArray named = new JsonArray();
            checks.forEach(named::add);
            json.add("checks", named);
            json.addProperty("trouble", trouble);
            changes.add(json);
            lines.add(String.join(", ", again.people()) + ", " + again.work().room() + ": "
                    + (trouble.isEmpty()
                            ? again.before().score() + " -> " + after.score() + " of " + after.maxScore() + " ("
                                    + String.join("; ", checks) + ")"
                            : "not graded again, the old grade stays. " + trouble));
        }
        answer(changes, () -> {
            console().say(chosen.size() + " graded again, " + (lines.isEmpty() ? "none changed." : "changed:"));
            lines.forEach(line -> console().tell("  " + line));
        });
        return notGraded == 0 ? ExitCode.OK : ExitCode.NOT_ALL;
    }

    private static List<String> changed(RoomGrade before, RoomGrade after) {
        Map<String, String> old =
                before.checks().stream().collect(Collectors.toMap(CheckGrade::id, CheckGrade::status, (a, b) -> a));
        return after.checks().stream()
                .filter(now -> !now.status().equals(old.get(now.id())))
                .map(now -> now.id() + " " + old.getOrDefault(now.id(), "new") + " -> " + now.status())
                .toList();
    }
}
