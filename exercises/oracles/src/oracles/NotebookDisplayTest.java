package oracles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gradus.jupyter.show.Display;
import gradus.jupyter.show.Displays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What notebooks show of the values of libraries that the lab knows by name only. */
class NotebookDisplayTest {
    @Test
    @DisplayName("a table of Tablesaw shows as a table")
    void tablesaw() {
        Table table = Table.create(
                "cities",
                StringColumn.create("city", "Bern", "Oslo & Bergen"),
                DoubleColumn.create("height", 540.5, 23));
        Display display = Displays.of(table).orElseThrow();

        assertEquals("""
                cities: 2 rows, 2 columns
                city           height
                Bern            540.5
                Oslo & Bergen      23""", display.plain());
        assertTrue(String.valueOf(display.rich().get("text/html")).contains(">Oslo &amp; Bergen</td>"));
    }

    @Test
    @DisplayName("a tensor of DJL shows its shape, its type and its numbers")
    void djl() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray tensor = manager.create(new float[][] {{1, 2}, {3, 4.5f}});
            String words = Displays.of(tensor).orElseThrow().plain();

            assertTrue(words.startsWith("NDArray (2, 2) float32\n"), words);
            assertTrue(words.contains("4.5"), words);
            assertEquals(
                    "NDArray (1000, 1000) float32\n1000000 numbers",
                    Displays.of(manager.zeros(new ai.djl.ndarray.types.Shape(1000, 1000)))
                            .orElseThrow()
                            .plain());
        }
    }

    @Test
    @DisplayName("an array of ND4J shows its shape and its numbers")
    void nd4j() {
        String words = Displays.of(Nd4j.create(new double[][] {{1, 2}, {3, 4.5}}))
                .orElseThrow()
                .plain();

        assertTrue(words.startsWith("INDArray "), words);
        assertTrue(words.contains("4.5"), words);
    }
}
