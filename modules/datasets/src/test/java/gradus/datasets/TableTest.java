package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TableTest {
    private final Table cities = new Table(
            List.of("city", "area_km2", "people"),
            List.of(List.of("Basel", "23.9", "173863"), List.of("Bern", " 51.6 ", "1.34e5")));

    private final Table gaps = new Table(
            List.of("a", "b", "c"),
            List.of(List.of("1", "4", "x"), List.of("2", "NA", "y"), List.of("?", "6", "z"), List.of(" ", "7", "z")));

    @Test
    void numbersAreTheColumnsNamedInThatOrder() {
        assertArrayEquals(new double[][] {{173863, 23.9}, {134000, 51.6}}, cities.numbers("people", "area_km2"));
    }

    @Test
    void numbersOfNoNameAreEveryNumericColumn() {
        assertArrayEquals(new double[][] {{23.9, 173863}, {51.6, 134000}}, cities.numbers());
    }

    @Test
    void aColumnWithMissingValuesIsNotNumeric() {
        assertRefused("no column of a, b, c holds nothing but numbers", gaps::numbers);
        assertArrayEquals(new double[][] {{4}}, new Table(List.of("a", "b"), List.of(List.of("NA", "4"))).numbers());
    }

    @Test
    void textIsOneColumnAsWritten() {
        assertEquals(List.of("Basel", "Bern"), cities.text("city"));
    }

    @Test
    void whatIsNotANumberIsNamedWithItsColumnAndLine() {
        assertRefused("column city, row 1: 'Basel' is not a number", () -> cities.numbers("area_km2", "city"));
    }

    @Test
    void wordsThatJavaWouldReadAsNumbersAreNot() {
        for (String value : List.of("NaN", "Infinity", "1d", "0x1p3", "1,5")) {
            Table table = new Table(List.of("a"), List.of(List.of("1"), List.of(value)));
            assertRefused("column a, row 2: '" + value + "' is not a number", () -> table.numbers("a"));
            assertRefused("column a, row 2: '" + value + "' is not a number", () -> table.numbersOrNaN("a"));
        }
    }

    @Test
    void aMissingNumberIsNamedWithWhatCanBeDone() {
        assertRefused(
                "column b, row 2: a number is missing ('NA'); complete(\"b\") leaves such rows out, numbersOrNaN(\"b\")"
                        + " reads them as NaN",
                () -> gaps.numbers("a", "b"));
    }

    @Test
    void missingNumbersCanBeReadAsNaN() {
        assertArrayEquals(
                new double[][] {{4, 1}, {Double.NaN, 2}, {6, Double.NaN}, {7, Double.NaN}},
                gaps.numbersOrNaN("b", "a"));
        assertArrayEquals(
                new double[][] {{1, 4}, {2, Double.NaN}, {Double.NaN, 6}, {Double.NaN, 7}}, gaps.numbersOrNaN());
    }

    @Test
    void rowsWithMissingValuesCanBeLeftOut() {
        assertEquals(gaps.columns(), gaps.complete("b").columns());
        assertArrayEquals(new double[][] {{4}, {6}, {7}}, gaps.complete("b").numbers("b"));
        assertArrayEquals(new double[][] {{1, 4}}, gaps.complete("a", "b").numbers());
        assertEquals(List.of("x"), gaps.complete().text("c"));
        assertRefused("no column 'd'; the columns are a, b, c", () -> gaps.complete("d"));
    }

    @Test
    void anUnknownColumnIsAnsweredWithTheColumnsThereAre() {
        assertRefused("no column 'town'; the columns are city, area_km2, people", () -> cities.text("town"));
        assertRefused("no column 'town'; the columns are city, area_km2, people", () -> cities.numbers("town"));
    }

    @Test
    void aTableOfWordsHasNoNumbers() {
        Table words = new Table(List.of("a", "b"), List.of(List.of("x", "y")));
        assertRefused("no column of a, b holds nothing but numbers", words::numbers);
    }

    @Test
    void rowsAreAsLongAsTheHeader() {
        assertRefused(
                "row 2 must have as many values as there are columns, 2, but has 1",
                () -> new Table(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3"))));
    }

    @Test
    void columnsHaveDifferentNames() {
        assertRefused(
                "the columns must have different names, but two are called 'a'",
                () -> new Table(List.of("a", "a"), List.of()));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
