package gradus.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rule that a room stands on built rooms that come before it. */
final class Prerequisites {
    private Prerequisites() {}

    static void check(Roadmap roadmap) {
        Set<String> earlier = new HashSet<>();
        for (Room room : roadmap.withCompiled()) {
            for (String id : room.requires()) {
                check(roadmap, room, id, earlier);
            }
            earlier.add(room.id());
        }
    }

    private static void check(Roadmap roadmap, Room room, String id, Set<String> earlier) {
        if (roadmap.entry(id).isEmpty()) {
            List<String> near = roadmap.nearest(id);
            throw refused(
                    room,
                    id,
                    "which is not on the roadmap; "
                            + (near.isEmpty() ? "remove it" : "did you mean " + String.join(" or ", near) + "?"));
        }
        if (roadmap.roomOrCompiled(id).isEmpty()) {
            throw refused(room, id, "which is planned but not built; build it first or remove it");
        }
        if (earlier.contains(id)) {
            return;
        }
        Deque<String> cycle = new ArrayDeque<>();
        if (leads(roadmap, id, room.id(), cycle, new HashSet<>())) {
            cycle.push(room.id());
            throw refused(room, id, "which requires it in turn (" + String.join(" -> ", cycle) + "); remove one");
        }
        throw refused(room, id, "which comes later on the roadmap; move it before '" + room.id() + "'");
    }

    /** Finds a way from one room to another along what rooms require, and puts its rooms on the way. */
    private static boolean leads(Roadmap roadmap, String from, String to, Deque<String> way, Set<String> seen) {
        if (!from.equals(to) && !leadsOn(roadmap, from, to, way, seen)) {
            return false;
        }
        way.push(from);
        return true;
    }

    private static boolean leadsOn(Roadmap roadmap, String from, String to, Deque<String> way, Set<String> seen) {
        return seen.add(from)
                && roadmap.roomOrCompiled(from).stream()
                        .flatMap(room -> room.requires().stream())
                        .anyMatch(next -> leads(roadmap, next, to, way, seen));
    }

    private static CatalogueException refused(Room room, String id, String reason) {
        return new CatalogueException(
                room.folder().resolve(FrontMatter.FILE), "the room requires '" + id + "', " + reason);
    }
}
