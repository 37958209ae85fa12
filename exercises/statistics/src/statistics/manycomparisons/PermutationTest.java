package statistics.manycomparisons;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PermutationTest {
    /** A quotient of whole numbers, or a few operations on numbers of order 10. */
    private static final double TOLERANCE = 1e-14;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("difference is the mean of those chosen less that of the others")
    void differences() {
        double[] all = {2, 3, 7, 12};

        assertClose(
                "difference({2, 3, 7, 12}, {0, 3})",
                2,
                Permutation.difference(all, new int[] {0, 3}),
                TOLERANCE,
                "14/2 - 10/2.");
        assertClose(
                "difference({2, 3, 7, 12}, {2})",
                7 - 17 / 3.0, Permutation.difference(all, new int[] {2}), TOLERANCE, "7 - (2 + 3 + 12)/3.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("exact goes through all ways to choose the first sample")
    void exact() {
        // The sums of two of 2, 3, 7, 12 are 5, 9, 14, 10, 15, 19: differences -7, -3, 2, -2, 3, 7.
        assertClose(
                "exact({2, 3}, {7, 12})",
                2 / 6.0,
                Permutation.exact(new double[] {2, 3}, new double[] {7, 12}),
                TOLERANCE,
                "-7 and 7, of six differences.");
        assertClose(
                "exact({2, 7}, {3, 12})",
                4 / 6.0,
                Permutation.exact(new double[] {2, 7}, new double[] {3, 12}),
                TOLERANCE,
                "-3, 3, -7 and 7, of six differences.");
        assertClose(
                "exact({1}, {5, 2, 3})",
                0.5,
                Permutation.exact(new double[] {1}, new double[] {5, 2, 3}),
                TOLERANCE,
                "-7/3 and 3, of -7/3, 3, -1 and 1/3.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("equal differences stay equal, whatever rounding does")
    void ties() {
        assertClose(
                "exact({0.1, 0.6, 0.2}, {0.3, 0.4, 0.5})",
                0.7,
                Permutation.exact(new double[] {0.1, 0.6, 0.2}, new double[] {0.3, 0.4, 0.5}),
                TOLERANCE,
                "14 of 20, four of which are as far as 0.1 only but for rounding: isAsFar lets them pass.");
        assertClose(
                "exact({4, 4}, {4, 4, 4})",
                1,
                Permutation.exact(new double[] {4, 4}, new double[] {4, 4, 4}),
                TOLERANCE,
                "A difference of 0 is as far from 0 as 0.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("sampled counts the way that came among those that could come")
    void sampled() {
        double[] x = {2, 3};
        double[] y = {7, 12};

        assertClose(
                "sampled({2, 3}, {7, 12}, {{0, 1}, {2, 3}, {0, 2}, {1, 2}})",
                0.6,
                Permutation.sampled(x, y, new int[][] {{0, 1}, {2, 3}, {0, 2}, {1, 2}}),
                TOLERANCE,
                "-7 and 7 are as far as -7: (1 + 2)/(1 + 4).");
        assertClose(
                "sampled({2, 3}, {7, 12}, {{0, 2}, {1, 2}, {0, 3}})",
                0.25,
                Permutation.sampled(x, y, new int[][] {{0, 2}, {1, 2}, {0, 3}}),
                TOLERANCE,
                "None of the three is as far, but the one that came is: 1/4.");
    }

    /**
     * Of 2,000 drawn ways a share is as far, whose standard error is {@code √(p (1 - p)/2000)}, at most 0.0112. Five of
     * them: a right program is beyond that once in 1.7 million runs. The 1 in numerator and denominator adds 0.0005.
     */
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("sampled comes close to exact")
    void closeToExact(RandomGenerator random) {
        double[] x = random.doubles(5, 0, 1).toArray();
        double[] y = random.doubles(6, 0.2, 1.2).toArray();
        int[][] firsts = new int[2000][];
        Arrays.setAll(firsts, i -> choice(random, 5, 11));
        double exact = Reference.of(() -> Permutation.exact(x, y));

        assertClose(
                "sampled(x, y, 2,000 ways)",
                exact,
                Permutation.sampled(x, y, firsts),
                5 * Math.sqrt(exact * (1 - exact) / 2000) + 0.0005,
                "The share of all 462 ways is " + exact + ".");
    }

    /** n different numbers from 0 to N - 1, each set equally likely. */
    static int[] choice(RandomGenerator random, int n, int N) {
        int[] numbers = Permutation.firstOnes(N);
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i, N);
            int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
        return Arrays.copyOf(numbers, n);
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("signs goes through all signs of the differences")
    void signs() {
        assertClose(
                "signs({3, 1, -2})",
                0.75,
                Permutation.signs(new double[] {3, 1, -2}),
                TOLERANCE,
                "Sums 6, 4, 2, 0, 0, -2, -4, -6: six are as far as 2.");
        assertClose(
                "signs({3, 1, 2})", 0.25, Permutation.signs(new double[] {3, 1, 2}), TOLERANCE, "6 and -6, of eight.");
        assertClose("signs({5})", 1, Permutation.signs(new double[] {5}), TOLERANCE, "5 and -5.");
    }

    /** R. A. Fisher, <i>The Design of Experiments</i>, 1935, §21: of 32,768 signs 863 on each side. */
    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("Darwin's plants, without a distribution: 1,726 of 32,768")
    void darwin() {
        double[] taller = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

        assertClose(
                "signs(Darwin's 15 differences)",
                1726 / 32_768.0,
                Permutation.signs(taller),
                TOLERANCE,
                "As Fisher says.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "x must have at least 1 entry, but is empty", () -> Permutation.exact(new double[0], new double[1]));
        assertRefused(
                "y must have at least 1 entry, but is empty", () -> Permutation.exact(new double[1], new double[0]));
        assertRefused(
                "x and y must have at most 1048576 ways to be dealt out, but have 12 and 13 entries",
                () -> Permutation.exact(new double[12], new double[13]));
        assertRefused(
                "first must have at least 1 entry and less than 3, but has 3",
                () -> Permutation.difference(new double[3], new int[3]));
        assertRefused("first must be in [0, 2], but was 3", () -> Permutation.difference(new double[3], new int[] {3}));
        assertRefused(
                "firsts must have 2 in each row, but had 1",
                () -> Permutation.sampled(new double[2], new double[2], new int[1][1]));
        assertRefused(
                "firsts must have at least 1 row, but is empty",
                () -> Permutation.sampled(new double[2], new double[2], new int[0][]));
        assertRefused("differences.length must be in [1, 20], but was 21", () -> Permutation.signs(new double[21]));
    }
}
