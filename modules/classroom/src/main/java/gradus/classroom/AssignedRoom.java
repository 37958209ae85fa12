package gradus.classroom;

import java.util.List;

/**
 * A room of an assignment.
 *
 * @param room its id
 * @param stages the numbers of the stages that count; all if none is named
 * @param points what all points of the room are worth in the gradebook
 */
public record AssignedRoom(String room, List<Integer> stages, int points) {
    /** Whether a stage counts. */
    public boolean counts(int stage) {
        return stages.isEmpty() || stages.contains(stage);
    }
}
