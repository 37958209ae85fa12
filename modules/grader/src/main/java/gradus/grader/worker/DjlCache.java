package gradus.grader.worker;

import gradus.grader.sandbox.Confinement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where DJL unpacks its native libraries when it is first used, which it could not do in a sandbox. */
final class DjlCache {
    private static final Path JARS = Path.of("ai", "djl");
    private static final Set<Equipment> FILLED = ConcurrentHashMap.newKeySet();

    private DjlCache() {}

    /** The folder, filled; nothing for equipment without DJL. */
    static Optional<Path> filled(Equipment equipment) {
        if (equipment.libraries().stream().noneMatch(DjlCache::isOfDjl)) {
            return Optional.empty();
        }
        Equipment outside = equipment.confined(Confinement.PLAIN);
        if (FILLED.add(outside)) {
            Engine.of(outside);
        }
        return Optional.of(folder(System.getenv(), System.getProperty("user.home")))
                .filter(Files::isDirectory);
    }

    private static boolean isOfDjl(Path jar) {
        for (int i = 0; i + 1 < jar.getNameCount(); i++) {
            if (jar.subpath(i, i + 2).equals(JARS)) {
                return true;
            }
        }
        return false;
    }

    static Path folder(Map<String, String> environment, String home) {
        String named = environment.getOrDefault("DJL_CACHE_DIR", "");
        return (named.isEmpty() ? Path.of(home, ".djl.ai") : Path.of(named)).toAbsolutePath();
    }
}
