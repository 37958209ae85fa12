package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.results.Adjustment;
import gradus.classroom.results.MadeUpClass;
import gradus.classroom.results.PersonResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** What a learner reads about their submission. */
class PersonReportTest {
    private static final Picture PICTURE =
            new Picture("Four <irises>", "150 irises & their scores", new byte[] {1, 2, 3}, 640, 486);

    private static String html(PersonResult result) {
        return PersonReport.of(MadeUpClass.ASSIGNMENT, result, MadeUpClass.TITLES, Map.of(), Frame.NONE);
    }

    private static ParsedPage page(String id) throws Exception {
        return ParsedPage.of(html(MadeUpClass.person(id)));
    }

    @Test
    @DisplayName("the score, and each line of its sum")
    void sum() throws Exception {
        ParsedPage page = page("sofia");

        assertEquals(List.of("16.9 of 30 points"), page.texts("p", "score"));
        assertEquals(
                List.of(
                        "Principal component analysis",
                        "k-means",
                        "Late by 2 days: 40 % of the 24 points earned",
                        "Changed by M. Meier, 2026-11-23 10:30 (+01:00): You explained your derivation in the lecture.",
                        "Comment by M. Meier, 2026-11-23 10:31 (+01:00): Well written.",
                        "Score"),
                page.texts("th"));
        assertEquals(
                List.of("14 of 20 points", "10 of 10 points", "−9.6", "+2.5", "", "16.9 of 30 points"),
                page.texts("td"));
    }

    @Test
    @DisplayName("a score that would fall below 0 says so")
    void neverBelowZero() throws Exception {
        PersonResult evariste = MadeUpClass.person("evariste");
        PersonResult worse = new PersonResult(
                evariste.person(),
                evariste.handedIn(),
                evariste.rooms(),
                List.of(new Adjustment("evariste", -5, "Copied.", "M. Meier", Instant.EPOCH)),
                true);

        ParsedPage page = ParsedPage.of(html(worse));

        assertTrue(page.texts("th").contains("Late by 5 days: 100 % of the 30 points earned"));
        assertTrue(page.texts("td").containsAll(List.of("−30", "−5", "0 of 30 points")));
        assertTrue(page.texts("th").contains("Score, never below 0"));
    }

    @Test
    @DisplayName("mistakes, and what each check says; hidden checks in the author's words")
    void checks() throws Exception {
        ParsedPage page = page("grace");

        assertEquals(
                List.of(
                        "This is what code gives that decomposes X without centring. Subtract the column means first.",
                        "This is what code gives that centres with the batch being transformed. Your transform"
                                + " re-centres every batch. One sample alone always scores 0."),
                page.texts("div", "callout"));
        assertTrue(page.texts("h2")
                .contains("Principal component analysis failed 4 of 20 points, for 2 of 10 in the room"));
        assertEquals(
                List.of("Stage 1: Learn the components 2 of 4", "Stage 2: Go to scores and back 0 of 6"),
                page.texts("h3").subList(0, 2));
        assertEquals(
                List.of(
                        "failed fit centres the data 2 points"
                                + "transform(mean + 2 · component)[0][0]: expected 2.0 but was 0.0 (tolerance 1.0E-9).\n"
                                + "Subtract the mean seen by fit.",
                        "passed variances are those of the scores 2 points"),
                page.texts("li").subList(0, 2));
        assertEquals(
                "failed scores of drawn data are uncorrelated 3 points, hidden check"
                        + "Scores of different components must not be correlated.",
                page.texts("li").get(3));
        assertTrue(page.text().contains("k-means 0 of 10 pointsNothing was handed in for this room."));
    }

    @Test
    @DisplayName("what does not compile, and what is not allowed")
    void problems() throws Exception {
        assertEquals(
                "Pca.java:41:18: a semicolon is missing here\n        double[] mean = this.mean\n"
                        + "                                 ^",
                page("kurt").texts("pre").get(0));
        ParsedPage refused = page("mallory");
        assertTrue(refused.text().contains("Nothing of this was run, because it uses what a room does not allow:"));
        assertEquals(
                "Pca.java:12: System.exit is not allowed in a room: it would end the process.",
                refused.texts("pre").get(0));
    }

    @Test
    @DisplayName("who handed in nothing, or is not graded yet, reads that")
    void states() throws Exception {
        assertTrue(page("john").text().contains("0 of 30 pointsNothing was handed in."));
        ParsedPage leonhard = page("leonhard");
        assertTrue(leonhard.text().contains("Not everything is graded yet, so this score may still change."));
        assertTrue(leonhard.text().contains("There is no grade for this room yet."));
    }

    @Test
    @DisplayName("versions, digests and the fingerprint of the seed; never the seed")
    void origin() throws Exception {
        String html = html(MadeUpClass.person("ada"));
        ParsedPage page = ParsedPage.of(html);

        assertEquals(
                List.of("Due", "Handed in", "Collected from", "SHA-256 of all files"),
                page.texts("dt").subList(0, 4));
        assertEquals(
                List.of("2026-11-20 18:00 (+01:00)", "2026-11-20 16:04 (+01:00)", "the folder moodle/", "d".repeat(64)),
                page.texts("dd").subList(0, 4));
        assertEquals(
                List.of("0.1.0", "17.0.17", "pca, version " + "b".repeat(16), "a".repeat(64)),
                page.texts("dd").subList(4, 8));
        assertTrue(page.texts("dd").get(8).matches("[0-9a-f]{16}"));
        assertFalse(html.contains(Long.toString(MadeUpClass.SEED)) || html.contains(MadeUpClass.SECRET));
    }

    @Test
    @DisplayName("the figure of their result stands in the page, with its words")
    void figure() throws Exception {
        ParsedPage page = ParsedPage.of(PersonReport.of(
                MadeUpClass.ASSIGNMENT,
                MadeUpClass.person("ada"),
                MadeUpClass.TITLES,
                Map.of("pca", PICTURE),
                Frame.NONE));

        Element image = page.all("img").get(0);
        assertEquals("data:image/png;base64,AQID", image.getAttribute("src"));
        assertEquals("Four <irises>, described below", image.getAttribute("alt"));
        assertEquals(List.of("150 irises & their scores"), page.texts("figcaption"));
    }

    @Test
    @DisplayName("hostile names and messages are text: no script, no address, no way out of the page")
    void hostile() throws Exception {
        Set<String> harmless = Set.of(
                "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "bdi", "span", "table",
                "tbody", "tr", "th", "td", "div", "pre", "ul", "li", "footer", "dl", "dt", "dd");
        for (PersonResult result : MadeUpClass.hostile().people()) {
            String html = html(result);
            ParsedPage page = ParsedPage.of(html);

            for (Element element : page.all("*")) {
                assertTrue(harmless.contains(element.getTagName()), element.getTagName());
                NamedNodeMap attributes = element.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                    String name = attributes.item(i).getNodeName();
                    assertFalse(name.startsWith("on") || name.equals("href") || name.equals("src"), name);
                }
            }
            assertFalse(html.replace("\n", "").matches("(?s).*[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069].*"));
        }
        assertTrue(html(MadeUpClass.hostile().people().get(0)).contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    @DisplayName("a very long name is cut in the page")
    void longName() throws Exception {
        PersonResult last = MadeUpClass.hostile().people().get(MadeUpClass.HOSTILE.size() - 1);

        assertEquals(List.of("x".repeat(80) + " …"), ParsedPage.of(html(last)).texts("bdi"));
    }

    @Test
    @DisplayName("needs no other file, runs nothing, and is the same bytes in every country")
    void selfContained() {
        String html = html(MadeUpClass.person("emmy"));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(html, html(MadeUpClass.person("emmy")));
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(html.contains("default-src &#x27;none&#x27;"));
        assertFalse(html.contains("<script") || html.contains("<link") || html.contains("http://"));
        assertFalse(html.contains("https://") || html.contains("@import") || html.contains("url("));
    }
}
