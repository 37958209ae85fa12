package gradus.classroom.results.report;

import gradus.classroom.results.Gradebook;
import gradus.classroom.results.Titles;
import gradus.kit.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A {@link Report} as a folder.
 *
 * @param folder is made where it is not there; files of other names stay
 */
public record ReportFolder(Path folder) {
    /** The report about the class. */
    public Path index() {
        return folder.resolve(Report.INDEX);
    }

    /**
     * Writes all of it.
     *
     * @throws IOException if a file can't be written
     */
    public void write(Gradebook gradebook, Titles titles, Pictures pictures) throws IOException {
        Report report = Report.inFolder(gradebook, titles, pictures);
        for (String path : report.paths()) {
            String text = report.file(path).orElseThrow();
            AtomicFiles.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
