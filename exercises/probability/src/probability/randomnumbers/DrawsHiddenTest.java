package probability.randomnumbers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding, except for the order of a long shuffle. */
class DrawsHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("generators follow their rule from any seed")
    void anySeed(RandomGenerator random) {
        long m = random.nextLong(1L << 20, 1L << 31);
        long a = random.nextLong(1, m);
        long c = random.nextLong(0, m);
        long x = random.nextLong(0, m);
        long seed = random.nextLong() | 1;
        List<Long> congruential = new ArrayList<>();
        List<Long> shifted = new ArrayList<>();
        long s = seed;
        for (long i = 0, y = x; i < 20; i++) {
            y = (a * y + c) % m;
            congruential.add(y);
            s ^= s << 13;
            s ^= s >>> 7;
            s ^= s << 17;
            shifted.add(s);
        }

        GeneratorsTest.assertLongs(
                "congruential", congruential, Generators.congruential(a, c, m, x, 20), "Multiply, add, remainder.");
        GeneratorsTest.assertLongs("xorshift", shifted, Generators.xorshift(seed, 20), "Left, right, left.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("inverse transforms are undone by the probability up to a point")
    void inverse(RandomGenerator random) {
        double u = random.nextDouble();
        double rate = random.nextDouble(0.2, 5);
        double[] p = {0.1, 0.2, 0.3, 0.15, 0.25};
        int k = Draws.category(u, p);
        double below = 0;
        for (int j = 0; j < Math.min(k, 5); j++) {
            below += p[j];
        }

        // The derivative of exp is at most 1 here; x has an error of 1e-16 times its size, below 40.
        assertClose(
                "1 - exp(-rate · exponential(u, rate))",
                u,
                1 - Math.exp(-rate * Draws.exponential(u, rate)),
                1e-14,
                "-log.");
        assertTrue(
                k >= 0 && k < 5 && below <= u + 1e-15 && u < below + p[k] + 1e-15,
                "category must be the case in which u lies, if the cases stand one behind the other.");
    }

    /**
     * A number stays at its place with probability 1/n, so one number stays in each shuffle, in the mean, with variance
     * 1. In 400 shuffles of 20 the mean number is off by {@code 5/√400 = 0.25} once in 1.7 million runs.
     */
    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("one number in the mean stays at its place")
    void fixedPoints(RandomGenerator random) {
        double stayed = 0;
        for (int run = 0; run < 400; run++) {
            int[] order = Draws.shuffled(20, n -> (int) (n * random.nextDouble()));
            assertEquals(20, order.length, "As many numbers as places.");
            for (int i = 0; i < 20; i++) {
                stayed += order[i] == i ? 1 : 0;
            }
        }

        assertClose("mean number that stay", 1, stayed / 400, 0.25, "Also a number may change places with itself.");
    }
}
