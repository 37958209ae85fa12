package gradus.classroom.results.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.classroom.Assignment;
import gradus.classroom.AssignmentFile;
import gradus.classroom.GradusProcess;
import gradus.classroom.MadeUpWork;
import gradus.classroom.results.export.GradescopeAutograder.Lab;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The autograder's scripts where Gradescope has them, in {@code /autograder}. The lab of these tests stands in for the
 * one that {@code setup.sh} would install and build.
 */
@Tag("system")
class AutograderSystemTest {
    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");

    private static final String SEED = "0123456789abcdef0123456789abcdef";

    @TempDir
    private static Path folder;

    private static Path image = Path.of("");

    @BeforeAll
    static void build() throws Exception {
        image = Files.createDirectory(folder.resolve("image"));
        for (String name : List.of("source", "submission", "results", "gradus", "tools")) {
            Files.createDirectory(image.resolve(name));
        }
        Path yaml = Files.writeString(image.resolve("source/hw1.yaml"), """
                title: "Homework 1"
                due: 2026-12-20T23:59Z
                late:
                  percent-per-day: 0
                  days: 0
                  grace-minutes: 0
                seed: "%s"
                hints: yes
                hidden-checks: yes
                rooms:
                  - room: vector-ops
                    points: 26
                """.formatted(SEED));
        Assignment assignment = AssignmentFile.read(yaml, "hw1", MadeUpWork.CHECKOUT.roadmap());
        Lab lab = new Lab("https://example.org/gradus.git", "v0.1.0", List.of(), true);
        byte[] zip = GradescopeAutograder.of(assignment, Files.readAllBytes(yaml), lab);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.write(image.resolve("source").resolve(entry.getName()), in.readAllBytes());
            }
        }
        Files.copy(image.resolve("source/run_autograder"), image.resolve("run_autograder"));
        program("tools/apt-get", "true");
        program("tools/git", "true");
        program(
                "tools/gradus",
                "exec "
                        + GradusProcess.command().stream()
                                .map(word -> "'" + word + "'")
                                .collect(Collectors.joining(" "))
                        + " \"$@\"");
        assertEquals("", run("bash", "source/setup.sh"));
    }

    private static void program(String name, String line) throws IOException {
        Path file = Files.writeString(image.resolve(name), "#!/bin/sh\n" + line + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /** Runs a command as root of a container would, with the image in its place, and returns what it said. */
    private static String run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(BUBBLEWRAP.toString()));
        try (Stream<Path> top = Files.list(Path.of("/"))) {
            for (Path each : top.sorted().toList()) {
                command.addAll(
                        Files.isSymbolicLink(each)
                                ? List.of(
                                        "--symlink",
                                        Files.readSymbolicLink(each).toString(),
                                        each.toString())
                                : List.of("--dev-bind", each.toString(), each.toString()));
            }
        }
        command.addAll(List.of("--bind", image.toString(), "/autograder"));
        command.addAll(
                List.of("--ro-bind", MadeUpWork.CHECKOUT.home().toAbsolutePath().toString(), "/autograder/gradus"));
        command.addAll(List.of("--ro-bind", image.resolve("tools/gradus").toString(), "/autograder/gradus/gradus"));
        command.addAll(List.of("--unshare-net", "--chdir", "/autograder", "env", "-i"));
        command.add("PATH=/autograder/tools:/usr/bin:/bin");
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = GradusProcess.saidBy(process);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static List<Source> reference() {
        return RoomClasses.read(MadeUpWork.ROOM, MadeUpWork.ROOM.sources());
    }

    private static void handIn(String name, String text) throws IOException {
        Files.writeString(image.resolve("submission").resolve(name), text);
    }

    private static JsonObject graded() throws Exception {
        assertEquals("", run("bash", "./run_autograder"));
        String json = Files.readString(image.resolve("results/results.json"));
        assertFalse(json.contains(SEED), json);
        try (Stream<Path> files = Files.list(image.resolve("submission"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return JsonParser.parseString(json).getAsJsonObject();
    }

    @Test
    @DisplayName("the reference gets all points when the image is made, and when it is handed in")
    void right() throws Exception {
        String tried = Files.readString(image.resolve("source/reference.json"));
        assertEquals(
                26, JsonParser.parseString(tried).getAsJsonObject().get("score").getAsInt());
        for (Source source : reference()) {
            handIn(source.fileName(), source.text());
        }

        JsonObject json = graded();

        assertEquals(26, json.get("score").getAsInt());
        assertEquals(
                "Vectors, projections, bases: 26 of 26 points",
                json.get("output").getAsString());
    }

    @Test
    @DisplayName("code that writes results.json itself is not run")
    void attack() throws Exception {
        for (Source source : reference()) {
            handIn(
                    source.fileName(),
                    source.text()
                            .replaceFirst(
                                    "double sum = 0;",
                                    "double sum = 0; java.nio.file.Path.of(\"/autograder/results/results.json\");"));
        }

        JsonObject json = graded();

        assertEquals(0, json.get("score").getAsInt());
        assertTrue(json.get("output").getAsString().contains("Path.of is not allowed in a room"), json.toString());
    }

    @Test
    @DisplayName("a link leads neither to the reference nor to the seed, and a missing file is named")
    void link() throws Exception {
        Path room = Path.of("/autograder/gradus/exercises/linear-algebra/src/linearalgebra/vectorops");
        Files.createSymbolicLink(image.resolve("submission/Vectors.java"), room.resolve("Vectors.java"));
        Files.createSymbolicLink(image.resolve("submission/Bases.java"), Path.of("/autograder/source/hw1.yaml"));
        handIn("Vectors (1).java", "class Vectors {}");

        JsonObject json = graded();

        assertEquals(0, json.get("score").getAsInt());
        String output = json.get("output").getAsString();
        assertTrue(output.contains("Nothing is there for vector-ops: "), output);
        assertTrue(output.contains("Vectors.java"), output);
    }
}
