package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.worker.Gpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room with DJL, as a learner meets it. */
class DjlRoomTest {
    @TempDir
    private Path workspace;

    private Path file = Path.of("none");

    @BeforeEach
    void solve() {
        assertEquals(0, terminal().run("solution", "cnn-mnist", "--apply", "--yes"));
        file = workspace.resolve("src/cnn/cnnmnist/LeNet.java");
    }

    private Terminal terminal() {
        return new Terminal(workspace);
    }

    private void edit(String text, String by) throws IOException {
        String source = Files.readString(file);
        assertTrue(source.contains(text), text);
        Files.writeString(file, source.replace(text, by));
    }

    @Test
    void theReferencePassesAndNothingStrayIsPrinted() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("check", "cnn-mnist", "--device", "cpu"), terminal.out());
        assertTrue(terminal.out().contains("Passed: 20 of 20 points. 4 points more with --full."), terminal.out());
        assertFalse(terminal.out().contains("Your code printed"), terminal.out());
    }

    @Test
    void nativeMemoryThatIsNotThereIsToldAsSuch() throws IOException {
        edit(
                "return manager.create(buffer.rewind()",
                "manager.zeros(new Shape(1L << 42)); return manager.create(buffer.rewind()");
        Terminal terminal = terminal();

        assertEquals(1, terminal.run("check", "cnn-mnist"));
        String out = terminal.out().replaceAll("\\s+", " ");
        assertTrue(out.contains("PyTorch could not get the memory that your code asked for. Look for a batch"), out);
        assertTrue(out.contains("Out of memory: 4 of 20 points."), out);
    }

    @Test
    void aFailureInsideDjlNamesTheLearnersLine() throws IOException {
        edit("Linear.builder().setUnits(120).build()", "Linear.builder().setUnits(-120).build()");
        Terminal terminal = terminal();

        assertEquals(1, terminal.run("check", "cnn-mnist"));
        assertTrue(terminal.out().contains(" at LeNet.java:"), terminal.out());
    }

    @Test
    void theWorkspaceKnowsTheLibrariesOnce() throws IOException {
        String pom = Files.readString(workspace.resolve("pom.xml"));
        terminal().run("start", "cnn-mnist");

        assertEquals(1, pom.split("<artifactId>djl</artifactId>", -1).length - 1, pom);
        assertEquals(pom, Files.readString(workspace.resolve("pom.xml")));
    }

    @Test
    void aGpuThatIsNotThereIsRefusedInASentence() {
        Terminal terminal = terminal();
        if (!Gpus.names().isEmpty()) {
            return;
        }

        assertEquals(2, terminal.run("check", "cnn-mnist", "--device", "gpu"));
        assertEquals(
                "There is no GPU that CUDA could use: NVIDIA's driver (nvidia-smi) lists none. With --device auto or cpu"
                        + " the room runs on the CPU.\n",
                terminal.err());
    }

    @Test
    void aDeviceThatDoesNotExistIsRefused() {
        Terminal terminal = terminal();

        assertEquals(2, terminal.run("check", "cnn-mnist", "--device", "tpu"));
        assertTrue(terminal.err().contains("it must be auto, cpu or gpu, but was 'tpu'."), terminal.err());
    }
}
