package gradus.classroom.results;

import java.util.List;

/**
 * How one check ended.
 *
 * @param id of the check
 * @param stage number of its stage
 * @param title what it looks at, in the author's words
 * @param hidden whether learners never see its source
 * @param points it is worth in the room
 * @param status word of {@link gradus.grader.Status}
 * @param message why, in words a learner may read; empty where it passed
 */
public record CheckGrade(
        String id,
        int stage,
        String title,
        boolean hidden,
        int points,
        String status,
        String message,
        List<String> notes) {
    public boolean isPassed() {
        return status.equals("passed");
    }
}
