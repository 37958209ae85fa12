package gradus.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import gradus.catalogue.Room;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import gradus.grader.source.Starter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A learner at the pages, in a real browser(). */
@Tag("system")
class PagesTest {
    private static final Room ROOM = OpenLab.CHECKOUT.roadmap().room("pca").orElseThrow();
    private static final Source REFERENCE =
            RoomClasses.read(ROOM, ROOM.sources()).get(0);
    private static final String WRONG = REFERENCE.text().replace("Svd.thin(Matrix.minusRow(X, mean))", "Svd.thin(X)");

    @TempDir
    private Path folder;

    private @Nullable OpenLab opened;
    private @Nullable ChromeDriver started;

    @BeforeEach
    void openBrowser() throws IOException {
        opened = new OpenLab(folder);
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,1000");
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        started = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
        started.get(opened.address());
    }

    @AfterEach
    void closeBrowser() {
        browser().quit();
        lab().close();
    }

    private OpenLab lab() {
        return Objects.requireNonNull(opened);
    }

    private ChromeDriver browser() {
        return Objects.requireNonNull(started);
    }

    private Object run(String script, Object... arguments) {
        return Objects.requireNonNull(browser().executeScript(script, arguments));
    }

    private String picture() {
        return String.valueOf(the("#picture").getDomProperty("src"));
    }

    private WebElement the(String css) {
        return browser().findElement(By.cssSelector(css));
    }

    private void until(String what, BooleanSupplier isSo) {
        new WebDriverWait(browser(), Duration.ofSeconds(60)).withMessage(what).until(ignored -> isSo.getAsBoolean());
    }

    private boolean has(String css) {
        return !browser().findElements(By.cssSelector(css)).isEmpty();
    }

    /** Puts a text into the editor, as a paste does. */
    private void write(String text) {
        run("document.querySelector('.CodeMirror').CodeMirror.setValue(arguments[0]); return true", text);
    }

    private void assertAccessible(String page) {
        assertEquals(
                List.of(),
                new AxeBuilder()
                        .analyze(browser()).getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().get(0).getHtml())
                                .toList(),
                page);
    }

    /** Nothing was refused by the page's policy, and no script failed. */
    private void assertQuiet() {
        assertEquals(
                List.of(),
                browser().manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(entry -> entry.getMessage())
                        .toList());
    }

    @Test
    @DisplayName("from the roadmap through a wrong and a right attempt to a picture that follows its slider")
    void journey() throws IOException {
        assertEquals("Roadmap", the("h1").getText());
        the("#search").sendKeys("principal comp");
        until("one room found", () -> the("#found").getText().equals("1"));
        assertAccessible("roadmap");
        long bright = browser()
                .findElements(By.cssSelector("#graph .node:not(.faded)"))
                .size();
        assertEquals(1, bright, "rooms that are found in the graph");
        the("#graph .node[data-room=pca]").click();

        until("formulas are set", () -> has("mjx-container"));
        assertEquals("Principal component analysis", the("h1").getText());
        until(
                "the figure says what it needs",
                () -> the("#description").getText().contains("not written yet"));

        write(WRONG);
        the("#check").click();
        until("a verdict", () -> has("#verdict .mistake"));
        assertTrue(the("#verdict .mistake")
                .getText()
                .startsWith("This is what code gives that decomposes X without centring"));
        assertAccessible("a wrong attempt");
        assertQuiet();

        write(REFERENCE.text().replace("double[] mean = ", "duoble[] mean = "));
        the("#check").click();
        until("a line is marked", () -> has("#verdict .problem") && has(".wrong-line"));

        write(REFERENCE.text());
        the("#check").click();
        until("solved", () -> has("#verdict .solved"));
        assertEquals(REFERENCE.text(), Files.readString(folder.resolve("src/decompositions/pca/Pca.java")));
        until("a picture", () -> the("#description").getText().startsWith("Four measurements of 150 irises"));
        String before = picture();
        the("#parameters input[type=range]").sendKeys(Keys.ARROW_RIGHT);
        until("another picture", () -> !picture().equals(before));
        assertNotEquals("", the("#picture").getDomAttribute("alt"));
        assertAccessible("a right attempt");

        the("nav a[href='/progress']").click();
        until("progress", () -> has("table"));
        assertTrue(the("tbody tr").getText().contains("solved"), the("tbody tr").getText());
        assertTrue(the(".next").getText().startsWith("Go on: "), the(".next").getText());
        assertAccessible("progress");
        assertQuiet();
    }

    @Test
    @DisplayName("iterations are gone through one by one, or play by themselves")
    void iterations() {
        browser().get(lab().page("/rooms/gradient-descent"));
        until("words of the figure", () -> !the("#description").getText().isEmpty());
        the("#only-reference").click();
        until("a picture", () -> has("#picture[src]"));
        the(".player [data-by='-1']").click();
        until("a step less", () -> the("#description").getText().contains("in 19 steps"));
        the(".player [data-by='1']").click();
        until("all steps", () -> the("#description").getText().contains("in 20 steps"));
        the(".player .play").click();
        until("from the beginning", () -> Integer.parseInt(steps()) < 20);
        until("it stops", () -> the(".player .play").getText().equals("Play"));
        assertEquals("20", steps());
        until("the last picture", () -> the("#description").getText().contains("in 20 steps"));
        assertAccessible("a player");
    }

    private String steps() {
        return String.valueOf(the("#parameter-steps").getDomProperty("value"));
    }

    @Test
    @DisplayName("a table of one's own is drawn, and the room's again")
    void ownTable() throws IOException {
        Path table = Files.writeString(folder.resolve("own.csv"), "a,b\n1,2\n2,4\n3,7\n4,7\n");
        browser().get(lab().page("/rooms/pca"));
        until("words of the figure", () -> !the("#description").getText().isEmpty());
        the("#only-reference").click();
        until("irises", () -> the("#description").getText().contains("150 irises"));
        the("#parameter-table").sendKeys(table.toString());
        until("the table", () -> the("#description").getText().startsWith("2 columns of 4 rows of your table"));
        the(".own-data-none").click();
        until("irises again", () -> the("#description").getText().contains("150 irises"));
    }

    @Test
    @DisplayName("training shows its loss, and a picture at the end")
    void training() {
        browser().get(lab().page("/rooms/cnn-mnist"));
        until("the room", () -> has("#train"));
        run("document.querySelector('#parameter-images').value = 512;"
                + " document.querySelector('#parameter-epochs').value = 1; return true");
        the("#only-reference").click();
        the("#train").click();
        until("the end", () -> the("#training").getText().equals("Done."));
        assertTrue(has("#loss polyline[points*=',']"), "a curve");
        assertTrue(the("#description").getText().startsWith("LeNet learned from 512 digits"));
        assertAccessible("training");
        assertQuiet();
    }

    @Test
    @DisplayName("all of it with the keyboard alone")
    void keyboard() {
        Actions keys = new Actions(browser());
        keys.sendKeys(Keys.TAB).perform();
        assertEquals("To the content", browser().switchTo().activeElement().getText());
        tabTo("#search");
        keys.sendKeys("principal comp").perform();
        until("one room found", () -> the("#found").getText().equals("1"));
        tabTo("#room-pca a");
        keys.sendKeys(Keys.ENTER).perform();
        until("the room", () -> has(".CodeMirror"));
        tabTo(".CodeMirror [contenteditable]");
        write(REFERENCE.text());
        keys.keyDown(Keys.CONTROL).sendKeys(Keys.ENTER).keyUp(Keys.CONTROL).perform();
        until("solved", () -> has("#verdict .solved"));
        keys.sendKeys(Keys.ESCAPE).perform();
        assertEquals("check", browser().switchTo().activeElement().getDomAttribute("id"), "Esc leaves the editor");
        tabTo("#hint");
        keys.sendKeys(Keys.ENTER).perform();
        until("a hint", () -> has("#hints li"));
        tabTo("#parameters input[type=range]");
        until("a picture", () -> has("#picture[src]"));
        String before = picture();
        keys.sendKeys(Keys.ARROW_RIGHT).perform();
        until("another picture", () -> !picture().equals(before));
    }

    @Test
    @DisplayName("with the keyboard alone iterations are gone through, played and halted")
    void keyboardPlayer() {
        Actions keys = new Actions(browser());
        tabTo("#search");
        keys.sendKeys("gradient descent").perform();
        until("few rooms found", () -> Integer.parseInt(the("#found").getText()) < 5);
        tabTo("#room-gradient-descent a");
        keys.sendKeys(Keys.ENTER).perform();
        until(
                "words of the figure",
                () -> has("#description") && !the("#description").getText().isEmpty());
        tabTo("#parameter-steps");
        keys.sendKeys(Keys.ARROW_LEFT).perform();
        tabTo(".player [data-by='-1']");
        keys.sendKeys(Keys.SPACE).perform();
        tabTo("#only-reference");
        keys.sendKeys(Keys.SPACE).perform();
        until("two steps less", () -> the("#description").getText().contains("in 18 steps"));

        tabBackTo(".player .play");
        keys.sendKeys(Keys.ENTER).perform();
        until("it plays", () -> the(".player .play").getText().equals("Pause"));
        keys.sendKeys(Keys.ENTER).perform();
        assertEquals("Play", the(".player .play").getText());
        String halted = steps();
        until("the picture of this step", () -> the("#description").getText().contains("in " + halted + " steps"));
        assertEquals(halted, steps(), "it stays there");
    }

    @Test
    @DisplayName("with the keyboard alone one of several texts is chosen")
    void keyboardChoice() {
        browser().get(lab().page("/rooms/linear-regression"));
        until("words of the figure", () -> !the("#description").getText().isEmpty());
        Actions keys = new Actions(browser());
        tabTo("#only-reference");
        keys.sendKeys(Keys.SPACE).perform();
        until("scaled", () -> the("#description").getText().contains("on the feature, scaled, not centred,"));
        tabBackTo("#parameter-feature");
        keys.sendKeys(Keys.ARROW_UP).perform();
        until("standardised", () -> the("#description").getText().contains("on the feature, standardised,"));
    }

    private void tabBackTo(String css) {
        tabTo(css, Keys.chord(Keys.SHIFT, Keys.TAB));
    }

    private void tabTo(String css) {
        tabTo(css, Keys.TAB);
    }

    /** Esc leaves the editor, where Tab indents. */
    private void tabTo(String css, CharSequence tab) {
        for (int i = 0; i < 60; i++) {
            WebElement active = browser().switchTo().activeElement();
            boolean isThere = (Boolean) run("return arguments[0].matches(arguments[1])", active, css);
            if (isThere) {
                return;
            }
            boolean isInEditor = (Boolean) run("return arguments[0].closest('.CodeMirror') !== null", active);
            new Actions(browser()).sendKeys(isInEditor ? Keys.ESCAPE : tab).perform();
        }
        throw new AssertionError("Tab does not lead to " + css);
    }

    @Test
    @DisplayName("what an IDE saves appears in the page, and of two texts neither is lost")
    void otherPrograms() throws IOException {
        the("#room-pca a").click();
        until("the room", () -> has(".CodeMirror"));
        Path file = folder.resolve("src/decompositions/pca/Pca.java");
        String starter = Starter.of(REFERENCE).text();

        Files.writeString(file, starter + "// from an IDE\n");
        until("the page shows it", () -> editor().endsWith("// from an IDE\n"));

        write(starter + "// from the page\n");
        Files.writeString(file, starter + "// from an IDE again\n");
        the("#check").click();
        until("a question", () -> has("#conflict button"));
        assertAccessible("a conflict");
        the("#conflict button").click();
        until("answered", () -> !has("#conflict button"));

        assertEquals(starter + "// from the page\n", Files.readString(file));
        String words = the("#state").getText();
        Path kept = Path.of(words.substring("The other text was kept as ".length(), words.length() - 1));
        assertEquals(starter + "// from an IDE again\n", Files.readString(kept));
    }

    private String editor() {
        return String.valueOf(run("return document.querySelector('.CodeMirror').CodeMirror.getValue()"));
    }

    @Test
    @DisplayName("pages fit narrow screens")
    void narrow() {
        browser().manage().window().setSize(new Dimension(320, 800));
        for (String path : List.of("/", "/rooms/pca", "/progress")) {
            browser().get(lab().page(path));
            until("the page", () -> has("h1"));
            long width = (Long) run("return document.documentElement.scrollWidth - window.innerWidth");
            assertTrue(width <= 0, path + " is " + width + " pixels too wide");
        }
        assertFalse(has(".trouble"));
    }

    @Test
    @DisplayName("a page of an earlier lab says what to do, and its text stays")
    void earlierLab() throws IOException {
        the("#room-pca a").click();
        until("the room", () -> has(".CodeMirror"));
        write(WRONG);
        int port = lab().port();
        lab().close();
        opened = new OpenLab(folder, port);

        the("#check").click();

        until(
                "words",
                () -> the("#state").getText().startsWith("This browser has not been let in yet, or the lab was"));
        assertEquals(WRONG, editor());
        browser().navigate().refresh();
        until("a page", () -> the("main").getText().contains("Open the address that 'gradus open' printed."));
        browser().get(lab().address());
        assertEquals("Roadmap", the("h1").getText());
    }

    @Test
    @DisplayName("a closed lab is said, and the text stays")
    void lost() {
        the("#room-pca a").click();
        until("the room", () -> has(".CodeMirror"));
        write(WRONG);
        lab().close();

        the("#check").click();

        until("words", () -> the("#state").getText().startsWith("The lab does not answer."));
        assertEquals(WRONG, editor());
    }
}
