package gradus.classroom.results.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import gradus.classroom.results.PlainText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells of comma-separated values that no spreadsheet takes for a formula.
 *
 * <p>Source: OWASP, <i>CSV Injection</i>: an apostrophe goes before a cell that begins with {@code = + - @}. Tabs and
 * line ends, which it names too, do not get into a cell here. Numbers stay numbers.
 */
final class Table {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@].*", Pattern.DOTALL);

    /** Signs of logins and numbers of students, of which no formula can be made that calls anything. */
    private static final Pattern IDENTITY = Pattern.compile("[+\\-@]?[\\p{L}\\p{N} ._@+-]*");

    private Table() {}

    /** Lines that end in line feeds. */
    static String of(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Words for people. */
    static String words(String text) {
        String line = PlainText.line(text);
        return FORMULA.matcher(line).matches() ? "'" + line : line;
    }

    /**
     * What the other system recognises somebody by. It has to come back as it went out, so that {@code -ada} stays;
     * what is no identity but a formula, such as {@code =1+1} or {@code @SUM(A1)}, is written as words are.
     */
    static String identity(String text) {
        return IDENTITY.matcher(text).matches() ? text : words(text);
    }
}
