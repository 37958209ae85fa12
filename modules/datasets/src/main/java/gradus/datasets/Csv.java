package gradus.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import gradus.kit.Require;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values with a header line. */
final class Csv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    static Table read(String name, byte[] bytes) throws IOException {
        List<List<String>> lines = lines(name, bytes);
        Require.that(!lines.isEmpty(), "%s is empty; it must have a header line", name);
        try {
            return new Table(lines.get(0), lines.subList(1, lines.size()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static List<List<String>> lines(String name, byte[] bytes) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text(name, bytes))) {
            reader.forEach(line -> lines.add(line.getFields()));
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(name + " is not comma-separated values: " + e.getMessage(), e);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).equals(List.of(""))) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " is not UTF-8; save it as UTF-8 and try again", e);
        }
    }
}
