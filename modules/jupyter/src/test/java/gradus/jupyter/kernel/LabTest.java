package gradus.jupyter.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.OutcomeJson;
import gradus.grader.Settings;
import gradus.grader.Submission;
import gradus.grader.source.Source;
import gradus.grader.workspace.Workspace;
import gradus.jupyter.show.Graded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lab says to cells. */
class LabTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    private Sitting sitting;

    @BeforeEach
    void sit() {
        sitting = new Sitting(folder);
    }

    private static String pca(List<Source> files) {
        return Sitting.cells(files).get(0);
    }

    private static String solved() {
        return pca(Sitting.references(Sitting.room("pca")));
    }

    private static String starter() {
        return pca(Sitting.starters(Sitting.room("pca")));
    }

    private Graded check(String id) {
        return (Graded) Objects.requireNonNull(sitting.value("Lab.check(\"" + id + "\", " + SEED + ")"));
    }

    private Workspace workspace() {
        return new Workspace(folder);
    }

    /** All other rooms are compared by .ci/notebook-test, in turn. */
    @ParameterizedTest
    @ValueSource(strings = {"pca", "regression-losses"})
    @DisplayName("a cell gets the verdict that a file with the same text gets")
    void parity(String id) {
        Room room = Sitting.room(id);
        Mistake mistake = room.mistakes().get(0);
        List<Source> wrong = Sitting.references(room).stream()
                .map(source -> new Source(source.path(), source.text().replace(mistake.replace(), mistake.with())))
                .toList();
        sitting.run("Lab.start(\"" + id + "\")");
        List<List<Source>> submissions = List.of(Sitting.starters(room), wrong, Sitting.references(room));
        for (List<Source> files : submissions) {
            Sitting.cells(files).forEach(cell -> assertEquals("", sitting.run(cell)));

            Outcome expected = new Judge(Sitting.CHECKOUT)
                    .check(room, new Submission(Path.of("file"), files), Settings.quick(SEED));
            assertEquals(
                    withoutPlacesAndTimes(expected),
                    withoutPlacesAndTimes(check(id).outcome()));
        }
    }

    /** A cell has no package line and a name of its own, so places differ; and no two runs take the same time. */
    private static String withoutPlacesAndTimes(Outcome outcome) {
        JsonObject json = OutcomeJson.of(outcome);
        json.remove("file");
        json.remove("seconds");
        json.getAsJsonArray("checks").forEach(check -> check.getAsJsonObject().remove("seconds"));
        return json.toString().replaceAll("\\.java:\\d+", ".java");
    }

    @Test
    @DisplayName("a check counts, and what passes becomes the learner's file; what was there is kept")
    void progressCounts() throws IOException {
        Room room = Sitting.room("pca");
        Path file = workspace().start(room, List.of());
        Files.writeString(file, "package decompositions.pca;\n\n// half done\npublic record Pca() {}\n");
        sitting.run(starter());
        assertEquals("not-attempted", check("pca").outcome().word());
        assertTrue(Files.readString(file).contains("// half done"), "a check that fails leaves the file alone");

        sitting.run(solved());
        Graded graded = check("pca");
        assertTrue(graded.isPassed());
        assertEquals("passed", workspace().progress().word("pca"));
        assertEquals(2, Objects.requireNonNull(workspace().progress().of("pca")).runs());
        assertEquals(
                Sitting.references(room).get(0).text().strip(),
                Files.readString(file).strip());
        String copy = graded.toString()
                .lines()
                .filter(line -> line.startsWith("The file that was there is now "))
                .findFirst()
                .orElseThrow()
                .replaceAll("The file that was there is now (.*) in it\\.$", "$1");
        assertTrue(Files.readString(folder.resolve(copy)).contains("// half done"));
    }

    @Test
    @DisplayName("the card says which cell and line, and offers the next step")
    void places() {
        sitting.run("int first;");
        sitting.run(solved().replace(
                        "requireSamples(X);\n        Require.between",
                        "int[] none = {};\n        none[3]++;\n        Require.between"));
        String report = check("pca").toString();

        assertTrue(report.startsWith("Principal component analysis  In [2]\n"), report);
        assertTrue(report.contains("In [2], line "), report);
        assertFalse(report.contains("Pca.java"), report);
        assertTrue(
                report.endsWith("Stuck? Lab.hint(\"pca\"). The same inputs again: Lab.check(\"pca\", " + SEED + ")."));
    }

    @Test
    @DisplayName("a cell that does not compile loses what needs the broken part, as a file does")
    void doesNotCompile() {
        String broken = solved().replace("return Matrix.plusRow(", "return Matrx.plusRow(");
        assertTrue(sitting.run(broken).startsWith("In [1], line "));
        Graded graded = check("pca");

        assertEquals("does-not-compile", graded.outcome().word());
        assertTrue(graded.score() > 0, "the other parts are graded");
        assertTrue(graded.toString().contains("Matrx"), graded.toString());
    }

    @Test
    @DisplayName("imports of other cells and of the kernel count, and statements beside the class do no harm")
    void importsOfOtherCells() {
        String text = solved();
        assertTrue(text.contains("import decompositions.svdlowrank.Svd;\n"));
        sitting.run("import decompositions.svdlowrank.Svd;");
        sitting.run("int before = 3;\n" + text.replaceAll("import .*;\\R", "") + "\nbefore + 1");

        assertEquals("passed", check("pca").outcome().word());
    }

    @Test
    @DisplayName("the class counts as it stood when it ran last")
    void redefinition() {
        sitting.run(solved());
        assertTrue(check("pca").isPassed());
        sitting.run(solved().replace("(X.length - 1);", "X.length;"));
        assertEquals("failed", check("pca").outcome().word());
        sitting.run(solved());
        assertTrue(check("pca").isPassed());
    }

    @Test
    @DisplayName("a class of another name, and none at all")
    void otherNames() {
        String advice = " Run the cell with your Pca first.";
        assertEquals(
                "No cell that ran declares Pca, the class of the room pca." + advice,
                sitting.run("Lab.check(\"pca\")"));
        sitting.run(solved().replace("Pca", "MyPca"));
        assertEquals(
                "No cell that ran declares Pca, the class of the room pca. The cells so far declare MyPca." + advice,
                sitting.run("Lab.check(\"pca\")"));
    }

    @Test
    @DisplayName("two classes in one cell")
    void twoClasses() {
        sitting.run(solved() + "\n\nrecord Helper(int a) {}");
        assertTrue(check("pca").isPassed(), "a helper is welcome");

        sitting.run(solved() + "\n\npublic record Helper(int a) {}");
        assertEquals(
                "In [3] declares two public types, Pca and Helper, but the cell counts as the file Pca.java, which may"
                        + " have one. Leave out the word public before Helper.",
                sitting.run("Lab.check(\"pca\")"));
    }

    @Test
    @DisplayName("an endless loop in a checked class costs its check alone")
    void endlessLoop() {
        sitting.run(solved().replace(
                        "public double[] explainedVarianceRatio() {",
                        "public double[] explainedVarianceRatio() {\n        for (long i = 0; i >= 0; i = i) {}\n"));
        Graded graded = check("pca");

        assertEquals("timed-out", graded.outcome().word());
        assertTrue(graded.score() > 0, graded.toString());
        assertEquals("2", sitting.run("1 + 1"));
    }

    @Test
    @DisplayName("a check can be interrupted, and the kernel goes on")
    void interruptedCheck() {
        sitting.run(
                solved().replace(
                                "public static Pca fit(double[][] X, int nComponents) {",
                                "public static Pca fit(double[][] X, int nComponents) {\n        for (long i = 0; i >= 0; i = i) {}\n"));
        CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                .execute(() -> sitting.kernel().interrupt());

        assertEquals("In [2] was interrupted. The kernel goes on.", sitting.run("Lab.check(\"pca\")"));
        assertEquals("2", sitting.run("1 + 1"));
    }

    @Test
    @DisplayName("a room that does not exist, and one that is planned")
    void unknownRooms() {
        assertEquals(
                "There is no room 'pcaa'. Did you mean pca? Lab.progress() lists all rooms.",
                sitting.run("Lab.check(\"pcaa\")"));
        assertEquals(
                "The room kmeans-segments is planned, but not built yet. Lab.progress() lists those that are.",
                sitting.run("Lab.start(\"kmeans-segments\")"));
    }

    @Test
    @DisplayName("a workspace that is not there is made; one that cannot be written is told")
    void workspaces() throws IOException {
        Path absent = folder.resolve("a/b");
        new Sitting(absent).run("Lab.start(\"pca\")");
        assertTrue(Files.exists(absent.resolve("src/decompositions/pca/Pca.java")));

        Path file = Files.writeString(folder.resolve("file"), "");
        String words = new Sitting(file.resolve("workspace")).run("Lab.start(\"pca\")");
        assertTrue(
                words.endsWith("Choose another workspace: gradus --workspace DIR notebook install, then restart the"
                        + " kernel."),
                words);
        assertTrue(words.contains(" cannot be written ("), words);
    }

    @Test
    @DisplayName("hints come one by one, the solution after a question, progress as a table")
    void help() {
        assertTrue(sitting.run("Lab.hint(\"pca\")").startsWith("Hint 1 of 5 for Principal component analysis\n"));
        assertTrue(sitting.run("Lab.hint(\"pca\")").startsWith("Hint 2 of 5 "));
        assertEquals("pca has hints 1 to 5, but not 6.", sitting.run("Lab.hint(\"pca\", 6)"));
        assertTrue(sitting.run("Lab.solution(\"pca\")").startsWith("You have not solved pca yet."));
        assertTrue(sitting.run("Lab.solution(\"pca\", true)").contains("public record Pca("));
        List<String> lines = sitting.run("Lab.progress()").lines().toList();
        assertTrue(lines.get(0)
                .startsWith("0 of " + Sitting.CHECKOUT.roadmap().rooms().size() + " rooms solved, in "));
        assertTrue(lines.stream().anyMatch(line -> line.matches("pca +Principal component analysis +started .* 2")));
        assertTrue(sitting.run("Lab.data()").contains("iris"));
        assertEquals(
                "There is no data set 'irises'. Lab.data() lists those of the rooms, gradus data list all.",
                sitting.run("Lab.data(\"irises\")"));
    }

    @Test
    @DisplayName("a figure is drawn from the cell's class, or says what it lacks")
    void figures() {
        sitting.run(starter());
        assertEquals(
                "The figure needs a part that is not written yet: fit (In [1], line "
                        + lineOf(starter(), "throw new NotAttempted()") + ").\n"
                        + "The reference's picture: Lab.reference(\"pca\").",
                sitting.run("Lab.figure(\"pca\")"));
        sitting.run(solved());
        String drawn = sitting.run("Lab.figure(\"pca\", \"component=3\")");
        assertTrue(drawn.contains("agree with the reference's."), drawn);
        assertTrue(
                drawn.contains(
                        "Turn it: Lab.figure(\"pca\", \"scale=as measured\") (scale of the measurements: as measured |"),
                drawn);
        assertTrue(sitting.run("Lab.figure(\"pca\", \"component=9\")").startsWith("component must be "));
        assertEquals(
                "A setting must read name=value, but was 'component'.",
                sitting.run("Lab.figure(\"pca\", \"component\")"));
    }

    private static int lineOf(String text, String part) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.contains(part))
                        .findFirst()
                        .orElseThrow());
    }
}
