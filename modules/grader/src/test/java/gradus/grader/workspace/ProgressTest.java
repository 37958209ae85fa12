package gradus.grader.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import gradus.grader.workspace.Progress.OfRoom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is next, with the rooms of this lab. */
class ProgressTest {
    private static final List<Room> ROOMS =
            Checkout.open(Checkout.homeOf(Path.of(""))).roadmap().rooms();

    private static Progress solved(List<Room> rooms) {
        Map<String, OfRoom> progress = new HashMap<>();
        rooms.forEach(room -> progress.put(room.id(), new OfRoom(1, 1, 1, 0, "2026-01-01T00:00:00Z")));
        return new Progress(rooms.isEmpty() ? null : rooms.get(rooms.size() - 1).id(), progress);
    }

    @Test
    void aNewcomerIsLedThroughTheRoadmapInItsOrder() {
        List<Room> done = new ArrayList<>();
        while (done.size() < ROOMS.size()) {
            Progress progress = solved(done);
            done.add(progress.ahead(ROOMS, progress.current()).get(0));
        }

        assertEquals(ROOMS, done);
        assertEquals(List.of(), solved(done).ahead(ROOMS, ROOMS.get(0).id()));
    }

    @Test
    void whoBeginsInTheMiddleGoesOnFromThereAndComesRound() {
        for (Room first : ROOMS) {
            List<Room> done = new ArrayList<>(List.of(first));
            while (done.size() < ROOMS.size()) {
                Progress progress = solved(done);
                Room next = progress.ahead(ROOMS, progress.current()).get(0);
                List<String> ids = done.stream().map(Room::id).toList();
                assertTrue(ids.containsAll(next.requires()), next.id() + " comes too early");
                boolean isReadyBehind =
                        ROOMS.subList(ROOMS.indexOf(done.get(done.size() - 1)) + 1, ROOMS.size()).stream()
                                .anyMatch(room -> !done.contains(room) && ids.containsAll(room.requires()));
                assertEquals(isReadyBehind, ROOMS.indexOf(next) > ROOMS.indexOf(done.get(done.size() - 1)));
                done.add(next);
            }
        }
    }
}
