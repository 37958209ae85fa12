package gradus.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gradus.grader.room.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner types, reads and gets back. */
class CommandsTest {
    @TempDir
    private Path folder;

    private Path workspace() {
        return folder.resolve("work space");
    }

    private Terminal terminal() {
        return new Terminal(workspace());
    }

    private Path file() {
        return workspace().resolve("src/decompositions/pca/Pca.java");
    }

    private static JsonObject json(Terminal terminal) {
        return JsonParser.parseString(terminal.out()).getAsJsonObject();
    }

    private void solve() {
        assertEquals(0, terminal().run("solution", "pca", "--apply", "--yes"));
    }

    @Test
    void aNewcomerIsToldWhereToBegin() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run());
        assertTrue(terminal.out().startsWith("Welcome to Gradus. './gradus tour'"), terminal.out());
    }

    @Test
    void helpNamesAllCommandsAndThatOfACommandItsOptions() {
        Terminal all = terminal();
        assertEquals(0, all.run("--help"));
        for (String command : List.of("tour", "roadmap", "check", "watch", "data", "daemon", "notebook", "dev")) {
            assertTrue(all.out().contains("\n  " + command + " "), command);
        }

        Terminal one = terminal();
        assertEquals(0, one.run("check", "--help"));
        assertTrue(one.out().startsWith("Usage: gradus check "), one.out());
        assertTrue(one.out().contains("--workspace"), one.out());
    }

    @Test
    void aCommandMayComeAfterOptionsOfTheLab() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("--no-daemon", "progress"));
        assertEquals(2, terminal.run("--no-daemon", "progess"));
        assertTrue(terminal.err().contains("Did you mean progress?"), terminal.err());
    }

    @Test
    void checkOfARoomNeverStartedStartsIt() {
        Terminal terminal = terminal();

        assertEquals(1, terminal.run("check", "pca", "--json"));
        JsonObject json = json(terminal);
        assertAll(
                () -> assertEquals("pca", json.get("room").getAsString()),
                () -> assertEquals(file().toString(), json.get("file").getAsString()),
                () -> assertEquals("not-attempted", json.get("outcome").getAsString()),
                () -> assertEquals(0, json.get("score").getAsInt()),
                () -> assertTrue(json.get("maxScore").getAsInt() >= 15),
                () -> assertTrue(json.get("mistake").isJsonNull()),
                () -> assertTrue(json.has("seed")),
                () -> assertTrue(json.has("seconds")),
                () -> assertEquals(
                        List.of("id", "stage", "points", "status", "seconds", "message", "notes"),
                        List.copyOf(json.getAsJsonArray("checks")
                                .get(0)
                                .getAsJsonObject()
                                .keySet())));
        assertTrue(Files.exists(file()));
    }

    @Test
    void theReferenceGetsFullMarks() {
        solve();
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("check", "--json", "--seed", "7"));
        JsonObject json = json(terminal);
        assertEquals("passed", json.get("outcome").getAsString());
        assertEquals(json.get("maxScore"), json.get("score"));
        assertEquals(7, json.get("seed").getAsLong());

        assertEquals(0, terminal.run("check", "pca"));
        assertTrue(terminal.out().contains("Passed: "), terminal.out());
        assertTrue(terminal.out().lines().allMatch(line -> line.length() <= 80 || line.contains("Pca.java")));

        assertEquals(0, terminal.run("progress", "--json"));
        JsonObject room = json(terminal).getAsJsonArray("rooms").get(0).getAsJsonObject();
        assertEquals("passed", room.get("status").getAsString());
        assertEquals(2, room.get("runs").getAsInt());
    }

    @Test
    void withoutItsDataACheckDoesNotCount() {
        solve();
        Terminal terminal = terminal();
        String old = System.setProperty("gradus.data", folder.toString());
        try {
            assertEquals(0, terminal.run("check", "pca"));
        } finally {
            if (old == null) {
                System.clearProperty("gradus.data");
            } else {
                System.setProperty("gradus.data", old);
            }
        }
        assertTrue(terminal.out().contains("no data"), terminal.out());
        assertTrue(
                terminal.out().contains("Passed: 15 of 15 points. One check had no data and does not count."),
                terminal.out());
    }

    @Test
    void aFileOfTheLearnerIsNeverLost() throws IOException {
        terminal().run("start", "pca");
        Files.writeString(file(), Files.readString(file()) + "// mine\n");

        assertEquals(0, terminal().run("start", "pca"));
        assertTrue(Files.readString(file()).endsWith("// mine\n"));

        Terminal terminal = terminal();
        assertEquals(0, terminal.run("reset", "pca"));
        assertFalse(Files.readString(file()).endsWith("// mine\n"));
        Path copy = Path.of(terminal.out()
                .lines()
                .filter(line -> line.startsWith("Your file was kept as "))
                .findFirst()
                .orElseThrow()
                .replace("Your file was kept as ", "")
                .replaceFirst("\\.$", ""));
        assertTrue(Files.readString(copy).endsWith("// mine\n"));
    }

    @Test
    void prerequisitesComeAlongForTheIde() {
        terminal().run("start", "regression-losses");

        assertTrue(Files.exists(workspace().resolve("src/optimization/gradientdescent/GradientDescent.java")));
        Terminal terminal = terminal();
        terminal.run("progress", "--json");
        assertEquals(1, json(terminal).getAsJsonArray("rooms").size());
    }

    @Test
    void theSolutionIsNotShownByAccident() {
        Terminal terminal = terminal();

        assertEquals(2, terminal.run("solution", "pca"));
        assertEquals(
                "You have not solved pca yet. To see its solution all the same, add --yes.",
                terminal.err().strip());

        assertEquals(0, terminal.typing("n\n").run("solution", "pca"));
        assertFalse(terminal.out().contains("Svd.thin"), terminal.out());
        assertEquals(0, terminal.typing("y\n").run("solution", "pca"));
        assertTrue(terminal.out().contains("Svd.thin"), terminal.out());
    }

    @Test
    void hintsComeOneByOne() {
        Terminal terminal = terminal();

        terminal.run("hint", "pca");
        String first = terminal.out();
        terminal.run("hint", "pca");
        String second = terminal.out();
        terminal.run("hint", "pca", "1");

        assertTrue(first.startsWith("Hint 1 of "), first);
        assertTrue(second.startsWith("Hint 2 of "), second);
        assertEquals(first, terminal.out());
        assertEquals(2, terminal.run("hint", "pca", "9"));
        assertTrue(terminal.err().startsWith("pca has hints 1 to "), terminal.err());
    }

    @Test
    void theFigureIsDrawnFromTheLearnersCode() throws IOException {
        Terminal terminal = terminal();

        assertEquals(1, terminal.run("figure", "pca"));
        assertTrue(terminal.out().startsWith("The figure needs a part that is not written yet: "), terminal.out());

        solve();
        assertEquals(0, terminal.run("figure", "pca", "--set", "component=2"));
        assertTrue(Files.size(workspace().resolve("figures/pca.png")) > 10_000);
        assertTrue(Files.readString(workspace().resolve("figures/pca.svg")).contains("<svg"));

        assertEquals(2, terminal.run("figure", "pca", "--set", "component=9"));
        assertTrue(terminal.err().contains("component must be a number from 1 to "), terminal.err());
        assertEquals(2, terminal.run("figure", "pca", "--set", "colour=red"));
        assertTrue(terminal.err().contains("colour is not a parameter of this figure"), terminal.err());
        assertEquals(
                2, terminal.run("figure", "pca", "-o", folder.resolve("x.bmp").toString()));
        assertEquals(
                "--output must end in .png or .svg, but was x.bmp.",
                terminal.err().strip());
    }

    @Test
    void roadmapNamesEveryRoomAndItsStatus() {
        Terminal terminal = terminal();
        terminal.run("start", "pca");

        assertEquals(0, terminal.run("roadmap", "--json"));
        List<JsonObject> rooms = StreamSupport.stream(
                        json(terminal).getAsJsonArray("chapters").spliterator(), false)
                .flatMap(chapter -> StreamSupport.stream(
                        chapter.getAsJsonObject().getAsJsonArray("rooms").spliterator(), false))
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertEquals(
                Checkout.open(Checkout.homeOf(Path.of(""))).roadmap().entries().size(), rooms.size());
        JsonObject pca = rooms.stream()
                .filter(room -> room.get("id").getAsString().equals("pca"))
                .findFirst()
                .orElseThrow();
        assertEquals("started", pca.get("status").getAsString());
        assertTrue(pca.get("requires").isJsonArray(), pca.toString());
        assertTrue(pca.get("minutes").getAsInt() > 0, pca.toString());
        assertEquals(0, terminal.run("roadmap"));
        assertTrue(terminal.out().contains("started     pca"), terminal.out());
    }

    @Test
    void unknownWordsGetTheNearestNames() {
        Terminal terminal = terminal();

        assertEquals(2, terminal.run("check", "pcaa"));
        assertEquals(
                "There is no room 'pcaa'. Did you mean pca? './gradus roadmap' lists all rooms.",
                terminal.err().strip());
        assertEquals(2, terminal.run("chekc"));
        assertEquals(
                "There is no command 'chekc'. Did you mean check? './gradus --help' says more.",
                terminal.err().strip());
        assertEquals(2, terminal.run("roadmap", "--al"));
        assertTrue(terminal.err().startsWith("There is no option '--al'."), terminal.err());
        assertEquals(2, terminal.run("start", "capstone-paper-package"));
        assertTrue(terminal.err().contains("is planned, but not built yet"), terminal.err());
        assertEquals(2, terminal.run("check"));
        assertTrue(terminal.err().startsWith("Which room?"), terminal.err());
    }

    @Test
    void badFilesGetOneSentenceEach() throws IOException {
        terminal().run("start", "pca");

        Files.writeString(file(), " \n");
        assertEquals(
                "src/decompositions/pca/Pca.java is empty. 'gradus reset pca' brings the starter back.", refusal());

        Files.write(file(), new byte[] {(byte) 0xc3, (byte) 0x28});
        assertEquals("src/decompositions/pca/Pca.java is not UTF-8 text. Save it with the encoding UTF-8.", refusal());

        Files.write(file(), "x".repeat(10_000_000).getBytes(StandardCharsets.UTF_8));
        assertEquals("src/decompositions/pca/Pca.java is 10.0 MB long. A room's file may be at most 1 MB.", refusal());

        Files.delete(file());
        assertEquals(
                "src/decompositions/pca/Pca.java is missing. 'gradus start pca' puts the starter there.", refusal());
    }

    private String refusal() {
        Terminal terminal = terminal();
        assertEquals(1, terminal.run("check", "pca", "--json"));
        assertEquals("refused", json(terminal).get("outcome").getAsString());
        return json(terminal).get("reason").getAsString();
    }

    @Test
    void anotherPackageOrClassIsSaidSo() throws IOException {
        terminal().run("solution", "pca", "--apply", "--yes");
        String right = Files.readString(file());
        Terminal terminal = terminal();

        Files.writeString(file(), right.replace("package decompositions.pca;", "package mine;"));
        assertEquals(1, terminal.run("check", "pca"));
        assertTrue(
                terminal.out()
                        .replace("\n", " ")
                        .contains("Pca.java should begin with 'package decompositions.pca;', but has 'package mine;'."),
                terminal.out());

        Files.writeString(
                file(),
                right.replace("public record Pca(", "record Pcaa(")
                        .replace("Pca fit", "Pcaa fit")
                        .replace("new Pca(", "new Pcaa("));
        assertEquals(1, terminal.run("check", "pca"));
        assertTrue(terminal.out().contains("there is no class Pca"), terminal.out());
        assertTrue(terminal.out().contains("Surface differs: 0 of "), terminal.out());
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreFine() throws IOException {
        solve();
        Files.writeString(file(), "\uFEFF" + Files.readString(file()).replace("\n", "\r\n"));

        assertEquals(0, terminal().run("check", "pca"));
    }

    @Test
    void aWorkspaceThatCannotBeWrittenIsSaidSo() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "");
        Terminal terminal = terminal();

        assertEquals(70, terminal.run("start", "pca", "--workspace", blocked.toString()));
        assertTrue(terminal.err().contains("cannot be written"), terminal.err());
        assertTrue(terminal.err().contains("Choose another folder with --workspace DIR."), terminal.err());
        assertFalse(terminal.err().contains("\tat "), terminal.err());
    }

    @Test
    void brokenProgressIsKeptAsACopy() throws IOException {
        terminal().run("start", "pca");
        Path progress = workspace().resolve(".gradus/progress.json");
        Files.writeString(progress, "{ not json");

        assertEquals(0, terminal().run("progress"));
        try (var files = Files.walk(workspace().resolve(".gradus/copies"))) {
            assertTrue(files.anyMatch(file -> file.endsWith(".gradus/progress.json")));
        }
    }

    @Test
    void coloursOnlyOnATerminalThatWantsThem() {
        Terminal plain = terminal();
        plain.run("roadmap");
        Terminal coloured = terminal().typing("");
        coloured.run("roadmap");
        Terminal refused = terminal().typing("").with("NO_COLOR", "1");
        refused.run("roadmap");

        assertFalse(plain.out().contains("\u001b["));
        assertTrue(coloured.out().contains("\u001b["));
        assertFalse(refused.out().contains("\u001b["));
    }

    @Test
    void doctorFindsThisMachineInOrder() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("doctor", "--json"), terminal.out());
        assertEquals(
                "java",
                json(terminal)
                        .getAsJsonArray("checks")
                        .get(0)
                        .getAsJsonObject()
                        .get("what")
                        .getAsString()
                        .toLowerCase(java.util.Locale.ROOT));
        assertEquals(1, terminal.with("GRADUS_DATA", "/no/such/folder").run("doctor"));
        assertTrue(terminal.out().contains("GRADUS_DATA names /no/such/folder, which is no folder"), terminal.out());
    }

    @Test
    void theTourGoesFromTheStarterToThePicture() {
        Terminal terminal = terminal();

        assertEquals(0, terminal.run("tour", "--no-pause"), terminal.out() + terminal.err());
        assertAll(
                () -> assertTrue(terminal.out().contains("Not attempted: 0 of "), terminal.out()),
                () -> assertTrue(terminal.out().contains("Failed: "), terminal.out()),
                () -> assertTrue(terminal.out().contains("Passed: "), terminal.out()),
                () -> assertTrue(terminal.out().contains("Picture: "), terminal.out()),
                () -> assertTrue(terminal.out().contains("./gradus start pca"), terminal.out()));
    }
}
