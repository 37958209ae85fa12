package gradus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the runs ran on.
 *
 * @param memory in GiB
 * @param load how many processes wanted a core in the minute before
 */
record Machine(String processor, int cores, double memory, String system, String java, double load) {
    static Machine here() {
        return new Machine(
                value("/proc/cpuinfo", "model name", ":"),
                Runtime.getRuntime().availableProcessors(),
                Double.parseDouble(value("/proc/meminfo", "MemTotal", ":").split(" ", 2)[0]) / (1 << 20),
                value("/etc/os-release", "PRETTY_NAME", "=").replace("\"", "") + ", " + System.getProperty("os.arch"),
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                loadNow());
    }

    private static double loadNow() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file says of a key in its first line that begins with it. */
    private static String value(String file, String key, String separator) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(separator) + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "%s, %d %s, %.0f GiB; %s; JDK %s; load before %.1f",
                processor,
                cores,
                cores == 1 ? "core" : "cores",
                memory,
                system,
                java,
                load);
    }
}
