package gradus.grader.sandbox;

import gradus.catalogue.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Command lines of bubblewrap.
 *
 * @param bwrap the program
 * @param prlimit the program of util-linux that sets limits
 */
record Bubblewrap(Path bwrap, Path prlimit) {
    /** The user "nobody", as every distribution numbers it. */
    static final String NOBODY = "65534";

    /** Where the filter is handed over: a shell opens the file, as Java can hand over only the first three. */
    static final int FILTER = 3;

    /** Seconds between the signal that ends a process for its processor time and the one that it cannot refuse. */
    private static final int GRACE = 2;

    /** Folders of libraries; links on most systems, which stay links. */
    private static final List<String> LIBRARIES = List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64");

    /** What the linker and PyTorch read. */
    private static final List<String> OTHERS = List.of("/etc/ld.so.cache", "/sys/devices/system/cpu");

    private static final List<String> DEVICES = List.of("/dev/null", "/dev/random", "/dev/urandom");

    List<String> command(Program program) {
        Limits limits = program.limits();
        List<String> words = new ArrayList<>(List.of(bwrap.toString()));
        add(words, "--unshare-user", "--uid", NOBODY, "--gid", NOBODY, "--cap-drop", "ALL");
        add(words, "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--hostname", "gradus");
        add(words, "--unshare-cgroup-try", "--new-session", "--die-with-parent");
        add(words, "--seccomp", Integer.toString(FILTER));
        add(words, "--clearenv", "--setenv", "HOME", "/tmp", "--setenv", "LANG", "C.UTF-8");
        for (Map.Entry<String, String> variable : program.environment().entrySet()) {
            add(words, "--setenv", variable.getKey(), variable.getValue());
        }
        add(words, "--proc", "/proc");
        add(words, "--size", Long.toString((long) limits.filesMegabytes() << 20), "--tmpfs", "/tmp");
        for (String device : DEVICES) {
            add(words, "--dev-bind", device, device);
        }
        for (String folder : LIBRARIES) {
            library(words, Path.of(folder));
        }
        for (String other : OTHERS) {
            add(words, "--ro-bind-try", other, other);
        }
        readOnly(words, prlimit);
        Path java = Path.of(System.getProperty("java.home"));
        readOnly(words, java);
        configuration(java).forEach(folder -> readOnly(words, folder));
        program.readable().stream().distinct().forEach(path -> readOnly(words, path));
        program.mounted().forEach((place, folder) -> add(words, "--ro-bind", folder.toString(), place.toString()));
        add(words, "--remount-ro", "/", "--chdir", "/tmp", "--");
        words.addAll(limited(limits));
        words.addAll(program.command());
        return words;
    }

    /**
     * Limits of the process inside. Outside, processes would be counted with those that the user runs anyway: a user
     * namespace counts its own from zero, and what is set before it begins holds for the user as a whole.
     */
    private List<String> limited(Limits limits) {
        long seconds = limits.cpu().toSeconds();
        long memory = (long) (limits.heapMegabytes() + limits.nativeMegabytes()) << 20;
        List<String> words = new ArrayList<>(List.of(prlimit.toString()));
        add(words, "--core=0", "--cpu=" + seconds + ":" + (seconds + GRACE), "--data=" + memory);
        add(words, "--fsize=" + ((long) limits.filesMegabytes() << 20), "--nofile=" + limits.openFiles());
        if (Kernel.countsProcessesOfEachNamespace()) {
            add(words, "--nproc=" + limits.threads());
        }
        return words;
    }

    private static void library(List<String> words, Path folder) {
        if (Files.isSymbolicLink(folder)) {
            try {
                add(words, "--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            } catch (java.io.IOException e) {
                readOnly(words, folder);
            }
        } else if (Files.isDirectory(folder)) {
            readOnly(words, folder);
        }
    }

    /** Debian keeps what a JDK reads at its start outside of it, behind links. */
    private static List<Path> configuration(Path java) {
        Path link = java.resolve("conf/security/java.security");
        try {
            Path file = link.toRealPath();
            return file.startsWith("/etc") ? List.of(Path.of("/etc").resolve(file.getName(1))) : List.of();
        } catch (java.io.IOException e) {
            return List.of();
        }
    }

    private static void readOnly(List<String> words, Path path) {
        add(words, "--ro-bind", path.toString(), path.toString());
    }

    private static void add(List<String> words, String... more) {
        words.addAll(List.of(more));
    }
}
