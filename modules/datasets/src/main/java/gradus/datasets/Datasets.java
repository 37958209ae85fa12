package gradus.datasets;

import gradus.kit.NoData;
import gradus.kit.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Data sets by their path, for example {@code iris/iris.csv}: the name of the set, then the file in it.
 *
 * <p>The lab's own small tables are packed into this module. Everything else is read from the data folder: the system
 * property {@code gradus.data}, else the environment variable {@code GRADUS_DATA}, else {@code gradus/data} in the
 * user's cache folder ({@code XDG_CACHE_HOME}, else {@code ~/.cache}).
 */
public final class Datasets {
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    private Datasets() {}

    /**
     * Reads a table of comma-separated values with a header line, in UTF-8.
     *
     * @param path set and file, for example {@code iris/iris.csv}
     * @throws NoData if the table is neither packed into the lab nor in the data folder
     * @throws IllegalArgumentException if path is not a set and a file, or the file is not such a table
     */
    public static Table table(String path) {
        requireRelative(path);
        byte[] packed = packed(path);
        try {
            return Csv.read(path, packed != null ? packed : Files.readAllBytes(file(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /**
     * Finds a file in the data folder. Tables packed into the lab are not files there.
     *
     * @param path set and file, for example {@code r-datasets/USArrests.csv}
     * @throws NoData if the data folder has no such file
     * @throws IllegalArgumentException if path is not a set and a file
     */
    public static Path file(String path) {
        requireRelative(path);
        Path folder = DataFolder.of(System.getProperties(), System.getenv());
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new NoData(String.format(
                    "The data set %s is not on this machine: %s is not in %s; "
                            + "set GRADUS_DATA to a folder that holds %s.",
                    path.substring(0, path.indexOf('/')), path, folder, path));
        }
        return file;
    }

    private static byte @Nullable [] packed(String path) {
        try (InputStream in = Datasets.class.getResourceAsStream("/gradus/tables/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static void requireRelative(String path) {
        String[] parts = path.split("/", -1);
        boolean plain = parts.length > 1;
        for (String part : parts) {
            plain &= PART.matcher(part).matches();
        }
        Require.that(
                plain, "path must name a set and a file in it, such as iris/iris.csv, without .., but was '%s'", path);
    }
}
