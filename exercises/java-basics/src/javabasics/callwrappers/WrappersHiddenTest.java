package javabasics.callwrappers;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javabasics.callwrappers.Wrappers.Timing;
import javabasics.csvstreams.CsvReader;
import javabasics.csvstreams.Row;
import org.junit.jupiter.api.DisplayName;

class WrappersHiddenTest {
    private static final String CHARACTERS = "ab ,;\"\n";

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("timed reports the difference of the clock for any times")
    void reportsTheDifference(RandomGenerator random) {
        long before = random.nextLong(1_000_000);
        long took = random.nextLong(1, 1_000_000);
        long[] now = {before};
        List<Timing> timings = new ArrayList<>();

        int result = Wrappers.timed(
                        "drawn",
                        () -> {
                            now[0] += took;
                            return 17;
                        },
                        () -> now[0],
                        timings::add)
                .get();
        assertEquals(17, result, "what the task returned.");
        assertEquals(List.of(new Timing("drawn", took, true)), timings, "the report.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("retry makes as many attempts as it needs and may, for any number of failures")
    void makesTheAttemptsItNeeds(RandomGenerator random) {
        for (int draw = 0; draw < 5; draw++) {
            int nFailures = random.nextInt(0, 8);
            int attempts = random.nextInt(1, 8);
            int[] nCalls = new int[1];
            String result;
            try {
                result = Wrappers.retry(attempts, () -> {
                            if (++nCalls[0] <= nFailures) {
                                throw new IllegalStateException("failure " + nCalls[0]);
                            }
                            return "result " + nCalls[0];
                        })
                        .get();
            } catch (IllegalStateException e) {
                result = String.valueOf(e.getMessage());
            }
            assertEquals(
                    nFailures < attempts ? "result " + (nFailures + 1) : "failure " + attempts,
                    result,
                    "what came of " + attempts + " attempts with " + nFailures + " failures.");
            assertEquals(Math.min(nFailures + 1, attempts), nCalls[0], "calls of the task.");
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("any table comes back from its file as it was written")
    void tablesComeBack(RandomGenerator random) {
        Data<String> text = Data.lists(Data.ints(0, 4), Data.ints(0, CHARACTERS.length() - 1))
                .as(
                        indices -> indices.stream()
                                .map(k -> CHARACTERS.substring(k, k + 1))
                                .collect(Collectors.joining()),
                        written -> written.chars().mapToObj(CHARACTERS::indexOf).toList());
        char delimiter = random.nextBoolean() ? ',' : ';';
        for (int width = 1; width <= 3; width++) {
            int nFields = width;
            Property.forAll(
                    random,
                    3,
                    "rows",
                    Data.lists(Data.ints(1, 4), Data.lists(Data.ints(nFields, nFields), text)),
                    rows -> {
                        List<List<String>> read = new ArrayList<>();
                        try (CsvFile file = CsvFile.write(rows, delimiter);
                                CsvReader reader = file.open()) {
                            for (Row row : reader) {
                                read.add(row.fields());
                            }
                        }
                        assertEquals(rows, read, "rows read back.");
                    });
        }
    }
}
