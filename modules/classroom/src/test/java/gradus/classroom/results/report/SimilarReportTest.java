package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.Person;
import gradus.classroom.results.MadeUpClass;
import gradus.classroom.similar.Candidate;
import gradus.classroom.similar.LeftOut;
import gradus.classroom.similar.Match;
import gradus.classroom.similar.Place;
import gradus.classroom.similar.RoomFindings;
import gradus.classroom.similar.RoomFindings.Alike;
import gradus.classroom.similar.RoomFindings.Group;
import gradus.classroom.similar.RoomFindings.LikeReference;
import gradus.grader.source.Source;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What who teaches reads about work that is alike. */
class SimilarReportTest {
    private static final Person ADA = new Person("ada", "Ada Lovelace", "", Map.of());
    private static final Person BOB = new Person("bob", "Bob <script>alert(1)</script>", "", Map.of());
    private static final Person CYD = new Person("cyd", "", "", Map.of());

    private static Candidate work(Person person, String... lines) {
        return new Candidate(person, List.of(new Source("decompositions/pca/Pca.java", String.join("\n", lines))));
    }

    static String page(List<Group> groups) {
        RoomFindings findings = new RoomFindings(
                "pca",
                74,
                2,
                OptionalInt.of(17),
                groups,
                List.of(new LikeReference(CYD, 100, true)),
                Map.of(new Person("dan", "Dan Dare", "", Map.of()), LeftOut.SYNTAX));
        return SimilarReport.of(MadeUpClass.ASSIGNMENT, List.of(findings), 70, MadeUpClass.TITLES);
    }

    static List<Group> group() {
        Alike pair = new Alike(
                work(ADA, "class Pca {", "  // one", "  int f() { return 1; }", "  int g() { return 2; }", "}"),
                work(
                        BOB,
                        "class Pca {",
                        "  int g() { return 2; }",
                        "  int f() { return 1; }",
                        "  // </pre>\u202e",
                        "}"),
                88.8,
                false,
                List.of(
                        new Match(new Place(0, 4, 4), new Place(0, 2, 2)),
                        new Match(new Place(0, 2, 3), new Place(0, 3, 3)),
                        new Match(new Place(0, 3, 4), new Place(0, 3, 4))));
        return List.of(new Group(List.of(ADA, BOB), List.of(pair)));
    }

    @Test
    @DisplayName("it says what is alike, and leaves the judgement to a person")
    void words() throws Exception {
        ParsedPage page = ParsedPage.of(page(group()));

        assertTrue(page.text().contains("which texts are alike, not why"), page.text());
        assertTrue(
                page.text().contains("Rooms of the assignment that are not compared on this page: k-means."),
                page.text());
        assertFalse(page.text().toLowerCase(java.util.Locale.ROOT).contains("plagia"), page.text());
        assertTrue(page.text().contains("74 tokens beyond the starter. The median of all pairs is 17 %"));
        assertEquals(
                List.of("Alike: Ada Lovelace and Bob <script>alert(1)</script>", "Like the reference", "Not compared"),
                page.texts("h3"));
        assertEquals(
                List.of("cyd equal but for comments and blanks", "Dan Dare: it does not parse as Java"),
                page.texts("li"));
        assertEquals(List.of("88 % Ada Lovelace and Bob <script>alert(1)</script>"), page.texts("summary"));
    }

    @Test
    @DisplayName("both sides show a match by its number, and each line once, as nothing but text")
    void sides() throws Exception {
        ParsedPage page = ParsedPage.of(page(group()));

        assertEquals(
                List.of(
                        "Match 1: Pca.java:3-3 on the other side",
                        "Match 2: Pca.java:3-4 on the other side",
                        "Match 3: Pca.java:2-2 on the other side",
                        "Match 3: Pca.java:4-4 on the other side",
                        "Match 1: Pca.java:2-3 on the other side",
                        "Match 2: Pca.java:3-4 on the other side"),
                page.texts("p", "match"));
        String all = String.join("\n", page.texts("pre"));
        assertEquals(10, all.lines().filter(line -> !line.isBlank()).count(), all);
        assertTrue(all.contains("4    // </pre>"), all);
        assertFalse(all.contains("\u202e"), "what turns the direction of text must not be on the page");
    }

    @Test
    @DisplayName("links lead to what is on the page")
    void links() throws Exception {
        ParsedPage page = ParsedPage.of(page(group()));
        List<String> ids =
                page.all("*").stream().map(each -> each.getAttribute("id")).toList();

        assertEquals(6, page.all("a").size());
        page.all("a")
                .forEach(link ->
                        assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href")));
    }

    @Test
    @DisplayName("without groups it says so")
    void none() throws Exception {
        assertTrue(ParsedPage.of(page(List.of()))
                .text()
                .contains("No two are alike by 70 % or more, but for what is like the reference."));
    }
}
