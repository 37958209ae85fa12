package gradus.classroom.intake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files in a folder of one person. No link is followed. */
final class PersonFolder extends SimpleFileVisitor<Path> {
    /** Why a folder is not taken. */
    static final class Unacceptable extends IOException {
        private static final long serialVersionUID = 1;

        Unacceptable(String reason) {
            super(reason);
        }
    }

    private final Path folder;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private Instant newest = Instant.EPOCH;
    private long bytes;

    private PersonFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads all files.
     *
     * @throws Unacceptable if there are links, or too much
     */
    static PersonFolder read(Path folder) throws IOException {
        PersonFolder read = new PersonFolder(folder);
        Files.walkFileTree(folder, read);
        return read;
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    /** When the file was changed that was changed last. */
    Instant newest() {
        return newest;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!attributes.isRegularFile()) {
            throw new Unacceptable(path + " is a link or a device");
        } else if (files.size() == Limits.FILES) {
            throw new Unacceptable("it has more than " + Limits.FILES + " files");
        }
        bytes += attributes.size();
        if (bytes > Limits.BYTES) {
            throw new Unacceptable("it has " + Limits.tooLarge());
        }
        files.put(path, Files.readAllBytes(file));
        Instant changed = attributes.lastModifiedTime().toInstant();
        newest = changed.isAfter(newest) ? changed : newest;
        return FileVisitResult.CONTINUE;
    }
}
