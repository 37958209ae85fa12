package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void readsQuotesLineBreaksAndAByteOrderMark() throws IOException {
        assertEquals(
                new Table(List.of("a", "b"), List.of(List.of("x, \"y\"", "1"), List.of("two\nlines", ""))),
                read("\uFEFFa,b\r\n\"x, \"\"y\"\"\",1\r\n\"two\nlines\",\r\n\r\n"));
    }

    @Test
    void anEmptyFileHasNoHeader() {
        assertRefused("set/t.csv is empty; it must have a header line", "");
        assertRefused("set/t.csv is empty; it must have a header line", "\n\n");
    }

    @Test
    void aRaggedRowIsNamedByItsLine() {
        assertRefused("set/t.csv: line 3 must have 2 values, as the header has, but has 3", "a,b\n1,2\n3,4,5\n");
        assertRefused("set/t.csv: line 3 must have 2 values, as the header has, but has 1", "a,b\n1,2\n\n3,4\n");
    }

    @Test
    void brokenQuotesAreNamedByTheirLine() {
        assertRefused(
                "set/t.csv is not a table of values separated by commas: "
                        + "Unclosed quoted field at end of input (record starting at line 2)",
                "a,b\n1,\"2\n");
        assertRefused(
                "set/t.csv is not a table of values separated by commas: "
                        + "Unexpected character after closing quote: 'x' (0x78) (record starting at line 2)",
                "a,b\n1,\"2\"x\n");
    }

    @Test
    void anotherSeparatorIsNamed() {
        assertRefused(
                "set/t.csv must be separated by commas, but its header line 'a;b' seems to be separated by semicolons",
                "a;b\n1;2\n");
        assertRefused(
                "set/t.csv must be separated by commas, but its header line 'a\tb' seems to be separated by tabs",
                "a\tb\n1\t2\n");
    }

    @Test
    void tabsSeparateInFilesOfThatName() throws IOException {
        byte[] bytes = "a\tb\nx, y\t\n".getBytes(StandardCharsets.UTF_8);

        assertEquals(new Table(List.of("a", "b"), List.of(List.of("x, y", ""))), Csv.read("set/t.tsv", bytes));
        assertEquals(
                "set/t.tsv must be separated by tabs, but its header line 'a,b' seems to be separated by commas",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Csv.read("set/t.tsv", "a,b\n".getBytes(StandardCharsets.UTF_8)))
                        .getMessage());
    }

    @Test
    void otherEncodingsAreRefused() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Csv.read("set/t.csv", "a\ncafé\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("set/t.csv is not UTF-8; save it as UTF-8 and try again", e.getMessage());
    }

    private static void assertRefused(String message, String text) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage());
    }

    private static Table read(String text) throws IOException {
        return Csv.read("set/t.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
