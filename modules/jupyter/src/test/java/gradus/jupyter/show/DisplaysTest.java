package gradus.jupyter.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.catalogue.Mistake;
import gradus.catalogue.Room;
import gradus.grader.Judge;
import gradus.grader.Outcome;
import gradus.grader.Settings;
import gradus.grader.Submission;
import gradus.grader.room.Checkout;
import gradus.grader.room.RoomClasses;
import gradus.grader.source.Source;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What notebooks show of values. */
class DisplaysTest {
    private static String plain(Object value) {
        return Displays.of(value).orElseThrow().plain();
    }

    @Test
    @DisplayName("numbers stand in columns, six digits each")
    void arrays() {
        assertEquals("""
                double[2][3]
                  0         1            2
                1.0  0.333333  1.00000e-20
                2.0       NaN""", plain(new double[][] {{1, 1 / 3.0, 1e-20}, {2, Double.NaN}}));
        assertEquals("int[3]\n0  1  2\n1  2  3", plain(new int[] {1, 2, 3}));
        assertEquals("double[0]", plain(new double[0]));
        assertTrue(Displays.of(List.of(1)).isEmpty(), "lists say enough themselves");
    }

    @Test
    @DisplayName("of large arrays the beginning is shown")
    void largeArrays() {
        List<String> lines = plain(new double[60_000][784]).lines().toList();

        assertEquals("double[60000][784]", lines.get(0));
        assertEquals(23, lines.size());
        assertTrue(lines.get(1).endsWith("14  …"), lines.get(1));
        assertEquals("… 59980 more rows", lines.get(22));
    }

    @Test
    @DisplayName("a chart is a picture with words under it")
    void charts() throws Exception {
        XYChart chart =
                new XYChartBuilder().width(300).height(200).title("A < B").build();
        chart.addSeries("s", new double[] {1, 2}, new double[] {3, 4});
        Display display = Displays.of(chart).orElseThrow();

        assertEquals("A chart: A < B.", display.plain());
        byte[] png = Base64.getDecoder().decode(display.rich().get("image/png"));
        assertEquals(600, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        Document html = parsed(display);
        assertEquals(
                "A chart: A < B.",
                html.getElementsByTagName("figcaption").item(0).getTextContent());
        assertEquals(
                "A chart: A < B.",
                html.getElementsByTagName("img")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("alt")
                        .getNodeValue());
    }

    @Test
    @DisplayName("the card of an outcome says what the report says, and is well formed")
    void cards() throws Exception {
        Checkout checkout = Checkout.open(Checkout.homeOf(Path.of("")));
        Room room = checkout.roadmap().room("pca").orElseThrow();
        Mistake mistake = room.mistakes().get(0);
        List<Source> wrong = RoomClasses.read(room, room.sources()).stream()
                .map(source -> new Source(source.path(), source.text().replace(mistake.replace(), mistake.with())))
                .toList();
        Outcome outcome = new Judge(checkout).check(room, new Submission(Path.of("In [1]"), wrong), Settings.quick(1));
        Graded graded = Graded.of(room, outcome, List.of("Try `this`."), UnaryOperator.identity());

        assertTrue(graded.toString().endsWith("\n\nTry this."), graded.toString());
        String words = parsed(graded.display()).getDocumentElement().getTextContent();
        for (String expected : List.of(
                room.title(),
                "failed",
                graded.score() + " of " + outcome.run().maxScore() + " points",
                "Stage 1: " + room.stages().get(0).title(),
                mistake.says(),
                "Try this.")) {
            assertTrue(words.contains(expected), expected + " is not in: " + words);
        }
        outcome.run().checks().forEach(check -> assertTrue(words.contains(check.message()), check.message()));
        String html = Objects.requireNonNull(graded.display().rich().get("text/html"));
        assertFalse(html.contains("<script") || html.contains("<style"), "nothing that Jupyter would take away");
    }

    /** Markup of learners stays text. */
    @Test
    @DisplayName("markup in words is shown and not obeyed")
    void markup() {
        String html = Note.words("<script>alert('x')</script> & `a < b`")
                .display()
                .rich()
                .get("text/html");

        assertEquals(
                "<p style=\"margin:.4em 0\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; <code>a &lt; b</code></p>",
                html);
    }

    private static Document parsed(Display display) throws Exception {
        String html = Objects.requireNonNull(display.rich().get("text/html")).replaceAll("(<img [^>]*)>", "$1/>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + html + "</div>")));
    }
}
