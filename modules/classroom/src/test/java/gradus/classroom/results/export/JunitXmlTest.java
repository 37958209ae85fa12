package gradus.classroom.results.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gradus.classroom.results.MadeUpClass;
import gradus.classroom.results.PersonResult;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports of JUnit, read back. */
class JunitXmlTest {
    private static Document read(PersonResult result) throws Exception {
        String xml = JunitXml.of(MadeUpClass.ASSIGNMENT, result, MadeUpClass.TITLES);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> attributes(Document document, String element, String attribute) {
        return elements(document, element).stream()
                .map(each -> each.getAttribute(attribute))
                .toList();
    }

    @Test
    @DisplayName("stages are suites, checks are cases, and counts add up")
    void suites() throws Exception {
        Document report = read(MadeUpClass.person("grace"));

        assertEquals(
                List.of(
                        "Principal component analysis, Stage 1: Learn the components",
                        "Principal component analysis, Stage 2: Go to scores and back",
                        "k-means"),
                attributes(report, "testsuite", "name"));
        assertEquals(List.of("2", "2", "1"), attributes(report, "testsuite", "tests"));
        assertEquals(List.of("1", "2", "1"), attributes(report, "testsuite", "failures"));
        assertEquals("week-3 grace", report.getDocumentElement().getAttribute("name"));
        assertEquals("5", report.getDocumentElement().getAttribute("tests"));
        assertEquals("4", report.getDocumentElement().getAttribute("failures"));
        assertEquals("0", report.getDocumentElement().getAttribute("errors"));
        assertEquals(
                "fit centres the data", attributes(report, "testcase", "name").get(0));
        assertEquals("pca.stage1", attributes(report, "testcase", "classname").get(0));
        assertEquals(
                "There is no grade for this room.",
                elements(report, "failure").get(3).getTextContent());
    }

    @Test
    @DisplayName("what a check said stands in its failure, line by line")
    void messages() throws Exception {
        Element failure = elements(read(MadeUpClass.person("alan")), "failure").get(0);

        assertEquals("failed", failure.getAttribute("message"));
        assertEquals(
                "transform(mean + 2 · component)[0][0]: expected 2.0 but was 0.0 (tolerance 1.0E-9).\n"
                        + "Subtract the mean seen by fit.",
                failure.getTextContent());
    }

    @Test
    @DisplayName("what was refused says why")
    void refused() throws Exception {
        Element failure =
                elements(read(MadeUpClass.person("mallory")), "failure").get(0);

        assertEquals(
                "Nothing of this was run, because it uses what a room does not allow:\n"
                        + "Pca.java:12: System.exit is not allowed in a room: it would end the process.",
                failure.getTextContent());
    }

    @Test
    @DisplayName("hostile text is well-formed text")
    void hostile() throws Exception {
        for (PersonResult result : MadeUpClass.hostile().people()) {
            Document report = read(result);
            assertEquals(2, elements(report, "testcase").size());
            String text = report.getDocumentElement().getTextContent();
            assertFalse(text.replace("\n", "").matches("(?s).*[\\p{Cc}\\u202e].*"), text);
        }
    }
}
