package gradus.grader.author;

import gradus.grader.CheckResult;
import gradus.grader.Status;
import gradus.grader.TimeLimit;
import gradus.grader.Trial;
import gradus.grader.room.CheckInfo;
import gradus.grader.room.RoomClasses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The mistakes that every room faces: one method at a time returns null, zeros, NaN, one of its arguments, or an array
 * with a row or element too few or too many.
 *
 * <p>A mistake meets all quick checks, and then the slow ones, one after the other, as long as nothing has noticed it.
 */
final class AutomaticMistakes {
    private static final long QUICK_NANOS = 100_000_000;
    /** Checks of wrong values may never end, and nobody gets marks for that. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final RoomClasses classes;
    private final long seed;
    private final List<CheckInfo> quick;
    private final List<CheckInfo> slow;

    /** @param checks what the reference passes */
    AutomaticMistakes(RoomClasses classes, List<CheckInfo> checks, long seed) {
        this.classes = classes;
        this.seed = seed;
        Map<CheckInfo, Long> nanos = new HashMap<>();
        for (CheckInfo check : checks) {
            long start = System.nanoTime();
            run(List.of(check), classes.reference());
            nanos.put(check, System.nanoTime() - start);
        }
        Map<Boolean, List<CheckInfo>> bySpeed = checks.stream()
                .sorted(Comparator.comparing(nanos::get))
                .collect(Collectors.partitioningBy(check -> nanos.getOrDefault(check, 0L) < QUICK_NANOS));
        quick = bySpeed.getOrDefault(true, List.of());
        slow = bySpeed.getOrDefault(false, List.of());
    }

    /** @param problem is told what is wrong with the room */
    List<AutomaticResult> results(Consumer<String> problem) {
        List<AutomaticResult> results = new ArrayList<>();
        for (AutomaticMistake mistake : LearnerParts.mistakes(classes)) {
            List<String> problems = failures(mistake)
                    .map(failures -> problems(mistake, failures))
                    .orElse(List.of());
            problems.forEach(problem);
            results.add(new AutomaticResult(
                    mistake.part().inWords(), mistake.returned().inWords(), problems.isEmpty()));
        }
        return results;
    }

    /** What did not pass, or nothing if a check did not end. */
    private Optional<List<CheckResult>> failures(AutomaticMistake mistake) {
        Map<String, byte[]> wrong = mistake.in(classes.reference());
        Optional<List<CheckResult>> failures = run(quick, wrong);
        for (CheckInfo check : slow) {
            if (failures.isPresent() && failures.get().isEmpty()) {
                failures = run(List.of(check), wrong);
            }
        }
        return failures;
    }

    private Optional<List<CheckResult>> run(List<CheckInfo> checks, Map<String, byte[]> learner) {
        return TimeLimit.of(
                LIMIT,
                () -> Trial.inPlace(classes, checks, learner, seed).stream()
                        .filter(result -> result.status() != Status.PASSED && result.status() != Status.NO_DATA)
                        .toList());
    }

    private static List<String> problems(AutomaticMistake mistake, List<CheckResult> failures) {
        if (failures.isEmpty()) {
            return List.of(mistake.inWords() + " gets full marks: no check notices it.");
        }
        return failures.stream()
                .filter(result ->
                        result.status() != Status.FAILED || result.message().isEmpty())
                .map(result -> mistake.inWords() + " makes " + result.id() + " end as "
                        + result.status().word() + ", but it should fail and say why. " + result.message())
                .toList();
    }
}
