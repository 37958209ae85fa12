package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms of an instructor in a folder outside of the lab. */
class OwnRoomsTest {
    private static final String ORDER = """
            chapters:
              - id: our-course
                title: Our course
                rooms:
                  our-room: A room of ours
            """;
    private static final String README = """
            ---
            id: our-room
            title: A room of ours
            level: 2
            minutes: 45
            requires: [vector-ops]
            stages: [{title: All of it}]
            ---
            Do it.
            """;

    @TempDir
    private Path top;

    private Path home = Path.of("");
    private Path own = Path.of("");

    @BeforeEach
    void layBoth() throws IOException {
        home = top.resolve("lab");
        own = top.resolve("my-rooms");
        Checkout.in(home).build("linear-algebra", "vector-ops", "");
        write("roadmap.yaml", ORDER);
        write("our-course/src/ourcourse/ourroom/README.md", README);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(own.resolve(path).getParent());
        Files.writeString(own.resolve(path), text);
    }

    private Roadmap read() {
        return Catalogue.read(home, List.of(own));
    }

    private void assertRefused(String place, String problem) {
        assertEquals(
                own.resolve(place) + ": " + problem,
                assertThrows(CatalogueException.class, this::read).getMessage());
    }

    @Test
    void theyComeAfterTheLabsAndMayStandOnThem() {
        Roadmap roadmap = read();

        assertEquals(
                List.of("linear-algebra", "decompositions", "our-course"),
                roadmap.chapters().stream().map(Chapter::id).toList());
        Room room = roadmap.room("our-room").orElseThrow();
        assertEquals("ourcourse.ourroom", room.packageName());
        assertEquals(List.of(roadmap.room("vector-ops").orElseThrow()), roadmap.prerequisites(room));
        assertEquals(1, Catalogue.read(home).rooms().size());
    }

    @Test
    void anIdThatTheLabHasIsRefusedInBothFilesNames() throws IOException {
        Path labs = home.resolve("exercises/roadmap.yaml");
        write("roadmap.yaml", ORDER.replace("our-room:", "pca:"));
        assertRefused("roadmap.yaml:5", "the room 'pca' is in " + labs + " already; choose another id");
        write("roadmap.yaml", ORDER.replace("our-course", "linear-algebra"));
        assertRefused("roadmap.yaml:2", "the id 'linear-algebra' is taken already, in " + labs + "; choose another");
        write("roadmap.yaml", ORDER.replace("our-course", "linearalgebra"));
        assertRefused("roadmap.yaml:2", "the id 'linearalgebra' is taken already, in " + labs + "; choose another");
    }

    @Test
    void aRoomOfTheirsThatIsNotListedIsNamed() throws IOException {
        write("our-course/src/ourcourse/other/README.md", README);
        assertRefused(
                "our-course/src/ourcourse/other",
                "no room in my-rooms/roadmap.yaml has this folder; add the room's id and title under its chapter"
                        + " there, or name the folder after the id without hyphens");
    }

    @Test
    void theStampTellsOfTheirChanges() throws IOException {
        String before = Catalogue.stamp(home, List.of(own));
        assertNotEquals(Catalogue.stamp(home, List.of()), before);
        write("our-course/src/ourcourse/ourroom/README.md", README + "More.\n");
        String changed = Catalogue.stamp(home, List.of(own));
        assertNotEquals(before, changed);
        write("roadmap.yaml", ORDER + "tracks: []\n");
        assertNotEquals(changed, Catalogue.stamp(home, List.of(own)));
    }
}
