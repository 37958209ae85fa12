package gradus.grader.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gradus.catalogue.Room;
import gradus.grader.FixtureLab;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomVersionTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("a file of the room that changes makes another version")
    void changes() {
        FixtureLab lab = FixtureLab.copyTo(folder);
        Room room = lab.room("mean");
        RoomVersion before = RoomVersion.of(lab.checkout(), room);
        assertEquals(before, RoomVersion.of(lab.checkout(), room));

        lab.edit("mean", "MeanFigure.java", "The mean", "The mean of three");

        assertNotEquals(before, RoomVersion.of(lab.checkout(), room));
    }
}
