package gradus.classroom.results.export;

import gradus.classroom.Assignment;
import gradus.classroom.results.CheckGrade;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.PlainText;
import gradus.classroom.results.RoomGrade;
import gradus.classroom.results.RoomResult;
import gradus.classroom.results.Titles;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What one person has, as a report of JUnit: a suite for each stage, a case for each check. A check that waits for an
 * earlier stage or has no data is skipped; the lab's own fault is an error; all others that did not pass are failures.
 * A room of which nothing could be graded is a suite with one failure.
 *
 * <p>Source: {@code junit-10.xsd} of jenkinsci/xunit-plugin.
 */
public final class JunitXml {
    /** @param element what of the schema says how it ended; empty where it passed */
    private record Case(String className, String name, String element, String status, String text) {
        static Case of(String room, CheckGrade check) {
            String element = switch (check.status()) {
                case "passed" -> "";
                case "waiting", "no-data" -> "skipped";
                case "error" -> "error";
                default -> "failure";
            };
            return new Case(room + ".stage" + check.stage(), check.title(), element, check.status(), check.message());
        }

        static Case notGraded(String room, String status, String text) {
            return new Case(room, "can be graded", "failure", status, text);
        }
    }

    private record Suite(String name, List<Case> cases) {}

    private final XMLStreamWriter xml;
    private final Titles titles;

    private JunitXml(XMLStreamWriter xml, Titles titles) {
        this.xml = xml;
        this.titles = titles;
    }

    /** Writes the report. */
    public static String of(Assignment assignment, PersonResult result, Titles titles) {
        StringWriter text = new StringWriter();
        text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml, titles).write(assignment, result);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return text.append('\n').toString();
    }

    private List<Suite> suites(RoomResult result) {
        String room = result.assigned().room();
        if (result.grade().isEmpty()) {
            return List.of(new Suite(
                    titles.room(room), List.of(Case.notGraded(room, "missing", "There is no grade for this room."))));
        }
        RoomGrade grade = result.grade().get();
        List<Suite> suites = new ArrayList<>();
        if (!grade.reason().isEmpty()) {
            String why = Stream.of(List.of(grade.reason()), grade.problems(), grade.refusals())
                    .flatMap(List::stream)
                    .collect(Collectors.joining("\n"));
            suites.add(new Suite(titles.room(room), List.of(Case.notGraded(room, grade.outcome(), why))));
        }
        Map<Integer, List<Case>> stages = grade.checks().stream()
                .collect(Collectors.groupingBy(
                        CheckGrade::stage,
                        TreeMap::new,
                        Collectors.mapping(check -> Case.of(room, check), Collectors.toList())));
        stages.forEach(
                (stage, cases) -> suites.add(new Suite(titles.room(room) + ", " + titles.stage(room, stage), cases)));
        return suites;
    }

    private void write(Assignment assignment, PersonResult result) throws XMLStreamException {
        List<Suite> suites =
                result.rooms().stream().flatMap(room -> suites(room).stream()).toList();
        xml.writeStartElement("testsuites");
        attribute("name", assignment.id() + " " + result.person().id());
        counts(suites.stream().flatMap(suite -> suite.cases().stream()).toList());
        for (Suite suite : suites) {
            start("testsuite", 1);
            attribute("name", suite.name());
            counts(suite.cases());
            attribute("skipped", count(suite.cases(), "skipped"));
            for (Case each : suite.cases()) {
                write(each);
            }
            newLine(1);
            xml.writeEndElement();
        }
        newLine(0);
        xml.writeEndElement();
    }

    private void write(Case each) throws XMLStreamException {
        start("testcase", 2);
        attribute("classname", each.className());
        attribute("name", each.name());
        if (!each.element().isEmpty()) {
            start(each.element(), 3);
            attribute("type", each.status());
            attribute("message", each.status().replace('-', ' '));
            xml.writeCharacters(PlainText.words(each.text()));
            xml.writeEndElement();
            newLine(2);
        }
        xml.writeEndElement();
    }

    private void counts(List<Case> cases) throws XMLStreamException {
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", count(cases, "failure"));
        attribute("errors", count(cases, "error"));
    }

    private static String count(List<Case> cases, String element) {
        return Long.toString(
                cases.stream().filter(each -> each.element().equals(element)).count());
    }

    private void start(String element, int depth) throws XMLStreamException {
        newLine(depth);
        xml.writeStartElement(element);
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, PlainText.line(value));
    }
}
