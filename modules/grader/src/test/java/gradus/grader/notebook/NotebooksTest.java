package gradus.grader.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.catalogue.Roadmap;
import gradus.catalogue.Room;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks that are made from rooms. */
class NotebooksTest {
    private static final Roadmap ROADMAP =
            Checkout.open(Checkout.homeOf(Path.of(""))).roadmap();

    @TempDir
    private Path home;

    private static List<JsonObject> cells(String notebook) {
        List<JsonObject> cells = new ArrayList<>();
        for (JsonElement cell :
                JsonParser.parseString(notebook).getAsJsonObject().getAsJsonArray("cells")) {
            cells.add(cell.getAsJsonObject());
        }
        return cells;
    }

    private static String source(JsonObject cell) {
        StringBuilder text = new StringBuilder();
        cell.getAsJsonArray("source").forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }

    @Test
    @DisplayName("every room has statement, starter, check, hints, figure, what to look at, and what is next")
    void everyRoom() {
        for (Room room : ROADMAP.rooms()) {
            String notebook = new RoomNotebook(ROADMAP, room).text();
            List<String> sources =
                    cells(notebook).stream().map(NotebooksTest::source).toList();

            assertTrue(sources.get(0).startsWith("# " + room.title()), sources.get(0));
            for (String call : List.of("start", "check", "hint", "figure")) {
                assertTrue(sources.contains("Lab." + call + "(\"" + room.id() + "\")"), call + " of " + room.id());
            }
            assertTrue(sources.stream().anyMatch(source -> source.contains("throw new NotAttempted();")), room.id());
            assertTrue(
                    sources.stream().noneMatch(source -> source.contains("\nimport " + room.packageName() + ".")),
                    room.id() + " has a cell that imports from a package, where cells have none");
            assertTrue(sources.stream().anyMatch(source -> source.startsWith("## Look\n")), room.id());
            assertTrue(sources.get(sources.size() - 1).startsWith("## Next\n"), room.id());
            assertFalse(sources.stream().anyMatch(source -> source.startsWith("package ")), room.id());
        }
    }

    @Test
    @DisplayName("prerequisites and what stands on a room are links to other notebooks")
    void links() {
        String losses =
                new RoomNotebook(ROADMAP, ROADMAP.room("regression-losses").orElseThrow()).text();
        assertTrue(losses.contains("[Linear regression, three ways](linear-regression.ipynb)"), losses);
    }

    @Test
    @DisplayName("a notebook has ids that stay, no outputs, and nothing of the moment it was written in")
    void deterministic() {
        Set<String> ids = new HashSet<>();
        for (Room room : ROADMAP.rooms()) {
            String notebook = new RoomNotebook(ROADMAP, room).text();
            assertEquals(notebook, new RoomNotebook(ROADMAP, room).text());
            for (JsonObject cell : cells(notebook)) {
                String id = cell.get("id").getAsString();
                assertTrue(id.matches("[a-zA-Z0-9_-]{1,64}") && id.startsWith(room.id() + "-"), id);
                assertTrue(ids.add(id), id);
                if (cell.has("outputs")) {
                    assertEquals(0, cell.getAsJsonArray("outputs").size());
                    assertTrue(cell.get("execution_count").isJsonNull());
                }
            }
        }
    }

    @Test
    @DisplayName("what is stale, missing or a stray is named, and mended by writing")
    void stale() throws IOException {
        Notebooks notebooks = new Notebooks(home, ROADMAP);
        assertEquals(ROADMAP.rooms().size(), notebooks.write().size());
        assertEquals(List.of(), notebooks.stale());
        Path folder = home.resolve("notebooks");
        Files.writeString(folder.resolve("00-welcome.ipynb"), "{}");
        Files.writeString(folder.resolve("gone.ipynb"), "{}");
        Files.writeString(folder.resolve("pca.ipynb"), "{}");
        Files.delete(folder.resolve("observations.ipynb"));

        assertEquals(
                List.of(
                        "notebooks/observations.ipynb is missing",
                        "notebooks/pca.ipynb is not what its room says",
                        "notebooks/gone.ipynb belongs to no room"),
                notebooks.stale());
        assertEquals(3, notebooks.write().size());
        assertEquals(List.of(), notebooks.stale());
        assertEquals("{}", Files.readString(folder.resolve("00-welcome.ipynb")));
    }
}
