package gradus.grader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A lab with small rooms, copied where a test may write. */
final class FixtureLab {
    private static final Path SOURCE = Path.of("src/test/lab");

    private FixtureLab() {}

    static Checkout copyTo(Path folder) {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(SOURCE.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return Checkout.open(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
