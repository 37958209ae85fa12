package gradus.classroom.pack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a zip, which depends on nothing but their names and contents. */
final class Contents {
    /**
     * The time of all entries. Zip files count from 1980 in the time of the place; what is earlier is the same
     * everywhere.
     */
    private static final FileTime TIME = FileTime.from(Instant.parse("1979-12-30T12:00:00Z"));

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<String> programs = new ArrayList<>();

    void put(String name, byte[] content) {
        files.put(name, content);
    }

    void put(String name, String text) {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a value as JSON, which is YAML too. */
    void putYaml(String name, Object value) {
        put(name, GSON.toJson(value) + "\n");
    }

    /** Copies files, or folders with all that is in them, under their names below a folder. */
    void copy(Path from, String... names) throws IOException {
        for (String name : names) {
            try (Stream<Path> found = Files.walk(from.resolve(name))) {
                for (Path file : (Iterable<Path>) found.filter(Contents::isToCopy)::iterator) {
                    put(from.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
    }

    private static boolean isToCopy(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    /** Lets a file be started. */
    void makeProgram(String name) {
        programs.add(name);
    }

    /** Writes all into a folder of a zip. */
    void write(Path zip, String folder) throws IOException {
        Path part = zip.resolveSibling(zip.getFileName() + ".part");
        Files.deleteIfExists(part);
        Map<String, Object> options = Map.of("create", true, "enablePosixFileAttributes", true);
        try (FileSystem system = FileSystems.newFileSystem(part, options)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String name = folder + "/" + file.getKey();
                createFolders(system, name);
                Path entry = system.getPath(name);
                Files.write(entry, file.getValue());
                finish(entry, programs.contains(file.getKey()) ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
        Files.move(part, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void createFolders(FileSystem system, String name) throws IOException {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            Path above = system.getPath(name.substring(0, slash));
            if (!Files.exists(above)) {
                Files.createDirectory(above);
                finish(above, "rwxr-xr-x");
            }
        }
    }

    private static void finish(Path entry, String permissions) throws IOException {
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString(permissions));
        Files.getFileAttributeView(entry, BasicFileAttributeView.class).setTimes(TIME, TIME, TIME);
    }
}
