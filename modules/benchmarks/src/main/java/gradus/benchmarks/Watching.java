package gradus.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running {@code gradus watch}, which shows a verdict after each save. */
final class Watching implements AutoCloseable {
    private static final String LAST_LINE = "Checked at ";
    private static final int PATIENCE_IN_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

    private record Line(String text, long time) {}

    /** Starts one and waits for its first verdict. */
    Watching(Bench bench, PcaWorkspace workspace) {
        try {
            process = bench.gradus(workspace.folder(), "watch", PcaWorkspace.ROOM)
                    .builder()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread reader = new Thread(this::read, "verdicts");
        reader.setDaemon(true);
        reader.start();
        verdict("Passed: ");
    }

    private void read() {
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> lines.add(new Line(line, System.nanoTime())));
    }

    /** Saves a file; returns the seconds until the whole verdict was there. */
    double save(Path file, String text, String expected) {
        long start = Save.to(file, text);
        return (verdict(expected) - start) / 1e9;
    }

    /** When the next verdict was there; it must hold a text. */
    private long verdict(String expected) {
        List<String> said = new ArrayList<>();
        try {
            Line line;
            do {
                line = lines.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    throw new Failed("gradus watch said nothing for " + PATIENCE_IN_SECONDS + " seconds, after:\n"
                            + String.join("\n", said));
                }
                said.add(line.text());
            } while (!line.text().startsWith(LAST_LINE));
            if (said.stream().noneMatch(text -> text.contains(expected))) {
                throw new Failed(
                        "gradus watch should have said '" + expected + "', but said:\n" + String.join("\n", said));
            }
            return line.time();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("Interrupted.");
        }
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
