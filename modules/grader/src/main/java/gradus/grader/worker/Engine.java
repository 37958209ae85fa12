package gradus.grader.worker;

import gradus.worker.EngineProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The engine that DJL finds in a worker.
 *
 * @param name such as {@code PyTorch}
 * @param device that it computes on, such as {@code cpu()} or {@code gpu(0)}
 */
public record Engine(String name, String version, String device) {
    private static final int SECONDS = 60;

    /** Starts a process with this equipment and asks. Nothing comes back if the engine does not start. */
    public static Optional<Engine> of(Equipment equipment) {
        try {
            Process process = WorkerProcess.builder(equipment, EngineProbe.class)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && lines.size() == 3
                    ? Optional.of(new Engine(lines.get(0), lines.get(1), lines.get(2)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
