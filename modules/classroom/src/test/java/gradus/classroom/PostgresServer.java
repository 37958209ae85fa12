package gradus.classroom;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL on a folder and port of its own, with a certificate for its machine. It does not run as root, so
 * root lends its user. The test itself talks to it over a socket of the file system, wherever its machine is.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "owner";
    private static final String PASSWORD = "correct horse";

    private final Host host;
    private final Path programs;
    private final Path folder;
    private final int port;
    private int databases;

    public PostgresServer() throws Exception {
        this(Host.THIS);
    }

    /** Where its machine is not this one, others of the network are let in if they use TLS. */
    PostgresServer(Host host) throws Exception {
        this.host = host;
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            programs = versions.sorted().reduce((a, b) -> b).orElseThrow().resolve("bin");
        }
        folder = Files.createTempDirectory("postgres");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        certify("certificate");
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        program("initdb", "-D", data(), "-U", OWNER, "--auth=scram-sha-256", "--pwfile=" + password, "--no-sync");
        if (!host.isThis()) {
            Files.writeString(
                    Path.of(data(), "pg_hba.conf"),
                    "hostssl all all samenet scram-sha-256\n",
                    StandardOpenOption.APPEND);
        }
        start();
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Makes a certificate for its machine that nobody knows. */
    Path certify(String name) throws Exception {
        Path file = folder.resolve(name + ".pem");
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + host.name(),
                "-addext",
                "subjectAltName=DNS:" + host.name(),
                "-keyout",
                folder.resolve(name + ".key").toString(),
                "-out",
                file.toString()));
        return file;
    }

    /** Who trusts this trusts the server. */
    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    int port() {
        return port;
    }

    /** The process of the server, which waits for those of its connections. */
    public long process() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0));
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
                "-p " + port + " -k " + folder + " -c listen_addresses=" + host.address()
                        + " -c fsync=off -c ssl=on -c ssl_cert_file=" + certificate() + " -c ssl_key_file="
                        + folder.resolve("certificate.key"),
                "start");
    }

    /** Ends it as a crash does. */
    void stop() throws Exception {
        program("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    /** Waits until a machine reaches it: a cable that was plugged in takes a moment. */
    void awaitReach(Host from) throws Exception {
        List<String> command = new ArrayList<>(from.before());
        command.addAll(List.of(
                programs.resolve("pg_isready").toString(), "--host=" + host.address(), "--port=" + port, "--quiet"));
        for (int i = 0; i < 100; i++) {
            try {
                run(command);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        run(command);
    }

    /** Makes an empty database. */
    public Shared database() throws Exception {
        String name = "lab" + ++databases;
        ask("postgres", "CREATE DATABASE " + name);
        return new Shared(name);
    }

    private String ask(String database, String sql) throws IOException, InterruptedException {
        String connection = "host=" + folder + " port=" + port + " user=" + OWNER + " password='" + PASSWORD
                + "' dbname=" + database;
        return run(List.of(
                programs.resolve("psql").toString(),
                "--no-psqlrc",
                "--quiet",
                "--no-align",
                "--tuples-only",
                "--dbname=" + connection,
                "--command=" + sql));
    }

    /** A file that holds a password. */
    Path passwordFile(String password, String permissions) throws IOException {
        Path file = Files.createTempFile(folder, "password", "");
        Files.writeString(file, password + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    /** One of its databases. */
    public final class Shared {
        private final String name;

        private Shared(String name) {
            this.name = name;
        }

        /** What an address must say beside the user. */
        private String trust() {
            return host.isThis() ? "" : "&sslrootcert=" + certificate();
        }

        String url(String host, int port, String rest) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + name + "?" + rest;
        }

        /** What names this queue on a command line, for its owner. */
        public String[] options(String... before) throws IOException {
            return optionsOf(OWNER, PASSWORD, before);
        }

        String[] optionsOf(String user, String password, String... before) throws IOException {
            List<String> words = new ArrayList<>(List.of(before));
            words.addAll(List.of(
                    "--queue",
                    url(host.name(), port, "user=" + user + trust()),
                    "--password-file",
                    passwordFile(password, "rw-------").toString()));
            return words.toArray(String[]::new);
        }

        String name() {
            return name;
        }

        String password() {
            return PASSWORD;
        }

        String owner() {
            return OWNER;
        }

        /** Does something in SQL, as the owner. */
        void execute(String sql) throws IOException, InterruptedException {
            ask(name, sql);
        }

        public double number(String sql) throws IOException, InterruptedException {
            return Double.parseDouble(ask(name, sql));
        }

        /** Waits until a number is at least so large. */
        public void await(String sql, int least) throws Exception {
            for (int i = 0; i < 3000; i++) {
                try {
                    if (number(sql) >= least) {
                        return;
                    }
                } catch (IOException e) {
                    // The tables are not there yet, or the server is not.
                }
                Thread.sleep(100);
            }
            throw new AssertionError(sql + " never was " + least);
        }
    }

    private void program(String name, String... words) throws Exception {
        List<String> command = new ArrayList<>(host.before());
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

    /** Its output goes to a file: a server that it starts keeps that open. */
    private static String run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("postgres", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .directory(Path.of("/").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command + " failed:\n" + Files.readString(said));
            }
            return Files.readString(said).strip();
        } finally {
            Files.delete(said);
        }
    }

    @Override
    public void close() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
