package gradus.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder that tells Jupyter of a kernel.
 *
 * @param folder its place
 */
record Kernelspec(Path folder) {
    private static final String FILE = "kernel.json";

    /** What stands in the file of every kernel that the lab installed. */
    private static final String OURS = "\"gradus\": true";

    /**
     * The place of a kernel.
     *
     * @param prefix where Jupyter is installed, or null for a place of the user
     */
    static Kernelspec of(String name, @Nullable Path prefix, Map<String, String> environment) {
        Path data = prefix != null
                ? prefix.toAbsolutePath().normalize().resolve("share").resolve("jupyter")
                : userData(environment, System.getProperty("os.name", ""));
        return new Kernelspec(data.resolve("kernels").resolve(name));
    }

    /** Where Jupyter looks for what a user installed. */
    private static Path userData(Map<String, String> environment, String system) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        String named = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        } else if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Jupyter");
        } else if (system.startsWith("Windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(xdg)).resolve("jupyter");
    }

    boolean exists() {
        return Files.exists(folder.resolve(FILE));
    }

    /** Whether the lab wrote it. */
    boolean isOurs() throws IOException {
        return Files.readString(folder.resolve(FILE)).contains(OURS);
    }

    void write(String displayName, List<String> command, Map<String, String> environment) throws IOException {
        JsonObject json = new JsonObject();
        JsonArray argv = new JsonArray();
        command.forEach(argv::add);
        json.add("argv", argv);
        json.addProperty("display_name", displayName);
        json.addProperty("language", "java");
        json.addProperty("interrupt_mode", "message");
        JsonObject env = new JsonObject();
        environment.forEach(env::addProperty);
        json.add("env", env);
        JsonObject metadata = new JsonObject();
        metadata.addProperty("gradus", true);
        json.add("metadata", metadata);
        String text = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(json);
        AtomicFiles.write(folder.resolve(FILE), (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void delete() throws IOException {
        Files.delete(folder.resolve(FILE));
        Files.delete(folder);
    }
}
