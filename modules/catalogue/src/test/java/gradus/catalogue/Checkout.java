package gradus.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;

/** A small checkout for tests: two chapters, three rooms listed, none built. */
record Checkout(Path home) {
    static final String ORDER = """
            chapters:
              - id: linear-algebra
                title: Linear algebra I
                rooms:
                  vector-ops: Vectors, projections, bases
                  matrix-maps: Matrices as maps
              - id: decompositions
                title: Linear algebra II
                rooms:
                  pca: Principal component analysis
            tracks:
              - id: maths-first
                title: Maths first
                chapters: [linear-algebra, decompositions]
            """;

    static Checkout in(Path home) {
        return new Checkout(home).write("exercises/roadmap.yaml", ORDER);
    }

    Checkout write(String path, String text) {
        try {
            Path file = home.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Builds a room with the least front matter and more lines, the first of which is line 7 of its README.md. */
    Checkout build(String chapter, String id, String moreFrontMatter) {
        return write(folder(chapter, id) + "/README.md", """
                ---
                id: %s
                title: The room %s
                level: 2
                minutes: 45
                stages: [{title: All of it}]
                %s
                ---
                Do it.
                """.formatted(id, id, moreFrontMatter));
    }

    Roadmap read() {
        return Catalogue.read(home);
    }

    Room room(String id) {
        return read().room(id).orElseThrow();
    }

    static String folder(String chapter, String id) {
        return "exercises/" + chapter + "/src/" + chapter.replace("-", "") + "/" + id.replace("-", "");
    }

    /** Asserts that a call is refused with these words; place is a path in the checkout, with or without a line. */
    void assertRefused(String place, String problem, Executable call) {
        assertEquals(
                home.resolve(place) + ": " + problem,
                assertThrows(CatalogueException.class, call).getMessage());
    }

    void assertRefused(String place, String problem) {
        assertRefused(place, problem, this::read);
    }
}
