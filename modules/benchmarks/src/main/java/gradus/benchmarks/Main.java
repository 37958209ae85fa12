package gradus.benchmarks;

import gradus.kit.NoData;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Runs one benchmark: {@code NAME RUNS markdown|json [SUBMISSIONS]}. {@code gradus dev bench} starts it. */
public final class Main {
    private static final Map<String, Benchmark> BENCHMARKS = Map.of(
            "latency", new Latency(),
            "browser", new Browsing(),
            "batch", new Batch(),
            "fleet", new Fleet(),
            "memory", new MemoryUse(),
            "training", new Training(),
            "numerics", new Numerics());

    private static final int FAULT = 70;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Path scratch = Files.createTempDirectory("gradus-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(scratch)));
        Bench bench = new Bench(
                Path.of(System.getProperty("gradus.home", "")).toAbsolutePath(),
                scratch,
                Integer.parseInt(arguments[1]),
                arguments.length > 3 ? OptionalInt.of(Integer.parseInt(arguments[3])) : OptionalInt.empty(),
                Peers.here(System.getenv()),
                err::println);
        Report report = new Report(arguments[0], Machine.here());
        try {
            Objects.requireNonNull(BENCHMARKS.get(arguments[0]), arguments[0]).run(bench, report);
            out.println(arguments[2].equals("json") ? ReportJson.of(report) : ReportMarkdown.of(report));
        } catch (RuntimeException e) {
            boolean isExplained = e instanceof Failed || e instanceof NoData;
            err.println(isExplained ? e.getMessage() : "The benchmark itself failed: " + e + ".");
            System.exit(FAULT);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Something that is just ending still writes there. It is a folder for temporary files.
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
