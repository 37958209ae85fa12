package gradus.classroom.results.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import gradus.classroom.Person;
import gradus.classroom.Trouble;
import gradus.classroom.results.Gradebook;
import gradus.classroom.results.MadeUpClass;
import gradus.classroom.results.PersonResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradebooks of Canvas, Moodle and nbgrader, read back. */
class TablesTest {
    private static List<List<String>> read(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    private static List<String> row(String csv, String cell) {
        return read(csv).stream().filter(row -> row.contains(cell)).findFirst().orElseThrow();
    }

    private static String canvas(Gradebook gradebook) {
        return CanvasCsv.of(gradebook, OptionalLong.of(123));
    }

    @Test
    @DisplayName("Canvas finds its columns, the possible points, people by its own ids")
    void canvas() {
        String csv = canvas(MadeUpClass.gradebook());

        assertEquals(
                List.of(
                        "Student",
                        "ID",
                        "SIS User ID",
                        "SIS Login ID",
                        "Section",
                        "Week 3: components & clusters (123)"),
                read(csv).get(0));
        assertEquals(
                List.of("    Points Possible", "", "", "", "", "30"), read(csv).get(1));
        assertEquals(List.of("Lovelace, Ada", "4003", "s-ada", "ada", "Tuesday, 10:00", "30"), row(csv, "ada"));
        assertEquals("13.86", row(csv, "emmy").get(5), "14 + 3.33, and 20 % off");
        assertEquals("0", row(csv, "evariste").get(5), "too late");
    }

    @Test
    @DisplayName("an empty cell of Canvas stands for what is not there, or not graded")
    void emptyCells() {
        String csv = canvas(MadeUpClass.gradebook());

        assertEquals("", row(csv, "john").get(5));
        assertEquals("", row(csv, "leonhard").get(5));
    }

    @Test
    @DisplayName("without its number, Canvas finds the assignment by its title")
    void canvasByTitle() {
        String csv = CanvasCsv.of(MadeUpClass.gradebook(), OptionalLong.empty());

        assertEquals("Week 3: components & clusters", read(csv).get(0).get(5));
    }

    @Test
    @DisplayName("Moodle finds its columns, and a comment that says what was wrong")
    void moodle() {
        String csv = MoodleCsv.of(MadeUpClass.gradebook());

        assertEquals(
                "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
                        + "Last modified (submission),Last modified (grade),Feedback comments",
                csv.lines().findFirst().orElseThrow());
        assertEquals(
                List.of(
                        "Participant 504",
                        "Alan Turing",
                        "alan@example.org",
                        "Submitted for grading",
                        "24",
                        "30",
                        "Yes",
                        "2026-11-20 16:04",
                        "-",
                        "<p>pca: 14 of 20 points.</p><ul><li>This is what code gives that centres with the batch being"
                                + " transformed. Your transform re-centres every batch. One sample alone always scores"
                                + " 0.</li><li>failed: transform centres with the training mean</li></ul>"
                                + "<p>k-means: 10 of 10 points.</p>"),
                row(csv, "Alan Turing"));
        assertTrue(row(csv, "Sofia Kovalevskaya")
                .get(9)
                .endsWith("<p>Late: 40 % of what was earned is taken off.</p>"
                        + "<p>Adjusted by 2.5: You explained your derivation in the lecture.</p>"
                        + "<p>Adjusted by 0: Well written.</p>"));
    }

    @Test
    @DisplayName("who has no grade has no row in Moodle's worksheet, so that no comment is emptied")
    void moodleLeavesOut() {
        String csv = MoodleCsv.of(MadeUpClass.gradebook());

        assertFalse(csv.contains("John von Neumann"));
        assertFalse(csv.contains("Leonhard Euler"));
        assertEquals(10, read(csv).size());
    }

    @Test
    @DisplayName("nbgrader's columns, times in UTC, and 0 where nothing was handed in")
    void nbgrader() {
        String csv = NbgraderCsv.of(MadeUpClass.gradebook());

        assertEquals(
                "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,"
                        + "score,max_score",
                csv.lines().findFirst().orElseThrow());
        assertEquals(
                List.of(
                        "week-3",
                        "2026-11-20 17:00:00",
                        "2026-11-22 16:59:00",
                        "sofia",
                        "Kovalevskaya",
                        "Sofia",
                        "sofia@example.org",
                        "26.5",
                        "9.6",
                        "16.9",
                        "30"),
                row(csv, "sofia"));
        assertEquals(List.of("", "hypatia", "Hypatia", ""), row(csv, "hypatia").subList(2, 6));
        assertEquals(List.of("0", "0", "0", "30"), row(csv, "hypatia").subList(7, 11));
        assertEquals(List.of("", "", ""), row(csv, "leonhard").subList(7, 10), "not graded yet");
    }

    static Stream<Arguments> exports() {
        return Stream.of(
                Arguments.of("Canvas", (Function<Gradebook, String>) TablesTest::canvas),
                Arguments.of("Moodle", (Function<Gradebook, String>) MoodleCsv::of),
                Arguments.of("nbgrader", (Function<Gradebook, String>) NbgraderCsv::of));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exports")
    @DisplayName("no cell is a formula, holds control characters or turns the direction of writing")
    void harmless(String system, Function<Gradebook, String> export) {
        String csv = export.apply(MadeUpClass.hostile());

        List<List<String>> rows = read(csv);
        rows.forEach(row -> row.forEach(cell ->
                assertFalse(cell.matches("(?s)[=+@\\t\\r].*|-.+"), () -> "a spreadsheet would calculate " + cell)));
        assertFalse(csv.replace("\n", "").matches("(?s).*[\\p{Cc}\\u202e\\uffff].*"), csv);
        assertTrue(rows.stream().allMatch(row -> row.size() == rows.get(0).size()), csv);
        assertTrue(csv.contains("'=cmd|' /C calc'!A0"), csv);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exports")
    @DisplayName("the same bytes each time, in every country")
    void deterministic(String system, Function<Gradebook, String> export) {
        String csv = export.apply(MadeUpClass.gradebook());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(csv, export.apply(MadeUpClass.gradebook()));
        } finally {
            Locale.setDefault(before);
        }
        assertTrue(csv.endsWith("\n") && !csv.contains("\r"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exports")
    @DisplayName("an empty class has its header")
    void empty(String system, Function<Gradebook, String> export) {
        assertTrue(read(export.apply(MadeUpClass.of())).size() <= 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-ada", "@ada", "+49 170 12", "ada.lovelace-king@example.org", "007", "Söderberg_1"})
    @DisplayName("identities go out as they came in, leading signs and zeros too")
    void identities(String id) {
        assertEquals(id, row(canvas(somebody(id)), "s-1").get(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "@SUM(A1)", "-2+cmd|' /C calc'!A0"})
    @DisplayName("what can only be a formula is no identity")
    void formulas(String id) {
        assertEquals("'" + id, row(canvas(somebody(id)), "s-1").get(3));
    }

    private static Gradebook somebody(String login) {
        PersonResult ada = MadeUpClass.person("ada");
        Person person = new Person(
                "ada", "Ada", "", Map.of("canvas:ID", "1", "canvas:SIS User ID", "s-1", "canvas:SIS Login ID", login));
        return MadeUpClass.of(
                new PersonResult(person, ada.handedIn(), ada.rooms(), ada.adjustments(), ada.isComplete()));
    }

    @Test
    @DisplayName("a roster that does not know Canvas's ids is told from where to get them")
    void unknown() {
        PersonResult ada = MadeUpClass.person("ada");
        Person person = new Person("ada", "Ada", "", Map.of());
        PersonResult stranger =
                new PersonResult(person, ada.handedIn(), ada.rooms(), ada.adjustments(), ada.isComplete());

        Trouble trouble = assertThrows(Trouble.class, () -> canvas(MadeUpClass.of(stranger)));

        assertEquals(
                "Not everybody in the roster can be found in Canvas: canvas:ID, canvas:SIS User ID, canvas:SIS Login ID"
                        + " say nothing for ada. Export its gradebook there, and read it with 'gradus class roster"
                        + " import FILE.csv'.",
                trouble.getMessage());
    }
}
