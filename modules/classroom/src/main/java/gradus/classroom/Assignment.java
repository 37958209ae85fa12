package gradus.classroom;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a class has to do, and how it is graded.
 *
 * @param id small letters, digits, hyphens
 * @param due when it has to be handed in
 * @param seed secret; what randomised checks draw from is made of it
 * @param hints whether the pack has the hints
 * @param hiddenChecks whether hidden checks count
 * @param secondsPerCheck a limit for one check other than the rooms' own
 * @param rooms in their order, at least one
 */
public record Assignment(
        String id,
        String title,
        OffsetDateTime due,
        LatePolicy late,
        String seed,
        boolean hints,
        boolean hiddenChecks,
        OptionalInt secondsPerCheck,
        List<AssignedRoom> rooms) {
    /** What can be earned. */
    public int points() {
        return rooms.stream().mapToInt(AssignedRoom::points).sum();
    }

    /** An assigned room, by its id. */
    public Optional<AssignedRoom> room(String id) {
        return rooms.stream().filter(room -> room.room().equals(id)).findFirst();
    }
}
