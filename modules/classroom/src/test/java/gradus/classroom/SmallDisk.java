package gradus.classroom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A small file system, and a shell for which alone it is there. It goes when the shell does. */
final class SmallDisk implements AutoCloseable {
    /** Where it is, for what runs in the shell. */
    static final String PLACE = "/mnt";

    private static final String FILLER = PLACE + "/filler";
    private static final String END = "-- ended with ";

    /**
     * What came of a command.
     *
     * @param said by it, also to its error stream
     */
    record Ended(int code, String said) {}

    private final Process shell;
    private final BufferedReader from;
    private final Writer to;

    SmallDisk(int megabytes) throws IOException {
        shell = new ProcessBuilder(
                        "bwrap",
                        "--dev-bind",
                        "/",
                        "/",
                        "--size",
                        Integer.toString(megabytes << 20),
                        "--tmpfs",
                        PLACE,
                        "--die-with-parent",
                        "sh")
                .redirectErrorStream(true)
                .start();
        from = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
        to = shell.outputWriter(StandardCharsets.UTF_8);
    }

    /** Runs a command of the lab in a folder. */
    Ended gradus(String folder, String... words) throws IOException {
        begin(folder, words);
        return end();
    }

    /** Begins a command of the lab. */
    void begin(String folder, String... words) throws IOException {
        begin("cd '" + folder + "' && "
                + GradusProcess.command(words).stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" ")));
    }

    private void begin(String command) throws IOException {
        to.write("(" + command + ") </dev/null; code=$?; echo; echo '" + END + "'$code\n");
        to.flush();
    }

    /** Waits until what was begun has ended. */
    Ended end() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith(END)) {
                return new Ended(
                        Integer.parseInt(line.substring(END.length())),
                        said.toString().strip());
            }
            said.append(line).append('\n');
        }
        throw new IOException("the shell ended: " + said);
    }

    private String shell(String command) throws IOException {
        begin(command);
        return end().said();
    }

    /** Checksums of all files in a folder. */
    String checksums(String folder) throws IOException {
        return shell("find '" + folder + "' -type f -exec cksum {} + | sort");
    }

    /** Whether a worker runs. */
    boolean isGrading() {
        return shell.descendants()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(" gradus.worker.Worker"));
    }

    /** Leaves not a byte. */
    void fill() throws IOException {
        shell("cat /dev/zero > " + FILLER);
    }

    /** Leaves not a byte, while a command runs. */
    void fillFromOutside() throws IOException, InterruptedException {
        Path filler = Path.of("/proc", Long.toString(shellInside().pid()), "root", FILLER);
        new ProcessBuilder("sh", "-c", "cat /dev/zero > " + filler)
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    /** Bubblewrap stands around it. */
    private ProcessHandle shellInside() {
        return shell.children().findFirst().orElseThrow();
    }

    void makeRoom() throws IOException {
        shell("rm " + FILLER);
    }

    @Override
    public void close() throws IOException {
        to.close();
        shell.destroy();
    }
}
