package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.Chromium;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.MadeUpClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** Reports in a real browser. */
@Tag("system")
class ReportPagesTest {
    private static final List<String> PAGES = List.of(
            "index.html",
            "people/sofia.html",
            "people/kurt.html",
            "people/mallory.html",
            "people/leonhard.html",
            "similar.html");

    @TempDir
    private Path folder;

    private @Nullable ChromeDriver started;

    @BeforeEach
    void openBrowser() {
        started = Chromium.start();
    }

    @AfterEach
    void closeBrowser() {
        browser().quit();
    }

    private ChromeDriver browser() {
        return Objects.requireNonNull(started);
    }

    private void open(String page) {
        browser().get(folder.resolve(page).toUri().toString());
    }

    private void show(String scheme, int width) {
        Chromium.show(browser(), scheme, width);
    }

    private void write(Gradebook gradebook) throws IOException {
        Picture picture = Picture.of(new Distribution(30, List.of(3.0, 14.0, 30.0)).drawing());
        new ReportFolder(folder).write(gradebook, MadeUpClass.TITLES, result -> Map.of("pca", picture));
        String similar = SimilarReportTest.page(SimilarReportTest.group());
        Files.writeString(folder.resolve("similar.html"), similar.replace("<details ", "<details open=\"open\" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    @DisplayName("everybody can read them, by light and by dark, and nothing is refused")
    void accessible(String scheme) throws IOException {
        write(MadeUpClass.gradebook());
        show(scheme, 1100);
        for (String page : PAGES) {
            open(page);
            assertEquals(List.of(), Chromium.obstacles(browser()), page);
        }
        assertQuiet();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1100})
    @DisplayName("they fit narrow screens, also with names that have no end")
    void narrow(int width) throws IOException {
        show("light", width);
        write(MadeUpClass.gradebook());
        PAGES.forEach(page -> assertFits(page, width));
        write(MadeUpClass.hostile());
        assertFits("index.html", width);
        for (int i = 0; i < MadeUpClass.HOSTILE.size(); i++) {
            assertFits("people/person" + i + ".html", width);
        }
        assertQuiet();
    }

    private void assertFits(String page, int width) {
        open(page);
        int needed = Chromium.neededWidth(browser());
        assertTrue(needed <= width, page + " needs " + needed + " pixels");
    }

    /** Nothing was refused by the page's policy, and no script ran. */
    private void assertQuiet() {
        assertEquals(List.of(), Chromium.complaints(browser()));
    }
}
