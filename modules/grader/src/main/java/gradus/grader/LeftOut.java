package gradus.grader;

import gradus.grader.room.Surface;
import gradus.grader.source.Problem;
import gradus.grader.source.Salvage;
import gradus.worker.DoesNotCompile;
import gradus.worker.Member;
import gradus.worker.MissingMember;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of the learner's file was left out because it does not compile, as a check notices it. */
final class LeftOut {
    static final LeftOut NOTHING = new LeftOut(Map.of());

    /** Reasons by the message of what is thrown. */
    private final Map<String, String> reasons;

    private LeftOut(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /** @param starter class files of the starter, which have all that a check may call */
    static LeftOut of(Salvage.Saved saved, Map<String, byte[]> starter) {
        Map<String, String> reasons = new HashMap<>();
        saved.reasons().forEach((part, problem) -> reasons.put(part, words(part, problem)));
        for (Member member : Surface.missing(starter, saved.files())) {
            Problem problem = saved.gone().get(member.owner() + "." + member.name());
            if (problem != null) {
                reasons.put(Surface.missing(member), words(problem.part(), problem));
            }
        }
        return new LeftOut(reasons);
    }

    private static String words(String part, Problem problem) {
        String what = problem.part().equals(part)
                ? part + " does not compile."
                : part + " needs " + problem.part() + ", which does not compile.";
        return what + "\n" + problem.inWords();
    }

    /** Why something was thrown, or null if not because something was left out. */
    @Nullable
    String reason(Throwable thrown) {
        return thrown instanceof DoesNotCompile || thrown instanceof MissingMember
                ? reasons.get(String.valueOf(thrown.getMessage()))
                : null;
    }
}
