package gradus.classroom.intake;

import gradus.classroom.intake.PersonFolder.Unacceptable;
import gradus.datasets.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A zip or tar archive of one person, read without being unpacked. */
final class PersonArchive {
    private static final List<String> SUFFIXES = List.of(".zip", ".tar", ".tar.gz", ".tgz", ".jar");
    private static final List<String> OTHERS = List.of(".7z", ".rar", ".tar.xz", ".tar.bz2", ".gz");

    private PersonArchive() {}

    static boolean isOne(String name) {
        return SUFFIXES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** Whether it is an archive that the lab does not read. */
    static boolean isForeign(String name) {
        return !isOne(name) && OTHERS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** The name without what tells the kind of archive. */
    static String label(String name) {
        for (String suffix : SUFFIXES) {
            if (name.toLowerCase(Locale.ROOT).endsWith(suffix)) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    /**
     * Reads all files.
     *
     * @throws Unacceptable if it leads outside, holds links or archives, is damaged, or has too much in it
     */
    static SortedMap<String, byte[]> read(Path file) throws IOException {
        if (Files.size(file) > Limits.ARCHIVE_BYTES) {
            throw new Unacceptable("it has " + (Files.size(file) >> 20) + " MiB, but an archive of one person may have "
                    + (Limits.ARCHIVE_BYTES >> 20));
        }
        try (Archive archive = Archive.open(file)) {
            if (archive.names().size() > Limits.FILES) {
                throw new Unacceptable(
                        "it has " + Limits.tooMany(archive.names().size()));
            }
            SortedMap<String, byte[]> files = new TreeMap<>();
            int left = Limits.BYTES;
            for (String name : archive.names()) {
                if (isOne(name)) {
                    throw new Unacceptable("it holds another archive, " + name + ": unpack that one first");
                }
                byte[] bytes = archive.read(name, left);
                left -= bytes.length;
                files.put(name.replace('\\', '/'), bytes);
            }
            return files;
        } catch (IllegalArgumentException e) {
            throw new Unacceptable(String.valueOf(e.getMessage()));
        }
    }
}
