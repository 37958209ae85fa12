package gradus.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.catalogue.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of processes, on a folder that looks as the kernel's does. */
class CgroupTest {
    @TempDir
    private Path mount;

    private Optional<Path> writable(String membership, String passedOn) throws IOException {
        Path slice = Files.createDirectories(mount.resolve("user.slice"));
        Files.createDirectories(slice.resolve("session.scope"));
        Files.writeString(slice.resolve("cgroup.subtree_control"), passedOn + "\n");
        Files.writeString(slice.resolve("cgroup.procs"), "");
        return Cgroup.writable(mount, Files.writeString(mount.resolve("membership"), membership + "\n"));
    }

    @Test
    void groupsAreMadeBesideOnesOwn() throws IOException {
        Path parent =
                writable("0::/user.slice/session.scope", "cpu memory pids").orElseThrow();
        Path group = Cgroup.make(parent, Limits.DEFAULT).folder();

        assertEquals(mount.resolve("user.slice"), group.getParent());
        assertEquals(Long.toString((512L + 512 + 64) << 20), Files.readString(group.resolve("memory.max")));
        assertEquals("258", Files.readString(group.resolve("pids.max")));
    }

    @Test
    void noneWhereTheKernelDoesNotLimitMemory() throws IOException {
        assertEquals(Optional.empty(), writable("0::/user.slice/session.scope", "cpu"));
    }

    @Test
    void noneInTheRootAndInTheOlderHierarchy() throws IOException {
        assertEquals(Optional.empty(), writable("0::/", "memory pids"));
        assertEquals(Optional.empty(), writable("4:memory:/user.slice/session.scope", "memory pids"));
    }

    @Test
    void versionsOfTheKernelAreNumbers() {
        assertEquals(true, Kernel.isAtLeast("5.14.0-70.el9", 5, 14));
        assertEquals(true, Kernel.isAtLeast("6.1", 5, 14));
        assertEquals(false, Kernel.isAtLeast("5.4.0-generic", 5, 14));
        assertEquals(false, Kernel.isAtLeast("unknown", 5, 14));
    }
}
