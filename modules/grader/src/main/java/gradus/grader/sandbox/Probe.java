package gradus.grader.sandbox;

import gradus.catalogue.Limits;
import gradus.worker.SandboxProbe;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tries whether the sandbox works here: a JVM is run in it as workers are, and asked what holds for it.
 *
 * @param path folders in which programs are looked for
 */
record Probe(String system, String processor, String path, Refusal refusal) {
    private static final int SECONDS = 30;

    /** What the process must find about itself in /proc/self/status. */
    private static final List<String> IN_FORCE = List.of(
            "Uid:\t" + Bubblewrap.NOBODY + "\t",
            "NoNewPrivs:\t1",
            "Seccomp:\t2",
            "CapEff:\t0000000000000000",
            "CapBnd:\t0000000000000000");

    /** Tried once in the life of this JVM. */
    static final class Once {
        static final Sandbox FOUND = ofThisMachine().sandbox();

        private Once() {}
    }

    static Probe ofThisMachine() {
        return new Probe(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"),
                Refusal.ofThisMachine());
    }

    Sandbox sandbox() {
        if (!system.equals("Linux")) {
            return new Sandbox.Absent(
                    "there is none for " + system + ": of your code only heap, time and what it prints are limited",
                    "Grade other people's code on Linux, or in a virtual machine with Linux.");
        }
        Optional<Processor> known = Processor.named(processor);
        if (known.isEmpty()) {
            return new Sandbox.Absent(
                    "there is no filter of system calls for the processor " + processor,
                    "Use a machine with x86-64 or ARM64.");
        }
        Optional<Path> bwrap = program("bwrap");
        if (bwrap.isEmpty()) {
            return new Sandbox.Absent(
                    "bubblewrap (bwrap) is not installed",
                    "Install it (Debian, Ubuntu: apt-get install bubblewrap; Fedora: dnf install bubblewrap; Arch:"
                            + " pacman -S bubblewrap).");
        }
        Optional<Path> prlimit = program("prlimit");
        if (prlimit.isEmpty()) {
            return new Sandbox.Absent("prlimit is not installed", "Install util-linux, which every distribution has.");
        }
        return tried(bwrap.get(), prlimit.get(), known.get());
    }

    private Optional<Path> program(String name) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name).toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Sandbox tried(Path bwrap, Path prlimit, Processor known) {
        Optional<Path> cgroups = Cgroup.writable();
        Launch launch = new Launch(new Bubblewrap(bwrap, prlimit), known, cgroups);
        try {
            Path classes = Path.of(SandboxProbe.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Xmx16m",
                    "-cp",
                    classes.toString(),
                    SandboxProbe.class.getName());
            Process process =
                    launch.start(new Program(command, Map.of(), List.of(classes), Map.of(), false, Limits.DEFAULT));
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Sandbox.Absent(
                        "bubblewrap did not end within " + SECONDS + " seconds", "Try again when less is running.");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                return refusal.of(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return IN_FORCE.stream()
                    .filter(line -> !said.contains(line))
                    .findFirst()
                    .<Sandbox>map(line -> new Sandbox.Absent(
                            "bubblewrap runs, but within it '" + line.strip().replace('\t', ' ') + "' does not hold",
                            "Look whether " + bwrap + " is bubblewrap itself and not a stand-in for it."))
                    .orElseGet(() -> new Sandbox.Present(bwrap, cgroups, launch));
        } catch (IOException | URISyntaxException e) {
            return new Sandbox.Absent(
                    "it could not be prepared (" + e.getMessage() + ")",
                    "Look whether " + System.getProperty("java.io.tmpdir") + " can be written.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sandbox.Absent("the trial was interrupted", "Try again.");
        }
    }
}
