package gradus.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The roadmap of the lab. Ids are unique, and a room stands after every room it requires.
 *
 * @param chapters in the order of the roadmap
 * @param tracks suggested ways through them
 */
public record Roadmap(List<Chapter> chapters, List<Track> tracks) {
    /** Every room, built and planned, in the order of the roadmap. */
    public List<Entry> entries() {
        return stream().toList();
    }

    /** Every built room, in the order of the roadmap. */
    public List<Room> rooms() {
        return chapters.stream().flatMap(chapter -> chapter.rooms().stream()).toList();
    }

    /** The room of that id, built or planned. */
    public Optional<Entry> entry(String id) {
        return stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The built room of that id. */
    public Optional<Room> room(String id) {
        return entry(id).filter(Room.class::isInstance).map(Room.class::cast);
    }

    /** Ids that may have been meant by a misspelt one: the nearest, at most three. */
    public List<String> nearest(String id) {
        return Spelling.nearest(id, stream().map(Entry::id).toList());
    }

    /** The rooms a room stands on, directly or not, in the order of the roadmap. */
    public List<Room> prerequisites(Room room) {
        Set<String> ids = new LinkedHashSet<>();
        collect(room, ids);
        return withCompiled().stream().filter(other -> ids.contains(other.id())).toList();
    }

    private void collect(Room room, Set<String> ids) {
        for (String id : room.requires()) {
            if (ids.add(id)) {
                roomOrCompiled(id).ifPresent(required -> collect(required, ids));
            }
        }
    }

    /** The room of that id that another can stand on. */
    Optional<Room> roomOrCompiled(String id) {
        return withCompiled().stream().filter(room -> room.id().equals(id)).findFirst();
    }

    /** Every room that another can stand on, in the order of the roadmap. */
    List<Room> withCompiled() {
        return stream()
                .flatMap(entry -> entry instanceof Room room
                        ? Stream.of(room)
                        : entry instanceof Compiled compiled ? Stream.of(compiled.room()) : Stream.empty())
                .toList();
    }

    private Stream<Entry> stream() {
        return chapters.stream().flatMap(chapter -> chapter.entries().stream());
    }
}
