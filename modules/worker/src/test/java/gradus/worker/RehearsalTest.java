package gradus.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Workers try what runs need. A rehearsal that does not get through would only make them slower. */
class RehearsalTest {
    @Test
    void itGetsThroughUntilThereIsSomethingElseToDo() {
        AtomicInteger looks = new AtomicInteger();

        assertEquals(4, Rehearsal.hold(() -> looks.incrementAndGet() > 2));
        assertEquals(0, Rehearsal.hold(() -> true));
    }

    @Test
    void itWaitsAfterTheFirstRoundsAndEndsByItself() {
        AtomicInteger looks = new AtomicInteger();

        assertEquals(6, Rehearsal.hold(() -> looks.incrementAndGet() > 10));
        assertEquals(600, Rehearsal.hold(() -> false));
    }

    @Test
    void itsPartDoesWhatIsMeant() {
        assertEquals("text, text 0.500", Rehearsal.Part.words(List.of("text", "other", "text")));
        assertArrayEquals(
                new double[] {3 / 7.0, 4 / 7.0},
                Rehearsal.Part.numbers(new double[][] {{1, 2}, {3, 4}}, Map.of(), 1),
                1e-15);
    }
}
