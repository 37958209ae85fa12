package gradus.grader;

import gradus.grader.room.CheckInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is told of hidden checks: the author's words and the lab's, and nothing that the learner's code has a say in. It
 * knows the inputs, so whatever it throws, prints or returns could tell them.
 */
final class Hidden {
    private Hidden() {}

    /** The results of checks, those of hidden ones in words that give nothing away. */
    static List<CheckResult> from(Recording recording, List<CheckInfo> checks) {
        Map<String, CheckInfo> byId = new HashMap<>();
        checks.forEach(check -> byId.put(check.id(), check));
        return recording.results().stream()
                .map(result -> {
                    CheckInfo check = byId.get(result.id());
                    return check != null && check.hidden()
                            ? result.with(result.status(), words(result, recording.hints()))
                                    .with(List.of())
                            : result;
                })
                .toList();
    }

    private static String words(CheckResult result, Map<String, String> hints) {
        return switch (result.status()) {
            case PASSED, NOT_ATTEMPTED -> "";
            // These are about the text of the file, and about earlier stages.
            case DOES_NOT_COMPILE, WAITING -> result.message();
            case SURFACE_DIFFERS -> "Something that this hidden check calls is missing or has other parameters.";
            case NO_DATA -> "A data set that this hidden check needs is absent.";
            // A class run has the references, so that this cannot be.
            case WHEN_GRADED, ERROR -> "The lab could not run this hidden check.";
            case FAILED ->
                switch (result.incident()) {
                    case NONE -> ("This hidden check failed. " + hints.getOrDefault(result.id(), "")).strip();
                    case TIMED_OUT -> "Your code ran out of time in this hidden check.";
                    case OUT_OF_MEMORY -> "Your code ran out of memory in this hidden check.";
                    case CRASHED -> "The process with your code ended in this hidden check.";
                };
        };
    }
}
