package arraysandtables.dataframecore;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.RowAssertions.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values are read, moved and counted, not computed with, so they are compared exactly. */
class TableTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("infer finds numbers, dates and texts")
    void infersTypes() {
        assertType(Type.NUMBER, "All of them are numbers.", "3", "-1.5", "+.5", "1e3");
        assertType(Type.DATE, "All of them are dates.", "2007-11-11", "2020-02-29");
        assertType(Type.TEXT, "One of them is a word, so the column is text.", "3", "4", "many");
        assertType(Type.TEXT, "Some are numbers and some are dates: only text fits all of them.", "2007-11-11", "3");
        assertType(Type.TEXT, "There is no 30th of February.", "2007-11-11", "2007-02-30");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("infer asks only values that are there")
    void infersTypesOfColumnsWithGaps() {
        assertType(Type.NUMBER, "A question mark among numbers is a gap, not a word.", "130", "?", "165", "NA", "");
        assertType(Type.DATE, "A gap among dates is no text.", "", "2007-11-11");
        assertType(Type.TEXT, "Where nothing is known, nothing says that these are numbers.", "", "?", "NA");
        assertType(Type.TEXT, "NA is a gap; NAB is not.", "NAB", "NA");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("infer strips spaces, and empties what is missing")
    void emptiesGaps() {
        Column numbers = Column.infer("mass", List.of(" 410 ", "?", "120.50", " NA", ""));
        assertEquals(List.of("410", "", "120.5", "", ""), numbers.texts(), "texts of 410, ?, 120.50, NA and nothing.");
        assertEquals("mass", numbers.name(), "the name of the column.");
        assertEquals(
                List.of("gull", "", "arctic tern"),
                Column.infer("bird", List.of("gull ", "?", " arctic tern")).texts(),
                "texts of 'gull ', '?' and ' arctic tern': spaces around a value go, those inside stay.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("countMissing counts the gaps of a column, and of a table")
    void countsMissing() {
        assertEquals(1, birds().column("bird").countMissing(), "birds of unknown kind.");
        assertEquals(
                2, Column.ofNumbers("x", Double.NaN, 0, Double.NaN).countMissing(), "gaps in NaN, 0, NaN: 0 is none.");
        assertEquals(3, birds().countMissing(), "gaps of the table: one in each of its three columns.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("read makes columns of rows, each of its own type")
    void reads() {
        Table table = Table.read(
                List.of("bird", "mass", "ringed"),
                List.of(List.of("gull", "410.0", "2021-05-03"), List.of("tern", "?", "2020-06-01")));
        assertEquals(List.of("bird", "mass", "ringed"), table.names(), "names of the columns.");
        assertEquals(
                List.of(Type.TEXT, Type.NUMBER, Type.DATE),
                table.columns().stream().map(Column::type).toList(),
                "types of bird, mass and ringed.");
        assertRows(
                "rows of what was read",
                List.of(List.of("gull", "410", "2021-05-03"), List.of("tern", "", "2020-06-01")),
                table.rows(),
                "Column j holds value j of every row.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the cars you read are 398, and of 6 the horsepower is missing")
    void cars() {
        Table cars = Table.ofDataset("mpg/mpg.csv");

        // R. Quinlan, Auto MPG, UCI Machine Learning Repository 1993: 398 instances, horsepower has 6 missing values
        assertEquals(398, cars.nRows(), "cars.");
        assertEquals(Type.NUMBER, cars.column("horsepower").type(), "the type of horsepower, in spite of its gaps.");
        assertEquals(6, cars.column("horsepower").countMissing(), "cars whose horsepower is missing.");
        assertEquals(6, cars.countMissing(), "gaps of the table: nothing else is missing.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the sick horses you read have 1,605 gaps")
    void horses() {
        String[] names = IntStream.rangeClosed(1, 28).mapToObj(j -> "v" + j).toArray(String[]::new);
        Table horses = Table.ofDataset("horse-colic/horse-colic.csv", names);

        assertEquals(300, horses.nRows(), "horses.");
        assertEquals(1605, horses.countMissing(), "gaps: a question mark is one.");
        assertEquals(Type.NUMBER, horses.column("v4").type(), "the type of column 4, the rectal temperature.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("select gives the columns asked for, in that order")
    void selects() {
        Table chosen = birds().select("ringed", "bird");
        assertEquals(List.of("ringed", "bird"), chosen.names(), "names after select(\"ringed\", \"bird\").");
        assertEquals(List.of("2021-05-03", "gull"), chosen.row(0), "row 0 after select(\"ringed\", \"bird\").");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("take gives rows in any order, as often as asked for")
    void takes() {
        assertRows(
                "take(5, 1, 5)",
                List.of(
                        List.of("auk", "950", "2019-07-12"),
                        List.of("tern", "120.5", "2020-06-01"),
                        List.of("auk", "950", "2019-07-12")),
                birds().take(5, 1, 5).rows(),
                "Row k of the result is row rows[k] of the table.");
        Column masses = birds().take(1, 0).column("mass");
        assertEquals(Type.NUMBER, masses.type(), "the type of mass after take(1, 0).");
        assertClose(
                "numbers of mass after take(1, 0)",
                new double[] {120.5, 410},
                masses.numbers(),
                0,
                "A column of numbers has texts and numbers: take both.");
        assertEquals(0, birds().take().nRows(), "rows after take() of none.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("take makes a row of missing values of −1")
    void takesNothing() {
        Table table = birds().take(-1, 5);
        assertRows(
                "take(-1, 5)",
                List.of(List.of("", "", ""), List.of("auk", "950", "2019-07-12")),
                table.rows(),
                "−1 is a row of missing values.");
        assertTrue(Double.isNaN(table.column("mass").numbers()[0]), "a number that is missing must be NaN.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("filterNumbers keeps the rows whose number passes, in their order")
    void filtersNumbers() {
        assertRows(
                "filterNumbers(\"mass\", x -> x > 200)",
                List.of(
                        List.of("gull", "410", "2021-05-03"),
                        List.of("gull", "410", "2021-05-03"),
                        List.of("auk", "950", "2019-07-12")),
                birds().filterNumbers("mass", x -> x > 200).rows(),
                "410, 410 and 950 are above 200.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("filterTexts keeps the rows whose text passes, in their order")
    void filtersTexts() {
        assertRows(
                "filterTexts(\"ringed\", text -> text.compareTo(\"2021\") < 0)",
                List.of(List.of("tern", "120.5", "2020-06-01"), List.of("auk", "950", "2019-07-12")),
                birds().filterTexts("ringed", text -> text.compareTo("2021") < 0)
                        .rows(),
                "Two birds were ringed before 2021; of a third the date is missing.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a missing value passes no filter, and not its contrary either")
    void filtersNothingMissing() {
        assertEquals(
                2,
                birds().filterNumbers("mass", x -> !(x > 200)).nRows(),
                "rows of filterNumbers(\"mass\", x -> !(x > 200)): 120.5 and 95. Is an unknown mass above 200? Nobody"
                        + " knows, so leave the row out whatever is asked.");
        assertEquals(
                2,
                birds().filterTexts("bird", text -> !text.equals("gull")).nRows(),
                "rows of filterTexts(\"bird\", text -> !text.equals(\"gull\")): tern and auk. A bird of unknown kind may be"
                        + " a gull.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("dropMissing leaves out the rows that miss something")
    void dropsMissing() {
        assertRows(
                "dropMissing()",
                List.of(
                        List.of("gull", "410", "2021-05-03"),
                        List.of("tern", "120.5", "2020-06-01"),
                        List.of("gull", "410", "2021-05-03"),
                        List.of("auk", "950", "2019-07-12")),
                birds().dropMissing().rows(),
                "Rows 2 and 3 miss something.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("dropMissing looks at the columns named, and keeps all of them")
    void dropsMissingOfSomeColumns() {
        assertRows(
                "dropMissing(\"mass\").take(2)",
                List.of(List.of("", "95", "")),
                birds().dropMissing("mass").take(2).rows(),
                "Only rows without a mass go; what else they miss does not count, and the other columns stay.");
        assertEquals(4, birds().dropMissing("bird", "mass").nRows(), "rows of dropMissing(\"bird\", \"mass\").");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("dropDuplicates keeps the first of equal rows, wherever the others stand")
    void dropsDuplicates() {
        Table table = birds().take(3, 0, 1, 3, 5, 0, 4);
        assertRows(
                "dropDuplicates() of rows 3, 0, 1, 3, 5, 0 and 4",
                List.of(
                        List.of("", "95", ""),
                        List.of("gull", "410", "2021-05-03"),
                        List.of("tern", "120.5", "2020-06-01"),
                        List.of("auk", "950", "2019-07-12")),
                table.dropDuplicates().rows(),
                "A row goes if it has stood before, not only just before; the others keep their order.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("rows are equal only if all of their values are")
    void keepsRowsThatDiffer() {
        Table table = Table.of(List.of(
                Column.ofTexts("a", Type.TEXT, List.of("x", "x", "xy", "")),
                Column.ofTexts("b", Type.TEXT, List.of("yz", "", "z", "xyz"))));
        assertEquals(
                4,
                table.dropDuplicates().nRows(),
                "rows of dropDuplicates() of (x, yz), (x, nothing), (xy, z) and (nothing, xyz): none are equal.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("of 344 penguins, 333 miss nothing")
    void penguins() {
        Table penguins = Table.ofDataset("penguins/penguins.csv");

        // A. M. Horst, A. P. Hill and K. B. Gorman, palmerpenguins, 2020: 344 penguins, 333 complete, 68 chinstraps
        assertEquals(344, penguins.nRows(), "penguins.");
        assertEquals(333, penguins.dropMissing().nRows(), "penguins of which all is known.");
        assertEquals(344, penguins.dropDuplicates().nRows(), "different penguins.");
        assertEquals(68, penguins.filterTexts("species", "Chinstrap"::equals).nRows(), "chinstrap penguins.");
        assertEquals(342, penguins.filterNumbers("body_mass_g", x -> x > 0).nRows(), "penguins that were weighed.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("compare puts numbers and dates in order by size, texts by letters")
    void compares() {
        Column masses = Column.ofNumbers("mass", 95, 410, -3, 95);
        assertOrder(masses, 0, 1, "95 comes before 410, though the text \"410\" comes before \"95\".");
        assertOrder(masses, 2, 0, "−3 comes before 95.");
        assertEquals(0, masses.compare(0, 3), "compare(0, 3) of 95 and 95.");
        assertOrder(birds().column("ringed"), 5, 1, "2019-07-12 comes before 2020-06-01.");
        assertOrder(birds().column("bird"), 5, 0, "auk comes before gull.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("sortOn sorts rising, and falling with - in front")
    void sorts() {
        Table known = birds().take(0, 1, 3, 5);
        assertRows(
                "sortOn(\"mass\")",
                known.take(2, 1, 0, 3).rows(),
                known.sortOn("mass").rows(),
                "95, 120.5, 410, 950: numbers by size.");
        assertRows(
                "sortOn(\"-mass\")",
                known.take(3, 0, 1, 2).rows(),
                known.sortOn("-mass").rows(),
                "950, 410, 120.5, 95: with - in front, the largest comes first.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("later keys decide where earlier ones are equal")
    void sortsOnSeveralKeys() {
        assertExact(
                "n after sortOn(\"kind\", \"-size\") of a1, b1, a2, b2, a1",
                new int[] {2, 0, 4, 3, 1},
                numbered().sortOn("kind", "-size").column("n"),
                "Kind a first; within it, size 2 before 1; what is equal in both stays in its order.");
        assertExact(
                "n after sortOn(\"-size\", \"kind\") of a1, b1, a2, b2, a1",
                new int[] {2, 3, 0, 4, 1},
                numbered().sortOn("-size", "kind").column("n"),
                "The first key decides first.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("rows with equal keys stay in their order")
    void sortsStably() {
        assertExact(
                "n after sortOn(\"kind\") of a1, b1, a2, b2, a1",
                new int[] {0, 2, 4, 1, 3},
                numbered().sortOn("kind").column("n"),
                "0, 2 and 4 are of kind a: in this order they stood.");
        assertExact(
                "n after sortOn(\"-kind\") of a1, b1, a2, b2, a1",
                new int[] {1, 3, 0, 2, 4},
                numbered().sortOn("-kind").column("n"),
                "Falling is not rising backwards: equal ones stay in their order.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("missing values come last, rising and falling")
    void sortsMissingLast() {
        Table table = birds().take(2, 1, 5, 0);
        assertRows(
                "sortOn(\"mass\") of a missing mass, 120.5, 950 and 410",
                birds().take(1, 0, 5, 2).rows(),
                table.sortOn("mass").rows(),
                "Nobody looks for the gaps first.");
        assertRows(
                "sortOn(\"-mass\") of a missing mass, 120.5, 950 and 410",
                birds().take(5, 0, 1, 2).rows(),
                table.sortOn("-mass").rows(),
                "Falling turns the order of what is known; the gaps stay last.");
    }

    @Test
    void argumentsAreNamed() {
        Table table = birds();

        assertRefused("no column 'weight'; the columns are bird, mass, ringed", () -> table.column("weight"));
        assertRefused("no column '-mass'; the columns are bird, mass, ringed", () -> table.select("-mass"));
        assertRefused("column bird has texts, not numbers", () -> table.filterNumbers("bird", x -> true));
        assertRefused("a row must be in [-1, 5], but was 6", () -> table.take(6));
        assertRefused("keys must name at least 1 column", table::sortOn);
        assertRefused(
                "column mass: a missing value can't be compared",
                () -> table.column("mass").compare(0, 2));
        assertRefused("a table must have at least 1 column", () -> Table.of(List.of()));
        assertRefused(
                "two columns are called 'x'",
                () -> Table.of(List.of(Column.ofNumbers("x", 1), Column.ofNumbers("x", 2))));
        assertRefused(
                "column y must have 1 values, but has 2",
                () -> Table.of(List.of(Column.ofNumbers("x", 1), Column.ofNumbers("y", 2, 3))));
        assertRefused(
                "row 1 must have 2 values, but has 1",
                () -> Table.read(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3"))));
        assertRefused(
                "column x of NUMBERs: 'many' is none", () -> Column.ofTexts("x", Type.NUMBER, List.of("1", "many")));
        assertRefused("'a' is text, which is no number", () -> Type.TEXT.number("a"));
        assertRefused("1.0 is a number, which is no text", () -> Type.TEXT.text(1));
    }

    @Test
    void equalNumbersHaveEqualTexts() {
        assertEquals(
                List.of("410", "410", "0", "0", "0.1", "1000", ""),
                Column.ofNumbers("x", 410, 4.1e2, 0, -0.0, 0.1, 1e3, Double.NaN).texts());
        assertEquals(
                List.of("2021-05-03"),
                Column.ofTexts("day", Type.DATE, List.of("2021-05-03")).texts());
    }

    private static Table birds() {
        return Table.of(List.of(
                Column.ofTexts("bird", Type.TEXT, List.of("gull", "tern", "gull", "", "gull", "auk")),
                Column.ofNumbers("mass", 410, 120.5, Double.NaN, 95, 410, 950),
                Column.ofTexts(
                        "ringed",
                        Type.DATE,
                        List.of("2021-05-03", "2020-06-01", "2021-04-30", "", "2021-05-03", "2019-07-12"))));
    }

    private static Table numbered() {
        return Table.of(List.of(
                Column.ofTexts("kind", Type.TEXT, List.of("a", "b", "a", "b", "a")),
                Column.ofNumbers("size", 1, 1, 2, 2, 1),
                Column.ofNumbers("n", 0, 1, 2, 3, 4)));
    }

    private static void assertExact(String what, int[] expected, Column numbers, String hint) {
        assertRows(
                what,
                IntStream.of(expected).mapToObj(n -> List.of(String.valueOf(n))).toList(),
                numbers.texts().stream().map(List::of).toList(),
                hint);
    }

    private static void assertType(Type expected, String reason, String... texts) {
        Column column = Column.infer("x", List.of(texts));
        assertNotNull(column, "infer must return a column.");
        assertEquals(expected, column.type(), "type of infer(\"x\", " + List.of(texts) + "). " + reason);
    }

    private static void assertOrder(Column column, int before, int behind, String reason) {
        assertTrue(
                column.compare(before, behind) < 0,
                "compare(" + before + ", " + behind + ") must be below 0: " + reason);
        assertTrue(
                column.compare(behind, before) > 0,
                "compare(" + behind + ", " + before + ") must be above 0: " + reason);
    }
}
