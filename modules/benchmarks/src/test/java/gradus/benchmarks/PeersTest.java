package gradus.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of programs that are not there. */
class PeersTest {
    @TempDir
    private Path folder;

    @Test
    void anAbsentPeerIsNamedWithItsPackage() {
        Peers peers = new Peers(List.of(folder), Map.of());

        assertEquals(
                new Peer.Absent("there is no rustc on the PATH", "Debian: sudo apt install rustc."), peers.rustc());
        assertEquals(new Peer.Absent("there is no mvn on the PATH", "Debian: sudo apt install maven."), peers.maven());
        assertEquals(
                new Peer.Absent(
                        "there is no python3 on the PATH",
                        "Debian: sudo apt install python3-numpy python3-sklearn. The variable PYTHON can name another"
                                + " Python."),
                peers.python("numpy", "sklearn"));
    }

    @Test
    void aPythonThatLacksAModuleIsNotTaken() throws IOException {
        Path python = program("python3", "exit 1");

        assertEquals(
                new Peer.Absent(
                        python + " lacks one of torch",
                        "Debian: sudo apt install python3-torch. The variable PYTHON can name another Python."),
                new Peers(List.of(folder), Map.of()).python("torch"));
    }

    @Test
    void aPeerIsTakenInItsOwnWords() throws IOException {
        Path rustc = program("rustc", "echo 'rustc 1.63.0 (of 2022)'");
        Path python = program("another", "echo '3.11.2, torch 1.13'");
        Peers peers = new Peers(List.of(folder), Map.of("PYTHON", python.toString()));

        assertEquals(new Peer.Present("rustc", "1.63.0", List.of(rustc.toString())), peers.rustc());
        assertEquals(
                new Peer.Present("Python", "3.11.2, torch 1.13\n", List.of(python.toString())), peers.python("torch"));
    }

    @Test
    void aPeerCanBeNamed() throws IOException {
        Path rustc = program("newer", "echo 'rustc 1.95.0'");
        Peers peers = new Peers(List.of(folder), Map.of("RUSTC", rustc.toString()));

        assertEquals(new Peer.Present("rustc", "1.95.0", List.of(rustc.toString())), peers.rustc());
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
