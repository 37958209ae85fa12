package gradus.grader.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines without a sandbox are told apart, each with the way out. */
class ProbeTest {
    private static final String UID_MAP = "bwrap: setting up uid map: Permission denied";

    @TempDir
    private Path folder;

    private Sandbox.Absent absent(String system, String processor) {
        Refusal refusal = new Refusal(folder.resolve("root"));
        return assertInstanceOf(
                Sandbox.Absent.class, new Probe(system, processor, folder.toString(), refusal).sandbox());
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /** What is said of a bubblewrap that complains so and fails. */
    private Sandbox.Absent complaining(String complaint) throws IOException {
        program("bwrap", "echo '" + complaint + "' >&2; exit 1");
        program("prlimit", "exit 0");
        return absent("Linux", "amd64");
    }

    private void kernelSays(String file, String value) throws IOException {
        Path path = folder.resolve("root").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, value + "\n");
    }

    @Test
    void otherSystemsHaveNone() {
        assertEquals(
                "there is none for Mac OS X: of your code only heap, time and what it prints are limited",
                absent("Mac OS X", "aarch64").reason());
    }

    @Test
    void otherProcessorsHaveNone() {
        assertEquals(
                "there is no filter of system calls for the processor riscv64",
                absent("Linux", "riscv64").reason());
    }

    @Test
    void withoutBubblewrap() {
        Sandbox.Absent absent = absent("Linux", "amd64");

        assertEquals("bubblewrap (bwrap) is not installed", absent.reason());
        assertEquals(
                "Install it (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap; Arch: pacman -S"
                        + " bubblewrap).",
                absent.wayOut());
    }

    @Test
    void nothingRunsWithoutASandbox() {
        Program program = new Program(List.of("true"), Map.of(), List.of(), Map.of(), false, Limits.DEFAULT);

        NoSandbox none =
                assertThrows(NoSandbox.class, () -> absent("Linux", "amd64").start(program));

        assertEquals(
                "Submissions were to run in a sandbox, and this machine has none: bubblewrap (bwrap) is not installed."
                        + " Install it (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap; Arch:"
                        + " pacman -S bubblewrap). Nothing was run.",
                none.getMessage());
    }

    @Test
    @Tag("system")
    void withoutPrlimit() throws IOException {
        program("bwrap", "exit 0");

        assertEquals("prlimit is not installed", absent("Linux", "amd64").reason());
    }

    @Test
    @Tag("system")
    void userNamespacesSwitchedOffByAppArmor() throws IOException {
        kernelSays("proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1");

        Sandbox.Absent absent = complaining(UID_MAP);

        assertEquals("AppArmor does not let bubblewrap make user namespaces (" + UID_MAP + ")", absent.reason());
        assertTrue(absent.wayOut().contains("bwrap-userns-restrict /etc/apparmor.d/"), absent.wayOut());
    }

    @Test
    @Tag("system")
    void userNamespacesSwitchedOffByTheKernel() throws IOException {
        kernelSays("proc/sys/kernel/unprivileged_userns_clone", "0");
        Sandbox.Absent absent = complaining("bwrap: No permissions to create new namespace");

        assertEquals(
                "the kernel is set to let ordinary users make no user namespaces (kernel.unprivileged_userns_clone ="
                        + " 0)",
                absent.reason());
        assertEquals(
                "Allow it: sudo sysctl -w kernel.unprivileged_userns_clone=1; a line in /etc/sysctl.d keeps it beyond the"
                        + " next start.",
                absent.wayOut());
    }

    @Test
    @Tag("system")
    void noUserNamespacesAtAll() throws IOException {
        kernelSays("proc/sys/user/max_user_namespaces", "0");

        assertTrue(complaining("bwrap: Creating new namespace failed")
                .wayOut()
                .startsWith("Allow it: sudo sysctl -w user.max_user_namespaces=10000;"));
    }

    @Test
    @Tag("system")
    void aContainerWithoutTheRight() throws IOException {
        kernelSays(".dockerenv", "");
        Sandbox.Absent absent = complaining("bwrap: No permissions to create new namespace");

        assertEquals(
                "this container may not make namespaces (bwrap: No permissions to create new namespace)",
                absent.reason());
        assertTrue(absent.wayOut().startsWith("Start it with --security-opt seccomp=unconfined"), absent.wayOut());
    }

    @Test
    @Tag("system")
    void anOldBubblewrap() throws IOException {
        Sandbox.Absent absent = complaining("bwrap: Unknown option --size");

        assertEquals("this bubblewrap is too old (bwrap: Unknown option --size)", absent.reason());
        assertEquals("Install version 0.7 or newer; Debian 12 and Ubuntu 24.04 have it.", absent.wayOut());
    }

    @Test
    @Tag("system")
    void anythingElseIsQuoted() throws IOException {
        assertEquals(
                "bubblewrap does not work here (bwrap: Can't do it)",
                complaining("bwrap: Can\\047t do it".replace("\\047", "'\\''")).reason());
        assertEquals(
                "bubblewrap starts, but Java does not start in it (Error: Could not find class)",
                complaining("Error: Could not find class").reason());
    }

    @Test
    @Tag("system")
    void aProgramThatOnlyPretendsIsFoundOut() throws IOException {
        program("bwrap", "while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"");
        program("prlimit", "while [ \"${1#--}\" != \"$1\" ]; do shift; done; exec \"$@\"");

        assertTrue(
                absent("Linux", System.getProperty("os.arch")).reason().startsWith("bubblewrap runs, but within it '"));
    }

    @Test
    @Tag("system")
    void thisMachineHasOne() {
        assertInstanceOf(Sandbox.Present.class, Sandbox.ofThisMachine());
    }
}
