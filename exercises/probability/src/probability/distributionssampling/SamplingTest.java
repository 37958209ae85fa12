package probability.distributionssampling;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private static final double TOLERANCE = 1e-14;

    /**
     * If n draws fit, {@code √n} times their distance is above t with probability {@code 2 exp(-2 t²)} (Kolmogorov
     * 1933). At t = 2.74 that is 6e-7, as rare as five standard errors of a normal number: once in 1.7 million runs.
     */
    private static final double KS_LIMIT = 2.74;

    /**
     * A chi-square number with 10 degrees of freedom is above 48.2 with probability {@code exp(-24.1) (1 + 24.1 + … +
     * 24.1⁴/4!)}, which is 6e-7, as rare as five standard errors of a normal number.
     */
    private static final double CHI_SQUARE_LIMIT = 48.2;

    private static final int N_DRAWS = 100_000;

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("sample gives the quantile of each uniform number")
    void transforms() {
        assertClose(
                "sample({0.5, 0.1, 0.9}, p -> 10 p)",
                new double[] {5, 1, 9},
                Sampling.sample(new double[] {0.5, 0.1, 0.9}, p -> 10 * p),
                TOLERANCE,
                "One for each, in their order.");
        assertClose(
                "new Bernoulli(0.25).sample({0.9, 0.3, 0.7, 0.8})",
                new double[] {1, 0, 0, 1},
                new Bernoulli(0.25).sample(new double[] {0.9, 0.3, 0.7, 0.8}),
                0,
                "The quarter above 0.75 becomes 1.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("ksDistance looks at both sides of every jump")
    void distances() {
        assertClose(
                "ksDistance({0.5, 0.2, 0.6, 0.9})",
                0.25,
                Sampling.ksDistance(new double[] {0.5, 0.2, 0.6, 0.9}),
                TOLERANCE,
                "Sorted 0.2, 0.5, 0.6, 0.9; just before 0.5 the share is 1/4.");
        assertClose(
                "ksDistance({0.3})",
                0.7,
                Sampling.ksDistance(new double[] {0.3}),
                TOLERANCE,
                "Behind the only draw it is 1.");
        assertClose(
                "ksDistance({0.8})",
                0.8,
                Sampling.ksDistance(new double[] {0.8}),
                TOLERANCE,
                "Before the only draw it is 0.");
        assertClose(
                "ksDistance({0.75, 0.25})",
                0.25,
                Sampling.ksDistance(new double[] {0.75, 0.25}),
                TOLERANCE,
                "As good as two draws can be: 1/(2n).");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("chiSquare sums squared differences by what was expected")
    void dice() {
        assertClose(
                "chiSquare({8, 12, 10, 6, 14, 10}, {10, 10, 10, 10, 10, 10})",
                4,
                Sampling.chiSquare(new int[] {8, 12, 10, 6, 14, 10}, new double[] {10, 10, 10, 10, 10, 10}),
                TOLERANCE,
                "(4 + 4 + 0 + 16 + 16 + 0) / 10.");
        assertClose(
                "chiSquare({3, 1}, {2, 4})",
                2.75,
                Sampling.chiSquare(new int[] {3, 1}, new double[] {2, 4}),
                TOLERANCE,
                "1/2 + 9/4.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("100,000 waiting times pass the test of Kolmogorov and Smirnov, with another rate they do not")
    void waitingTimes(RandomGenerator random) {
        double[] draws = new Exponential(2).sample(uniforms(random, N_DRAWS));
        assertEquals(N_DRAWS, draws.length, "new Exponential(2).sample(100000 numbers).length");
        double fits = Sampling.ksDistance(
                Arrays.stream(draws).map(x -> 1 - Math.exp(-2 * x)).toArray());
        double differs = Sampling.ksDistance(
                Arrays.stream(draws).map(x -> 1 - Math.exp(-2.2 * x)).toArray());

        assertTrue(
                fits > 0 && fits * Math.sqrt(N_DRAWS) < KS_LIMIT,
                "ksDistance of draws with rate 2 from the exponential distribution with rate 2 is " + fits
                        + ", but must be below 2.74/√100000 = 0.00866.");
        // exp(-2x) and exp(-2.2x) are up to 0.035 apart, ten times as much as chance makes.
        assertTrue(
                differs * Math.sqrt(N_DRAWS) > 2 * KS_LIMIT,
                "ksDistance of draws with rate 2 from the exponential distribution with rate 2.2 is " + differs
                        + ", but these are 0.035 apart.");
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("100,000 counts pass the chi-square test")
    void counts(RandomGenerator random) {
        double[] draws = new Poisson(4).sample(uniforms(random, N_DRAWS));
        assertEquals(N_DRAWS, draws.length, "new Poisson(4).sample(100000 numbers).length");
        // 0 to 9, and all above together, of which 813 are expected: ten degrees of freedom.
        int[] observed = new int[11];
        for (double draw : draws) {
            observed[(int) Math.max(0, Math.min(10, draw))]++;
        }
        double[] expected = new double[11];
        double probability = Math.exp(-4);
        double rest = 1;
        for (int k = 0; k < 10; k++) {
            expected[k] = N_DRAWS * probability;
            rest -= probability;
            probability *= 4.0 / (k + 1);
        }
        expected[10] = N_DRAWS * rest;

        double statistic = Sampling.chiSquare(observed, expected);
        assertTrue(
                statistic > 0 && statistic < CHI_SQUARE_LIMIT,
                "chiSquare of 100,000 draws of new Poisson(4) in 11 cells is " + statistic
                        + ", but must be near 10 and below " + CHI_SQUARE_LIMIT + ".");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "probabilities must have at least 1 entry, but is empty", () -> Sampling.ksDistance(new double[0]));
        assertRefused(
                "expected must have 1 entry, but has 2", () -> Sampling.chiSquare(new int[1], new double[] {1, 1}));
        assertRefused("expected must be > 0, but was 0.0", () -> Sampling.chiSquare(new int[1], new double[1]));
    }

    /** Above 0, as quantile needs them. */
    static double[] uniforms(RandomGenerator random, int n) {
        return random.doubles(n, 0x1p-53, 1).toArray();
    }
}
