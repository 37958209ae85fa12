package gradus.grader.author;

import java.util.List;

/** The result of {@code gradus dev check} for one room. */
public record RoomReport(String id, List<Finding> problems, List<MistakeResult> mistakes, double seconds) {
    public boolean isOk() {
        return problems.isEmpty();
    }
}
