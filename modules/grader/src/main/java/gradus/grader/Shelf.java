package gradus.grader;

import gradus.catalogue.Room;
import gradus.datasets.DataFolder;
import gradus.datasets.DataSet;
import gradus.datasets.Manifest;
import java.util.Optional;

/** The data sets of a room, as they are on this machine. */
final class Shelf {
    private Shelf() {}

    /** Whether a file of the room's data sets is absent: only then is it true that a check had no data. */
    static boolean lacksDataOf(Room room) {
        DataFolder folder = DataFolder.of(System.getProperties(), System.getenv());
        return room.datasets().stream()
                .map(Manifest::ofLab)
                .flatMap(Optional::stream)
                .map(DataSet::files)
                .anyMatch(files -> files.stream().anyMatch(file -> folder.look(file) != DataFolder.Presence.PRESENT));
    }
}
