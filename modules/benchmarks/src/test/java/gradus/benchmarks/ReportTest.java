package gradus.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a benchmark writes, of figures that nobody measured. */
class ReportTest {
    private static final Machine MACHINE = new Machine("A processor", 2, 8, "Debian, amd64", "17, Debian", 0.3);

    private final Report report = new Report("latency", MACHINE);

    @BeforeEach
    void measure() {
        for (double seconds : List.of(0.3, 0.1, 0.2)) {
            report.measured("watch", Quantity.WALL, seconds);
            report.measured("mvn", new Timed(10 * seconds, 20 * seconds, ""));
        }
        report.with(new Peer.Present("Maven", "3.8.7", List.of("mvn")));
        assertNull(report.with(new Peer.Absent("there is no rustc on the PATH", "Debian: sudo apt install rustc.")));
        report.compare("mvn/watch", Quantity.WALL, "mvn", "watch", Bar.atLeast(20), "");
        report.compare("watch/mvn", Quantity.WALL, "watch", "mvn", Bar.atMost(1), "the other way round");
        report.compare("rustc/watch", Quantity.WALL, "rustc", "watch", Bar.atLeast(1), "");
        report.note("A note.");
    }

    @Test
    void markdownHoldsTablesNotesAndTheMachine() {
        assertEquals("""
                | Median (least to most) of 3 runs | wall | CPU |
                |---|---|---|
                | watch | 200 ms (100 ms to 300 ms) |  |
                | mvn | 2.00 s (1.00 s to 3.00 s) | 4.00 s (2.00 s to 6.00 s) |

                | Ratio | of | | Bar | |
                |---|---|---|---|---|
                | mvn/watch | wall | **10.0** | at least 20 | **missed** |
                | watch/mvn | wall | **0.10** | at most 1 | met; the other way round |

                - A note.
                - Not measured: there is no rustc on the PATH. Debian: sudo apt install rustc.

                Machine: A processor, 2 cores, 8 GiB; Debian, amd64; JDK 17, Debian; load before 0.3.
                Versions: Maven 3.8.7.""", ReportMarkdown.of(report));
    }

    @Test
    void jsonHoldsEveryRunAndEveryRatioByName() {
        JsonObject json = JsonParser.parseString(ReportJson.of(report)).getAsJsonObject();

        assertEquals(
                Set.of("mvn/watch", "watch/mvn"), json.getAsJsonObject("ratios").keySet());
        assertEquals(10, json.getAsJsonObject("ratios").get("mvn/watch").getAsDouble(), 1e-9);
        assertEquals(
                "{\"atLeast\":20.0,\"met\":false}",
                json.getAsJsonObject("bars").get("mvn/watch").toString());
        assertEquals(
                "{\"unit\":\"s\",\"median\":0.2,\"all\":[0.3,0.1,0.2]}",
                json.getAsJsonObject("measured")
                        .getAsJsonObject("watch")
                        .get("wall")
                        .toString());
        assertEquals(3, json.get("runs").getAsInt());
        assertEquals("17, Debian", json.getAsJsonObject("machine").get("java").getAsString());
        assertEquals("3.8.7", json.getAsJsonObject("versions").get("Maven").getAsString());
        assertTrue(json.getAsJsonArray("absent").toString().contains("sudo apt install rustc"));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
        assertEquals(2.5, Report.median(List.of(9.0, 2.0, 3.0, 1.0)));
        assertTrue(Double.isNaN(Report.median(List.of())));
    }

    @Test
    void valuesHaveThreeDigitsAndAUnit() {
        assertEquals("7.10 µs", Quantity.CPU.show(7.1e-6));
        assertEquals("999 ms", Quantity.WALL.show(0.999));
        assertEquals("10.0 s", Quantity.WALL.show(9.999));
        assertEquals("540", Quantity.RATE.show(540.4));
        assertEquals("170 MiB", Quantity.MEMORY.show(169.5));
        assertEquals("98.3 %", Quantity.RIGHT.show(0.983));
    }

    @Test
    void barsSayWhatTheyAsk() {
        assertEquals("at most 1.35", Bar.atMost(1.35).toString());
        assertTrue(Bar.atMost(1.35).isMet(1.35));
        assertFalse(Bar.atLeast(20).isMet(19.9));
    }
}
