package gradus.classroom.results.report;

import gradus.classroom.results.Gradebook;
import gradus.classroom.results.PersonResult;
import gradus.classroom.results.Titles;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * All reports of an assignment in one folder: {@code index.html} and {@code class.json} about the class,
 * {@code people/ID.html} and {@code people/ID.json} about everybody, and {@code audit.jsonl}.
 *
 * @param folder is made where it is not there; files of other names stay
 */
public record ReportFolder(Path folder) {
    /** What the code of people draws. */
    @FunctionalInterface
    public interface Pictures {
        /** Nobody's code is drawn. */
        Pictures NONE = result -> Map.of();

        /**
         * What somebody's code draws, by the ids of the rooms.
         *
         * @throws IOException if it can't be read
         */
        Map<String, Picture> of(PersonResult result) throws IOException;
    }

    /** The report about the class. */
    public Path index() {
        return folder.resolve("index.html");
    }

    /**
     * Writes all of it.
     *
     * @throws IOException if a file can't be written
     */
    public void write(Gradebook gradebook, Titles titles, Pictures pictures) throws IOException {
        Path people = folder.resolve(ClassReport.PEOPLE);
        for (PersonResult result : gradebook.people()) {
            String page = PersonReport.of(gradebook.assignment(), result, titles, pictures.of(result));
            write(people.resolve(PersonReport.file(result.person())), page);
            write(people.resolve(result.person().id() + ".json"), ResultsJson.of(gradebook.assignment(), result));
        }
        write(folder.resolve("class.json"), ResultsJson.of(gradebook));
        write(folder.resolve("audit.jsonl"), AuditLines.of(gradebook));
        write(index(), ClassReport.of(gradebook, titles));
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
