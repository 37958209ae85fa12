package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvRecord;
import gradus.checks.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javabasics.callwrappers.CsvFile;
import javabasics.csvstreams.CsvReader;
import javabasics.csvstreams.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that the room writes are read by FastCSV as by the room: the same fields, from the same lines. */
class CsvReaderOracleTest {
    private static final String CHARACTERS = "ab ,;\"\n";

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void agreesWithFastCsv(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = random.nextInt(2, 5);
        String text = IntStream.range(0, 12)
                .mapToObj(i -> CsvFile.line(row(random, width), ',') + "\n")
                .collect(Collectors.joining());
        List<Row> theirs = new ArrayList<>();
        de.siegmar.fastcsv.reader.CsvReader.builder()
                .ofCsvRecord(text)
                .forEach((CsvRecord record) ->
                        theirs.add(new Row((int) record.getStartingLineNumber(), record.getFields())));

        List<Row> ours = new ArrayList<>();
        try (CsvReader reader = new CsvReader(text.lines().iterator(), () -> {}, ',')) {
            reader.forEach(ours::add);
        }
        assertEquals(theirs, ours);
    }

    private static List<String> row(SplittableRandom random, int width) {
        return IntStream.range(0, width)
                .mapToObj(j -> IntStream.range(0, random.nextInt(6))
                        .mapToObj(k -> String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length()))))
                        .collect(Collectors.joining()))
                .toList();
    }
}
