package regression.observations;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class ObservationsHiddenTest {
    private static final List<String> MISSING = List.of("", "?", "NA");
    private static final int N_COLUMNS = 6;

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("read gives the numbers of any table without gaps")
    void readsAnyTable(RandomGenerator random) {
        double[][] table = drawn(random, 0);
        int[] asked = asked(random);
        char separator = separator(random);

        assertClose(
                "values",
                chosen(table, asked),
                Observations.read(csv(random, table, separator), separator, names(asked))
                        .values(),
                0,
                "The columns asked for, in the order asked for.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("read leaves out the incomplete rows of any table, and counts them")
    void leavesOutAnyGap(RandomGenerator random) {
        double[][] table = drawn(random, 0.15);
        int[] asked = asked(random);
        char separator = separator(random);
        double[][] expected = chosen(table, asked);
        Observations observations = Observations.read(csv(random, table, separator), separator, names(asked));

        assertClose("values", expected, observations.values(), 0, "Nothing, ? and NA are missing, where asked for.");
        assertEquals(table.length - expected.length, observations.nLeftOut(), "rows left out");
    }

    /** Numbers with two digits behind the point, NaN where one is to be missing; one row is complete. */
    private static double[][] drawn(RandomGenerator random, double share) {
        double[][] table = new double[30 + random.nextInt(30)][N_COLUMNS];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < N_COLUMNS; j++) {
                table[i][j] =
                        i > 0 && random.nextDouble() < share ? Double.NaN : Math.rint(1e4 * random.nextDouble()) / 100;
            }
        }
        return table;
    }

    /** Three different columns in any order but the table's. */
    private static int[] asked(RandomGenerator random) {
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, N_COLUMNS).boxed().toList());
        int[] asked = IntStream.range(0, 3)
                .map(k -> left.remove(random.nextInt(left.size())))
                .toArray();
        return asked[0] < asked[1] && asked[1] < asked[2] ? new int[] {asked[2], asked[1], asked[0]} : asked;
    }

    private static char separator(RandomGenerator random) {
        return ";\t|".charAt(random.nextInt(3));
    }

    private static String[] names(int[] columns) {
        return IntStream.of(columns).mapToObj(j -> "x" + j).toArray(String[]::new);
    }

    private static double[][] chosen(double[][] table, int[] columns) {
        return IntStream.range(0, table.length)
                .mapToObj(
                        i -> IntStream.of(columns).mapToDouble(j -> table[i][j]).toArray())
                .filter(row -> IntStream.range(0, row.length).noneMatch(k -> Double.isNaN(row[k])))
                .toArray(double[][]::new);
    }

    /** The table with a column of words in front. */
    private static String csv(RandomGenerator random, double[][] table, char separator) {
        StringBuilder csv = new StringBuilder();
        String between = String.valueOf(separator);
        StringJoiner header = new StringJoiner(between).add("word");
        for (String name : names(IntStream.range(0, N_COLUMNS).toArray())) {
            header.add(name);
        }
        csv.append(header).append('\n');
        for (double[] row : table) {
            StringJoiner line = new StringJoiner(between).add("w" + random.nextInt(100));
            for (double value : row) {
                line.add(Double.isNaN(value) ? MISSING.get(random.nextInt(MISSING.size())) : String.valueOf(value));
            }
            csv.append(line).append('\n');
        }
        return csv.toString();
    }
}
