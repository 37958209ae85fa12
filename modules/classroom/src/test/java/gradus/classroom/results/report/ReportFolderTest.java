package gradus.classroom.results.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.classroom.results.MadeUpClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All reports in their folder. */
class ReportFolderTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("every link of the class report leads to a file, and everybody's picture is in theirs")
    void complete() throws Exception {
        ReportFolder reports = new ReportFolder(folder);
        Picture picture = new Picture("Irises", "150 irises", new byte[] {1}, 1, 1);

        reports.write(
                MadeUpClass.gradebook(),
                MadeUpClass.TITLES,
                result -> result.person().id().equals("ada") ? Map.of("pca", picture) : Map.of());

        assertEquals(List.of("audit.jsonl", "class.json", "index.html", "people"), names(folder));
        assertEquals(24, names(folder.resolve("people")).size());
        ParsedPage page = ParsedPage.of(Files.readString(reports.index()));
        page.all("a")
                .forEach(link ->
                        assertTrue(Files.exists(folder.resolve(link.getAttribute("href"))), link.getAttribute("href")));
        assertTrue(Files.readString(folder.resolve("people/ada.html")).contains("<figcaption>150 irises</figcaption>"));
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
