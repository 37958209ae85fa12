package probability.randomnumbers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrawsTest {
    /** A logarithm, a root, a sine: a few last digits of numbers of order 1. */
    static final double TOLERANCE = 1e-13;

    private static final int MAX_LEAVES = 5000;

    /** Every sequence of answers that a program may get from {@code below}, one after the other. */
    private static final class AllDraws implements IntUnaryOperator {
        private final List<Integer> answers = new ArrayList<>();
        private final List<Integer> choices = new ArrayList<>();
        private int asked;

        @Override
        public int applyAsInt(int n) {
            assertTrue(n >= 1, "below.applyAsInt(" + n + "): there is no number from 0 to " + (n - 1) + ".");
            if (asked == answers.size()) {
                answers.add(0);
                choices.add(n);
            }
            return answers.get(asked++);
        }

        double probability() {
            return choices.stream().mapToDouble(n -> 1.0 / n).reduce(1, (a, b) -> a * b);
        }

        /** Goes on to the next sequence, if there is one. */
        boolean advance() {
            asked = 0;
            while (!answers.isEmpty()) {
                int last = answers.size() - 1;
                if (answers.get(last) + 1 < choices.get(last)) {
                    answers.set(last, answers.get(last) + 1);
                    return true;
                }
                answers.remove(last);
                choices.remove(last);
            }
            return false;
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("exponential undoes 1 - exp(-rate · x)")
    void waiting() {
        assertClose("exponential(0, 2)", 0, Draws.exponential(0, 2), 0, "The shortest time has u = 0.");
        assertClose(
                "exponential(0.75, 2)", Math.log(4) / 2, Draws.exponential(0.75, 2), TOLERANCE, "-log(1 - 0.75) / 2.");
        assertClose(
                "exponential(0x1p-53, 0x1p-53)",
                1,
                Draws.exponential(0x1p-53, 0x1p-53),
                1e-15,
                "For small u it is u / rate; 1 - 2⁻⁵³ has lost half of the digits: use Math.log1p.");
        assertClose(
                "exponential(1e-12, 1e-12)",
                1 + 5e-13,
                Draws.exponential(1e-12, 1e-12),
                1e-15,
                "log(1 - u) has lost most digits of u: use Math.log1p.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("category is the first whose sum is above u")
    void categories() {
        double[] p = {0.25, 0, 0.5, 0.25, 0};

        assertEquals(0, Draws.category(0, p), "category(0, {0.25, 0, 0.5, 0.25, 0}): 0 < 0.25.");
        assertEquals(0, Draws.category(0.2, p), "category(0.2, {0.25, 0, 0.5, 0.25, 0}): 0.2 < 0.25.");
        assertEquals(
                2, Draws.category(0.25, p), "category(0.25, …): 0.25 is not below 0.25, and case 1 never happens.");
        assertEquals(2, Draws.category(0.7, p), "category(0.7, …): 0.7 < 0.75.");
        assertEquals(3, Draws.category(0.75, p), "category(0.75, …): 0.75 < 1.");
        assertEquals(3, Draws.category(0.99, p), "category(0.99, …): 0.99 < 1.");
        assertEquals(1, Draws.category(0, new double[] {0, 1}), "category(0, {0, 1}): case 0 never happens.");
        // Ten times 0.1 is 0.9999999999999999, the largest uniform number.
        double[] tenths = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0};
        assertEquals(
                9,
                Draws.category(1 - 0x1p-53, tenths),
                "category(1 - 2⁻⁵³, {0.1, …, 0.1, 0}): the sum stays below 1 by rounding; the last case that is possible.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("normals are points at an angle and a distance")
    void pairs() {
        double one = 1 - Math.exp(-0.5);
        double two = 1 - Math.exp(-2);
        double r = Math.sqrt(2);

        assertClose(
                "normals({1 - e⁻², 1/8, 1 - e^-½, 3/4, 0, 0.3})",
                new double[] {r, r, 0, -1, 0, 0},
                Draws.normals(new double[] {two, 0.125, one, 0.75, 0, 0.3}),
                TOLERANCE,
                "Distances √(-2 log(1 - u₀)) = 2, 1 and 0, angles 2π u₁: 45°, 270° and 108°.");
    }

    /**
     * 20,000 normal numbers: their mean is off by {@code 5/√20000 = 0.035} once in 1.7 million runs; that of their
     * squares has standard deviation {@code √(2/20000)}, the mean product of 10,000 pairs {@code 1/√10000}. Five of
     * each.
     */
    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("normals have mean 0, variance 1, and pairs without correlation")
    void moments(RandomGenerator random) {
        int n = 20_000;
        double[] z = Draws.normals(random.doubles(n).toArray());
        assertEquals(n, z.length, "normals of 20,000 uniform numbers: as many come out as go in.");
        double[] products = new double[n / 2];
        for (int i = 0; i < n; i += 2) {
            products[i / 2] = z[i] * z[i + 1];
        }

        assertClose("mean", 0, mean(z), 5 / Math.sqrt(n), "Angles go all the way around.");
        assertClose(
                "mean square",
                1,
                mean(Arrays.stream(z).map(v -> v * v).toArray()),
                5 * Math.sqrt(2.0 / n),
                "Half the squared distance is exponential with mean 1.");
        assertClose(
                "mean product of pairs",
                0,
                mean(products),
                5 / Math.sqrt(n / 2.0),
                "Cosine and sine of the same angle.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("shuffled has every number once")
    void everyNumber(RandomGenerator random) {
        int[] order = Draws.shuffled(50, random::nextInt);
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        int[] expected = new int[50];
        Arrays.setAll(expected, i -> i);

        assertExact("shuffled(50, …), sorted", expected, sorted, "Exchange; nothing is lost.");
        assertExact("shuffled(1, …)", new int[] {0}, Draws.shuffled(1, random::nextInt), "One order of one number.");
    }

    /** No luck here: the check goes through all that may be drawn, and adds up the probabilities of each order. */
    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("shuffled gives all orders the same probability, exactly")
    void equallyLikely() {
        for (int n = 2; n <= 4; n++) {
            Map<String, Double> probabilities = new TreeMap<>();
            AllDraws draws = new AllDraws();
            int leaves = 0;
            do {
                String order = Arrays.toString(Draws.shuffled(n, draws));
                probabilities.merge(order, draws.probability(), Double::sum);
                leaves++;
                assertTrue(
                        leaves <= MAX_LEAVES,
                        "shuffled(" + n + ", below) asks for more than it needs: " + (n - 1) + " draws among at most "
                                + n + " places are enough.");
            } while (draws.advance());

            int nOrders = n == 2 ? 2 : n == 3 ? 6 : 24;
            assertEquals(nOrders, probabilities.size(), "orders that shuffled(" + n + ", below) can give.");
            double[] expected = new double[nOrders];
            Arrays.fill(expected, 1.0 / nOrders);
            assertClose(
                    "probabilities of the orders of shuffled(" + n + ", below), as in a dictionary",
                    expected,
                    probabilities.values().stream().mapToDouble(p -> p).toArray(),
                    1e-12,
                    "The last place gets one of n numbers, the one before it one of the n - 1 that are left.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("uniform must be in [0, 1), but was 1.0", () -> Draws.exponential(1, 1));
        assertRefused("rate must be > 0, but was 0.0", () -> Draws.exponential(0.5, 0));
        assertRefused("uniform must be in [0, 1), but was -0.1", () -> Draws.category(-0.1, new double[] {1}));
        assertRefused("probabilities must have at least 1 entry, but is empty", () -> Draws.category(0, new double[0]));
        assertRefused("uniforms must come in pairs, but are 3", () -> Draws.normals(new double[3]));
        assertRefused("uniform must be in [0, 1), but was 1.0", () -> Draws.normals(new double[] {0, 1}));
        assertRefused("n must be >= 1, but was 0", () -> Draws.shuffled(0, n -> 0));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
