package gradus.classroom;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Debian's PostgreSQL on a folder and port of its own. It does not run as root, so root lends its user. */
final class PostgresServer implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path folder;
    private final int port;

    PostgresServer(Path folder) throws Exception {
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            programs = versions.sorted().reduce((a, b) -> b).orElseThrow().resolve("bin");
        }
        this.folder = Files.createDirectories(folder);
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
            run(List.of("chmod", "711", String.valueOf(folder.getParent())));
        }
        program("initdb", "-D", data(), "-U", "grader", "--auth=trust", "--no-sync");
        start();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    void start() throws Exception {
        program(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
    }

    void stop() throws Exception {
        program("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=grader";
    }

    private void program(String name, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(words));
        run(command);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("postgres", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .directory(new java.io.File("/"))
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed:\n" + Files.readString(said));
        }
    }

    @Override
    public void close() throws Exception {
        stop();
    }
}
