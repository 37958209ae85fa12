package gradus.classroom.results;

import gradus.classroom.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What one person has in an assignment.
 *
 * @param handedIn none where nothing was received
 * @param rooms in the order of the assignment
 * @param adjustments in the order in which they were made
 * @param isComplete whether all that was handed in is graded
 */
public record PersonResult(
        Person person,
        Optional<HandedIn> handedIn,
        List<RoomResult> rooms,
        List<Adjustment> adjustments,
        boolean isComplete) {
    /** Points earned, before lateness and adjustments. */
    public double earned() {
        return rounded(rooms.stream().mapToDouble(RoomResult::points).sum());
    }

    /** Points that lateness takes away. */
    public double lateness() {
        return rounded(earned() * handedIn.map(HandedIn::percentOff).orElse(0) / 100);
    }

    /** Points that were added by hand, or taken away. */
    public double adjusted() {
        return rounded(adjustments.stream().mapToDouble(Adjustment::points).sum());
    }

    /** What counts: never below 0. */
    public double score() {
        return rounded(Math.max(0, earned() - lateness() + adjusted()));
    }

    /** To a hundredth of a point, as gradebooks have it. */
    private static double rounded(double points) {
        return BigDecimal.valueOf(points).setScale(2, RoundingMode.HALF_UP).doubleValue();
    }
}
