package gradus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Saves files as editors do: beside, then moved into place. */
final class Save {
    private Save() {}

    /** Replaces a file. Returns when it was in place, in the nanoseconds of {@link System#nanoTime}. */
    static long to(Path file, String text) {
        try {
            Path part = file.resolveSibling("." + file.getFileName() + ".part");
            Files.writeString(part, text);
            long time = System.nanoTime();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return time;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
