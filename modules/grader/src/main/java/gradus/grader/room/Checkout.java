package gradus.grader.room;

import gradus.catalogue.Roadmap;
import gradus.grader.worker.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A copy of the lab on disk.
 *
 * @param home its root folder
 * @param roadmap its chapters and rooms
 * @param device where rooms with DJL compute
 * @param news is told what takes long
 */
public record Checkout(Path home, Roadmap roadmap, Device device, Consumer<String> news) {
    /** Reads the lab at a folder. */
    public static Checkout open(Path home) {
        return open(home, Device.AUTO, news -> {});
    }

    /** Reads the lab at a folder, and says what takes long. */
    public static Checkout open(Path home, Device device, Consumer<String> news) {
        return open(home, List.of(), device, news);
    }

    /**
     * Reads the lab at a folder together with rooms that lie elsewhere, and says what takes long.
     *
     * @param rooms folders of the same shape as the lab's {@code exercises}
     */
    public static Checkout open(Path home, List<Path> rooms, Device device, Consumer<String> news) {
        return new Checkout(home, RoadmapCache.read(home, rooms, cacheOf(home)), device, news);
    }

    /** Finds the root folder of the lab that holds a folder. */
    public static Path homeOf(Path folder) {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("exercises/roadmap.yaml"))) {
                return at;
            }
        }
        throw new IllegalStateException(folder + " is not inside a checkout of Gradus");
    }

    /** The version that the lab's pom states. */
    public String version() {
        try {
            String pom = Files.readString(home.resolve("pom.xml"));
            return pom.replaceFirst("(?s).*?<artifactId>gradus</artifactId>\\s*<version>([^<]+)</version>.*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the lab keeps what it can make again. */
    public Path cache() {
        return cacheOf(home);
    }

    private static Path cacheOf(Path home) {
        return home.resolve(".gradus");
    }
}
