package gradus.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BenchTest {
    @Test
    void versionsOfLibrariesAreReadFromTheClassPath() {
        for (String artifact : new String[] {"ejml-ddense", "api", "pytorch-native-[a-z0-9]*"}) {
            String version = Bench.versionOf(artifact);

            assertTrue(version.matches("\\d+\\.\\d+(\\.\\d+)?"), () -> artifact + " " + version);
        }
        assertEquals("of an unknown version", Bench.versionOf("no-such-library"));
    }
}
