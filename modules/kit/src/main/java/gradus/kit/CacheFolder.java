package gradus.kit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the lab keeps what it fetched or unpacked.
 *
 * <p>Source: freedesktop.org, <i>XDG Base Directory Specification</i>.
 */
public final class CacheFolder {
    private CacheFolder() {}

    /**
     * The folder of a process with these settings: {@code gradus} in {@code XDG_CACHE_HOME} if that is an absolute
     * path, else in {@code ~/.cache}.
     */
    public static Path of(Properties properties, Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(named -> !named.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(properties.getProperty("user.home"), ".cache"))
                .resolve("gradus");
    }
}
