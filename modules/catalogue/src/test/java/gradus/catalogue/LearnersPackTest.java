package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersPackTest {
    @TempDir
    private Path home;

    @Test
    void aFolderIsAPackIfItSaysSo() {
        Checkout checkout = Checkout.in(home);
        assertEquals(Optional.empty(), LearnersPack.in(home));

        checkout.write("pack.yaml", "{title: 'Sheet 3: models', lab: 0.1.0, hints: no}");
        assertEquals(Optional.of(new LearnersPack("Sheet 3: models", "0.1.0", false)), LearnersPack.in(home));

        checkout.write("pack.yaml", "title: Sheet 3\nlab: 0.1.0\nhints: perhaps\n");
        checkout.assertRefused(
                "pack.yaml:3", "hints must be one of yes, no, but was 'perhaps'", () -> LearnersPack.in(home));
    }

    @Test
    void aRoomThatIsThereCompiledOnlyIsNoneToSolve() {
        Checkout checkout = Checkout.in(home)
                .build("linear-algebra", "vector-ops", "")
                .write(Checkout.folder("linear-algebra", "vector-ops") + "/Vectors.class", "")
                .build("linear-algebra", "matrix-maps", "requires: [vector-ops]")
                .write(Checkout.folder("linear-algebra", "matrix-maps") + "/Maps.java", "")
                .build("decompositions", "pca", "requires: [matrix-maps]");
        Roadmap roadmap = checkout.read();

        assertInstanceOf(Compiled.class, roadmap.entry("vector-ops").orElseThrow());
        assertEquals(
                List.of("matrix-maps", "pca"),
                roadmap.rooms().stream().map(Room::id).toList());
        assertEquals(
                List.of("vector-ops", "matrix-maps"),
                roadmap.prerequisites(roadmap.room("pca").orElseThrow()).stream()
                        .map(Room::id)
                        .toList());
    }
}
