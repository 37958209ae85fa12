package gradus.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PairsTest {
    private static final String ROWS = "1,a,2\n2,b,4\n3,a,5\n4,b,9\n5,a,1\n6,b,2\n7,a,3\n";

    private static String refused(String csv) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> Pairs.of("table", csv, "cause first and then effect"))
                .getMessage());
    }

    @Test
    @DisplayName("are the first two columns of numbers, without rows that have gaps")
    void columns() {
        Pairs pairs = Pairs.of("table", "x,kind,y\n" + ROWS + "8,b,\n8,b,8\n", "x first and then y");

        assertEquals("x", pairs.x());
        assertEquals("y", pairs.y());
        assertEquals(8, pairs.values().length);
        assertArrayEquals(new double[] {8, 8}, pairs.values()[7]);
    }

    @Test
    @DisplayName("say what of a table does not fit")
    void refused() {
        assertEquals(
                "table must have 2 columns of numbers, cause first and then effect, but has 1",
                refused("x,kind\n1,a\n2,b\n"));
        assertEquals("table must have 8 to 5,000 rows without gaps, but has 7", refused("x,kind,y\n" + ROWS));
        assertEquals(
                "table: the values of y must not all be equal",
                refused("x,y\n1,3\n2,3\n3,3\n4,3\n5,3\n6,3\n7,3\n8,3\n"));
    }
}
