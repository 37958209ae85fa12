package gradus.classroom.results.report;

import gradus.classroom.Assignment;
import gradus.classroom.Person;
import gradus.classroom.results.Deed;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Titles;
import gradus.classroom.results.report.Frame.Way;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The report of an assignment as files, each of which is made when it is asked for: {@code index.html} and
 * {@code class.json} about the class, {@code people/ID.html} and {@code people/ID.json} about everybody, and
 * {@code audit.jsonl}. Paths in links are those of the files.
 */
public final class Report {
    /** The page about the class. */
    public static final String INDEX = "index.html";

    private static final String AUDIT = "audit";
    private static final String JSON = ".json";

    /** Makes a file. */
    private interface Maker {
        String make() throws IOException;
    }

    private final Map<String, Maker> files = new LinkedHashMap<>();

    private Report(Gradebook gradebook) {
        for (PersonResult result : gradebook.people()) {
            files.put(
                    ClassReport.PEOPLE + "/" + result.person().id() + JSON,
                    () -> ResultsJson.of(gradebook.assignment(), result));
        }
        files.put("class.json", () -> ResultsJson.of(gradebook));
        files.put(ClassReport.AUDIT, () -> AuditLines.of(gradebook));
    }

    /** As files of a folder. The pages of people lead nowhere, because they are handed back. */
    public static Report inFolder(Gradebook gradebook, Titles titles, Pictures pictures) {
        Report report = new Report(gradebook);
        for (PersonResult result : gradebook.people()) {
            report.files.put(
                    page(ClassReport.PEOPLE, result.person()),
                    () -> PersonReport.of(gradebook.assignment(), result, titles, pictures.of(result), Frame.NONE));
        }
        report.files.put(INDEX, () -> ClassReport.of(gradebook, titles, Frame.NONE));
        return report;
    }

    /**
     * As pages that lead to each other, and to the list of all assignments in the folder above. {@code audit/ID.html}
     * says where the score of each person comes from, for who teaches alone.
     *
     * @param deeds what was done by hand in this assignment
     * @param nonce what the pages' styles are marked with
     */
    public static Report inLab(Gradebook gradebook, Titles titles, Pictures pictures, List<Deed> deeds, String nonce) {
        Report report = new Report(gradebook);
        Assignment assignment = gradebook.assignment();
        Way all = new Way(AssignmentList.TITLE, "../../");
        Way ofClass = new Way(assignment.title() + ": the class", "../" + INDEX);
        for (PersonResult result : gradebook.people()) {
            Person person = result.person();
            Way audit = new Way("Where this score comes from", "../" + NameLinks.path(AUDIT, person));
            report.files.put(
                    page(ClassReport.PEOPLE, person),
                    () -> PersonReport.of(
                            assignment,
                            result,
                            titles,
                            pictures.of(result),
                            new Frame(nonce, List.of(all, ofClass, audit))));
            Way ofPerson = new Way(Elements.nameInWords(person), "../" + NameLinks.path(ClassReport.PEOPLE, person));
            report.files.put(
                    page(AUDIT, person),
                    () -> AuditPage.of(assignment, result, deeds, new Frame(nonce, List.of(all, ofClass, ofPerson))));
        }
        Way above = new Way(AssignmentList.TITLE, "../");
        report.files.put(INDEX, () -> ClassReport.of(gradebook, titles, new Frame(nonce, List.of(above))));
        return report;
    }

    private static String page(String folder, Person person) {
        return folder + "/" + PersonReport.file(person);
    }

    /** The paths of all files, below the report's folder. The page about the class comes last. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /**
     * What stands in a file.
     *
     * @param path may say anything: it is only looked for among {@link #paths}
     * @throws IOException if a picture can't be read
     */
    public Optional<String> file(String path) throws IOException {
        Maker maker = files.get(path);
        return maker == null ? Optional.empty() : Optional.of(maker.make());
    }
}
