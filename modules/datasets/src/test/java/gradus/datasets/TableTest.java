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
        Table gaps = new Table(List.of("a", "b"), List.of(List.of("1", "NA"), List.of("2", "3")));
        assertArrayEquals(new double[][] {{1}, {2}}, gaps.numbers());
    }

    @Test
    void textIsOneColumnAsWritten() {
        assertEquals(List.of("Basel", "Bern"), cities.text("city"));
    }

    @Test
    void whatIsNotANumberIsNamedWithItsColumnAndLine() {
        assertRefused("column city, line 2: 'Basel' is not a number", () -> cities.numbers("area_km2", "city"));
    }

    @Test
    void wordsThatJavaWouldReadAsNumbersAreNot() {
        for (String value : List.of("NaN", "Infinity", "1d", "0x1p3", "")) {
            Table table = new Table(List.of("a"), List.of(List.of(value)));
            assertRefused("column a, line 2: '" + value + "' is not a number", () -> table.numbers("a"));
        }
    }

    @Test
    void linesAreThoseOfTheFileWhenAQuotedValueSpansSeveral() {
        Table notes = new Table(List.of("note", "n"), List.of(List.of("one\ntwo", "1"), List.of("three", "?")));
        assertRefused("column n, line 4: '?' is not a number", () -> notes.numbers("n"));
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
                "line 3 must have 2 values, as the header has, but has 1",
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
