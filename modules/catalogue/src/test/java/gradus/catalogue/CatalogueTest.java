package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String VECTOR_OPS = Checkout.folder("linear-algebra", "vector-ops");
    private static final String MATRIX_MAPS = Checkout.folder("linear-algebra", "matrix-maps");

    @TempDir
    private Path home;

    private Checkout checkout;

    @BeforeEach
    void layTheCheckout() {
        checkout = Checkout.in(home);
    }

    @Test
    void aRoomWithAFolderIsBuiltAndEveryOtherOnePlanned() {
        checkout.build("linear-algebra", "matrix-maps", "");
        Roadmap roadmap = checkout.read();

        assertEquals(
                List.of("vector-ops", "matrix-maps", "pca"),
                roadmap.entries().stream().map(Entry::id).toList());
        assertEquals(
                Optional.of(new Planned("vector-ops", "Vectors, projections, bases")), roadmap.entry("vector-ops"));
        assertEquals(Optional.empty(), roadmap.room("vector-ops"));
        assertEquals(
                "The room matrix-maps",
                roadmap.room("matrix-maps").orElseThrow().title());
        assertEquals(roadmap.rooms(), roadmap.chapters().get(0).rooms());
        assertEquals(
                List.of(new Track("maths-first", "Maths first", List.of("linear-algebra", "decompositions"))),
                roadmap.tracks());
    }

    @Test
    void anEmptyFolderIsNoRoom() {
        checkout.write(VECTOR_OPS + "/.DS_Store", "");
        assertEquals(List.of(), checkout.read().rooms());
    }

    @Test
    void prerequisitesAreDirectAndIndirectInTheOrderOfTheRoadmap() {
        checkout.build("linear-algebra", "vector-ops", "")
                .build("linear-algebra", "matrix-maps", "requires: [vector-ops]")
                .build("decompositions", "pca", "requires: [matrix-maps]");
        Roadmap roadmap = checkout.read();

        assertEquals(
                List.of("vector-ops", "matrix-maps"),
                roadmap.prerequisites(roadmap.room("pca").orElseThrow()).stream()
                        .map(Room::id)
                        .toList());
    }

    @Test
    void aMissingRoadmapIsNamed(@TempDir Path elsewhere) {
        new Checkout(elsewhere).assertRefused("exercises/roadmap.yaml", "this file is missing");
    }

    @Test
    void idsAreUnique() {
        order("  - id: decompositions", "  - id: linear-algebra");
        checkout.assertRefused("exercises/roadmap.yaml:7", "the id 'linear-algebra' is taken already; choose another");
        order("      pca: Principal", "      vector-ops: Principal");
        checkout.assertRefused(
                "exercises/roadmap.yaml:10", "the room 'vector-ops' is in the roadmap twice; remove one of them");
        order("      matrix-maps: Matrices", "      vector-ops: Matrices");
        checkout.assertRefused("exercises/roadmap.yaml:6", "the key 'vector-ops' stands here twice");
    }

    @Test
    void idsAreSmallLettersDigitsAndHyphens() {
        order("      pca:", "      Pca:");
        checkout.assertRefused(
                "exercises/roadmap.yaml:10",
                "a key here must be an id of small letters, digits and hyphens, such as vector-ops, but was 'Pca'");
        order("  - id: decompositions", "  - id: ../up");
        checkout.assertRefused(
                "exercises/roadmap.yaml:7",
                "id must be an id of small letters, digits and hyphens, such as vector-ops, but was '../up'");
    }

    @Test
    void aTrackNamesChapters() {
        order("[linear-algebra, decompositions]", "[linear-algebra, calculus]");
        checkout.assertRefused(
                "exercises/roadmap.yaml:14", "the track names the chapter 'calculus', which is not above");
    }

    @Test
    void aRoomThatIsNotListedIsNamed() {
        checkout.write("exercises/calculus/src/calculus/taylorseries/README.md", "");
        checkout.assertRefused(
                "exercises/calculus/src/calculus/taylorseries",
                "no room in exercises/roadmap.yaml has this folder; add the room's id and title under its chapter"
                        + " there, or name the folder after the id without hyphens");
    }

    @Test
    void aRoomWithoutReadmeIsNamed() {
        checkout.write(VECTOR_OPS + "/Vectors.java", "");
        checkout.assertRefused(VECTOR_OPS + "/README.md", "this file is missing");
    }

    @Test
    void anUnknownPrerequisiteIsAnsweredWithTheNearest() {
        checkout.build("linear-algebra", "matrix-maps", "requires: [vectr-ops]");
        checkout.assertRefused(
                MATRIX_MAPS + "/README.md",
                "the room requires 'vectr-ops', which is not on the roadmap; did you mean vector-ops?");
        checkout.build("linear-algebra", "matrix-maps", "requires: [sorting]");
        checkout.assertRefused(
                MATRIX_MAPS + "/README.md", "the room requires 'sorting', which is not on the roadmap; remove it");
    }

    @Test
    void aPlannedPrerequisiteIsRefused() {
        checkout.build("linear-algebra", "matrix-maps", "requires: [vector-ops]");
        checkout.assertRefused(
                MATRIX_MAPS + "/README.md",
                "the room requires 'vector-ops', which is planned but not built; build it first or remove it");
    }

    @Test
    void aLaterPrerequisiteIsRefused() {
        checkout.build("linear-algebra", "vector-ops", "requires: [matrix-maps]")
                .build("linear-algebra", "matrix-maps", "");
        checkout.assertRefused(
                VECTOR_OPS + "/README.md",
                "the room requires 'matrix-maps', which comes later on the roadmap;" + " move it before 'vector-ops'");
    }

    @Test
    void aCycleOfPrerequisitesIsShown() {
        checkout.build("linear-algebra", "vector-ops", "requires: [pca]")
                .build("linear-algebra", "matrix-maps", "requires: [vector-ops]")
                .build("decompositions", "pca", "requires: [matrix-maps]");
        checkout.assertRefused(
                VECTOR_OPS + "/README.md",
                "the room requires 'pca', which requires it in turn"
                        + " (vector-ops -> pca -> matrix-maps -> vector-ops); remove one");
        checkout.build("linear-algebra", "vector-ops", "requires: [vector-ops]");
        checkout.assertRefused(
                VECTOR_OPS + "/README.md",
                "the room requires 'vector-ops', which requires it in turn"
                        + " (vector-ops -> vector-ops); remove one");
    }

    @Test
    void theLabsOwnRoadmapHas32Chapters() {
        Roadmap roadmap = Catalogue.read(Path.of("../.."));

        assertEquals(32, roadmap.chapters().size());
        assertTrue(roadmap.entries().size() >= 151, "rooms are split, never left out");
        assertEquals("java-basics", roadmap.chapters().get(0).id());
        assertEquals("capstones", roadmap.chapters().get(31).id());
        assertEquals(7, roadmap.tracks().size());
        List<String> cnn =
                roadmap.chapters().get(19).entries().stream().map(Entry::id).toList();
        assertEquals(List.of("conv2d-pooling", "cnn-mnist", "cnn-zoo"), cnn.subList(0, 3));
        for (String id : List.of("pca", "gradient-descent")) {
            assertTrue(roadmap.entry(id).isPresent(), id);
        }
    }

    private void order(String from, String to) {
        checkout.write("exercises/roadmap.yaml", Checkout.ORDER.replace(from, to));
    }
}
