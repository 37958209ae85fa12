package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.Person;
import gradus.classroom.results.ClassSummary;
import gradus.classroom.results.Deed;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.MadeUpClass;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Ungraded;
import gradus.classroom.results.report.AssignmentList.Item;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages of a report, one at a time. */
class ReportTest {
    private static final List<Deed> DEEDS = List.of(
            deed("sofia", "adjustment", 2.5, "You explained <it> in the lecture."),
            deed("", "regrade", 0, "10 graded again"),
            deed("ada", "adjustment", 1, "Of somebody else."));

    private static Deed deed(String person, String kind, double points, String words) {
        return new Deed("week-3", person, kind, points, words, "M. Meier", Instant.parse("2026-11-23T09:30:00Z"));
    }

    private static Report inLab(Gradebook gradebook) {
        return Report.inLab(gradebook, MadeUpClass.TITLES, Pictures.NONE, DEEDS, "n0nce");
    }

    private static Report inLab() {
        return inLab(MadeUpClass.gradebook());
    }

    private static ParsedPage page(Report report, String path) throws Exception {
        return ParsedPage.of(report.file(path).orElseThrow());
    }

    @Test
    @DisplayName("in the lab every link of every page leads to another page or to the list of assignments")
    void links() throws Exception {
        Person odd = new Person("a@b+c.org", "Odd", "", Map.of());
        PersonResult ada = MadeUpClass.person("ada");
        PersonResult result = new PersonResult(odd, ada.handedIn(), ada.rooms(), ada.adjustments(), true);
        for (Report report : List.of(inLab(), inLab(MadeUpClass.of(result)))) {
            for (String path : report.paths()) {
                if (path.endsWith(".html")) {
                    assertTrue(page(report, path).all("a").size() > 1, path);
                    page(report, path)
                            .all("a")
                            .forEach(link -> assertLeadsOn(report.paths(), path, link.getAttribute("href")));
                }
            }
        }
    }

    private static void assertLeadsOn(Set<String> paths, String from, String link) {
        String to = URI.create("/week-3/" + from).resolve(link).getPath();
        assertTrue(
                to.equals("/") || to.startsWith("/week-3/") && paths.contains(to.substring("/week-3/".length())),
                from + " leads to " + link);
    }

    @Test
    @DisplayName("a page is what it is in the folder, with ways to others before it")
    void same() throws IOException {
        Report folder = Report.inFolder(MadeUpClass.gradebook(), MadeUpClass.TITLES, Pictures.NONE);
        Report lab = inLab();

        for (String path : folder.paths()) {
            String alone = folder.file(path).orElseThrow();
            assertFalse(alone.contains("nonce=") || alone.contains("<nav"), path);
            assertEquals(
                    alone,
                    lab.file(path).orElseThrow().replace(" nonce=\"n0nce\"", "").replaceFirst("<nav .*?</nav>", ""),
                    path);
        }
    }

    @Test
    @DisplayName("a page handed back leads nowhere")
    void handedBack() throws Exception {
        Report report = Report.inFolder(MadeUpClass.gradebook(), MadeUpClass.TITLES, Pictures.NONE);

        assertTrue(page(report, "people/sofia.html").all("a").isEmpty());
        assertEquals(Optional.empty(), report.file("audit/sofia.html"));
    }

    @Test
    @DisplayName("the only style of a page is marked, and no element has one of its own")
    void styles() throws Exception {
        Report report = inLab();
        for (String path : List.of("index.html", "people/sofia.html", "audit/sofia.html")) {
            ParsedPage page = page(report, path);
            assertEquals("n0nce", page.all("style").get(0).getAttribute("nonce"));
            assertEquals(1, page.all("style").size());
            assertTrue(page.all("*").stream().noneMatch(element -> element.hasAttribute("style")), path);
        }
    }

    @Test
    @DisplayName("a page says where a score comes from and what was done by hand; the page of a person tells no seed")
    void audit() throws Exception {
        ParsedPage page = page(inLab(), "audit/sofia.html");

        assertTrue(page.text().contains("\"seed\": \"" + MadeUpClass.SEED + "\""), page.text());
        assertTrue(
                page.text().contains("For who teaches alone: whoever knows a seed can foresee what the checks ask."));
        assertEquals(
                List.of(
                        "WhenByWhatPointsWords",
                        "2026-11-23 10:30 (+01:00)M. Meieradjustment2.5You explained <it> in the lecture.",
                        "2026-11-23 10:30 (+01:00)M. Meierregrade010 graded again"),
                page.texts("tr"));
        assertFalse(inLab().file("people/sofia.html").orElseThrow().contains(Long.toString(MadeUpClass.SEED)));
    }

    @Test
    @DisplayName("hostile names and words are text on every page")
    void hostile() throws Exception {
        Report report = Report.inLab(
                MadeUpClass.hostile(),
                MadeUpClass.TITLES,
                Pictures.NONE,
                MadeUpClass.HOSTILE.stream()
                        .map(text -> deed("person0", text, 1, text))
                        .toList(),
                "n0nce");
        for (String path : report.paths()) {
            if (path.endsWith(".html")) {
                assertTrue(page(report, path).all("script").isEmpty(), path);
            }
        }
    }

    @Test
    @DisplayName("whatever a path says, only files of the report are found")
    void paths() throws IOException {
        for (String path : List.of(
                "",
                "people",
                "people/",
                "people/nobody.html",
                "people/ADA.html",
                "people/../index.html",
                "/index.html")) {
            assertEquals(Optional.empty(), inLab().file(path), path);
        }
    }

    @Test
    @DisplayName("all assignments, how far they are, and who is not graded for which reason")
    void list() throws Exception {
        ClassSummary summary = ClassSummary.of(MadeUpClass.gradebook());
        Person leonhard = MadeUpClass.person("leonhard").person();

        ParsedPage page = ParsedPage.of(AssignmentList.of(
                "Machine <Learning>",
                List.of(
                        new Item.Seen(summary, List.of(new Ungraded("It is not graded yet.", List.of(leonhard)))),
                        new Item.Broken("week-4", "week-4.yaml:3: due must be a time")),
                "n0nce"));

        assertEquals(List.of("Machine <Learning>"), page.texts("h1"));
        assertEquals(List.of("Week 3: components & clusters", "week-4"), page.texts("h2"));
        assertEquals("week-3/index.html", page.all("a").get(0).getAttribute("href"));
        assertTrue(page.texts("p").contains("week-3, due 2026-11-20 18:00 (+01:00)"), page.text());
        assertEquals(
                List.of(
                        "10 of 12handed in",
                        "9 of 10graded so far",
                        "3late",
                        "It is not graded yet. 1 person: Leonhard Euler"),
                page.texts("li"));
        assertEquals("week-3/people/leonhard.html", page.all("a").get(1).getAttribute("href"));
        assertEquals(List.of("week-4.yaml:3: due must be a time"), page.texts("pre"));
    }

    @Test
    @DisplayName("a class without assignments says how to make one")
    void noAssignment() throws Exception {
        ParsedPage page = ParsedPage.of(AssignmentList.of("New", List.of(), ""));

        assertTrue(page.text().contains("This class has no assignment yet: 'gradus class assign' makes one."));
    }
}
