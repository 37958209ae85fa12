package gradus.web;

import gradus.catalogue.Room;
import gradus.grader.FigureRun;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures of the rooms that were open last, so that a slider need not wait until they are read and loaded. */
final class FigureShelf {
    private static final int MAX_KEPT = 8;

    /** A figure, and what it was made of. */
    private record Known(RoomVersion version, Optional<FigureRun> figure) {}

    private final Checkout checkout;

    /** By room; the ones that were used longest ago give way. */
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    FigureShelf(Checkout checkout) {
        this.checkout = checkout;
    }

    /** The figure of a room as its files are now, if it has one. */
    Optional<FigureRun> figure(Room room) {
        RoomVersion version = RoomVersion.of(checkout, room);
        Known last = last(room.id());
        return last != null && last.version().equals(version)
                ? last.figure()
                : keep(room.id(), new Known(version, FigureRun.of(checkout, room)));
    }

    private synchronized @Nullable Known last(String id) {
        return known.get(id);
    }

    private synchronized Optional<FigureRun> keep(String id, Known made) {
        known.put(id, made);
        if (known.size() > MAX_KEPT) {
            known.remove(known.keySet().iterator().next());
        }
        return made.figure();
    }
}
