package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.MadeUpClass;
import java.io.File;
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
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

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
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        started = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
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
        browser()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
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
            assertEquals(
                    List.of(),
                    new AxeBuilder()
                            .analyze(browser()).getViolations().stream()
                                    .map(rule -> rule.getId() + ": "
                                            + rule.getNodes().get(0).getHtml())
                                    .toList(),
                    page);
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
        Object needed = browser().executeScript("return document.documentElement.scrollWidth");
        assertTrue(
                ((Number) Objects.requireNonNull(needed)).intValue() <= width, page + " needs " + needed + " pixels");
    }

    /** Nothing was refused by the page's policy, and no script ran. */
    private void assertQuiet() {
        assertEquals(
                List.of(),
                browser().manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(entry -> entry.getMessage())
                        .toList());
    }
}
