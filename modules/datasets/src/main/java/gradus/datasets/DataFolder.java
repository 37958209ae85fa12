package gradus.datasets;

import gradus.kit.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the data sets of this machine lie: a folder for each set. */
public record DataFolder(Path path) {
    /** What the folder holds of a file. */
    public enum Presence {
        ABSENT,
        /** Present, and right as far as was looked. */
        PRESENT,
        /** Present, but not what the manifest says. */
        DIFFERENT
    }

    /** The folder of this process. */
    static DataFolder current() {
        return of(System.getProperties(), System.getenv());
    }

    /**
     * The folder that a process with these settings uses: the property {@code gradus.data}, else the variable
     * {@code GRADUS_DATA}, else {@code data} in {@link CacheFolder}.
     */
    public static DataFolder of(Properties properties, Map<String, String> environment) {
        Path path = setting(properties.getProperty("gradus.data"))
                .or(() -> setting(environment.get("GRADUS_DATA")))
                .orElseGet(() -> CacheFolder.of(properties, environment).resolve("data"));
        return new DataFolder(path.toAbsolutePath());
    }

    private static Optional<Path> setting(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(Path::of);
    }

    /** Where the file lies, or would lie. */
    public Path place(DataFile file) {
        return path.resolve(file.path());
    }

    /** Looks whether a file is there and has a right size. */
    public Presence look(DataFile file) {
        try {
            Path place = place(file);
            if (!Files.isRegularFile(place)) {
                return Presence.ABSENT;
            }
            return file.canHaveSize(Files.size(place)) ? Presence.PRESENT : Presence.DIFFERENT;
        } catch (IOException e) {
            return Presence.ABSENT;
        }
    }

    /** Whether at least one file of the set is there. */
    public boolean hasFilesOf(DataSet set) {
        return set.files().stream().anyMatch(file -> look(file) != Presence.ABSENT);
    }

    /**
     * Reads a file and compares it with the manifest, bit by bit.
     *
     * @throws IOException if it can't be read
     */
    public Presence verify(DataFile file) throws IOException {
        Presence presence = look(file);
        return presence == Presence.PRESENT && !Sha256.isRight(place(file), file.contents())
                ? Presence.DIFFERENT
                : presence;
    }
}
