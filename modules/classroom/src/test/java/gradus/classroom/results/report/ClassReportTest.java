package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.Person;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.MadeUpClass;
import gradus.classroom.results.PersonResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What who teaches reads about the class. */
class ClassReportTest {
    private static ParsedPage page(Gradebook gradebook) throws Exception {
        return ParsedPage.of(ClassReport.of(gradebook, MadeUpClass.TITLES, Frame.NONE));
    }

    private static List<String> items(ParsedPage page, int list, String listName) {
        List<String> items = new ArrayList<>();
        Element ranked = page.all(listName).stream()
                .filter(each -> each.getAttribute("class").equals("ranked"))
                .toList()
                .get(list);
        for (int i = 0; i < ranked.getChildNodes().getLength(); i++) {
            items.add(ranked.getChildNodes().item(i).getTextContent());
        }
        return items;
    }

    @Test
    @DisplayName("first the numbers, then what was misunderstood by how many and whom")
    void mistakes() throws Exception {
        ParsedPage page = page(MadeUpClass.gradebook());

        assertEquals(
                List.of("10 of 12handed in", "14median, of 30 points", "3late", "1not fully graded"),
                page.texts("li").subList(0, 4));
        assertEquals("What the class misunderstood", page.texts("h2").get(0));
        assertEquals(
                List.of(
                        "3 of 10This is what code gives that centres with the batch being transformed. Your transform"
                                + " re-centres every batch. One sample alone always scores 0."
                                + "Principal component analysis: Alan Turing, Emmy Noether, Grace Hopper",
                        "1 of 10This is what code gives that decomposes X without centring. Subtract the column means"
                                + " first.Principal component analysis: Grace Hopper"),
                items(page, 0, "ol"));
    }

    @Test
    @DisplayName("names lead to people's reports")
    void links() throws Exception {
        Element link = page(MadeUpClass.gradebook()).all("a").get(0);

        assertEquals("Alan Turing", link.getTextContent());
        assertEquals("people/alan.html", link.getAttribute("href"));
        Person odd = new Person("a@b+c.org", "Odd", "", Map.of());
        PersonResult ada = MadeUpClass.person("ada");
        Gradebook one = MadeUpClass.of(new PersonResult(odd, ada.handedIn(), ada.rooms(), ada.adjustments(), true));
        assertEquals("people/a%40b%2Bc.org.html", page(one).all("a").get(0).getAttribute("href"));
        assertEquals("a@b+c.org.html", PersonReport.file(odd));
    }

    @Test
    @DisplayName("checks, those that most missed first, and how they ended")
    void checks() throws Exception {
        ParsedPage page = page(MadeUpClass.gradebook());

        assertEquals(
                List.of(
                        "4 of 9scores of drawn data are uncorrelated"
                                + "Principal component analysis, Stage 2: Go to scores and back",
                        "3 of 8transform centres with the training mean"
                                + "Principal component analysis, Stage 2: Go to scores and back",
                        "2 of 10fit centres the data" + "Principal component analysis, Stage 1: Learn the components",
                        "2 of 7centres are means of their samples" + "k-means, Stage 1: Assign and average"),
                items(page, 1, "ol"));
        assertEquals(
                List.of(
                        "2 of 10fit centres the data8 passed, 1 failed, 1 not attempted",
                        "0 of 8variances are those of the scores8 passed"),
                items(page, 0, "ul"));
        assertEquals(
                "4 of 9scores of drawn data are uncorrelated5 passed, 3 failed, 1 does not compile, hidden check",
                items(page, 1, "ul").get(0));
        assertTrue(page.texts("p")
                .contains("10 people graded, median 14 of 20 points. Outcomes: 5 failed, 3 passed, 1 does not compile,"
                        + " 1 refused."));
    }

    @Test
    @DisplayName("how scores are distributed, as a picture and in words")
    void distribution() throws Exception {
        ParsedPage page = page(MadeUpClass.gradebook());

        assertEquals(
                List.of("Scores of 9 people, from 0 to 30 of 30 points. In percent: 0–9: 2, 10–19: 1, 40–49: 2,"
                        + " 50–59: 2, 80–89: 1, all points: 1."),
                page.texts("figcaption"));
        assertEquals(
                "Distribution of scores, described below",
                page.all("img").get(0).getAttribute("alt"));
    }

    @Test
    @DisplayName("who handed in nothing, who is late and how late, whose work is not all graded")
    void whoToLookAfter() throws Exception {
        ParsedPage page = page(MadeUpClass.gradebook());

        assertTrue(page.texts("h2")
                .containsAll(List.of("Handed in nothing 2 people", "Late 3 people", "Not fully graded 1 person")));
        assertTrue(page.texts("li")
                .containsAll(List.of(
                        "John von Neumann",
                        "Emmy Noether 1 day late, 20 % off",
                        "Évariste Galois 5 days late, 100 % off")));
    }

    @Test
    @DisplayName("everybody is in the table")
    void everybody() throws Exception {
        ParsedPage page = page(MadeUpClass.gradebook());

        assertEquals(13, page.all("tr").size());
        List<String> rows = page.texts("tr");
        assertEquals("NameScorePrincipal component analysisk-meansHanded in", rows.get(0));
        assertEquals("Emmy Noether13.86143.331 day late, 20 % off", rows.get(3));
        assertEquals("Hypatia0––nothing", rows.get(10));
        assertEquals("Leonhard Euler20 so far20–in time", rows.get(11));
    }

    @Test
    @DisplayName("an empty class, a class of one, a class that handed in nothing")
    void smallClasses() throws Exception {
        assertTrue(page(MadeUpClass.of()).text().contains("There is nobody in this class yet."));

        ParsedPage one = page(MadeUpClass.of(MadeUpClass.person("ada")));
        assertTrue(one.text().contains("Nothing: all checks passed for all whose work is graded."));
        assertTrue(one.text().contains("1 person graded, median 20 of 20 points. Outcomes: 1 passed."));
        assertTrue(one.text().contains("Scores of 1 person, from 30 to 30 of 30 points."));

        ParsedPage nothing = page(MadeUpClass.of(MadeUpClass.person("john"), MadeUpClass.person("hypatia")));
        assertTrue(nothing.text().contains("0 of 2handed in"));
        assertTrue(nothing.text().contains("Nothing is graded yet."));
        assertTrue(nothing.text().contains("Nobody has a score yet."));
        assertTrue(nothing.text().contains("Nobody has a grade in this room."));
    }

    @Test
    @DisplayName("where no mistake was recognised, the checks say where points were lost")
    void nothingRecognised() throws Exception {
        ParsedPage page = page(MadeUpClass.of(MadeUpClass.person("carl")));

        assertTrue(page.text()
                .contains("No mistake was recognised that the rooms describe. The checks say where points were lost."));
    }

    @Test
    @DisplayName("of a hundred names the first are seen at once, the others at a click")
    void manyNames() throws Exception {
        PersonResult alan = MadeUpClass.person("alan");
        List<PersonResult> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Person person = new Person("p" + i, "Person " + i, "", Map.of());
            people.add(new PersonResult(person, alan.handedIn(), alan.rooms(), List.of(), true));
        }

        ParsedPage page = page(new Gradebook(MadeUpClass.ASSIGNMENT, people));

        assertEquals(List.of("and 88 more"), page.texts("summary"));
        assertTrue(page.texts("details").get(0).contains("Person 99"));
    }

    @Test
    @DisplayName("hostile names and messages are text, and lead nowhere but to people's reports")
    void hostile() throws Exception {
        String html = ClassReport.of(MadeUpClass.hostile(), MadeUpClass.TITLES, Frame.NONE);
        ParsedPage page = ParsedPage.of(html);

        assertTrue(page.all("script").isEmpty());
        page.all("a")
                .forEach(link ->
                        assertTrue(link.getAttribute("href").matches("people/person\\d+\\.html|audit\\.jsonl")));
        assertFalse(html.replace("\n", "").matches("(?s).*[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069].*"));
        assertEquals(html, ClassReport.of(MadeUpClass.hostile(), MadeUpClass.TITLES, Frame.NONE));
    }
}
