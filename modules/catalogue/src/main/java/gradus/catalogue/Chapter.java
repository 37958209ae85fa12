package gradus.catalogue;

import java.util.List;

/**
 * A chapter of the roadmap.
 *
 * @param entries its rooms, built and planned, in the order of the roadmap
 */
public record Chapter(String id, String title, List<Entry> entries) {
    /** The rooms that are built. */
    public List<Room> rooms() {
        return entries.stream()
                .filter(Room.class::isInstance)
                .map(Room.class::cast)
                .toList();
    }
}
