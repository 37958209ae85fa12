package gradus.datasets;

import gradus.kit.NoData;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Data sets by their path, for example {@code iris/iris.csv}: the name of the set, then the file in it.
 *
 * <p>The lab's own small tables are packed into this module. Everything else is read from the data folder: the system
 * property {@code gradus.data}, else the environment variable {@code GRADUS_DATA}, else {@code gradus/data} in the
 * user's cache folder ({@code XDG_CACHE_HOME}, else {@code ~/.cache}).
 */
public final class Datasets {
    private static final int MAX_TEXT = 64 << 20;

    private Datasets() {}

    /**
     * Reads a table whose first line names the columns, in UTF-8. Its values are separated by commas, semicolons, tabs
     * or vertical bars: by what gives every line the same number of values.
     *
     * @param path set and file, for example {@code iris/iris.csv}
     * @throws NoData if the table is neither packed into the lab nor in the data folder
     * @throws IllegalArgumentException if path is not a set and a file, or the file is not such a table
     */
    public static Table table(String path) {
        return Csv.headed(path, bytes(path));
    }

    /**
     * Reads a table without a header, in UTF-8, whose values are separated as those of {@link #table}. Lines at its
     * beginning that start with # are comments.
     *
     * @param path set and file, for example {@code wine-quality/winequality-red.csv}
     * @param columns names of all columns; none for their numbers, from 1 on
     * @throws NoData if the table is neither packed into the lab nor in the data folder
     * @throws IllegalArgumentException if path is not a set and a file, or the file is not such a table
     */
    public static Table headerless(String path, String... columns) {
        return headerless(path, StandardCharsets.UTF_8, columns);
    }

    /**
     * Reads a table without a header in another charset.
     *
     * @param path set and file, for example {@code ml-100k/u.item}, whose charset is ISO 8859-1
     */
    public static Table headerless(String path, Charset charset, String... columns) {
        return Csv.headerless(path, bytes(path), charset, List.of(columns));
    }

    private static byte[] bytes(String path) {
        DataPath.require(path);
        byte[] packed = packed(path);
        try {
            return packed != null ? packed : Files.readAllBytes(file(path));
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
        DataPath.require(path);
        DataFolder folder = DataFolder.current();
        Path file = folder.path().resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new NoData(absent(folder, path));
        }
        return file;
    }

    private static String absent(DataFolder folder, String path) {
        String set = DataPath.set(path);
        String problem =
                "The data set " + set + " is not on this machine: " + path + " is not in " + folder.path() + ".";
        Optional<DataSet> known = Manifest.ofLab(set);
        if (known.flatMap(it -> it.file(path)).filter(DataFile::isOffered).isEmpty()) {
            return problem + " Nobody offers that file: set GRADUS_DATA to a folder that holds it.";
        }
        boolean mustAccept =
                known.filter(it -> it.licenceClass() == LicenceClass.C).isPresent();
        return problem
                + (mustAccept
                        ? " 'gradus data accept " + set + "' shows its terms, then 'gradus data fetch " + set
                                + "' gets it."
                        : " 'gradus data fetch " + set + "' gets it.");
    }

    /**
     * Opens a file of the data folder. What is compressed with gzip is unpacked on the way; a file and the same file
     * with {@code .gz} after its name stand for each other.
     *
     * @param path set and file, for example {@code ud-ewt/en_ewt-ud-train.conllu}
     * @throws NoData if the data folder has no such file
     * @throws IllegalArgumentException if path is not a set and a file
     * @throws UncheckedIOException if it can't be read
     */
    public static InputStream open(String path) {
        try {
            return Gzip.unpacked(new BufferedInputStream(Files.newInputStream(fileOrTwin(path))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static Path fileOrTwin(String path) {
        String twin = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path + ".gz";
        try {
            return file(path);
        } catch (NoData e) {
            Path other = DataFolder.current().path().resolve(twin);
            if (Files.isRegularFile(other)) {
                return other;
            }
            throw e;
        }
    }

    /**
     * Reads the lines of a text in UTF-8, found as {@link #open} finds it.
     *
     * @throws NoData if the data folder has no such file
     * @throws IllegalArgumentException if path is not a set and a file, or the file is not UTF-8 or damaged
     */
    public static List<String> lines(String path) {
        return lines(path, StandardCharsets.UTF_8);
    }

    /**
     * Reads the lines of a text.
     *
     * @param path set and file, for example {@code ml-100k/u.item}, whose charset is ISO 8859-1
     * @throws NoData if the data folder has no such file
     * @throws IllegalArgumentException if path is not a set and a file, or the file is not in that charset or damaged
     */
    public static List<String> lines(String path, Charset charset) {
        try (InputStream in = open(path)) {
            return Text.decode(path, in.readAllBytes(), charset).lines().toList();
        } catch (EOFException | ZipException e) {
            throw new IllegalArgumentException(path + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /**
     * Reads the lines of a text that is a member of an archive.
     *
     * @param path set and archive, for example {@code nltk/udhr.zip}
     * @param member as {@link Archive#names} has it, for example {@code udhr/English-Latin1}
     * @throws NoData if the data folder has no such archive
     * @throws IllegalArgumentException if path is not a set and a file, the file is not an archive or has no such
     *     member, or that is not in the charset or is larger than 64 MB
     */
    public static List<String> lines(String path, String member, Charset charset) {
        try (Archive archive = Archive.open(file(path))) {
            return Text.decode(path + "#" + member, archive.read(member, MAX_TEXT), charset)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + member + " of " + path, e);
        }
    }

    /**
     * Reads a picture: PNG, JPEG, GIF or BMP.
     *
     * @param path set and file, for example {@code pictures/camera.png}
     * @throws NoData if the data folder has no such file
     * @throws IllegalArgumentException if path is not a set and a file, or the file is no such picture
     */
    public static BufferedImage image(String path) {
        Path file = file(path);
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new IllegalArgumentException(path + " is not a picture that Java can read");
            }
            return image;
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " is a damaged picture: " + e.getMessage(), e);
        }
    }

    /** Whether a table is packed into the lab. */
    public static boolean isPacked(String path) {
        return Datasets.class.getResource("/gradus/tables/" + path) != null;
    }

    private static byte @Nullable [] packed(String path) {
        try (InputStream in = Datasets.class.getResourceAsStream("/gradus/tables/" + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
