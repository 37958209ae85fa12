package gradus.classroom.pack;

import gradus.catalogue.Room;
import java.nio.file.Path;
import java.util.List;

/**
 * A pack that was written.
 *
 * @param file the zip
 * @param bytes its size
 * @param rooms the assigned rooms that are in it
 * @param leftOut why others are not, in a sentence each
 */
public record Packed(Path file, long bytes, List<Room> rooms, List<String> leftOut) {}
