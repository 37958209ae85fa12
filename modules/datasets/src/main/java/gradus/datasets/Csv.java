package gradus.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import gradus.kit.Require;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads values with a header line, separated by commas, or by tabs in files whose name ends in {@code .tsv}. */
final class Csv {
    private static final char[] OTHER_SEPARATORS = {',', ';', '\t'};

    private Csv() {}

    static Table read(String name, byte[] bytes) throws IOException {
        char separator = name.endsWith(".tsv") ? '\t' : ',';
        List<List<String>> lines = lines(name, separator, Text.decode(name, bytes, StandardCharsets.UTF_8));
        Require.that(!lines.isEmpty(), "%s is empty; it must have a header line", name);
        requireSeparated(name, separator, lines.get(0));
        try {
            return new Table(lines.get(0), lines.subList(1, lines.size()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static void requireSeparated(String name, char separator, List<String> header) {
        for (char other : OTHER_SEPARATORS) {
            Require.that(
                    other == separator || header.size() > 1 || header.get(0).indexOf(other) < 0,
                    "%s must be separated by %s, but its header line '%s' seems to be separated by %s",
                    name,
                    inWords(separator),
                    header.get(0),
                    inWords(other));
        }
    }

    private static String inWords(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> throw new IllegalArgumentException("no separator: " + separator);
        };
    }

    private static List<List<String>> lines(String name, char separator, String text) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            reader.forEach(line -> lines.add(line.getFields()));
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(
                    String.format(
                            "%s is not a table of values separated by %s: %s",
                            name, inWords(separator), e.getMessage()),
                    e);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).equals(List.of(""))) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
