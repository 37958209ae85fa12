package gradus.grader.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that nobody should touch, and what it held before. */
final class Place {
    private static final int MAX_KEPT = 1 << 20;

    private final Path folder;
    private final Map<Path, byte[]> before;

    Place(Path folder) {
        this.folder = folder;
        this.before = contents();
    }

    private Map<Path, byte[]> contents() {
        Map<Path, byte[]> contents = new TreeMap<>();
        for (Path path : paths()) {
            contents.put(path, Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? content(path) : new byte[0]);
        }
        return contents;
    }

    private List<Path> paths() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !path.equals(folder)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.size(file) > MAX_KEPT ? new byte[] {1} : Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[] {2};
        }
    }

    boolean isChanged() {
        Map<Path, byte[]> now = contents();
        return !now.keySet().equals(before.keySet())
                || now.entrySet().stream()
                        .anyMatch(entry -> !Arrays.equals(entry.getValue(), before.get(entry.getKey())));
    }

    /** Bytes in all its files. */
    long size() {
        return paths().stream()
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .mapToLong(path -> path.toFile().length())
                .sum();
    }

    /** Puts everything back as it was. */
    void restore() {
        try {
            for (Path path : paths().stream().sorted(Comparator.reverseOrder()).toList()) {
                if (!before.containsKey(path)) {
                    Files.delete(path);
                }
            }
            for (Map.Entry<Path, byte[]> entry : before.entrySet()) {
                Path path = entry.getKey();
                if (entry.getValue().length > 0 && !Arrays.equals(content(path), entry.getValue())) {
                    Files.createDirectories(path.getParent());
                    Files.deleteIfExists(path);
                    Files.write(path, entry.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
