package gradus.classroom;

import gradus.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Commands of the lab as processes of their own. */
public final class GradusProcess {
    private GradusProcess() {}

    /** Runs a command, which must end with this exit code, and returns what it said. */
    public static String run(Path at, int code, String... words) throws Exception {
        Process process = start(at, words);
        String said = saidBy(process);
        int found = process.waitFor();
        if (found != code) {
            throw new AssertionError("exit code " + found + " instead of " + code + ": " + said);
        }
        return said;
    }

    /** All that a process says until it ends. */
    public static String saidBy(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public static Process start(Path at, String... words) throws IOException {
        return builder(at, List.of(), words).start();
    }

    /** @param before what starts the command, with its own arguments */
    public static ProcessBuilder builder(Path at, List<String> before, String... words) {
        return builder(at, before, List.of(), words);
    }

    /** @param options of its Java */
    static ProcessBuilder builder(Path at, List<String> before, List<String> options, String... words) {
        List<String> command = new ArrayList<>(before);
        command.addAll(command(words));
        command.addAll(before.size() + 1, options);
        return new ProcessBuilder(command).directory(at.toFile()).redirectErrorStream(true);
    }

    /** What starts a command of the lab, as the launcher does. */
    static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dgradus.home=" + MadeUpWork.CHECKOUT.home().toAbsolutePath(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
