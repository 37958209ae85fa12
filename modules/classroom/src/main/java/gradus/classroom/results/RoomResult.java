package gradus.classroom.results;

import gradus.classroom.AssignedRoom;
import java.util.Optional;

/**
 * What one person has in one room.
 *
 * @param grade none where nothing was handed in for this room, or it is not graded yet
 */
public record RoomResult(AssignedRoom assigned, Optional<RoomGrade> grade) {
    /** Points in the gradebook, before lateness and adjustments. */
    public double points() {
        return grade.filter(found -> found.maxScore() > 0)
                .map(found -> assigned.points() * (double) found.score() / found.maxScore())
                .orElse(0.0);
    }
}
