package gradus.catalogue;

import java.nio.file.Path;
import java.util.List;

/**
 * A chapter of the roadmap.
 *
 * @param folder where its rooms lie
 * @param entries its rooms, built and planned, in the order of the roadmap
 */
public record Chapter(String id, String title, Path folder, List<Entry> entries) {
    /** The rooms that are built. */
    public List<Room> rooms() {
        return entries.stream()
                .filter(Room.class::isInstance)
                .map(Room.class::cast)
                .toList();
    }
}
