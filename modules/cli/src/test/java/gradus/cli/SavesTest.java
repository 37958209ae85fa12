package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saves are noticed however an editor writes. */
class SavesTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private Path file = Path.of("none");

    @BeforeEach
    void writeTheFile() throws IOException {
        file = folder.resolve("Mean.java");
        Files.writeString(file, "first");
    }

    private Saves watch() {
        return new Saves(folder, List.of("Mean.java"), () -> {
            try {
                seen.add(Files.readString(file));
            } catch (IOException e) {
                seen.add(e.toString());
            }
        });
    }

    @Test
    void aFileThatIsWrittenOver() throws IOException, InterruptedException {
        try (Saves saves = watch()) {
            Files.writeString(file, "second");
            assertEquals("second", seen.poll(20, TimeUnit.SECONDS));
            Files.writeString(file, "third");
            assertEquals("third", seen.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aFileThatIsEmptiedFirst() throws IOException, InterruptedException {
        try (Saves saves = watch()) {
            Files.writeString(file, "");
            Thread.sleep(50);
            Files.writeString(file, "second");
            assertEquals("second", seen.poll(20, TimeUnit.SECONDS));

            Files.writeString(file, "");
            assertEquals("", seen.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aFileThatAnotherOneTakesThePlaceOf() throws IOException, InterruptedException {
        try (Saves saves = watch()) {
            Path part = folder.resolve(".Mean.java.swp");
            Files.writeString(part, "second");
            Files.move(file, folder.resolve("Mean.java~"));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);

            assertEquals("second", seen.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aSaveWithoutAChangeAndOtherFilesAreNoNews() throws IOException, InterruptedException {
        try (Saves saves = watch()) {
            Files.writeString(file, "first");
            Files.writeString(folder.resolve("Other.java"), "other");
            assertNull(seen.poll(1, TimeUnit.SECONDS));

            Files.delete(file);
            assertNull(seen.poll(1, TimeUnit.SECONDS));
            Files.writeString(file, "second");
            assertEquals("second", seen.poll(20, TimeUnit.SECONDS));
        }
    }
}
