package gradus.grader.room;

import gradus.datasets.Sha256;
import gradus.grader.source.Source;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Class files of rooms on disk, one file a room. A cache that cannot be read or written only costs time. */
final class ClassCache {
    private static final int VERSION = 1;

    private final Path folder;

    ClassCache(Path folder) {
        this.folder = folder;
    }

    /** A digest of everything that the class files depend on. */
    static String key(
            List<Path> classPath, Map<String, byte[]> prerequisites, List<Source> references, List<Source> judge) {
        MessageDigest digest = Sha256.digest();
        digest.update((VERSION + System.getProperty("java.vm.version")).getBytes(StandardCharsets.UTF_8));
        for (Path entry : classPath) {
            File file = entry.toFile();
            digest.update((entry.toString() + file.length() + file.lastModified()).getBytes(StandardCharsets.UTF_8));
        }
        prerequisites.forEach((name, bytes) -> digest.update(bytes));
        for (List<Source> sources : List.of(references, judge)) {
            for (Source source : sources) {
                digest.update(source.path().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(source.text().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    RoomClasses get(String room, String key, List<Path> libraries, Supplier<RoomClasses> make) {
        Path file = folder.resolve(room + ".classes");
        RoomClasses cached = read(file, key, libraries);
        if (cached != null) {
            return cached;
        }
        RoomClasses made = make.get();
        write(file, key, made);
        return made;
    }

    private static @Nullable RoomClasses read(Path file, String key, List<Path> libraries) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            return in.readUTF().equals(key)
                    ? new RoomClasses(
                            readMap(in), readMap(in), readMap(in), readMap(in), readMap(in), readMap(in), libraries)
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static Map<String, byte[]> readMap(DataInputStream in) throws IOException {
        Map<String, byte[]> map = new TreeMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            map.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return map;
    }

    private void write(Path file, String key, RoomClasses classes) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "room", ".part");
            try (DataOutputStream out =
                    new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(part)))) {
                out.writeUTF(key);
                for (Map<String, byte[]> map : List.of(
                        classes.reference(),
                        classes.starter(),
                        classes.visible(),
                        classes.hidden(),
                        classes.figure(),
                        classes.prerequisites())) {
                    out.writeInt(map.size());
                    for (Map.Entry<String, byte[]> entry : map.entrySet()) {
                        out.writeUTF(entry.getKey());
                        out.writeInt(entry.getValue().length);
                        out.write(entry.getValue());
                    }
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The next run compiles again.
        }
    }
}
