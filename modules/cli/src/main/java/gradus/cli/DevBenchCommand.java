package gradus.cli;

import gradus.grader.room.BrokenRoom;
import gradus.grader.room.Maven;
import gradus.grader.worker.PreparedClasses;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the lab beside its peers. The figures are taken by modules/benchmarks, in a JVM of its own: its libraries
 * are none of a learner's.
 */
@Command(
        name = "bench",
        description = "Measures what docs/performance.md claims, by turns with named peers, and writes it as Markdown.")
final class DevBenchCommand implements Callable<Integer> {
    private static final List<String> NAMES =
            List.of("latency", "browser", "batch", "fleet", "memory", "training", "numerics");

    /** Of submissions in the benchmark batch, without that of endless loops. */
    private static final int KINDS = 5;

    private static final String MODULE = "modules/benchmarks";
    private static final String MAIN = "gradus.benchmarks.Main";

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "latency, browser, batch, fleet, memory, training or numerics.")
    private String name = "";

    @Option(names = "--runs", paramLabel = "N", description = "How often everything is measured. Default: 5.")
    private int runs = 5;

    @Option(
            names = "--submissions",
            paramLabel = "N",
            description = "How many submissions batch grades in a run, a fifth of them of each kind. Default: 100.")
    private @Nullable Integer submissions;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    DevBenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!NAMES.contains(name)) {
            throw new Usage("There is no benchmark '" + name + "'. They are " + String.join(", ", NAMES) + ".");
        }
        if (runs < 1) {
            throw new Usage("--runs takes how often everything is measured, at least 1, but was " + runs + ".");
        }
        if (submissions != null && !name.equals("batch")) {
            throw new Usage("--submissions is for the benchmark batch: " + name + " grades none.");
        }
        if (submissions != null && (submissions < KINDS || submissions % KINDS != 0)) {
            throw new Usage("--submissions takes a multiple of " + KINDS
                    + ", so that there are as many of each kind, but was " + submissions + ".");
        }
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            throw new Usage(
                    "The benchmarks read CPU time and memory from /proc, as Linux has it. This system has none.");
        }
        build();
        return run();
    }

    private void build() throws IOException {
        Path log = session.checkout().cache().resolve("benchmarks.log");
        Maven maven = Maven.that("builds the benchmarks");
        session.complain("Building the benchmarks");
        List<String> arguments = List.of("-DskipTests", "-pl", MODULE, "-am", "package");
        if (!maven.run(session.home().resolve("pom.xml"), log, arguments)) {
            throw new BrokenRoom("Maven could not build the benchmarks. The first time a network is needed: they are"
                    + " measured with libraries of their own, PyTorch among them. What it said is in " + log + ".");
        }
        keepBuild();
    }

    /**
     * Maven wrote the lab's own libraries anew, of the same sources. Where the launcher took that for somebody else's
     * build, it would build again when a benchmark calls it, and the benchmarks would be gone.
     */
    private void keepBuild() throws IOException {
        Path built = session.checkout().cache().resolve("built");
        if (Files.exists(built)) {
            Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
        }
    }

    private int run() throws IOException, InterruptedException {
        Path target = session.home().resolve(MODULE).resolve("target").toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Dgradus.home=" + session.home().toAbsolutePath(),
                "-D" + PreparedClasses.PROPERTY + "=" + System.getProperty(PreparedClasses.PROPERTY, ""),
                "-cp",
                target.resolve("benchmarks.jar")
                        + File.pathSeparator
                        + Files.readString(target.resolve("classpath")).strip(),
                MAIN,
                name,
                Integer.toString(runs),
                json ? "json" : "markdown"));
        if (submissions != null) {
            command.add(submissions.toString());
        }
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        Thread words = new Thread(() -> pass(process.getErrorStream(), session::complain), "words of the benchmark");
        words.start();
        pass(process.getInputStream(), session::say);
        words.join();
        return process.waitFor();
    }

    private static void pass(InputStream stream, Consumer<String> reader) {
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                .lines()
                .forEach(reader);
    }
}
