package gradus.datasets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What stands between the values of a line. Those that are rarer in other text come first. */
enum Separator {
    TABS("tabs", '\t') {
        /** Nothing is quoted: so says IANA's definition of text/tab-separated-values. */
        @Override
        Stream<Line> split(String text) {
            AtomicLong number = new AtomicLong();
            return text.lines().map(line -> new Line(number.incrementAndGet(), List.of(line.split("\t", -1))));
        }
    },
    SEMICOLONS("semicolons", ';'),
    BARS("vertical bars", '|'),
    COMMAS("commas", ',');

    private final String inWords;
    private final char character;

    Separator(String inWords, char character) {
        this.inWords = inWords;
        this.character = character;
    }

    /**
     * A line of values.
     *
     * @param number of the line in the text, from 1 on; of the first where a quoted value spans several
     */
    record Line(long number, List<String> values) {
        boolean isEmpty() {
            return values.equals(List.of(""));
        }
    }

    /**
     * Recognises the separator of a table: it gives every line the same number of values, and more than one. If none
     * does, it is the one that gives the first line the most.
     *
     * @param nColumns how many values a line must have; 0 for as many as the first line has
     */
    static Separator of(String text, int nColumns) {
        return Stream.of(values())
                .filter(separator -> separator.fits(text, nColumns))
                .findFirst()
                .orElseGet(() -> Stream.of(values())
                        .reduce((a, b) -> a.width(text) > b.width(text) ? a : b)
                        .orElseThrow());
    }

    private boolean fits(String text, int nColumns) {
        int width = width(text);
        try {
            return width > 1
                    && (nColumns == 0 || nColumns == width)
                    && lines(text).allMatch(line -> line.values().size() == width || line.isEmpty());
        } catch (CsvParseException e) {
            return false;
        }
    }

    /** How many values the first line has. */
    private int width(String text) {
        try {
            return lines(text).findFirst().map(line -> line.values().size()).orElse(0);
        } catch (CsvParseException e) {
            return 0;
        }
    }

    /**
     * Splits a text, line by line as they are asked for. Empty lines at its beginning are left out.
     *
     * @throws CsvParseException on the way, where a quote does not end as it should
     */
    Stream<Line> lines(String text) {
        return split(text).dropWhile(Line::isEmpty);
    }

    Stream<Line> split(String text) {
        return CsvReader.builder()
                .fieldSeparator(character)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)
                .stream()
                .map(line -> new Line(line.getStartingLineNumber(), line.getFields()));
    }

    @Override
    public String toString() {
        return inWords;
    }
}
