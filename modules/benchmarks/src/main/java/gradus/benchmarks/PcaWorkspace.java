package gradus.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A learner's workspace with the room {@code pca} in it: the file to edit, and a Maven project that runs the very
 * checks of the room as JUnit tests.
 *
 * @param folder the workspace
 * @param file what the learner edits
 * @param starter the text of the file as the learner gets it
 * @param right a text of the file that passes
 */
record PcaWorkspace(Path folder, Path file, String starter, String right) {
    static final String ROOM = "pca";

    /** What it stands on. Maven finds these in the workspace alone; the lab would take the references. */
    private static final List<String> PREREQUISITES = List.of("eigen-solvers", "svd-lowrank");

    /** Makes one, solved. */
    static PcaWorkspace in(Bench bench, String name) {
        Path folder = bench.folder(name);
        bench.gradus(folder, "start", ROOM).run();
        Path file = folder.resolve("src/decompositions/pca/Pca.java");
        try {
            String starter = Files.readString(file);
            for (String prerequisite : PREREQUISITES) {
                bench.gradus(folder, "solution", prerequisite, "--apply", "--yes")
                        .run();
            }
            bench.gradus(folder, "solution", ROOM, "--apply", "--yes").run();
            return new PcaWorkspace(folder, file, starter, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of one kind that was not there before. */
    String text(Kind kind, int version) {
        return kind.of(this) + "// version " + version + "\n";
    }

    /** Its checks by Maven. */
    Program mavenTest(Peer.Present maven) {
        return new Program(
                "mvn -o -q test",
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                List.of(maven.command().get(0), "-o", "-q", "-B", "test"));
    }
}
