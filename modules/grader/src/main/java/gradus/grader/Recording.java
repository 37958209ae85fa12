package gradus.grader;

import java.util.List;
import java.util.Map;

/**
 * What came of running checks.
 *
 * @param traces what the code under each check gave back, by the check's id
 */
record Recording(List<CheckResult> results, Map<String, Trace> traces) {
    /** The same, where checks wait for what their stages stand on. */
    Recording judged(Waiting waiting) {
        return new Recording(results.stream().map(waiting::judge).toList(), traces);
    }
}
