package gradus.grader;

import gradus.catalogue.Room;
import gradus.catalogue.Stage;
import gradus.grader.room.CheckInfo;
import gradus.grader.worker.Incident;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which checks wait because a stage that theirs stands on is not right yet. What passes all the same counts; what fails
 * may fail for that reason alone, so it waits. Where an earlier stage hangs or crashes, later ones are not tried.
 */
final class Waiting {
    private static final Set<Status> WRONG = Set.of(Status.FAILED, Status.DOES_NOT_COMPILE, Status.SURFACE_DIFFERS);

    private final List<Stage> stages;
    private final Set<Integer> wrong = new HashSet<>();
    private final Set<Integer> dangerous = new HashSet<>();
    private boolean isHopeless;

    Waiting(Room room) {
        stages = room.stages();
    }

    void begin(CheckInfo check) {
        isHopeless = needed(check.stage()).stream().anyMatch(stage -> dangerous.contains(stage.number()));
    }

    /** Whether the check that began need not be run. */
    boolean isHopeless() {
        return isHopeless;
    }

    void end(CheckResult result) {
        if (WRONG.contains(result.status()) && !isHopeless) {
            wrong.add(result.stage());
        }
        if (result.incident() != Incident.NONE) {
            dangerous.add(result.stage());
        }
    }

    /** The result of a check in the light of all others. */
    CheckResult judge(CheckResult result) {
        return result.status() != Status.FAILED || result.incident() != Incident.NONE
                ? result
                : needed(result.stage()).stream()
                        .filter(stage -> wrong.contains(stage.number()))
                        .findFirst()
                        .map(result::waitingFor)
                        .orElse(result);
    }

    /** The stages that one stands on, directly or not, the first ones first. */
    private List<Stage> needed(int number) {
        Set<Integer> numbers = new TreeSet<>();
        collect(number, numbers);
        return stages.stream().filter(stage -> numbers.contains(stage.number())).toList();
    }

    private void collect(int number, Set<Integer> numbers) {
        for (Stage stage : stages) {
            if (stage.number() == number) {
                stage.needs().forEach(need -> {
                    numbers.add(need);
                    collect(need, numbers);
                });
            }
        }
    }
}
