package linearalgebra.linearsolvers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RankTest {
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("rank counts pivots, of tall and of wide matrices")
    void ranksByHand() {
        assertEquals(
                2,
                Rank.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}, TOLERANCE),
                "1 to 9 in rows: the middle row is half the sum of the others.");
        assertEquals(
                1,
                Rank.of(new double[][] {{1, -2}, {2, -4}, {-3, 6}}, TOLERANCE),
                "All rows are multiples of (1, -2).");
        assertEquals(
                2,
                Rank.of(new double[][] {{1, 2, 3, 4}, {1, 2, 3, 5}}, TOLERANCE),
                "(1, 2, 3, 4) and (1, 2, 3, 5) differ.");
        assertEquals(3, Rank.of(new double[][] {{0, 0, 1}, {0, 2, 0}, {3, 0, 0}}, TOLERANCE), "Three axes, each once.");
        assertEquals(1, Rank.of(new double[][] {{0, 5, 1}}, TOLERANCE), "{{0, 5, 1}} is one row, and not 0.");
        assertEquals(0, Rank.of(new double[2][3], TOLERANCE), "Zeros have no pivot.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("rank takes nothing that is left of an eliminated column for a pivot")
    void eliminatedColumnsAreDone() {
        String why = "1 - 49·(1/49) is 1e-16 on a computer, and no pivot. Set what is eliminated to 0.";
        assertEquals(1, Rank.of(new double[][] {{49, 0}, {1, 0}}, 0), "{{49, 0}, {1, 0}} with tolerance 0. " + why);
        assertEquals(1, Rank.of(new double[][] {{49}, {1}}, 0), "{{49}, {1}} with tolerance 0. " + why);
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("rank finds pivots off the diagonal")
    void pivotsOffTheDiagonal() {
        assertEquals(
                2,
                Rank.of(new double[][] {{0, 1, 2}, {0, 0, 3}, {0, 0, 0}}, TOLERANCE),
                "{{0, 1, 2}, {0, 0, 3}, {0, 0, 0}} has only zeros on its diagonal, and rank 2. Look for the pivot everywhere.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("rank counts pivots above the tolerance times the largest entry")
    void tolerances() {
        double[][] almost = {{3000, 6000}, {2000, 4000.01}};

        assertEquals(2, Rank.of(almost, 1e-7), "The second pivot is about 0.003, which is 6e-7 of the first.");
        assertEquals(1, Rank.of(almost, 1e-5), "The second pivot is about 0.003, which is 6e-7 of the first.");
        assertEquals(2, Rank.of(new double[][] {{1e-30, 0}, {0, 2e-30}}, TOLERANCE), "Small numbers are no zeros.");
    }

    @Test
    @DisplayName("a tolerance that is none is refused")
    void badInputIsRefused() {
        assertRefused("tolerance must be in [0, 1), but was -0.5", () -> Rank.of(new double[1][1], -0.5));
        assertRefused("tolerance must be in [0, 1), but was 1.0", () -> Rank.of(new double[1][1], 1));
        assertRefused("A must have at least 1 column, but has none", () -> Rank.of(new double[1][0], 0));
    }
}
