package gradus.classroom.pack;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Unpacks zips with the permissions of their files. */
final class Unpacked {
    private Unpacked() {}

    /** Unpacks a zip that has one folder, and returns that. */
    static Path in(Path folder, Path zip) throws IOException {
        try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
                Stream<Path> all = Files.walk(system.getPath("/"))) {
            for (Path entry : (Iterable<Path>) all.skip(1)::iterator) {
                Path file = folder.resolve(entry.toString().substring(1));
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(entry, file);
                    Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(entry));
                }
            }
        }
        return folder.resolve(zip.getFileName().toString().replace(".zip", ""));
    }
}
