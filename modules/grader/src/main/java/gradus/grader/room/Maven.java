package gradus.grader.room;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Maven of this machine: the first of the PATH, of MAVEN_HOME and of M2_HOME.
 *
 * @param program what is run
 */
public record Maven(Path program) {
    /**
     * Finds it.
     *
     * @param task what it is wanted for, such as "builds the benchmarks"
     * @throws BrokenRoom if there is none
     */
    public static Maven that(String task) {
        String name = File.separatorChar == '\\' ? "mvn.cmd" : "mvn";
        Stream<String> onPath =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        Stream<String> homes = Stream.of("MAVEN_HOME", "M2_HOME")
                .map(System.getenv()::get)
                .filter(home -> home != null && !home.isEmpty())
                .map(home -> home + File.separator + "bin");
        return new Maven(Stream.concat(onPath, homes)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new BrokenRoom(
                        "Maven " + task + ", but there is no Maven on the PATH. 'gradus doctor' says how to get it.")));
    }

    /**
     * Runs it quietly, without the lab's checks of style.
     *
     * @param pom the project
     * @param log takes what it says
     * @return whether it succeeded
     */
    public boolean run(Path pom, Path log, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(program.toString(), "-q", "-B", "-ntp", "-Dquick", "-f", pom.toString()));
        command.addAll(arguments);
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
