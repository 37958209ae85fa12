package gradus.checks;

import static gradus.checks.RowAssertions.assertRows;
import static gradus.checks.RowAssertions.assertSameRows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RowAssertionsTest {
    private static final List<List<String>> ROWS = List.of(List.of("a", "1"), List.of("b", ""), List.of("a", "1"));

    @Test
    void passesWhatIsEqual() {
        assertRows("all()", ROWS, List.copyOf(ROWS), "Never said.");
        assertSameRows("all()", ROWS, List.of(ROWS.get(1), ROWS.get(0), ROWS.get(0)), "Never said.");
    }

    @Test
    void namesTheFirstRowThatDiffers() {
        assertFails(
                "all(), row 1: expected [\"b\", \"\"] but was [\"b\", \"2\"]. Leave it empty.",
                () -> assertRows(
                        "all()", ROWS, List.of(ROWS.get(0), List.of("b", "2"), ROWS.get(2)), "Leave it empty."));
    }

    @Test
    void saysHowManyRowsThereShouldBe() {
        assertFails(
                "all(): It should have 3 rows and has 2. Go on to the end.",
                () -> assertRows("all()", ROWS, ROWS.subList(0, 2), "Go on to the end."));
        assertFails(
                "all(): expected 3 rows but was null. Return it.", () -> assertRows("all()", ROWS, null, "Return it."));
    }

    @Test
    void inAnyOrderSaysWhatIsMissingAndWhatIsTooMuch() {
        assertFails(
                "all() lacks the row [\"a\", \"1\"]. It should have 3 rows and has 2. Each as often.",
                () -> assertSameRows("all()", ROWS, ROWS.subList(0, 2), "Each as often."));
        assertFails(
                "all() lacks the row [\"b\", \"\"] and has the row [\"c\", \"\"], which does not belong there. Look.",
                () -> assertSameRows("all()", ROWS, List.of(ROWS.get(0), List.of("c", ""), ROWS.get(0)), "Look."));
    }

    private static void assertFails(String message, Executable assertion) {
        assertEquals(message, assertThrows(Mismatch.class, assertion).getMessage());
    }
}
