package gradus.kit.figure;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A drawing as SVG, with its title and description as elements that screen readers find. */
final class Svg {
    private Svg() {}

    static byte[] of(Drawing drawing) throws IOException {
        VectorGraphics2D g = new VectorGraphics2D();
        drawing.paint(g);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        new SVGProcessor()
                .getDocument(g.getCommands(), new PageSize(drawing.width(), drawing.height()))
                .writeTo(plain);
        try {
            return described(withTwoDecimals(plain.toString(StandardCharsets.UTF_8)), drawing);
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IOException("the SVG of " + drawing.title() + " is not well formed", e);
        }
    }

    /** Outlines come with thirteen decimals, which no screen shows. */
    private static String withTwoDecimals(String svg) {
        return svg.replaceAll("(\\.\\d\\d)\\d+", "$1");
    }

    private static byte[] described(String svg, Drawing drawing)
            throws IOException, ParserConfigurationException, SAXException, TransformerException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        Element root = document.getDocumentElement();
        root.setAttribute("role", "img");
        root.insertBefore(element(document, "desc", drawing.description()), root.getFirstChild());
        root.insertBefore(element(document, "title", drawing.title()), root.getFirstChild());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private static Element element(Document document, String name, String text) {
        Element element = document.createElement(name);
        element.setTextContent(text);
        return element;
    }
}
