package gradus.cli.daemon;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Where a daemon listens: a socket in a folder of the user alone. A daemon serves one checkout, as one build of the lab
 * with one Java and in one environment; whoever has another one of these looks at another address.
 *
 * @param folder of all daemons of this user
 * @param lab stands for the checkout
 * @param state stands for build, Java and environment
 */
public record Address(Path folder, String lab, String state) {
    private static final String SOCKET = ".sock";
    private static final String LOCK = ".lock";
    private static final String LOG = ".log";

    /** Variables that commands read from their process instead of from the session, or that workers inherit. */
    private static final List<String> VARIABLES = List.of(
            "PATH",
            "HOME",
            "LC_ALL",
            "LC_CTYPE",
            "LANG",
            "TZ",
            "TMPDIR",
            "XDG_CACHE_HOME",
            "GRADUS_JAVA",
            "GRADUS_DAEMON_MINUTES",
            "DJL_CACHE_DIR",
            "OMP_WAIT_POLICY",
            "MALLOC_MMAP_THRESHOLD_",
            "MALLOC_TRIM_THRESHOLD_",
            "MAVEN_HOME",
            "M2_HOME",
            "FONTCONFIG_FILE",
            "FONTCONFIG_PATH",
            "CUDA_VISIBLE_DEVICES",
            "DISPLAY",
            "WAYLAND_DISPLAY");

    /** The address for a call of the lab in such a Java as this one. */
    static Address of(Path home, Call call) {
        return of(home, call.folder(), call.environment());
    }

    /**
     * The address for such a process as this one.
     *
     * @param folder where it was started; absolute
     */
    public static Address of(Path home, Path folder, Map<String, String> environment) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        Path all = !runtime.isEmpty() && Files.isDirectory(Path.of(runtime))
                ? Path.of(runtime, "gradus")
                : Path.of(System.getProperty("java.io.tmpdir"), "gradus-" + System.getProperty("user.name"));
        StringBuilder state = new StringBuilder(build(home));
        for (String name : VARIABLES) {
            state.append('\n').append(environment.getOrDefault(name, ""));
        }
        String data = environment.getOrDefault("GRADUS_DATA", "");
        // A relative folder means another one elsewhere.
        state.append('\n').append(data.isBlank() ? data : folder.resolve(data));
        return new Address(all, digest(home.toAbsolutePath().toString()), digest(state.toString()));
    }

    /** Changes whenever the launcher builds the lab again, and with the Java that runs it and how it reads names. */
    static String build(Path home) {
        File built = home.resolve(".gradus").resolve("built").toFile();
        return built.length() + "\n" + built.lastModified() + "\n" + System.getProperty("java.home") + "\n"
                + System.getProperty("java.vm.version") + "\n" + System.getProperty("sun.jnu.encoding");
    }

    private static String digest(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    public Path socket() {
        return file(SOCKET);
    }

    /** Held by the daemon that listens here. */
    Path lock() {
        return file(LOCK);
    }

    /** What the daemon had to complain about. */
    Path log() {
        return file(LOG);
    }

    private Path file(String ending) {
        return folder.resolve(lab + "-" + state + ending);
    }

    /** Every address of this user and checkout at which a daemon may listen. */
    public List<Address> ofSameLab() {
        List<Address> all = new ArrayList<>();
        try (DirectoryStream<Path> sockets = Files.newDirectoryStream(folder, lab + "-*" + SOCKET)) {
            for (Path socket : sockets) {
                String name = socket.getFileName().toString();
                all.add(new Address(folder, lab, name.substring(lab.length() + 1, name.length() - SOCKET.length())));
            }
        } catch (IOException e) {
            return List.of();
        }
        return all;
    }

    /**
     * Removes what daemons left that do not run and were started more than a day ago. It is for the one that listens
     * here: to open a lock and close it again would give up its own.
     */
    void removeAbandoned() throws IOException {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, "*" + LOCK)) {
            for (Path file : locks) {
                boolean isOld = Files.getLastModifiedTime(file).toInstant().isBefore(yesterday);
                if (isOld && !file.equals(lock())) {
                    removeIfAbandoned(file);
                }
            }
        }
    }

    private static void removeIfAbandoned(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                String name = lock.getFileName().toString();
                for (String ending : List.of(SOCKET, LOG, LOCK)) {
                    Files.deleteIfExists(
                            lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + ending));
                }
            }
        }
    }

    /**
     * Makes the folder, if it is not there.
     *
     * @throws IOException if it cannot be made, or if somebody else could have put something into it
     */
    void prepare() throws IOException {
        if (!Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix")) {
            Files.createDirectories(folder);
            return;
        }
        var onlyUser = PosixFilePermissions.fromString("rwx------");
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(onlyUser));
        } catch (FileAlreadyExistsException e) {
            // Others of this user made it, or somebody else did, which is looked at now.
        }
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String user = System.getProperty("user.name");
        if (!found.isDirectory()
                || !found.owner().getName().equals(user)
                || !found.permissions().equals(onlyUser)) {
            throw new IOException(folder + " must be a folder of " + user + " that nobody else may enter (mode 700)");
        }
    }
}
