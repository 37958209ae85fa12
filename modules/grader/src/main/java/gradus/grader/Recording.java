package gradus.grader;

import java.util.List;
import java.util.Map;

/**
 * What came of running checks.
 *
 * @param traces what the code under each check gave back, by the check's id
 * @param hints what the author says of a wrong answer, by the id of the check that failed
 */
record Recording(List<CheckResult> results, Map<String, Trace> traces, Map<String, String> hints) {
    /** The same, where checks wait for what their stages stand on. */
    Recording judged(Waiting waiting) {
        return new Recording(results.stream().map(waiting::judge).toList(), traces, hints);
    }
}
