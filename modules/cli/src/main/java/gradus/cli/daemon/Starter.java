package gradus.cli.daemon;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Lets a daemon run a command; starts one like this process if none listens. */
public final class Starter {
    private static final long START_MILLIS = 15_000;
    private static final long PAUSE_MILLIS = 5;

    /**
     * Without its process group's signals, so that Ctrl-C in the terminal that happened to start it leaves it alone.
     */
    private static final List<String> DETACHED = List.of("/bin/sh", "-c", "trap '' HUP INT; exec \"$@\"", "gradus");

    private final Path home;
    private final Call call;
    private final Address address;

    public Starter(Path home, Call call) {
        this.home = home;
        this.call = call;
        this.address = Address.of(home, call);
    }

    /** The exit code of the command, or nothing if this process has to run it. */
    public OptionalInt run() {
        try {
            address.prepare();
            if (!isListening()) {
                awaitDaemon();
            }
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
        return new Client(address, call).run();
    }

    /** Returns when a daemon listens; or when it does not in spite of everything. One may be there already. */
    private void awaitDaemon() throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + START_MILLIS;
        Process daemon = start();
        while (!isListening() && System.currentTimeMillis() < end && isToBeAwaited(daemon)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isListening() {
        try {
            Wire.to(address).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A daemon ends well at once where another one is about to listen. */
    private static boolean isToBeAwaited(Process daemon) {
        return daemon.isAlive() || daemon.exitValue() == 0;
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(Files.isExecutable(Path.of("/bin/sh")) ? DETACHED : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Dgradus.daemon=false",
                "-cp",
                System.getProperty("java.class.path"),
                "gradus.cli.Main",
                "daemon",
                "serve"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .computeIfPresent(
                        "GRADUS_DATA",
                        (name, data) -> data.isBlank()
                                ? data
                                : Path.of(data).toAbsolutePath().toString());
        File log = address.log().toFile();
        Process process = builder.directory(home.toFile())
                .redirectOutput(log)
                .redirectError(log)
                .start();
        process.getOutputStream().close();
        return process;
    }
}
