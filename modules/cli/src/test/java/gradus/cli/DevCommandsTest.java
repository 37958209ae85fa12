package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authors of rooms type and read. */
class DevCommandsTest {
    @TempDir
    private Path folder;

    /** A lab with the real roadmap and no room. */
    private Terminal emptyLab() throws IOException {
        Path home = Checkout.homeOf(Path.of(""));
        Files.createDirectories(folder.resolve("exercises"));
        Files.copy(home.resolve("exercises/roadmap.yaml"), folder.resolve("exercises/roadmap.yaml"));
        Files.copy(home.resolve("exercises/pom.xml"), folder.resolve("exercises/pom.xml"));
        return new Terminal(folder, folder.resolve("workspace"));
    }

    @Test
    void aNewRoomCompilesAndIsToldWhatItLacks() throws IOException {
        Terminal terminal = emptyLab();

        assertEquals(0, terminal.run("dev", "new", "linear-algebra", "vector-ops"), terminal.err());
        assertTrue(Files.exists(folder.resolve("exercises/linear-algebra/src/linearalgebra/vectorops/VectorOps.java")));
        assertTrue(Files.readString(folder.resolve("exercises/pom.xml")).contains("<module>linear-algebra</module>"));
        assertTrue(Files.readString(folder.resolve("exercises/linear-algebra/pom.xml"))
                .contains("<version>0"));

        assertEquals(1, terminal.run("dev", "check", "vector-ops"));
        assertTrue(terminal.out().contains("there is no text under the heading '## 1'"), terminal.out());
        assertTrue(terminal.out().contains("a room has at least 3"), terminal.out());
        assertFalse(terminal.out().contains("  compiles"), terminal.out());
        assertFalse(terminal.out().contains("  reference"), terminal.out());

        assertEquals(2, terminal.run("dev", "new", "linear-algebra", "vector-ops"));
        assertTrue(terminal.err().contains("is there already"), terminal.err());
    }

    @Test
    void unknownChaptersAndRoomsAreNamed() throws IOException {
        Terminal terminal = emptyLab();

        assertEquals(2, terminal.run("dev", "new", "algebra", "vector-ops"));
        assertTrue(
                terminal.err().startsWith("There is no chapter 'algebra'. The chapters are java-basics, "),
                terminal.err());
        assertEquals(2, terminal.run("dev", "new", "linear-algebra", "quaternions"));
        assertTrue(terminal.err().contains("Add a line for it there first."), terminal.err());
        assertEquals(2, terminal.run("dev", "check"));
        assertEquals("Name one or more rooms, or add --all.", terminal.err().strip());
        assertEquals(2, terminal.run("dev"));
        assertTrue(terminal.err().contains("docs/authoring.md"), terminal.err());
    }

    @Test
    void pcaIsSound() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(0, terminal.run("dev", "check", "pca", "--json"), terminal.out() + terminal.err());
        JsonObject room = JsonParser.parseString(terminal.out())
                .getAsJsonObject()
                .getAsJsonArray("rooms")
                .get(0)
                .getAsJsonObject();
        assertEquals("pca", room.get("id").getAsString());
        assertTrue(room.get("ok").getAsBoolean());
        assertTrue(room.getAsJsonArray("mistakes").size() >= 4);
        room.getAsJsonArray("mistakes")
                .forEach(mistake ->
                        assertTrue(mistake.getAsJsonObject().get("caught").getAsBoolean()));
    }

    @Test
    void mutateNeedsARoom() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(2, terminal.run("dev", "mutate"));
        assertEquals(2, terminal.run("dev", "mutate", "pcb"));
        assertTrue(terminal.err().contains("Did you mean pca?"), terminal.err());
    }

    @Test
    @Tag("system")
    void survivorsSayWhatToCheck() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(0, terminal.run("dev", "mutate", "observations"), terminal.out() + terminal.err());
        assertTrue(
                terminal.out().matches("(?s)observations  8 of 9 killed, 0 equivalent, 88 %  [0-9.]+ s\\R.*"),
                terminal.out());
        assertTrue(
                terminal.out()
                        .contains(
                                "\n  Observations.java:43  replaced 2 by 3  (inline-constant)\n      names.contains("),
                terminal.out());
        assertTrue(
                terminal.out().contains("\n    Run this line and pass all the same: readsAnyTable, "), terminal.out());
    }

    @Test
    @Tag("system")
    void mutantsOfPcaAreKilled() {
        Terminal terminal = new Terminal(folder.resolve("workspace"));

        assertEquals(0, terminal.run("dev", "mutate", "pca", "--json"), terminal.out() + terminal.err());
        JsonObject room = JsonParser.parseString(terminal.out())
                .getAsJsonObject()
                .getAsJsonArray("rooms")
                .get(0)
                .getAsJsonObject();
        assertEquals("pca", room.get("id").getAsString());
        assertTrue(room.get("ok").getAsBoolean());
        assertEquals(38, room.get("mutants").getAsInt());
        assertTrue(room.get("score").getAsInt() >= 80);
        assertEquals(0, room.getAsJsonArray("problems").size());
    }
}
