package gradus.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.MadeUpWork.Member;
import gradus.classroom.MadeUpWork.Sort;
import gradus.classroom.OpenClass.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** An instructor at the pages of a class that was graded, in a real browser. */
@Tag("system")
class ServedPagesTest {
    private static final List<String> PAGES =
            List.of("/", "/hw1/index.html", "/hw1/people/p000.html", "/hw1/people/p024.html", "/hw1/audit/p024.html");

    @TempDir
    static Path folder;

    private static Path course = Path.of("");
    private static @Nullable OpenClass opened;
    private static @Nullable ChromeDriver started;

    @BeforeAll
    static void open() throws Exception {
        course = folder.resolve("class");
        List<Member> members = MadeUpWork.of(40);
        List<Member> some = Stream.of(Sort.RIGHT, Sort.WRONG, Sort.BROKEN)
                .map(sort -> members.stream()
                        .filter(member -> member.sort() == sort)
                        .findFirst()
                        .orElseThrow())
                .toList();
        Path roster = folder.resolve("people.csv");
        MadeUpWork.write(some, roster, folder.resolve("work"));
        Files.writeString(roster, Files.readString(roster) + "evil," + "<b>x".repeat(60) + ",evil@example.org\n");
        gradus(folder, "init", course.toString(), "--name", "Made up");
        gradus(course, "roster", "import", roster.toString());
        gradus(course, "assign", "hw1", "vector-ops", "--due", "2026-12-01T12:00+00:00", "--title", "Homework");
        gradus(course, "collect", "hw1", folder.resolve("work").toString());
        gradus(course, "grade");
        opened = new OpenClass(course);
        started = Chromium.start();
        started.get(opened.address());
    }

    @AfterAll
    static void close() {
        browser().quit();
        lab().close();
    }

    private static void gradus(Path at, String... words) throws Exception {
        Said said = OpenClass.gradus(
                at, Stream.concat(Stream.of("class"), Stream.of(words)).toArray(String[]::new));
        assertTrue(said.code() <= 1, said.words());
    }

    private static OpenClass lab() {
        return Objects.requireNonNull(opened);
    }

    private static ChromeDriver browser() {
        return Objects.requireNonNull(started);
    }

    private static void visit(String path) {
        browser().get("http://127.0.0.1:" + lab().port() + path);
    }

    private static void follow(String words) {
        browser().findElement(By.partialLinkText(words)).click();
    }

    private static String text() {
        return browser().findElement(By.tagName("body")).getText();
    }

    private static void assertPath(String path) {
        String address = Objects.requireNonNull(browser().getCurrentUrl());
        assertEquals("http://127.0.0.1:" + lab().port() + path, address);
    }

    /** Nothing was refused by a page's policy. */
    private static void assertQuiet() {
        assertEquals(List.of(), Chromium.complaints(browser()));
    }

    @Test
    @DisplayName("from the list to the class, to a person, to where the score comes from, and back")
    void ways() {
        visit("/");
        assertTrue(text().contains("3 of 4\nhanded in\n3 of 3\ngraded so far"), text());
        follow("Homework");
        assertPath("/hw1/index.html");
        assertTrue(text().contains("What the class misunderstood"), text());
        assertTrue(text().contains("1 of 3"), text());
        follow("Person p024");
        assertPath("/hw1/people/p024.html");
        assertTrue(text().contains("failed"), text());
        follow("Where this score comes from");
        assertPath("/hw1/audit/p024.html");
        assertTrue(text().contains("\"seed\": "), text());
        follow("Person p024");
        assertPath("/hw1/people/p024.html");
        follow("Homework: the class");
        assertPath("/hw1/index.html");
        follow("All assignments");
        assertPath("/");
        assertQuiet();
    }

    @Test
    @DisplayName("the picture that somebody's code draws stands in their page, and bars are as long as they say")
    void pictures() {
        visit("/hw1/people/p000.html");
        assertEquals(
                List.of(true),
                browser().findElements(By.cssSelector("figure img")).stream()
                        .map(image -> !"0".equals(image.getDomProperty("naturalWidth")))
                        .toList());
        visit("/hw1/index.html");
        Object share = browser()
                .executeScript("const bar = document.querySelector('.bar');"
                        + "return Math.round(100 * bar.firstChild.getBoundingClientRect().width / bar.clientWidth)");
        assertEquals(33L, share, "percent of the bar, for one of three");
        assertQuiet();
    }

    @Test
    @DisplayName("after a change, loading the page again shows it")
    void reload() throws Exception {
        visit("/hw1/people/p032.html");
        assertTrue(text().contains("\n0 of 26 points"), text());

        gradus(course, "adjust", "hw1", "p032", "--points", "2", "--why", "It <i>nearly</i> compiles.");
        browser().navigate().refresh();

        assertTrue(text().contains("\n2 of 26 points"), text());
        assertTrue(text().contains("It <i>nearly</i> compiles. +2"), text());
        assertQuiet();
    }

    @Test
    @DisplayName("everybody can read all of them, by light and by dark, on screens of any width")
    void accessible() {
        for (String scheme : List.of("light", "dark")) {
            for (int width : List.of(320, 1100)) {
                Chromium.show(browser(), scheme, width);
                PAGES.forEach(page -> assertReadable(page, width));
            }
        }
    }

    private static void assertReadable(String page, int width) {
        visit(page);
        assertEquals(List.of(), Chromium.obstacles(browser()), page);
        int needed = Chromium.neededWidth(browser());
        assertTrue(needed <= width, page + " needs " + needed + " pixels");
    }
}
