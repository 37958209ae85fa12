package gradus.grader.workspace;

import gradus.catalogue.Room;
import gradus.grader.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a learner did so far.
 *
 * @param current id of the room that was worked on last, or null
 * @param rooms by id
 */
public record Progress(@Nullable String current, Map<String, OfRoom> rooms) {
    /** Nothing done yet. */
    public static final Progress NONE = new Progress(null, Map.of());

    /**
     * Progress in one room.
     *
     * @param score best score
     * @param maxScore points that could be earned in that run
     * @param runs how often it was checked
     * @param hints how many steps of the hint ladder were shown
     * @param passed when it was first solved, in UTC, or null
     */
    public record OfRoom(
            int score,
            int maxScore,
            int runs,
            int hints,
            @Nullable String passed) {
        private static final OfRoom STARTED = new OfRoom(0, 0, 0, 0, null);

        public boolean isPassed() {
            return passed != null;
        }
    }

    /** Progress in a room, or null if it was never started. */
    public @Nullable OfRoom of(String room) {
        return rooms.get(room);
    }

    /** The word for a built room: {@code not-started}, {@code started} or {@code passed}. */
    public String word(String room) {
        OfRoom progress = of(room);
        return progress == null ? "not-started" : progress.isPassed() ? "passed" : "started";
    }

    /** Whether a room was passed once. */
    public boolean isSolved(Room room) {
        OfRoom progress = of(room.id());
        return progress != null && progress.isPassed();
    }

    /**
     * What is left to do: rooms behind another one in the roadmap's order, then those before it; those last whose
     * prerequisites are not all solved.
     *
     * @param rooms all that are built, in the roadmap's order
     * @param room id of the one to go on from; null for the beginning
     */
    public List<Room> ahead(List<Room> rooms, @Nullable String room) {
        List<Room> ahead = new ArrayList<>(rooms);
        int place = ahead.stream().map(Room::id).toList().indexOf(room);
        Collections.rotate(ahead, -(place + 1));
        Set<String> solved = rooms.stream().filter(this::isSolved).map(Room::id).collect(Collectors.toSet());
        ahead.removeIf(other -> solved.contains(other.id()));
        ahead.sort(Comparator.comparing(other -> !solved.containsAll(other.requires())));
        return ahead;
    }

    Progress started(String room) {
        return with(room, rooms.getOrDefault(room, OfRoom.STARTED));
    }

    /** Progress after a run. */
    public Progress after(String room, Outcome outcome) {
        OfRoom old = rooms.getOrDefault(room, OfRoom.STARTED);
        boolean better = outcome.run().score() >= old.score();
        boolean passes = outcome instanceof Outcome.Passed;
        String passed = old.passed() != null || !passes
                ? old.passed()
                : Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return with(
                room,
                new OfRoom(
                        better ? outcome.run().score() : old.score(),
                        better ? outcome.run().maxScore() : old.maxScore(),
                        old.runs() + 1,
                        old.hints(),
                        passed));
    }

    /** Progress after hints up to a step were shown. */
    public Progress hinted(String room, int step) {
        OfRoom old = rooms.getOrDefault(room, OfRoom.STARTED);
        return with(
                room, new OfRoom(old.score(), old.maxScore(), old.runs(), Math.max(step, old.hints()), old.passed()));
    }

    private Progress with(String room, OfRoom progress) {
        Map<String, OfRoom> all = new LinkedHashMap<>(rooms);
        all.put(room, progress);
        return new Progress(room, all);
    }
}
