package gradus.grader.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process uses, as the kernel tells it. What it does not tell is 0.
 *
 * @param cpu on all its threads
 * @param memoryMegabytes in memory now, without files that are mapped, in MiB
 * @param threads at the moment
 */
record Usage(Duration cpu, long memoryMegabytes, int threads) {
    static final Usage NONE = new Usage(Duration.ZERO, 0, 0);

    /** What a process uses; its processor time counts from its beginning. */
    static Usage of(ProcessHandle process) {
        Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
        long memory = 0;
        int threads = 0;
        try {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:")) {
                    memory += number(line);
                } else if (line.startsWith("Threads:")) {
                    threads = (int) number(line);
                }
            }
        } catch (IOException e) {
            // The process has ended, or this is not Linux.
        }
        return new Usage(cpu, memory >> 10, threads);
    }

    /** The same, without processor time of before. */
    Usage since(Duration before) {
        return new Usage(cpu.minus(before), memoryMegabytes, threads);
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D", ""));
    }
}
