package linearalgebra.matrixproducts;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CacheTest {
    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("misses counts lines that are not at hand")
    void missesByHand() {
        assertEquals(
                3,
                Cache.misses(new int[] {7, 7, 8, 7, 9}, 100),
                "misses({7, 7, 8, 7, 9}, 100): each line is fetched once.");
        assertEquals(
                3,
                Cache.misses(new int[] {7, 7, 8, 7}, 1),
                "misses({7, 7, 8, 7}, 1): with place for one line, 8 takes that of 7.");
        assertEquals(0, Cache.misses(new int[0], 3), "misses({}, 3): nothing is touched.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the line that was not used for the longest time makes room")
    void leastRecentlyUsed() {
        assertEquals(
                4,
                Cache.misses(new int[] {1, 2, 1, 3, 1, 2}, 2),
                "misses({1, 2, 1, 3, 1, 2}, 2): 3 takes the place of 2, because 1 was used after it. So the last 1 is at hand,"
                        + " and the last 2 is not.");
        assertEquals(
                6,
                Cache.misses(new int[] {1, 2, 3, 1, 2, 3}, 2),
                "misses({1, 2, 3, 1, 2, 3}, 2): each line is gone just before it is wanted.");
        assertEquals(
                2,
                Cache.misses(new int[] {1, 2, 2, 1}, 2),
                "misses({1, 2, 2, 1}, 2): 2 is at hand the second time, so nothing has to make room.");
    }

    @Test
    @DisplayName("a cache without lines is refused")
    void badInputIsRefused() {
        assertRefused("capacity must be >= 1, but was 0", () -> Cache.misses(new int[1], 0));
    }
}
