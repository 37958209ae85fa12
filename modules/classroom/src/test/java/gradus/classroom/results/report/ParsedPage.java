package gradus.classroom.results.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a strict parser reads it. */
record ParsedPage(Document document) {
    static ParsedPage of(String html) throws IOException, SAXException, ParserConfigurationException {
        return new ParsedPage(DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html))));
    }

    /** Elements of a name, or all of them for {@code *}. */
    List<Element> all(String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** What stands in elements of a name, one after the other. */
    List<String> texts(String name) {
        return texts(name, element -> true);
    }

    /** What stands in elements of a name and a class. */
    List<String> texts(String name, String styled) {
        return texts(name, element -> element.getAttribute("class").equals(styled));
    }

    private List<String> texts(String name, Predicate<Element> which) {
        return all(name).stream()
                .filter(which)
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** All that a reader reads. */
    String text() {
        return texts("body").get(0);
    }
}
