package regression.observations;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ObservationsTest {
    /** Numbers are read, not computed. */
    private static final double EXACT = 0;

    private static final String CARS = """
            name,mpg,weight,horsepower
            vw 1131 deluxe,26,1835,46
            "amc gremlin, 1970",21.5,2648,90
            """;

    private static final String GAPS = """
            name,mpg,weight,horsepower
            ford pinto,25,2046,?
            vw 1131 deluxe,26,1835,46
            peugeot 504,NA,2672,87
            amc gremlin,21,,90
            ,18,3504,130
            """;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("read gives the columns in the order asked for")
    void readsInTheOrderAskedFor() {
        assertClose(
                "values of read(csv, ',', \"horsepower\", \"mpg\")",
                new double[][] {{46, 26}, {90, 21.5}},
                Observations.read(CARS, ',', "horsepower", "mpg").values(),
                EXACT,
                "In the table mpg comes first, but the caller's order counts: selectColumns keeps it.");
        assertClose(
                "values of read(csv, ',', \"weight\")",
                new double[][] {{1835}, {2648}},
                Observations.read(CARS, ',', "weight").values(),
                EXACT,
                "Only the columns asked for.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("read splits lines where the caller says")
    void readsWithTheSeparatorGiven() {
        for (char separator : new char[] {';', '\t', '|'}) {
            String csv =
                    "place,note,area,people\nBasel,\"a, b\",23.9,173863\nBern,c,51.6,134000\n".replace(',', separator);
            assertClose(
                    "values of read(csv, '" + separator + "', \"people\", \"area\")",
                    new double[][] {{173863, 23.9}, {134000, 51.6}},
                    Observations.read(csv, separator, "people", "area").values(),
                    EXACT,
                    "Tell Tablesaw the separator; without that it takes a comma.");
        }
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("read does not guess from the first rows what a column holds")
    void doesNotGuessTypes() {
        int nRows = 11_000;
        int late = 10_500;
        String csv = IntStream.range(0, nRows)
                .mapToObj(i -> i + "," + (i == late ? "0.5" : "7") + "," + (i == late ? "none" : "1"))
                .collect(Collectors.joining("\n", "i,n,code\n", "\n"));
        double[][] values = Observations.read(csv, ',', "n", "i").values();

        assertEquals(nRows, values.length, "rows of a table without gaps.");
        assertClose(
                "row 10500 of a column with whole numbers above it",
                new double[] {0.5, late},
                values[late],
                EXACT,
                "A fraction after 10,500 whole numbers is still a number, and a column that nobody asked for may hold"
                        + " anything. In long tables Tablesaw guesses from some rows only: tell it the types.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the line of mpg on horsepower through the cars you read agrees with the published one")
    void autoLine() {
        double[][] cars = Observations.read(text("islr/Auto.csv"), ',', "horsepower", "mpg")
                .values();
        assertEquals(392, cars.length, "cars in the Auto data.");
        double[] line = line(cars);

        // G. James et al., An Introduction to Statistical Learning, 2nd ed., Springer 2021, §3.7, exercise 8, as R
        // prints
        assertClose("bias of mpg on horsepower", 39.93586, line[0], 5e-6, "mpg is the second column, as asked for.");
        assertClose("weight of mpg on horsepower", -0.157845, line[1], 5e-7, "horsepower is the first column.");
        assertClose("r2 of mpg on horsepower", 0.6059, line[2], 5e-5, "There are 392 cars.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("read leaves out the rows that miss a value asked for, whether empty, ? or NA")
    void leavesOutIncompleteRows() {
        assertClose(
                "values of read(csv, ',', \"mpg\", \"weight\", \"horsepower\")",
                new double[][] {{26, 1835, 46}, {18, 3504, 130}},
                Observations.read(GAPS, ',', "mpg", "weight", "horsepower").values(),
                EXACT,
                "Nothing, ? and NA are all missing: tell Tablesaw, then drop the rows that miss something.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("read keeps the rows that miss only what nobody asked for")
    void keepsRowsCompleteForTheCaller() {
        assertClose(
                "values of read(csv, ',', \"horsepower\", \"mpg\")",
                new double[][] {{46, 26}, {90, 21}, {130, 18}},
                Observations.read(GAPS, ',', "horsepower", "mpg").values(),
                EXACT,
                "One car misses its weight and one its name, but weight and name were not asked for: select first.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("nLeftOut counts the rows that were left out")
    void countsWhatIsLeftOut() {
        String hint = "A row counts once, however much it misses, and only for columns asked for.";
        assertEquals(0, Observations.read(CARS, ',', "mpg", "horsepower").nLeftOut(), "nLeftOut of a whole table.");
        assertEquals(2, Observations.read(GAPS, ',', "mpg", "horsepower").nLeftOut(), hint);
        assertEquals(
                2,
                Observations.read("a,b,c\n?,NA,1\n2,,3\n4,5,6\n", ',', "b", "a").nLeftOut(),
                hint);
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the houses of California you read are as many as published, with the published mean")
    void californiaBedrooms() {
        Observations houses =
                Observations.read(text("california-housing/housing.csv"), ',', "total_bedrooms", "median_house_value");

        // A. Géron, Hands-On Machine Learning, 2nd ed., O'Reilly 2019, chapter 2, housing.info() and housing.describe()
        assertEquals(20_433, houses.values().length, "districts whose bedrooms are known.");
        assertEquals(207, houses.nLeftOut(), "districts whose bedrooms are not known.");
        assertClose(
                "mean of total_bedrooms",
                537.870553,
                Arrays.stream(houses.values())
                        .mapToDouble(house -> house[0])
                        .average()
                        .orElseThrow(),
                5e-7,
                "total_bedrooms is the first column, as asked for.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("an unknown column is refused with its name and the names there are")
    void refusesUnknownColumns() {
        String message = refusal(CARS, ',', "mpg", "price");
        for (String name : new String[] {"price", "name", "mpg", "weight", "horsepower"}) {
            assertTrue(
                    message.contains(name),
                    "Your message is '" + message + "'. Name the column that is not there, price, and those that are: "
                            + name + " is not named.");
        }
        String whole = refusal(CARS, ';', "mpg");
        assertTrue(
                whole.contains("name,mpg,weight,horsepower"),
                "Your message is '" + whole + "'. With the wrong separator the table has one column, whose name is the"
                        + " whole first line. Your message should show it, so that the caller sees what is wrong.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a column is asked for as the table writes it")
    void refusesOtherCapitals() {
        refusal(CARS, ',', "MPG", "weight");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a value that is neither a number nor missing is refused")
    void refusesText() {
        refusal(CARS, ',', "mpg", "name");
        refusal("a,b\n1,2\n3,unknown\n", ',', "a", "b");
    }

    @Test
    @DisplayName("at least one column is asked for")
    void noColumns() {
        assertEquals(
                "columns must name at least 1 column",
                assertThrows(IllegalArgumentException.class, () -> Observations.read(CARS, ','))
                        .getMessage());
    }

    @Test
    @Evidence(LIBRARY)
    @DisplayName("the lab's own reader gives the same numbers")
    void agreesWithTheLab() {
        String[] columns = {"petal_width_cm", "sepal_length_cm"};
        String csv = Datasets.table("iris/iris.csv").rows().stream()
                .map(row -> String.join(",", row))
                .collect(Collectors.joining(
                        "\n", String.join(",", Datasets.table("iris/iris.csv").columns()) + "\n", ""));
        assertClose(
                "flowers",
                Datasets.table("iris/iris.csv").numbers(columns),
                Observations.read(csv, ',', columns).values(),
                EXACT,
                "");
    }

    private static String refusal(String csv, char separator, String... columns) {
        String asked = "read(csv, '" + separator + "', " + String.join(", ", columns) + ")";
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> Observations.read(csv, separator, columns),
                        asked + " must throw an IllegalArgumentException.")
                .getMessage());
    }

    private static String text(String path) {
        return String.join("\n", Datasets.lines(path)) + "\n";
    }

    /** Bias, weight and R² of the least squares line of column 1 on column 0. */
    private static double[] line(double[][] samples) {
        double x = Arrays.stream(samples).mapToDouble(s -> s[0]).average().orElseThrow();
        double y = Arrays.stream(samples).mapToDouble(s -> s[1]).average().orElseThrow();
        double xx =
                Arrays.stream(samples).mapToDouble(s -> (s[0] - x) * (s[0] - x)).sum();
        double xy =
                Arrays.stream(samples).mapToDouble(s -> (s[0] - x) * (s[1] - y)).sum();
        double yy =
                Arrays.stream(samples).mapToDouble(s -> (s[1] - y) * (s[1] - y)).sum();
        return new double[] {y - xy / xx * x, xy / xx, xy * xy / (xx * yy)};
    }
}
