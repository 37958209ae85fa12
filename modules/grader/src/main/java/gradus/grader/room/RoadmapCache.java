package gradus.grader.room;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import gradus.catalogue.Catalogue;
import gradus.catalogue.Compiled;
import gradus.catalogue.Entry;
import gradus.catalogue.Planned;
import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.grader.worker.Origin;
import gradus.kit.AtomicFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The roadmap as it was read last, on disk and in memory: to read the front matter of all rooms takes a new process
 * longer than to run the checks of one. A cache that cannot be read or written only costs time.
 */
final class RoadmapCache {
    private static final Gson GSON = new GsonBuilder()
            .registerTypeHierarchyAdapter(
                    Path.class, (JsonSerializer<Path>) (path, type, context) -> new JsonPrimitive(path.toString()))
            .registerTypeHierarchyAdapter(
                    Path.class, (JsonDeserializer<Path>) (text, type, context) -> Path.of(text.getAsString()))
            .registerTypeAdapter(Duration.class, (JsonSerializer<Duration>)
                    (time, type, context) -> new JsonPrimitive(time.toString()))
            .registerTypeAdapter(Duration.class, (JsonDeserializer<Duration>)
                    (text, type, context) -> Duration.parse(text.getAsString()))
            .registerTypeAdapter(Entry.class, (JsonDeserializer<Entry>)
                    (entry, type, context) -> context.deserialize(entry, kind(entry.getAsJsonObject())))
            .create();

    /** @param stamp of the files that were read, and of the lab that read them */
    private record Kept(String stamp, Roadmap roadmap) {}

    /** What this process had last. */
    private static volatile @Nullable Kept last;

    private RoadmapCache() {}

    /**
     * The roadmap of a checkout and of rooms that lie elsewhere.
     *
     * @param cache where the lab keeps what it can make again
     */
    static Roadmap read(Path home, List<Path> rooms, Path cache) {
        Path file = cache.resolve("roadmap.json");
        String stamp = lab() + Catalogue.stamp(home, rooms);
        Kept kept = last;
        if (kept == null || !kept.stamp().equals(stamp)) {
            kept = kept(file);
        }
        if (kept == null || !kept.stamp().equals(stamp)) {
            kept = new Kept(stamp, Catalogue.read(home, rooms));
            keep(file, kept);
        }
        last = kept;
        return kept.roadmap();
    }

    private static Class<? extends Entry> kind(JsonObject entry) {
        return entry.has("folder") ? Room.class : entry.has("room") ? Compiled.class : Planned.class;
    }

    /** Another build may read the same files otherwise. */
    private static String lab() {
        File jar = Origin.of(Catalogue.class).toFile();
        return jar + " " + jar.length() + " " + jar.lastModified() + "\n";
    }

    private static @Nullable Kept kept(Path file) {
        try {
            return Files.isRegularFile(file) ? GSON.fromJson(Files.readString(file), Kept.class) : null;
        } catch (IOException | JsonParseException e) {
            return null;
        }
    }

    private static void keep(Path file, Kept kept) {
        try {
            AtomicFiles.write(file, GSON.toJson(kept).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The next run reads the rooms again.
        }
    }
}
