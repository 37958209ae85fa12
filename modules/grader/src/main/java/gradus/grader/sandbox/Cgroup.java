package gradus.grader.sandbox;

import gradus.catalogue.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A group of processes whose memory and number the kernel limits together (cgroup v2).
 *
 * <p>Source: Linux, Documentation/admin-guide/cgroup-v2.rst.
 */
record Cgroup(Path folder) {
    private static final Path MOUNT = Path.of("/sys/fs/cgroup");
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Processes of bubblewrap that stand around the worker. */
    private static final int AROUND = 2;

    private static final int ATTEMPTS = 50;

    /** Where this process may make groups: beside its own, if that passes on memory and pids and may be written. */
    static Optional<Path> writable() {
        return writable(MOUNT, Path.of("/proc/self/cgroup"));
    }

    static Optional<Path> writable(Path mount, Path membership) {
        try {
            for (String line : Files.readAllLines(membership)) {
                if (line.startsWith("0::/") && line.length() > 4) {
                    Path parent = mount.resolve(line.substring(4) + "/..").normalize();
                    List<String> passedOn = Arrays.asList(Files.readString(parent.resolve("cgroup.subtree_control"))
                            .strip()
                            .split(" "));
                    return passedOn.containsAll(List.of("memory", "pids"))
                                    && Files.isWritable(parent)
                                    && Files.isWritable(parent.resolve("cgroup.procs"))
                            ? Optional.of(parent)
                            : Optional.empty();
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Makes a group with the limits of one worker. */
    static Cgroup make(Path parent, Limits limits) throws IOException {
        Path folder = parent.resolve("gradus-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        Files.createDirectory(folder);
        Cgroup group = new Cgroup(folder);
        long megabytes = limits.heapMegabytes() + limits.nativeMegabytes() + limits.filesMegabytes();
        group.write("memory.max", Long.toString(megabytes << 20));
        group.write("pids.max", Integer.toString(limits.threads() + AROUND));
        if (Files.exists(folder.resolve("memory.swap.max"))) {
            group.write("memory.swap.max", "0");
        }
        return group;
    }

    /** The file into which a process writes its id to join. */
    Path members() {
        return folder.resolve("cgroup.procs");
    }

    private void write(String file, String value) throws IOException {
        Files.writeString(folder.resolve(file), value);
    }

    /** Ends what is left in the group, and removes it. */
    void remove() {
        try {
            write("cgroup.kill", "1");
        } catch (IOException e) {
            // Before Linux 5.14 there is no such file. The namespace of processes has ended them.
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                Files.deleteIfExists(folder);
                return;
            } catch (IOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
