package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    private static final String FOLDER = Checkout.folder("linear-algebra", "vector-ops");
    private static final String README = FOLDER + "/README.md";

    @TempDir
    private Path home;

    private Checkout checkout;

    @BeforeEach
    void buildTheRoom() {
        checkout = Checkout.in(home).build("linear-algebra", "vector-ops", "");
    }

    @Test
    void frontMatterSaysAllAboutARoom() {
        checkout.write(README, """
                ---
                id: vector-ops
                title: Vectors, projections, bases
                level: 1
                minutes: 60
                requires: []
                datasets: [iris]
                libraries: [org.ejml]
                grants: [temp-files, threads]
                stages:
                  - title: Norms
                  - title: Bases
                    needs: [1]
                limits: {seconds: 30, full: 1200, run: 60, cpu: 90, heap: 1024,
                         output: 1, native: 2048, files: 8, open: 100, threads: 50}
                jvm: [-XX:TieredStopAtLevel=1]
                refuses: [gradus.kit.Matrix.times]
                ---

                Write `dot`.

                ---
                More.
                """);
        assertEquals(
                new Room(
                        "vector-ops",
                        "Vectors, projections, bases",
                        "linear-algebra",
                        home.resolve(FOLDER),
                        1,
                        60,
                        List.of(),
                        List.of("iris"),
                        List.of("org.ejml"),
                        List.of("temp-files", "threads"),
                        List.of(new Stage(1, "Norms", List.of()), new Stage(2, "Bases", List.of(1))),
                        new Limits(
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(20),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(90),
                                1024,
                                1,
                                2048,
                                8,
                                100,
                                50),
                        List.of("-XX:TieredStopAtLevel=1"),
                        List.of("gradus.kit.Matrix.times")),
                room());
        assertEquals("Write `dot`.\n\n---\nMore.", room().statement());
        assertEquals("linearalgebra.vectorops", room().packageName());
    }

    @Test
    void whatARoomDoesNotStateHasDefaults() {
        assertEquals(Limits.DEFAULT, room().limits());
        assertEquals(List.of(), room().requires());
        checkout.build("linear-algebra", "vector-ops", "limits: {heap: 64}");
        assertEquals(64, room().limits().heapMegabytes());
        assertEquals(Limits.DEFAULT.nativeMegabytes(), room().limits().nativeMegabytes());
    }

    @Test
    void eachLongCheckOfARunAddsItsTime() {
        checkout.build("linear-algebra", "vector-ops", "limits: {full: 100, run: 20, cpu: 30}");

        assertEquals(Duration.ofSeconds(220), room().limits().withFull(2).run());
        assertEquals(Duration.ofSeconds(430), room().limits().withFull(2).cpu());
        assertEquals(room().limits(), room().limits().withFull(0));
    }

    @Test
    void linesMayEndAsOnWindows() {
        checkout.write(
                README,
                "---\nid: vector-ops\ntitle: V\nlevel: 1\nminutes: 5\nstages: [{title: A}]\n---\nDo it."
                        .replace("\n", "\r\n"));
        assertEquals("Do it.", room().statement());
    }

    @Test
    void frontMatterIsFenced() {
        checkout.write(README, "# Vectors\n");
        checkout.assertRefused(
                README + ":1", "a room's README.md begins with front matter: a line ---, its keys, and a line ---");
        checkout.write(README, "---\nid: vector-ops\n");
        checkout.assertRefused(README + ":1", "the front matter does not end; put a line --- after its last key");
        checkout.write(README, "---\n---\nDo it.\n");
        checkout.assertRefused(README + ":2", "the file must be a mapping of keys to values, but was empty");
    }

    @Test
    void keysAreKnownAndComplete() {
        frontMatter("requirs: [pca]");
        checkout.assertRefused(
                README + ":7",
                "unknown key 'requirs'; the keys here are id, title, level, minutes, requires, datasets, libraries,"
                        + " grants, stages, limits, jvm, refuses");
        frontMatter("limits: {memory: 3}");
        checkout.assertRefused(
                README + ":7",
                "unknown key 'memory'; the keys here are seconds, full, run, cpu, heap, output, native, files, open,"
                        + " threads");
        checkout.write(README, "---\nid: vector-ops\ntitle: V\nlevel: 1\n---\n");
        checkout.assertRefused(README + ":2", "the key 'minutes' is missing");
        frontMatter("title: Again");
        checkout.assertRefused(README + ":7", "the key 'title' stands here twice");
    }

    @Test
    void theIdIsThatOfTheRoadmap() {
        checkout.write(README, "---\nid: vectors\n---\n");
        checkout.assertRefused(
                README + ":2", "id must be 'vector-ops', as the roadmap and this folder say, but was 'vectors'");
    }

    @Test
    void valuesHaveTheirKindAndRange() {
        replace("level: 2", "level: 9");
        checkout.assertRefused(README + ":4", "level must be a whole number in [1, 5], but was '9'");
        replace("level: 2", "level: easy");
        checkout.assertRefused(README + ":4", "level must be a whole number in [1, 5], but was 'easy'");
        replace("minutes: 45", "minutes: [45]");
        checkout.assertRefused(README + ":5", "minutes must be a whole number in [1, 3000], but was a list");
        replace("title: The room vector-ops", "title:");
        checkout.assertRefused(README + ":3", "title must be text, but was empty");
        replace("title: The room vector-ops", "title: {a: b}");
        checkout.assertRefused(README + ":3", "title must be text, but was a mapping");
        frontMatter("requires: pca");
        checkout.assertRefused(README + ":7", "requires must be a list, but was 'pca'");
        frontMatter("requires: [Pca]");
        checkout.assertRefused(
                README + ":7",
                "requires must be an id of small letters, digits and hyphens, such as vector-ops, but was 'Pca'");
        frontMatter("grants: [network]");
        checkout.assertRefused(
                README + ":7", "grants must be one of temp-files, threads, jdbc, loopback, but was 'network'");
    }

    @Test
    void stagesStandOnEarlierOnes() {
        replace("stages: [{title: All of it}]", "stages: []");
        checkout.assertRefused(README + ":6", "stages must have at least one entry, such as {title: Fit}");
        replace("stages: [{title: All of it}]", "stages: [{title: A, needs: [1]}]");
        checkout.assertRefused(README + ":6", "the first stage needs no other; remove its needs");
        replace("stages: [{title: All of it}]", "stages: [{title: A}, {title: B, needs: [2]}]");
        checkout.assertRefused(README + ":6", "needs must be a whole number in [1, 1], but was '2'");
        replace("stages: [{title: All of it}]", "stages: [A, B]");
        checkout.assertRefused(README + ":6", "stages must be a mapping of keys to values, but was 'A'");
    }

    @Test
    void filesAreSortedByWhatTheyAreFor() {
        for (String name : List.of("Vectors", "Basis", "VectorsTest", "VectorsHiddenTest", "VectorsFigure")) {
            checkout.write(FOLDER + "/" + name + ".java", "");
        }
        checkout.write(FOLDER + "/package-info.java", "").write(FOLDER + "/notes.txt", "");

        assertEquals(files("Basis", "Vectors"), room().sources());
        assertEquals(files("VectorsTest"), room().checks());
        assertEquals(files("VectorsHiddenTest"), room().hiddenChecks());
        assertEquals(files("VectorsFigure").stream().findFirst(), room().figure());
    }

    @Test
    void aRoomHasAtMostOneFigure() {
        assertEquals(Optional.empty(), room().figure());
        checkout.write(FOLDER + "/AFigure.java", "").write(FOLDER + "/BFigure.java", "");
        checkout.assertRefused(
                FOLDER, "a room has one figure, but here are AFigure.java and BFigure.java", () -> room().figure());
    }

    @Test
    void hintsAreTheStepsOfTheLadder() {
        assertEquals(List.of(), room().hints());
        hints("## 1\nLook at shapes.\n\n## 2\n\n```\n## 3\n```\nThen *sum*.\n");
        assertEquals(List.of("Look at shapes.", "```\n## 3\n```\nThen *sum*."), room().hints());
    }

    @Test
    void hintsAreNumberedAndHaveText() {
        hints("## 1\nA\n## 3\nB\n");
        assertHintsRefused("hints.md:3", "the next heading must be '## 2', but was '## 3'");
        hints("# Hints\n## 1\nA\n");
        assertHintsRefused("hints.md:1", "hints begin with the heading '## 1'");
        hints("## 1\n\n## 2\nB\n");
        assertHintsRefused("hints.md", "there is no text under the heading '## 1'");
    }

    @Test
    void filesAreUtf8AndSmall() throws IOException {
        Files.write(home.resolve(FOLDER + "/hints.md"), new byte[] {'#', (byte) 0xE9});
        assertHintsRefused("hints.md", "this file is not UTF-8; save it as UTF-8");
        hints("x".repeat(TextFile.MAX_BYTES + 1));
        assertHintsRefused("hints.md", "must have at most 1048576 bytes, but has 1048577");
    }

    private void hints(String text) {
        checkout.write(FOLDER + "/hints.md", text);
    }

    private void assertHintsRefused(String place, String problem) {
        checkout.assertRefused(FOLDER + "/" + place, problem, () -> room().hints());
    }

    private void frontMatter(String more) {
        checkout.build("linear-algebra", "vector-ops", more);
    }

    private void replace(String from, String to) {
        checkout.write(README, """
                ---
                id: vector-ops
                title: The room vector-ops
                level: 2
                minutes: 45
                stages: [{title: All of it}]
                ---
                """.replace(from, to));
    }

    private Room room() {
        return checkout.room("vector-ops");
    }

    private List<Path> files(String... names) {
        return List.of(names).stream()
                .map(name -> home.resolve(FOLDER).resolve(name + ".java"))
                .toList();
    }
}
