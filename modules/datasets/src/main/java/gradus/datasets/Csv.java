package gradus.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import gradus.datasets.Separator.Line;
import gradus.kit.Require;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads tables. What separates their values is recognised. Empty lines are left out, but for those inside a table of
 * one column, where they are rows with an empty value.
 */
final class Csv {
    private static final Pattern COMMENT_AT_THE_BEGINNING = Pattern.compile("\\G#.*(\\R)");

    private final String name;
    private final Separator separator;
    private final List<Line> lines;

    private Csv(String name, String text, int nColumns) {
        this.name = name;
        separator = Separator.of(text, nColumns);
        try {
            lines = new ArrayList<>(separator.lines(text).toList());
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(
                    String.format("%s is not a table of values separated by %s: %s", name, separator, e.getMessage()),
                    e);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    /**
     * Reads a table in UTF-8 whose first line names the columns.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException if the text is not such a table
     */
    static Table headed(String name, byte[] bytes) {
        Csv csv = new Csv(name, Text.decode(name, bytes, StandardCharsets.UTF_8), 0);
        Require.that(!csv.lines.isEmpty(), "%s is empty; it must have a header line", name);
        List<String> columns = csv.lines.remove(0).values();
        List<List<String>> rows = csv.rows(columns.size(), "as the header has");
        try {
            return new Table(columns, rows);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + ": " + e.getMessage() + "; a table without a header is read with headerless", e);
        }
    }

    /**
     * Reads a table without a header. Lines at its beginning that start with # are comments.
     *
     * @param name of the file, for messages
     * @param columns names of all columns; none for their numbers, from 1 on
     * @throws IllegalArgumentException if the text is not such a table
     */
    static Table headerless(String name, byte[] bytes, Charset charset, List<String> columns) {
        String text = COMMENT_AT_THE_BEGINNING
                .matcher(Text.decode(name, bytes, charset))
                .replaceAll("$1");
        Csv csv = new Csv(name, text, columns.size());
        Require.that(!csv.lines.isEmpty(), "%s is empty; it must have at least 1 line", name);
        if (columns.isEmpty()) {
            int nColumns = csv.lines.get(0).values().size();
            return new Table(numbers(nColumns), csv.rows(nColumns, "as the first has"));
        }
        return new Table(columns, csv.rows(columns.size(), "as there are columns named"));
    }

    private static List<String> numbers(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(Integer::toString).toList();
    }

    private List<List<String>> rows(int nColumns, String reason) {
        lines.removeIf(line -> line.isEmpty() && nColumns > 1);
        for (Line line : lines) {
            int nValues = line.values().size();
            Require.that(
                    nValues == nColumns,
                    "%s: line %d must have %d %s separated by %s, %s, but has %d",
                    name,
                    line.number(),
                    nColumns,
                    nColumns == 1 ? "value" : "values",
                    separator,
                    reason,
                    nValues);
        }
        return lines.stream().map(Line::values).toList();
    }
}
