package gradus.benchmarks;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import gradus.grader.worker.PreparedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all benchmarks share.
 *
 * @param home the checkout
 * @param scratch an empty folder
 * @param runs how often everything is measured; once is a trial
 * @param submissions how many a class run grades; none if nothing was said
 * @param peers programs to measure against
 * @param progress is told what runs now
 */
record Bench(Path home, Path scratch, int runs, OptionalInt submissions, Peers peers, Consumer<String> progress) {
    private static final int REST_MILLIS = 2000;

    /** A file of those that only benchmarks need. */
    Path peerFile(String name) {
        return home.resolve("modules/benchmarks/peers").resolve(name);
    }

    /** How much there is to do in a run: in a trial, which only shows that everything works, as little as possible. */
    double amount(double usual, double trial) {
        return runs == 1 ? trial : usual;
    }

    /** What one left in the background, such as a worker that starts, is not laid to the next one. */
    static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says which run begins. */
    void begin(int run, String what) {
        progress.accept("Run " + (run + 1) + " of " + runs + ": " + what);
    }

    /**
     * A command of the lab, started as users start it: with the judge in the background, if it is not told otherwise.
     */
    Program gradus(Path workspace, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("gradus").toString()));
        command.addAll(List.of(arguments));
        return new Program(
                String.join(" ", command),
                scratch,
                Map.of("GRADUS_WORKSPACE", workspace.toString(), "GRADUS_DAEMON", "", "CI", ""),
                command);
    }

    /** The judge in the background that serves this build. */
    ProcessHandle daemon() {
        String status = gradus(scratch, "daemon", "status", "--json").run().output();
        for (JsonElement daemon :
                JsonParser.parseString(status).getAsJsonObject().getAsJsonArray("daemons")) {
            long process = daemon.getAsJsonObject().get("process").getAsLong();
            if (daemon.getAsJsonObject().get("isCurrent").getAsBoolean()) {
                return ProcessHandle.of(process).orElseThrow(() -> new Failed("The judge in the background ended."));
            }
        }
        throw new Failed("'gradus check' started no judge in the background. 'gradus daemon status' said:\n" + status);
    }

    /** A class of this module in a JVM of its own, with the libraries of the benchmarks. */
    Program java(Map<String, String> environment, List<String> flags, Class<?> main, String... arguments) {
        return java(environment, flags, System.getProperty("java.class.path"), main, List.of(arguments));
    }

    /** A class of this module in a JVM of its own, with class path and prepared classes of the lab's commands. */
    Program lab(List<String> flags, Class<?> main, List<String> arguments) {
        String path =
                home.resolve("modules/cli/target/lib") + "/*:" + home.resolve("modules/benchmarks/target/classes");
        List<String> all = new ArrayList<>(flags);
        all.add("-D" + PreparedClasses.PROPERTY + "=" + System.getProperty(PreparedClasses.PROPERTY, ""));
        return java(Map.of(), all, path, main, arguments);
    }

    private Program java(
            Map<String, String> environment, List<String> flags, String path, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Dgradus.home=" + home, "-cp", path, main.getName()));
        command.addAll(arguments);
        return new Program(main.getSimpleName(), scratch, environment, command);
    }

    /** The version of a jar on the class path of this process. */
    static String versionOf(String artifact) {
        Matcher jar = Pattern.compile("[/\\\\]" + artifact + "-(\\d+(\\.\\d+)*)")
                .matcher(System.getProperty("java.class.path"));
        return jar.find() ? jar.group(1) : "of an unknown version";
    }

    /** Makes a folder for one contestant. */
    Path folder(String name) {
        try {
            return Files.createDirectories(scratch.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
