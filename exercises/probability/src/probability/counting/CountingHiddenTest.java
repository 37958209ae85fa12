package probability.counting;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class CountingHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("Pascal's rule holds, and a row sums to a power of two")
    void pascal(RandomGenerator random) {
        int n = random.nextInt(10, 60);
        int k = random.nextInt(1, n);
        long sum = 0;
        for (int j = 0; j <= n; j++) {
            sum += Arrangements.binomial(n, j);
        }

        assertEquals(
                Arrangements.binomial(n - 1, k - 1) + Arrangements.binomial(n - 1, k),
                Arrangements.binomial(n, k),
                "C(n, k) = C(n - 1, k - 1) + C(n - 1, k): the last thing is chosen, or it is not.");
        assertEquals(1L << n, sum, "All sets of n things: each is in or out.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("combinations are rising, in order, and as many as binomial says")
    void asMany(RandomGenerator random) {
        int n = random.nextInt(5, 8);
        int k = random.nextInt(2, 4);
        int[][] sets = ArrangementsTest.upTo(1000, Arrangements.combinations(n, k));
        int count = 1;
        for (int i = 0; i < k; i++) {
            count = count * (n - i) / (i + 1);
        }
        int[][] expected = new int[count][];
        int found = 0;
        // A set is a number in base 10 whose digits rise: count up.
        for (int number = 0; found < count; number++) {
            int[] digits = digits(number, k);
            if (isRising(digits, n)) {
                expected[found++] = digits;
            }
        }

        assertExact("combinations", expected, sets, "Each set once, as in a dictionary.");
    }

    /** Five standard errors of 2,000 games, as in {@link ChanceTest#FIVE_ERRORS}, from another stream of draws. */
    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("switching wins two games of three, whatever the draws come from")
    void anyGenerator(RandomGenerator random) {
        double[] shares = Chance.runningShare(ChanceTest.N_GAMES, true, n -> (int) (n * random.nextDouble()));

        assertEquals(ChanceTest.N_GAMES, shares.length, "One share after each game.");
        assertClose(
                "share won with switching",
                2 / 3.0,
                shares[ChanceTest.N_GAMES - 1],
                ChanceTest.FIVE_ERRORS,
                "The other closed door has the prize whenever the first pick was wrong.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("one person more leaves its share of the differing cases")
    void onePersonMore(RandomGenerator random) {
        int nDays = random.nextInt(50, 400);
        int nPeople = random.nextInt(2, 40);

        // Products of up to 40 factors: 40 · 1.1e-16.
        assertClose(
                "1 - sharedBirthday(n + 1) = (1 - sharedBirthday(n)) (1 - n/d)",
                (1 - Chance.sharedBirthday(nPeople, nDays)) * (1 - (double) nPeople / nDays),
                1 - Chance.sharedBirthday(nPeople + 1, nDays),
                1e-14,
                "The next one must avoid the days of all before.");
    }

    private static int[] digits(int number, int k) {
        int[] digits = new int[k];
        for (int i = k - 1, rest = number; i >= 0; i--, rest /= 10) {
            digits[i] = rest % 10;
        }
        return digits;
    }

    private static boolean isRising(int[] digits, int n) {
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] >= n || i > 0 && digits[i] <= digits[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
