package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that is broken off takes its worker with it and leaves no half file. */
class InterruptTest {
    @TempDir
    private Path workspace;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noProcessAndNoHalfFileIsLeft(boolean kill) throws IOException, InterruptedException {
        new Terminal(workspace).run("solution", "pca", "--apply", "--yes");
        Path file = workspace.resolve("src/decompositions/pca/Pca.java");
        Files.writeString(
                file, Files.readString(file).replace("columnMeans(X);", "columnMeans(X); while (mean != null) {}"));
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dgradus.home=" + Checkout.homeOf(Path.of("")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "pca",
                        "--workspace",
                        workspace.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle worker = waitForChild(check);

        assertTrue(check.isAlive(), "the check goes on");
        if (kill) {
            check.destroyForcibly();
        } else {
            check.destroy();
        }

        assertTrue(check.waitFor(20, java.util.concurrent.TimeUnit.SECONDS));
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (worker.isAlive() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertFalse(worker.isAlive());
        try (Stream<Path> files = Files.walk(workspace)) {
            assertEquals(
                    List.of(),
                    files.filter(path -> path.toString().endsWith(".part")).toList());
        }
    }

    private static ProcessHandle waitForChild(Process parent) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(end)) {
            Optional<ProcessHandle> child = parent.toHandle().children().findFirst();
            if (child.isPresent()) {
                Thread.sleep(1500);
                return child.get();
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the check started no worker");
    }
}
