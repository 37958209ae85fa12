package gradus.grader.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The GPUs that CUDA can use on this machine, as NVIDIA's driver lists them. */
public final class Gpus {
    private static final int SECONDS = 10;

    private Gpus() {}

    /** Their names, such as {@code NVIDIA H200}; none where there is no GPU or no driver. */
    public static List<String> names() {
        try {
            Process process = new ProcessBuilder("nvidia-smi", "--query-gpu=name", "--format=csv,noheader")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                return List.of();
            }
            String names = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return names.lines()
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
