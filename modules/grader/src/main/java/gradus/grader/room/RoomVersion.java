package gradus.grader.room;

import gradus.catalogue.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Tells versions of a room apart by the times and sizes of its files, and of those of all rooms that it stands on. */
public record RoomVersion(Map<Path, Stamp> files) {
    /** @param size in bytes */
    public record Stamp(FileTime written, long size) {}

    /** What stands on disk now. */
    public static RoomVersion of(Checkout checkout, Room room) {
        Map<Path, Stamp> files = new HashMap<>();
        add(room, files);
        checkout.roadmap().prerequisites(room).forEach(required -> add(required, files));
        return new RoomVersion(files);
    }

    private static void add(Room room, Map<Path, Stamp> files) {
        try (Stream<Path> inFolder = Files.list(room.folder())) {
            for (Path file : (Iterable<Path>) inFolder::iterator) {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, new Stamp(found.lastModifiedTime(), found.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(room.folder() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
