package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Room;
import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.RoomGrade;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.worker.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Learners' figures, drawn in the sandbox. */
@Tag("system")
class FiguresTest {
    private static final Checkout CHECKOUT = Checkout.open(Checkout.homeOf(Path.of("")), Device.CPU, words -> {});
    private static final Room PCA = CHECKOUT.roadmap().room("pca").orElseThrow();
    private static final Source REFERENCE = RoomClasses.read(PCA, PCA.sources()).get(0);
    private static final String CENTRED = "Svd.thin(Matrix.minusRow(X, mean))";

    @TempDir
    private Path folder;

    private Optional<Picture> draw(RoomGrade grade, String text, Duration limit) throws IOException {
        try (Figures figures = new Figures(CHECKOUT, folder, limit)) {
            return figures.of(grade, List.of(new Source(REFERENCE.path(), text)));
        }
    }

    private Optional<Picture> draw(String text) throws IOException {
        return draw(grade("passed", List.of()), text, Duration.ofMinutes(1));
    }

    private static RoomGrade grade(String status, List<String> refusals) {
        CheckGrade check = new CheckGrade("centres", 1, "fit centres the data", false, 1, status, "", List.of());
        return new RoomGrade(
                "pca",
                "files",
                "version",
                "0.1.0",
                "17",
                1,
                "failed",
                "",
                List.of(check),
                List.of(),
                List.of(),
                refusals);
    }

    private List<Path> remembered() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    @DisplayName("what code does is drawn, and remembered for the same files and room")
    void drawn() throws IOException {
        Picture picture = draw(REFERENCE.text()).orElseThrow();

        assertTrue(picture.description().startsWith("Four measurements of 150 irises"), picture.description());
        assertTrue(picture.width() > 0 && picture.png().length > 1000);
        Picture again = draw("is not looked at").orElseThrow();
        assertArrayEquals(picture.png(), again.png());
        assertEquals(picture.description(), again.description());
    }

    @Test
    @DisplayName("what does not compile gives no picture, and that is remembered too")
    void notDrawn() throws IOException {
        assertEquals(Optional.empty(), draw(REFERENCE.text().replace("double[] mean =", "duoble[] mean =")));

        assertEquals(1, remembered().size());
        assertEquals(Optional.empty(), draw(REFERENCE.text()));
    }

    @Test
    @Timeout(120)
    @DisplayName("code that takes too long is ended, and tried again another time")
    void tooLong() throws IOException {
        String endless = REFERENCE
                .text()
                .replace(CENTRED, "Svd.thin(endless())")
                .replaceFirst(
                        "(?m)^}",
                        "    private static double[][] endless() { while (Y != 0) {} return null; }\n"
                                + "    private static volatile int Y = 1;\n}");
        assertEquals(Optional.empty(), draw(grade("passed", List.of()), endless, Duration.ofSeconds(2)));

        assertEquals(List.of(), remembered());
        assertTrue(draw(REFERENCE.text()).isPresent());
    }

    @Test
    @DisplayName("nothing is run of what has no points, or was refused")
    void notRun() throws IOException {
        Duration limit = Duration.ofMinutes(1);

        assertEquals(Optional.empty(), draw(grade("failed", List.of()), REFERENCE.text(), limit));
        assertEquals(Optional.empty(), draw(grade("passed", List.of("System.exit")), REFERENCE.text(), limit));
        assertEquals(List.of(), remembered());
    }
}
