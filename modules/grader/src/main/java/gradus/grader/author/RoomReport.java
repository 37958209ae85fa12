package gradus.grader.author;

import java.util.List;

/**
 * The result of {@code gradus dev check} for one room.
 *
 * @param mistakes what became of the mistakes that the room declares
 * @param automatic what became of those that every room faces
 */
public record RoomReport(
        String id,
        List<Finding> problems,
        List<MistakeResult> mistakes,
        List<AutomaticResult> automatic,
        double seconds) {
    public boolean isOk() {
        return problems.isEmpty();
    }
}
