package gradus.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much memory processes hold. */
final class Resident {
    private Resident() {}

    /**
     * Memory of a process and of all that it started, in MiB; pages that several of them share count once.
     *
     * <p>Source: proc(5), the proportional set size in /proc/pid/smaps_rollup.
     */
    static double ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                        .mapToDouble(process -> kilobytes(process.pid()))
                        .sum()
                / 1024;
    }

    private static double kilobytes(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        for (List<String> place : List.of(List.of("smaps_rollup", "Pss:"), List.of("status", "VmRSS:"))) {
            try {
                return Files.readAllLines(folder.resolve(place.get(0))).stream()
                        .filter(line -> line.startsWith(place.get(1)))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToDouble(Double::parseDouble)
                        .sum();
            } catch (IOException e) {
                // An older kernel, another user's process, or one that has just ended: the next place, or nothing.
            }
        }
        return 0;
    }
}
