package javabasics.csvstreams;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class CsvReaderHiddenTest {
    private static final String CHARACTERS = "ab ,;\"\n";

    @Graded(stage = 1, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("fields reads back whatever stands in quotes")
    void readsBackWhatIsQuoted(RandomGenerator random) {
        Property.forAll(random, 10, "fields", rows(1, 5), row -> {
            for (char delimiter : new char[] {',', ';'}) {
                assertEquals(
                        row,
                        CsvReader.fields(written(row, delimiter), delimiter),
                        "fields of " + written(row, delimiter) + " with the delimiter '" + delimiter + "'.");
            }
        });
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("every row is read from the line on which it begins, and a broken one names it")
    void rowsBeginWhereTheyDo(RandomGenerator random) {
        int nRows = random.nextInt(4, 9);
        int broken = random.nextInt(1, nRows);
        List<String> lines = new ArrayList<>();
        List<Row> expected = new ArrayList<>();
        for (int i = 0; i < nRows; i++) {
            for (int empty = random.nextInt(3); empty > 0; empty--) {
                lines.add("");
            }
            List<String> row = rows(3, 3).draw(random);
            expected.add(new Row(lines.size() + 1, row));
            lines.addAll(List.of(((i == broken ? "x," : "") + written(row, ',')).split("\n", -1)));
        }
        CsvReader reader = new CsvReader(lines.iterator(), () -> {}, ',');

        for (int i = 0; i < nRows; i++) {
            if (i == broken) {
                assertEquals(
                        expected.get(i).line(),
                        assertThrows(
                                        MalformedRowException.class,
                                        reader::readRow,
                                        "A row has one field more than the first.")
                                .line(),
                        "the line of a broken row.");
            } else {
                assertEquals(expected.get(i), reader.readRow(), "a row and its line.");
            }
        }
    }

    @Graded(stage = 4)
    @DisplayName("read closes a table of any length, wherever its task stops")
    void closesWhereverTheTaskStops(RandomGenerator random) {
        int n = random.nextInt(1, 20);
        int stop = random.nextInt(0, n);
        List<String> lines = IntStream.range(0, n).mapToObj(i -> "row " + i).toList();
        int[] nClosed = new int[1];

        assertThrows(
                ArithmeticException.class,
                () -> CsvReader.read(lines.iterator(), () -> nClosed[0]++, ',', reader -> {
                    for (Row row : reader) {
                        if (row.line() == stop + 1) {
                            throw new ArithmeticException(row.fields().get(0));
                        }
                    }
                    return 0;
                }),
                "What the task throws is for the caller.");
        assertEquals(1, nClosed[0], "how often it was closed.");
    }

    private static Data<List<String>> rows(int min, int max) {
        Data<String> text = Data.lists(Data.ints(0, 5), Data.ints(0, CHARACTERS.length() - 1))
                .as(
                        indices -> indices.stream()
                                .map(k -> CHARACTERS.substring(k, k + 1))
                                .collect(Collectors.joining()),
                        written -> written.chars().mapToObj(CHARACTERS::indexOf).toList());
        return Data.lists(Data.ints(min, max), text);
    }

    /** A row with all its fields in quotes. */
    private static String written(List<String> row, char delimiter) {
        return row.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(String.valueOf(delimiter)));
    }
}
