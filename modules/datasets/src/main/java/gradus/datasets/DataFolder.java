package gradus.datasets;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Where the data sets of this machine lie. */
final class DataFolder {
    private DataFolder() {}

    static Path of(Properties properties, Map<String, String> environment) {
        return setting(properties.getProperty("gradus.data"))
                .or(() -> setting(environment.get("GRADUS_DATA")))
                .or(() -> setting(environment.get("XDG_CACHE_HOME"))
                        .filter(Path::isAbsolute)
                        .map(cache -> cache.resolve("gradus/data")))
                .orElseGet(() -> Path.of(properties.getProperty("user.home"), ".cache", "gradus", "data"))
                .toAbsolutePath();
    }

    private static Optional<Path> setting(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(Path::of);
    }
}
