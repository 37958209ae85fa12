package gradus.grader.worker;

import gradus.grader.sandbox.Confinement;
import gradus.worker.Nd4jProbe;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where ND4J unpacks its native libraries when it is first used, 400 MB, which it could not do in a sandbox. It takes
 * no folder that it can't write to; so a sandbox has a folder of its own, with what was unpacked mounted in it.
 */
final class Nd4jCache {
    private static final Path FOLDER = Path.of(".javacpp", "cache");
    private static final String JAR = "nd4j-native-";
    private static final int SECONDS = 60;
    private static final Set<Equipment> FILLED = ConcurrentHashMap.newKeySet();

    private Nd4jCache() {}

    /**
     * What was unpacked, by where it has to be found; nothing for equipment without ND4J.
     *
     * @param home of the user in the sandbox
     */
    static Map<Path, Path> filled(Equipment equipment, Path home) {
        if (equipment.libraries().stream()
                .noneMatch(jar -> jar.getFileName().toString().startsWith(JAR))) {
            return Map.of();
        }
        Equipment outside = equipment.confined(Confinement.PLAIN);
        if (FILLED.add(outside)) {
            fill(outside);
        }
        Path cache = Path.of(System.getProperty("user.home")).resolve(FOLDER).toAbsolutePath();
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.filter(Files::isDirectory)
                    .collect(Collectors.toMap(
                            folder -> home.resolve(FOLDER).resolve(folder.getFileName()), Function.identity()));
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** If it does not succeed, the room's own first call says why. */
    private static void fill(Equipment equipment) {
        try {
            Process process = WorkerProcess.builder(equipment, Nd4jProbe.class)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
        } catch (IOException e) {
            // Nothing is filled.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
