package gradus.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    @TempDir
    private Path folder;

    private Program shell(String script) {
        return new Program("the script", folder, Map.of("WHO", "you"), List.of("sh", "-c", script));
    }

    @Test
    void whatItSaysIsKept() {
        assertEquals("hello, you\n", shell("echo hello, $WHO >&2").run().output());
    }

    @Test
    void processorTimeOfWhatItStartedCounts() {
        Timed timed = shell("sh -c 'i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done'")
                .run();

        assertTrue(timed.cpu() > 0, timed::toString);
    }

    @Test
    void aFailureIsToldWithItsLastWords() {
        Failed failed =
                assertThrows(Failed.class, () -> shell("seq 100; exit 3").run());

        assertTrue(
                String.valueOf(failed.getMessage()).startsWith("the script ended with exit code 3. It said:\n89\n90\n"),
                failed.getMessage());
    }

    @Test
    void aFailureThatIsExpectedIsMeasuredToo() {
        assertEquals(
                "1 test failed\n",
                shell("echo 1 test failed; exit 1").run("test failed").output());
    }
}
