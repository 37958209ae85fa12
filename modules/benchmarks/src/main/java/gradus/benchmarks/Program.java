package gradus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is run as a process.
 *
 * @param name what people call it
 * @param folder where it runs
 * @param environment variables beside those of this process
 */
record Program(String name, Path folder, Map<String, String> environment, List<String> command) {
    private static final int LAST_LINES = 12;

    /** Clock ticks a second, as /proc counts on every Linux. */
    private static final double TICKS = 100;

    /**
     * Runs it to its end.
     *
     * @param failures what it says where another exit code than 0 is all right
     * @throws Failed if its exit code is not 0, and it says none of these
     */
    Timed run(String... failures) {
        try {
            Path said = Files.createTempFile("gradus", ".txt");
            try {
                return run(said, failures);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Timed run(Path said, String... failures) throws IOException {
        double cpu = cpuOfChildren();
        long start = System.nanoTime();
        Process process = builder().redirectOutput(said.toFile()).start();
        process.getOutputStream().close();
        int code = exitCode(process);
        double wall = (System.nanoTime() - start) / 1e9;
        cpu = cpuOfChildren() - cpu;
        String output = Files.readString(said, StandardCharsets.UTF_8);
        if (code != 0 && Stream.of(failures).noneMatch(output::contains)) {
            throw new Failed(name + " ended with exit code " + code + ". It said:\n" + lastLines(output));
        }
        return new Timed(wall, cpu, output);
    }

    /** How it is started. What it says to its error stream is part of its output. */
    ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder;
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted.");
        }
    }

    /**
     * CPU seconds of all processes that this one started and that have ended, with those that they waited for.
     *
     * <p>Source: proc(5), /proc/pid/stat, cutime and cstime.
     */
    private static double cpuOfChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
    }

    private static String lastLines(String text) {
        List<String> lines = text.strip().lines().toList();
        return lines.stream().skip(Math.max(0, lines.size() - LAST_LINES)).collect(Collectors.joining("\n"));
    }
}
