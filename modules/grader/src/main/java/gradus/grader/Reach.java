package gradus.grader;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.verify.Verifier;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the learner's code of a room can reach. */
final class Reach {
    private final Checkout checkout;
    private final Room room;
    private final RoomClasses classes;

    Reach(Checkout checkout, Room room, RoomClasses classes) {
        this.checkout = checkout;
        this.room = room;
        this.classes = classes;
    }

    /**
     * Whether code has no way to what lasts longer than its classes do: it uses nothing that a class run would refuse,
     * and has neither libraries, which keep much in fields of their own, nor threads, files and connections.
     *
     * @param files the room's class files by binary name
     * @param prerequisites what they stand on
     */
    boolean endsWithItsClasses(Map<String, byte[]> files, Map<String, byte[]> prerequisites) {
        List<Room> required = checkout.roadmap().prerequisites(room);
        if (!isPlain(room) || !required.stream().allMatch(Reach::isPlain) || !isAllowed(room, classes, files)) {
            return false;
        }
        Map<String, byte[]> learners = new TreeMap<>(prerequisites);
        learners.values().removeAll(classes.prerequisites().values());
        for (Room each : required) {
            Map<String, byte[]> part = new TreeMap<>(learners);
            part.keySet().removeIf(name -> !name.startsWith(each.packageName() + "."));
            learners.keySet().removeAll(part.keySet());
            if (!part.isEmpty() && !isAllowed(each, RoomClasses.of(checkout, each), part)) {
                return false;
            }
        }
        return learners.isEmpty();
    }

    private static boolean isPlain(Room room) {
        return room.libraries().isEmpty()
                && room.jvm().isEmpty()
                && room.grants().isEmpty();
    }

    private boolean isAllowed(Room each, RoomClasses known, Map<String, byte[]> files) {
        return Verifier.of(checkout, each, known).refusals(files, List.of()).isEmpty();
    }
}
