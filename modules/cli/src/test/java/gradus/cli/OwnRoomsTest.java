package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room of an instructor, outside of the lab, that stands on one of the lab's. */
class OwnRoomsTest {
    private static final Path LAB = Checkout.homeOf(Path.of(""));

    @TempDir
    private Path folder;

    private Path rooms = Path.of("");
    private Path room = Path.of("");

    @BeforeEach
    void write() throws IOException {
        rooms = Files.createDirectory(folder.resolve("my-rooms"));
        Files.writeString(rooms.resolve("roadmap.yaml"), """
                chapters:
                  - id: our-course
                    title: Our course
                    rooms:
                      our-mean: The mean of our numbers
                      our-next: What comes next
                """);
        room = Files.createDirectories(rooms.resolve("our-course/src/ourcourse/ourmean"));
        try (Stream<Path> files =
                Files.list(LAB.resolve("modules/grader/src/test/lab/exercises/fixtures/src/fixtures/mean"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.writeString(
                        room.resolve(file.getFileName().toString()),
                        Files.readString(file)
                                .replace("fixtures.mean", "ourcourse.ourmean")
                                .replace("id: mean", "id: our-mean")
                                .replace("requires: []", "requires: [vector-ops]"));
            }
        }
        edit(
                "Mean.java",
                "for (int i = 0; i < values.length; i++) {\n            sum += weights[i] * values[i];",
                "sum = linearalgebra.vectorops.Vectors.dot(weights, values);\n"
                        + "        for (int i = 0; i < values.length; i++) {");
    }

    private void edit(String name, String replace, String with) throws IOException {
        String text = Files.readString(room.resolve(name));
        assertTrue(text.contains(replace), text);
        Files.writeString(room.resolve(name), text.replace(replace, with));
    }

    private Terminal terminal() {
        return new Terminal(folder.resolve("workspace")).with("GRADUS_ROOMS", rooms.toString());
    }

    @Test
    void itIsSolvedAsTheLabsAre() throws IOException {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("roadmap"));
        assertTrue(terminal.out().contains("Our course"), terminal.out());
        assertEquals(0, terminal.run("start", "our-mean"));
        assertEquals(1, terminal.run("check"));
        assertTrue(terminal.out().contains("Not attempted: 0 of 4 points."), terminal.out());
        assertEquals(0, terminal.run("solution", "our-mean", "--apply", "--yes"));
        assertEquals(0, terminal.run("check"), terminal.out());
        assertTrue(terminal.out().contains("Passed: 4 of 4 points."), terminal.out());

        edit("MeanTest.java", "\"of(1, 2, 6)\", 3,", "\"of(1, 2, 6)\", 4,");
        assertEquals(1, terminal.run("check"), terminal.out());
        assertTrue(terminal.out().contains("of(1, 2, 6): expected 4.0 but was 3.0"), terminal.out());
    }

    @Test
    void itIsHeldAgainstTheRulesOfRooms() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("dev", "check", "our-mean"), terminal.out());
        assertTrue(terminal.out().contains("our-mean"), terminal.out());
    }

    @Test
    void aNewRoomIsBegunBesideIt() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("dev", "new", "our-course", "our-next"), terminal.err());
        assertTrue(Files.exists(room.resolveSibling("ournext").resolve("OurNext.java")));
        assertFalse(Files.exists(rooms.resolve("our-course/pom.xml")));
    }

    @Test
    void aFolderWithoutRoomsIsNamed() {
        Terminal terminal = new Terminal(folder.resolve("workspace")).with("GRADUS_ROOMS", folder.toString());

        assertEquals(2, terminal.run("roadmap"));
        assertEquals(
                "GRADUS_ROOMS names " + folder + ", but there is no roadmap.yaml in it. Let it name a folder made like"
                        + " the lab's exercises, or unset it.",
                terminal.err().strip());
    }

    @Test
    void anIdOfTheLabIsRefused() throws IOException {
        Path order = rooms.resolve("roadmap.yaml");
        Files.writeString(order, Files.readString(order).replace("our-next", "pca"));
        Terminal terminal = terminal();

        assertEquals(70, terminal.run("roadmap"));
        assertEquals(
                order + ":6: the room 'pca' is in " + LAB.resolve("exercises/roadmap.yaml")
                        + " already; choose another id",
                terminal.err().strip());
    }
}
