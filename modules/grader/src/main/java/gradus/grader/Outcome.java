package gradus.grader;

import gradus.grader.source.Problem;
import java.util.List;

/** The result of a grading run. Of several that apply, the first in the order below is given. */
public sealed interface Outcome {
    Run run();

    /** The submission was not run. What it may not use stands in the run's refusals. */
    record Refused(Run run, String reason) implements Outcome {}

    /** Nothing of the room could be called. */
    record SurfaceDiffers(Run run, List<String> differences) implements Outcome {}

    record OutOfMemory(Run run) implements Outcome {}

    record TimedOut(Run run) implements Outcome {}

    /** The learner's code ended its process, or the process broke the protocol. */
    record Crashed(Run run) implements Outcome {}

    record Failed(Run run) implements Outcome {}

    /**
     * Something does not compile, and nothing worse happened.
     *
     * @param why why nothing could be graded, or empty if the rest was
     */
    record DoesNotCompile(Run run, String why) implements Outcome {
        /** What does not compile; there is at least one. */
        public List<Problem> problems() {
            return run.problems();
        }
    }

    record NotAttempted(Run run) implements Outcome {}

    record Passed(Run run) implements Outcome {}

    /** The word for it in terminal and JSON, such as {@code not-attempted}. */
    default String word() {
        StringBuilder word = new StringBuilder();
        for (char c : getClass().getSimpleName().toCharArray()) {
            if (Character.isUpperCase(c) && !word.isEmpty()) {
                word.append('-');
            }
            word.append(Character.toLowerCase(c));
        }
        return word.toString();
    }
}
