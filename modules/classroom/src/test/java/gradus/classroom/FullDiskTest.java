package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class on a disk that gets full: nothing is lost, and with room again it goes on. */
@Tag("system")
class FullDiskTest {
    private static final int PEOPLE = 6;
    private static final int MEGABYTES = 4;
    private static final String COURSE = SmallDisk.PLACE + "/course";
    private static final String KEPT =
            "The disk is full. Nothing that was there is lost: make room, and start this again.";
    private static final String GRADED = "The disk is full. What was graded is kept: make room, and start this again.";

    @TempDir
    private Path folder;

    @Test
    void goesOnWhenThereIsRoomAgain() throws IOException, InterruptedException {
        Path roster = folder.resolve("people.csv");
        Path work = folder.resolve("work");
        MadeUpWork.write(MadeUpWork.of(PEOPLE), roster, work);
        try (SmallDisk disk = new SmallDisk(MEGABYTES)) {
            isDone(disk.gradus("/", "class", "init", COURSE, "--name", "Made up"));
            isDone(disk.gradus(COURSE, "class", "roster", "import", roster.toString()));
            isDone(disk.gradus(COURSE, "class", "assign", "hw1", "vector-ops", "--due", "2026-12-01T12:00+00:00"));

            disk.fill();
            isFull(KEPT, disk.gradus(COURSE, "class", "collect", "hw1", work.toString()));
            disk.makeRoom();
            isDone(disk.gradus(COURSE, "class", "collect", "hw1", work.toString()));
            String received = disk.checksums(COURSE + "/received");

            disk.fill();
            isFull(GRADED, disk.gradus(COURSE, "class", "grade"));
            disk.makeRoom();
            disk.begin(COURSE, "class", "grade");
            while (!disk.isGrading()) {
                Thread.sleep(20);
            }
            disk.fillFromOutside();
            isFull(GRADED, disk.end());
            assertEquals(received, disk.checksums(COURSE + "/received"));

            disk.makeRoom();
            SmallDisk.Ended graded = disk.gradus(COURSE, "class", "grade");
            isDone(graded);
            assertTrue(
                    graded.said().contains(PEOPLE + " people handed in, 0 did not. All of it is graded"),
                    graded.said());
        }
    }

    private static void isDone(SmallDisk.Ended ended) {
        assertEquals(0, ended.code(), ended.said());
    }

    private static void isFull(String words, SmallDisk.Ended ended) {
        assertEquals(words, ended.said());
        assertEquals(2, ended.code());
    }
}
