package gradus.grader.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How long a check had to wait for a processor, because others used them all. The judge's thread and a thread of the
 * worker take turns, so their times add up. Where the system does not tell, it is 0.
 *
 * <p>Source: Linux, Documentation/scheduler/sched-stats: {@code /proc/<pid>/task/<tid>/schedstat} has the nanoseconds
 * on a processor, then those spent waiting for one.
 */
final class Delay {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Path THIS_THREAD = PROCESSES.resolve("thread-self");
    private static final String STATISTICS = "schedstat";

    private final Optional<Path> judge;
    private final long judgeBefore;
    private final Supplier<Optional<ProcessHandle>> worker;
    private final Map<Path, Long> workerBefore;

    private Delay(Supplier<Optional<ProcessHandle>> worker) {
        this.judge = thisThread();
        this.judgeBefore = judge.map(Delay::waited).orElse(0L);
        this.worker = worker;
        this.workerBefore = threads();
    }

    /** Begins to count, for the thread that calls and a worker. */
    static Delay begin(Supplier<Optional<ProcessHandle>> worker) {
        return new Delay(worker);
    }

    /** The time that was lost since then. */
    Duration soFar() {
        long ofWorker = 0;
        for (Map.Entry<Path, Long> thread : threads().entrySet()) {
            ofWorker = Math.max(ofWorker, thread.getValue() - workerBefore.getOrDefault(thread.getKey(), 0L));
        }
        long ofJudge = judge.map(Delay::waited).orElse(judgeBefore) - judgeBefore;
        return Duration.ofNanos(Math.max(0, ofJudge) + ofWorker);
    }

    private Map<Path, Long> threads() {
        Map<Path, Long> threads = new HashMap<>();
        worker.get().ifPresent(process -> {
            Path tasks = PROCESSES.resolve(Long.toString(process.pid())).resolve("task");
            try (Stream<Path> all = Files.list(tasks)) {
                all.forEach(task -> threads.put(task, waited(task)));
            } catch (IOException e) {
                // It has ended, or this is not Linux.
            }
        });
        return threads;
    }

    private static Optional<Path> thisThread() {
        try {
            return Optional.of(THIS_THREAD.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long waited(Path task) {
        try {
            List<String> numbers = List.of(Files.readString(task.resolve(STATISTICS), StandardCharsets.ISO_8859_1)
                    .strip()
                    .split(" "));
            return numbers.size() > 1 ? Long.parseLong(numbers.get(1)) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
