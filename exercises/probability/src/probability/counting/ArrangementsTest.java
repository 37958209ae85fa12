package probability.counting;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArrangementsTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("binomial is n! / (k! (n - k)!)")
    void small() {
        assertEquals(10, Arrangements.binomial(5, 2), "binomial(5, 2): 5 · 4 / 2 pairs of five things.");
        assertEquals(84, Arrangements.binomial(9, 6), "binomial(9, 6): to choose 6 is to leave 3: 9 · 8 · 7 / 6.");
        assertEquals(1, Arrangements.binomial(7, 0), "binomial(7, 0): there is one empty set.");
        assertEquals(1, Arrangements.binomial(7, 7), "binomial(7, 7): all of them, in one way.");
        assertEquals(1, Arrangements.binomial(0, 0), "binomial(0, 0): of nothing there is the empty set.");
        assertEquals(7, Arrangements.binomial(7, 6), "binomial(7, 6): one is left out.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("binomial is exact up to the largest long")
    void large() {
        assertEquals(13_983_816, Arrangements.binomial(49, 6), "binomial(49, 6): the tickets of a lottery.");
        // OEIS A000984 and A001405; C(66, 33) is the largest in the middle of a row that fits into a long.
        assertEquals(
                7_219_428_434_016_265_740L,
                Arrangements.binomial(66, 33),
                "binomial(66, 33): it fits into a long, if nothing on the way is larger. A double has 16 digits only.");
        assertEquals(
                2_305_843_005_992_468_481L,
                Arrangements.binomial(2_147_483_647, 2),
                "binomial(2³¹ - 1, 2): (2³¹ - 1)(2³⁰ - 1), though only two factors are needed.");
        assertThrows(
                ArithmeticException.class,
                () -> Arrangements.binomial(67, 33),
                "binomial(67, 33) is above 2⁶³ - 1: a number that wraps around would be wrong without a word.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("nextPermutation is the next word of the dictionary")
    void nextOrders() {
        assertNext(
                "nextPermutation({0, 1, 2})", new int[] {0, 2, 1}, Arrangements.nextPermutation(new int[] {0, 1, 2}));
        assertNext(
                "nextPermutation({0, 2, 1})", new int[] {1, 0, 2}, Arrangements.nextPermutation(new int[] {0, 2, 1}));
        assertNext(
                "nextPermutation({1, 4, 3, 2, 0})",
                new int[] {2, 0, 1, 3, 4},
                Arrangements.nextPermutation(new int[] {1, 4, 3, 2, 0}));
        assertNext(
                "nextPermutation({3, 0, 4, 2, 1})",
                new int[] {3, 1, 0, 2, 4},
                Arrangements.nextPermutation(new int[] {3, 0, 4, 2, 1}));
        assertTrue(
                Arrangements.nextPermutation(new int[] {2, 1, 0}).isEmpty(),
                "nextPermutation({2, 1, 0}): nothing follows the last one.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("nextCombination lets the last number grow that can")
    void nextSets() {
        assertNext(
                "nextCombination({0, 1, 3}, 5)",
                new int[] {0, 1, 4},
                Arrangements.nextCombination(new int[] {0, 1, 3}, 5));
        assertNext(
                "nextCombination({0, 1, 4}, 5)",
                new int[] {0, 2, 3},
                Arrangements.nextCombination(new int[] {0, 1, 4}, 5));
        assertNext(
                "nextCombination({0, 4, 5, 6}, 7)",
                new int[] {1, 2, 3, 4},
                Arrangements.nextCombination(new int[] {0, 4, 5, 6}, 7));
        assertTrue(
                Arrangements.nextCombination(new int[] {2, 3, 4}, 5).isEmpty(),
                "nextCombination({2, 3, 4}, 5): nothing follows the last one.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("permutations and combinations come in order, each once")
    void inOrder() {
        assertExact(
                "permutations(3)",
                new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}},
                upTo(100, Arrangements.permutations(3)),
                "Six orders, as in a dictionary; the first is given.");
        assertExact(
                "combinations(4, 2)",
                new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}},
                upTo(100, Arrangements.combinations(4, 2)),
                "Six pairs, as in a dictionary; the first is given.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("an iterator makes only what it is asked for")
    void lazy() {
        int[][] orders = upTo(2, Arrangements.permutations(20));

        assertEquals(2, orders.length, "permutations(20): two of 2.4e18 were asked for.");
        assertEquals(18, orders[1].length == 20 ? orders[1][19] : -1, "The second order of 20 ends with 19, 18.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("hasNext changes nothing, and next ends with NoSuchElementException")
    void manners() {
        Iterator<int[]> pairs = Arrangements.combinations(3, 2);
        for (int k = 0; k < 5; k++) {
            assertTrue(pairs.hasNext(), "hasNext() asked five times: nothing was taken yet.");
        }
        assertExact("the first of combinations(3, 2)", new int[] {0, 1}, pairs.next(), "hasNext takes nothing.");
        assertExact("the second", new int[] {0, 2}, pairs.next(), "next goes on without hasNext, too.");
        assertExact("the third", new int[] {1, 2}, pairs.next(), "next goes on without hasNext, too.");
        assertFalse(pairs.hasNext(), "hasNext() after three of three pairs.");
        assertThrows(NoSuchElementException.class, () -> pairs.next(), "So Iterator says; null would fail much later.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("n must be >= 0, but was -1", () -> Arrangements.binomial(-1, 0));
        assertRefused("k must be in [0, 3], but was 4", () -> Arrangements.binomial(3, 4));
        assertRefused("n must be >= 1, but was 0", () -> Arrangements.permutations(0));
        assertRefused("k must be in [1, 3], but was 0", () -> Arrangements.combinations(3, 0));
    }

    /** What an iterator gives, at most so many. */
    static int[][] upTo(int limit, Iterator<int[]> iterator) {
        List<int[]> given = new ArrayList<>();
        while (given.size() < limit && iterator.hasNext()) {
            given.add(iterator.next());
        }
        return given.toArray(int[][]::new);
    }

    private static void assertNext(String what, int[] expected, @Nullable Optional<int[]> actual) {
        assertExact(
                what,
                expected,
                actual == null ? null : actual.orElse(new int[0]),
                "The smallest that is larger than this one.");
    }
}
