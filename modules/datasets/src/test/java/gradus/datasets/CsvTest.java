package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void readsQuotesLineBreaksAndAByteOrderMark() {
        assertEquals(
                new Table(List.of("a", "b"), List.of(List.of("x, \"y\"", "1"), List.of("two\nlines", ""))),
                headed("\uFEFFa,b\r\n\"x, \"\"y\"\"\",1\r\n\"two\nlines\",\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void recognisesWhatSeparatesTheValues(char separator) {
        String text = "name,n\nA b,1\nC d,2\n".replace(',', separator);
        List<List<String>> rows = List.of(List.of("A b", "1"), List.of("C d", "2"));

        assertEquals(new Table(List.of("name", "n"), rows), headed(text));
        assertEquals(
                new Table(List.of("name", "n"), rows), headerless(text.substring(text.indexOf('\n') + 1), "name", "n"));
    }

    @Test
    void takesTheSeparatorThatGivesEveryLineAsManyValues() {
        assertEquals(
                List.of("1", "Heat, part 1", "A|B"),
                headed("id;title, year;genres|tags\n1;Heat, part 1;A|B\n2;Ran;C\n")
                        .rows()
                        .get(0));
        assertEquals(
                List.of("1", "Heat", "A|B|C"),
                headerless("1,Heat,A|B|C\n2,Ran,A\n", "id", "title", "genres")
                        .rows()
                        .get(0));
        assertEquals(
                List.of("1,5", "2,7"), headerless("1,5;2,7\n3,1;4,0\n").rows().get(0));
    }

    @Test
    void tableOfOneColumnNeedsNoSeparator() {
        Table words = new Table(List.of("word"), List.of(List.of("one"), List.of(""), List.of("a; b")));

        assertEquals(words, headed("word\none\n\na; b\n\n"));
        assertEquals(words, headerless("one\n\na; b\n", "word"));
    }

    @Test
    void quotesAreOrdinaryWhereTabsSeparate() {
        assertEquals(
                List.of(List.of("ham", "\"Yes\", he said"), List.of("ham", "\"No")),
                headerless("ham\t\"Yes\", he said\nham\t\"No\n", "label", "text")
                        .rows());
    }

    @Test
    void columnsWithoutNamesHaveNumbers() {
        Table table = headerless("M,0.455\nF,0.35\n");

        assertEquals(List.of("1", "2"), table.columns());
        assertEquals(List.of("M", "F"), table.text("1"));
    }

    @Test
    void commentsAtTheBeginningOfATableWithoutAHeaderAreLeftOut() {
        assertEquals(
                List.of(List.of("1", "#2"), List.of("#3", "4")),
                headerless("# the last digit, the class\r\n# \"\n1,#2\n#3,4\n").rows());
        assertRefused(
                "set/t: line 3 must have 2 values separated by commas, as the first has, but has 1",
                () -> headerless("# comment\n1,2\n3\n"));
    }

    @Test
    void emptyLinesAreLeftOut() {
        assertEquals(
                List.of(List.of("1", "2"), List.of("3", "4")),
                headed("\na,b\n1,2\n\n3,4\r\n\r\n").rows());
    }

    @Test
    void anEmptyFileIsNoTable() {
        assertRefused("set/t is empty; it must have a header line", () -> headed(""));
        assertRefused("set/t is empty; it must have a header line", () -> headed("\n\n"));
        assertRefused("set/t is empty; it must have at least 1 line", () -> headerless("# nothing\n"));
    }

    @Test
    void aRaggedLineIsNamed() {
        assertRefused(
                "set/t: line 3 must have 2 values separated by commas, as the header has, but has 3",
                () -> headed("a,b\n1,2\n3,4,5\n"));
        assertRefused(
                "set/t: line 4 must have 2 values separated by semicolons, as the header has, but has 1",
                () -> headed("a;b\n\"1\n\";2\n3\n"));
        assertRefused(
                "set/t: line 2 must have 1 value separated by commas, as the header has, but has 2",
                () -> headed("a\n1,2\n"));
    }

    @Test
    void asManyColumnsAreNamedAsThereAre() {
        assertRefused(
                "set/t: line 1 must have 3 values separated by semicolons, as there are columns named, but has 2",
                () -> headerless("1;2\n3;4\n", "a", "b", "c"));
        assertRefused(
                "set/t: line 1 must have 1 value separated by commas, as there are columns named, but has 2",
                () -> headerless("1,2\n3,4\n", "a"));
    }

    @Test
    void aHeaderThatIsNoneIsToldHowToBeRead() {
        assertRefused(
                "set/t: the columns must have different names, but two are called '0'; a table without a header is read"
                        + " with headerless",
                () -> headed("0,1,0\n1,1,0\n"));
    }

    @Test
    void brokenQuotesAreNamedByTheirLine() {
        assertRefused(
                "set/t is not a table of values separated by commas: "
                        + "Unclosed quoted field at end of input (record starting at line 2)",
                () -> headed("a,b\n1,\"2\n"));
        assertRefused(
                "set/t is not a table of values separated by commas: "
                        + "Unexpected character after closing quote: 'x' (0x78) (record starting at line 2)",
                () -> headed("a,b\n1,\"2\"x\n"));
    }

    @Test
    void otherEncodingsAreRefused() {
        assertRefused(
                "set/t is not UTF-8; save it as UTF-8 and try again",
                () -> Csv.headed("set/t", "a\ncafé\n".getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static Table headed(String text) {
        return Csv.headed("set/t", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Table headerless(String text, String... columns) {
        return Csv.headerless("set/t", text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, List.of(columns));
    }
}
