package gradus.grader.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What PIT wrote.
 *
 * @param mutants all mutants
 * @param tests names of the test methods that run a block of code, by the block's name
 * @param exported folders of the mutants' class files, by what their details say
 */
record PitestResult(List<Found> mutants, Map<String, Set<String>> tests, Map<String, Path> exported) {
    private static final Pattern METHOD = Pattern.compile("\\[method:(\\w+)");

    static PitestResult read(Path reports) throws IOException {
        List<Found> mutants = new ArrayList<>();
        if (Files.exists(reports.resolve("mutations.xml"))) {
            elements(document(reports.resolve("mutations.xml")).getElementsByTagName("mutation"))
                    .forEach(mutation -> mutants.add(found(mutation)));
        }
        return new PitestResult(mutants, tests(reports), exported(reports.resolve("export")));
    }

    /** The class file of a mutant. */
    Optional<byte[]> classFile(Found mutant) throws IOException {
        for (Map.Entry<String, Path> export : exported.entrySet()) {
            if (export.getKey().contains(mutant.location())) {
                return Optional.of(Files.readAllBytes(export.getValue().resolve(mutant.className() + ".class")));
            }
        }
        return Optional.empty();
    }

    private static Found found(Element mutation) {
        String className = text(mutation, "mutatedClass");
        String method = text(mutation, "mutatedMethod");
        String descriptor = text(mutation, "methodDescription");
        String mutator = text(mutation, "mutator");
        return new Found(
                className,
                text(mutation, "sourceFile"),
                Integer.parseInt(text(mutation, "lineNumber")),
                mutator,
                text(mutation, "description"),
                "clazz=" + className + ", method=" + method + ", methodDesc=" + descriptor + "], indexes=["
                        + text(mutation, "index") + "], mutator=" + mutator + "]",
                className + "." + method + descriptor + " " + text(mutation, "block"),
                mutation.getAttribute("status"));
    }

    private static Map<String, Set<String>> tests(Path reports) throws IOException {
        Map<String, Set<String>> tests = new HashMap<>();
        if (!Files.exists(reports.resolve("linecoverage.xml"))) {
            return tests;
        }
        for (Element block :
                elements(document(reports.resolve("linecoverage.xml")).getElementsByTagName("block"))) {
            Set<String> names = new TreeSet<>();
            for (Element test : elements(block.getElementsByTagName("test"))) {
                Matcher method = METHOD.matcher(test.getAttribute("name"));
                if (method.find()) {
                    names.add(method.group(1));
                }
            }
            tests.put(
                    block.getAttribute("classname") + "." + block.getAttribute("method") + " "
                            + block.getAttribute("number"),
                    names);
        }
        return tests;
    }

    private static Map<String, Path> exported(Path folder) throws IOException {
        Map<String, Path> exported = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path details :
                        files.filter(file -> file.endsWith("details.txt")).toList()) {
                    exported.put(Files.readString(details), details.resolveSibling(""));
                }
            }
        }
        return exported;
    }

    private static Document document(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            throw new IOException(file + " is not XML: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent();
    }
}
