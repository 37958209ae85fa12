package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.grader.room.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge in the background, with real processes. */
@Tag("system")
class DaemonTest {
    private static final String LOOP = "double[] mean = Matrix.columnMeans(X); while (mean != null) {}";

    @TempDir
    private Path top;

    private final Map<String, String> environment = new HashMap<>();
    private Path home = Path.of("none");
    private Path workspace = Path.of("none");
    private Path file = Path.of("none");
    private Path run = Path.of("none");

    private record Result(int code, String out, String err) {}

    /** A checkout of its own: the daemon of the real one is left alone. */
    @BeforeEach
    void makeLab() throws IOException {
        home = lab("lab");
        workspace = home.resolve("workspace");
        file = workspace.resolve("src/decompositions/pca/Pca.java");
        run = Files.createDirectory(top.resolve("run"));
        environment.put("XDG_RUNTIME_DIR", run.toString());
        new Terminal(home, workspace).run("solution", "pca", "--apply", "--yes");
    }

    private Path lab(String name) throws IOException {
        Path real = Checkout.homeOf(Path.of(""));
        Path lab = Files.createDirectories(top.resolve(name));
        for (String part : List.of("exercises", "modules", "datasets", "pom.xml")) {
            Files.createSymbolicLink(lab.resolve(part), real.resolve(part));
        }
        Files.createDirectory(lab.resolve(".gradus"));
        Files.writeString(lab.resolve(".gradus/built"), "17\n");
        return lab;
    }

    @AfterEach
    void stopAll() throws Exception {
        gradus("daemon", "stop");
        await(() -> daemons().isEmpty());
    }

    @Test
    void commandsAreServedAsInAProcessOfTheirOwn() throws Exception {
        Result alone = aloneGradus("check", "pca", "--seed", "7");
        Result first = gradus("check", "pca", "--seed", "7");
        Result second = gradus("check", "pca", "--seed", "7");

        assertEquals(alone, first);
        assertEquals(alone, second);
        assertEquals(0, first.code());
        assertEquals(List.of(2), counts("commands"));

        Files.writeString(file, Files.readString(file).replace("Matrix.columnMeans(X)", "nothing"));
        assertEquals(aloneGradus("check", "--seed", "7"), gradus("check", "--seed", "7"));
        assertEquals(1, gradus("check").code());
        assertEquals(2, gradus("check", "nowhere").code());
        assertEquals(aloneGradus("check", "--sead"), gradus("check", "--sead"));
        assertEquals(aloneGradus(), gradus());
    }

    @Test
    void pathsBeginWhereTheCommandWasTyped() throws Exception {
        Path elsewhere = Files.createDirectory(top.resolve("elsewhere"));

        Result drawn = end(start(elsewhere, true, "figure", "pca", "--output", "mine.png"), "");

        assertEquals(0, drawn.code(), drawn.err());
        assertTrue(drawn.out().contains("Picture: " + elsewhere.toRealPath().resolve("mine.png")), drawn.out());
        assertTrue(Files.size(elsewhere.resolve("mine.png")) > 0);
        assertEquals(List.of(1), counts("commands"));
    }

    @Test
    void questionsReachTheOneWhoAsked() throws Exception {
        environment.put("TERMINAL", "true");
        gradus("progress");
        Result no = end(start(top, true, "solution", "gradient-descent"), "n\nfor others");
        Result yes = end(start(top, true, "solution", "gradient-descent"), "y\n");
        Result end = end(start(top, true, "solution", "gradient-descent"), "");

        String question = "You have not solved gradient-descent yet. See its solution all the same? [y/N] ";
        assertEquals(question + "Good. './gradus hint gradient-descent' gives a smaller push.\n", no.out());
        assertTrue(yes.out().startsWith(question + "package optimization.gradientdescent;"), yes.out());
        assertEquals(no.out(), end.out());
        assertEquals(List.of(4), counts("commands"));
    }

    @Test
    void manyAtOnceShareOne() throws Exception {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(start(top, true, "check", "pca", "--seed", "7"));
        }
        for (Process process : all) {
            Result result = end(process, "");
            assertEquals(0, result.code(), result.err());
            assertTrue(result.out().contains("\nPassed: "), result.out());
        }
        assertEquals(List.of(4), counts("commands"));
    }

    @Test
    void aKilledOneIsReplacedAndItsCommandIsDoneAgain() throws Exception {
        gradus("check", "pca");
        ProcessHandle daemon = daemon();
        String right = Files.readString(file);
        writeALoop();
        Process check = start(top, true, "check", "pca");
        await(() -> counts("running").equals(List.of(1))
                && daemon.children().findAny().isPresent());
        Files.writeString(file, right);
        List<ProcessHandle> workers = daemon.children().toList();
        daemon.destroyForcibly();

        Result result = end(check, "");

        assertEquals("The judge in the background ended in the middle of this. Doing it again.\n", result.err());
        assertEquals(0, result.code());
        assertTrue(result.out().contains("\nPassed: "), result.out());
        await(() -> workers.stream().noneMatch(ProcessHandle::isAlive));

        // Its socket is still there.
        assertEquals(0, gradus("check", "pca").code());
        assertNotEquals(daemon.pid(), daemon().pid());
    }

    @Test
    void whoBreaksACheckOffEndsItInTheBackgroundToo() throws Exception {
        gradus("check", "pca");
        String progress = gradus("progress").out();
        writeALoop();
        Process check = start(top, true, "check", "pca");
        await(() -> counts("running").equals(List.of(1)));

        check.descendants().forEach(ProcessHandle::destroy);
        check.destroy();
        check.waitFor();

        await(() -> counts("running").equals(List.of(0)));
        assertEquals(progress, gradus("progress").out(), "what was broken off does not count");
    }

    /** All processes stand still for a while, as when a laptop is closed. */
    @Test
    void aSleepLosesNothing() throws Exception {
        gradus("check", "pca");
        ProcessHandle daemon = daemon();
        signal("STOP", daemon.pid());
        Process asleep = start(top, true, "check", "pca");
        Thread.sleep(2000);
        signal("CONT", daemon.pid());
        assertTrue(end(asleep, "").out().contains("\nPassed: "));

        writeASlowOne();
        Process check = start(top, true, "check", "pca");
        await(() -> counts("running").equals(List.of(1)));
        long[] all = Stream.of(check.toHandle(), daemon)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToLong(ProcessHandle::pid)
                .toArray();
        signal("STOP", all);
        Thread.sleep(2000);
        signal("CONT", all);

        Result result = end(check, "");
        assertTrue(result.out().contains("\nPassed: "), result.toString());
        assertEquals("", result.err());
        assertEquals(List.of(3), counts("commands"));
        assertEquals(daemon.pid(), daemon().pid());
    }

    private static void signal(String name, long... processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        LongStream.of(processes).mapToObj(String::valueOf).forEach(command::add);
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    @Test
    void anotherBuildHasAnotherOne() throws Exception {
        gradus("check", "pca");
        ProcessHandle old = daemon();

        Files.setLastModifiedTime(
                home.resolve(".gradus/built"), FileTime.from(Instant.now().plusSeconds(5)));
        Result result = gradus("check", "pca");

        assertEquals(0, result.code(), result.err());
        await(() -> !old.isAlive());
        assertNotEquals(old.pid(), daemon().pid());
    }

    @Test
    void anotherCheckoutAndAnotherEnvironmentHaveTheirOwn() throws Exception {
        gradus("check", "pca");
        Path other = lab("other");
        assertEquals(1, end(start(other, top, true, "check", "pca"), "").code(), "it was not started there");
        assertEquals(1, daemons().size());

        environment.put("GRADUS_DATA", top.resolve("data").toString());
        gradus("check", "pca");
        assertEquals(2, daemons().size());

        end(start(other, top, false, "daemon", "stop"), "");
        assertEquals(2, daemons().size());
    }

    @Test
    void nobodyIsServedForAWhile() throws Exception {
        environment.put("GRADUS_DAEMON_MINUTES", "0.05");
        gradus("check", "pca");
        ProcessHandle daemon = daemon();

        await(() -> !daemon.isAlive());

        String words = gradus("daemon", "status").out();
        assertEquals(
                "No judge runs in the background for this lab. The next './gradus check' starts\n"
                        + "one, unless GRADUS_DAEMON=no or CI is set.\n",
                words);
        assertEquals(
                "No judge runs in the background for this lab.\n",
                gradus("daemon", "stop").out());
        assertEquals(0, gradus("check", "pca").code());
    }

    @Test
    void itSaysHowItIsAndFinishesBeforeItStops() throws Exception {
        gradus("check", "pca");
        String status = gradus("daemon", "status").out();
        assertTrue(
                Pattern.compile(
                                "A judge runs in the background: process \\d+, for 0 minutes, 1 command served,\\s\\d+ MB"
                                        + " of objects\\. It ends when no command came for\\s30 minutes\\.")
                        .matcher(status)
                        .find(),
                status);
        writeASlowOne();
        Process check = start(top, true, "check", "pca");
        await(() -> counts("running").equals(List.of(1)));

        assertEquals(
                "The judge in the background ends.\n", gradus("daemon", "stop").out());

        Result finished = end(check, "");
        assertTrue(finished.out().contains("\nPassed: "), finished.toString());
        assertEquals("", finished.err());
    }

    @Test
    void aFolderThatOthersMayEnterIsNotUsed() throws Exception {
        Path folder = Files.createDirectory(run.resolve("gradus"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertEquals(0, gradus("check", "pca").code());

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Somebody else's socket would get the whole environment, and could say what it likes. */
    @Test
    void aSocketThatOthersCouldHaveMadeIsNotAsked() throws Exception {
        gradus("check", "pca");
        Files.setPosixFilePermissions(socket().getParent(), PosixFilePermissions.fromString("rwxr-x---"));

        assertEquals(0, gradus("check", "pca").code());

        Files.setPosixFilePermissions(socket().getParent(), PosixFilePermissions.fromString("rwx------"));
        assertEquals(List.of(1), counts("commands"));
    }

    @Test
    void whatOthersLeftIsTakenAwayAfterADay() throws Exception {
        gradus("check", "pca");
        daemon().destroyForcibly();
        await(() -> daemons().isEmpty());
        Path old = socket();
        try (Stream<Path> files = Files.list(old.getParent())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            }
        }
        environment.put("GRADUS_DATA", top.resolve("data").toString());

        assertEquals(0, gradus("check", "pca").code());

        assertNotEquals(old, socket());
        try (Stream<Path> files = Files.list(old.getParent())) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void whatIsNoRequestDoesNoHarm() throws Exception {
        gradus("check", "pca");
        Path socket = socket();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));

        for (byte[] bytes : List.of(
                new byte[0],
                new byte[] {1, 2, 3},
                new byte[] {0, 127, 127, 127, 127},
                new byte[] {0, 0, 0, 0, 4, 127, 0, 0, 0},
                new byte[] {0, 0, 0, 0, 8, 0, 0, 0, 1, -1, -1, -1, -1},
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {8, 0, 0, 0, 0})) {
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                channel.write(ByteBuffer.wrap(bytes));
                channel.shutdownOutput();
                channel.read(ByteBuffer.allocate(100));
            } catch (IOException e) {
                // The daemon hung up.
            }
        }

        assertEquals(0, gradus("check", "pca").code());
        await(() -> counts("running").equals(List.of(0)));
    }

    @Test
    void wordsOfTheCommand() throws Exception {
        Result bare = gradus("daemon");
        assertEquals(2, bare.code());
        assertEquals("'./gradus daemon status' says how it is, './gradus daemon stop' ends it.\n", bare.err());

        environment.put("GRADUS_DAEMON_MINUTES", "soon");
        Result serve = gradus("daemon", "serve");
        assertEquals(2, serve.code());
        assertEquals("GRADUS_DAEMON_MINUTES must be a number of minutes, but was 'soon'.\n", serve.err());
        assertEquals(0, gradus("check", "pca").code(), "then it is done without");
    }

    private void writeASlowOne() throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "columnMeans(X);",
                                "columnMeans(X); for (long t = System.nanoTime(); System.nanoTime() - t < 3e8;) {}"));
    }

    private void writeALoop() throws IOException {
        Files.writeString(file, Files.readString(file).replace("double[] mean = Matrix.columnMeans(X);", LOOP));
        assertTrue(Files.readString(file).contains(LOOP));
    }

    private Result gradus(String... arguments) throws IOException, InterruptedException {
        boolean isServed = arguments.length == 0 || !arguments[0].equals("daemon");
        return end(start(top, isServed, arguments), "");
    }

    private Result aloneGradus(String... arguments) throws IOException, InterruptedException {
        return end(start(top, false, arguments), "");
    }

    private Process start(Path folder, boolean isServed, String... arguments) throws IOException {
        return start(home, folder, isServed, arguments);
    }

    /** As the launcher does it: asks a daemon, and starts the lab's Java where that did not do. */
    private Process start(Path lab, Path folder, boolean isServed, String... arguments) throws IOException {
        String script = """
                lab=$1 java=$2 classes=$3 served=$4
                shift 4
                if [ $served = true ]; then
                    code=0
                    perl "$lab/modules/cli/client.pl" "$lab" ./gradus ${TERMINAL:-false} "$PWD" "$@" || code=$?
                    [ $code = 75 ] || exit $code
                fi
                exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dgradus.terminal=${TERMINAL:-false} \\
                    "-Dgradus.home=$lab" -Dgradus.command=./gradus -Dgradus.daemon=$served -cp "$classes" gradus.cli.Main "$@"
                """;
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                script,
                "sh",
                lab.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"),
                String.valueOf(isServed)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("CI", "GRADUS_WORKSPACE", "GRADUS_DAEMON_MINUTES"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result end(Process process, String input) throws IOException, InterruptedException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread reader = new Thread(() -> {
            try {
                process.getErrorStream().transferTo(err);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        reader.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        reader.join();
        return new Result(process.waitFor(), out, err.toString(StandardCharsets.UTF_8));
    }

    private List<JsonObject> daemons() {
        Terminal terminal = new Terminal(home, workspace).with("XDG_RUNTIME_DIR", run.toString());
        terminal.run("daemon", "status", "--json");
        JsonObject status = JsonParser.parseString(terminal.out()).getAsJsonObject();
        return StreamSupport.stream(status.getAsJsonArray("daemons").spliterator(), false)
                .map(element -> element.getAsJsonObject())
                .toList();
    }

    private List<Integer> counts(String what) {
        return daemons().stream().map(daemon -> daemon.get(what).getAsInt()).toList();
    }

    /** The one that is of the build that is there now. */
    private ProcessHandle daemon() {
        List<JsonObject> current = daemons().stream()
                .filter(daemon -> daemon.get("isCurrent").getAsBoolean())
                .toList();
        assertEquals(1, current.size(), current.toString());
        Optional<ProcessHandle> process =
                ProcessHandle.of(current.get(0).get("process").getAsLong());
        return process.orElseThrow();
    }

    private Path socket() throws IOException {
        try (Stream<Path> files = Files.list(run.resolve("gradus"))) {
            return files.filter(path -> path.toString().endsWith(".sock"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.call()) {
            assertTrue(Instant.now().isBefore(end), "this never came");
            Thread.sleep(50);
        }
    }
}
