package statistics.manycomparisons;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    private static final double TOLERANCE = 1e-14;

    private static final int N_FAMILIES = 2000;

    /** Of five tests: something is found in the first two, if at all. */
    private static final boolean[] IS_NOTHING = {false, false, true, true, true};

    private static final double[][] FAMILIES = {
        {0.01, 0.5, 0.02, 0.04, 0.001},
        {0.001, 0.3, 0.2, 0.6, 0.03},
        {0.2, 0.1, 0.005, 0.5, 0.8},
        {0.6, 0.5, 0.4, 0.3, 0.2}
    };

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("rejections counts the false ones, and all")
    void rejections() {
        assertExact(
                "rejections({0.01, 0.5, 0.02, 0.04, 0.001}, …, NONE, 0.05)",
                new int[] {3, 4},
                Errors.rejections(FAMILIES[0], IS_NOTHING, Method.NONE, 0.05),
                "Four are at most 0.05; of these the last three are false.");
        assertExact(
                "rejections({0.01, 0.5, 0.02, 0.04, 0.001}, …, BONFERRONI, 0.05)",
                new int[] {1, 2},
                Errors.rejections(FAMILIES[0], IS_NOTHING, Method.BONFERRONI, 0.05),
                "0.05 and 0.005 are at most 0.05; equal is enough.");
        assertExact(
                "rejections({0.01, 0.5, 0.02, 0.04, 0.001}, …, BENJAMINI_HOCHBERG, 0.05)",
                new int[] {3, 4},
                Errors.rejections(FAMILIES[0], IS_NOTHING, Method.BENJAMINI_HOCHBERG, 0.05),
                "0.025, 0.5, 0.033, 0.05, 0.005.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("familywise counts families with a false rejection")
    void familywise() {
        assertClose(
                "familywise(4 families, …, NONE, 0.05)",
                0.75,
                Errors.familywise(FAMILIES, IS_NOTHING, Method.NONE, 0.05),
                TOLERANCE,
                "The first, though it has three, the second and the third.");
        assertClose(
                "familywise(4 families, …, HOLM, 0.05)",
                0.5,
                Errors.familywise(FAMILIES, IS_NOTHING, Method.HOLM, 0.05),
                TOLERANCE,
                "The first, for 0.001 · 5, and the third; in the second 0.03 · 4 is too large.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("falseDiscovery is the mean share of what is found")
    void falseDiscovery() {
        assertClose(
                "falseDiscovery(4 families, …, NONE, 0.05)",
                (0.75 + 0.5 + 1 + 0) / 4,
                Errors.falseDiscovery(FAMILIES, IS_NOTHING, Method.NONE, 0.05),
                TOLERANCE,
                "3 of 4, 1 of 2, 1 of 1, and where nothing is rejected 0.");
    }

    /**
     * With 20 independent tests where there is nothing, some p is at most 0.05 in {@code 1 - 0.95²⁰ = 0.6415} of all
     * families, and at most 0.05/20 in 0.0488. Of 2,000 families the share has a standard error of 0.0107 and 0.0048.
     * Five of them: a right program is beyond that once in 1.7 million runs.
     */
    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Bonferroni is wrong in at most 5 % of 2,000 families, without him it is 64 %")
    void nothingToFind(RandomGenerator random) {
        double[][] P = new double[N_FAMILIES][];
        for (int k = 0; k < N_FAMILIES; k++) {
            P[k] = random.doubles(20).toArray();
        }
        boolean[] isNothing = new boolean[20];
        Arrays.fill(isNothing, true);

        assertShare(
                "familywise(…, NONE, 0.05)",
                1 - Math.pow(0.95, 20),
                Errors.familywise(P, isNothing, Method.NONE, 0.05));
        assertShare(
                "familywise(…, BONFERRONI, 0.05)",
                1 - Math.pow(1 - 0.05 / 20, 20),
                Errors.familywise(P, isNothing, Method.BONFERRONI, 0.05));
        assertShare(
                "familywise(…, HOLM, 0.05)",
                1 - Math.pow(1 - 0.05 / 20, 20),
                Errors.familywise(P, isNothing, Method.HOLM, 0.05));
        // R. J. Simes 1986: exactly the level, where tests are independent.
        assertShare(
                "familywise(…, BENJAMINI_HOCHBERG, 0.05)",
                0.05,
                Errors.familywise(P, isNothing, Method.BENJAMINI_HOCHBERG, 0.05));
    }

    private static void assertShare(String what, double expected, double actual) {
        assertClose(
                what + " of 2,000 families of 20 tests with nothing to find",
                expected,
                actual,
                5 * Math.sqrt(expected * (1 - expected) / N_FAMILIES),
                "Within five standard errors.");
    }

    /**
     * Where there is nothing to find in 15 of 20 tests, the false discovery rate of Benjamini's and Hochberg's method
     * is {@code 0.05 · 15/20 = 0.0375}, exactly. The share in a family has a standard deviation of 0.077 here (from
     * 20,000 simulated families), its mean over 2,000 one of 0.0017; five of them are 0.0086. Without adjusting it is
     * 0.115.
     */
    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Benjamini's and Hochberg's discoveries are false in 3.75 % if nothing is in 15 of 20")
    void somethingToFind(RandomGenerator random) {
        double[][] P = new double[N_FAMILIES][20];
        boolean[] isNothing = new boolean[20];
        for (int j = 0; j < 20; j++) {
            isNothing[j] = j < 15;
            for (int k = 0; k < N_FAMILIES; k++) {
                P[k][j] = random.nextDouble() * (j < 15 ? 1 : 1e-4);
            }
        }

        assertClose(
                "falseDiscovery(2,000 families, 5 of 20 with something to find, BENJAMINI_HOCHBERG, 0.05)",
                0.0375,
                Errors.falseDiscovery(P, isNothing, Method.BENJAMINI_HOCHBERG, 0.05),
                0.0086,
                "The level times the share of tests with nothing to find.");
        // Some p of 15 is at most 0.05/20 in 3.7 %, standard error 0.0042; 0.021 is five of them.
        assertClose(
                "familywise(2,000 families, 5 of 20 with something to find, BONFERRONI, 0.05)",
                1 - Math.pow(1 - 0.05 / 20, 15),
                Errors.familywise(P, isNothing, Method.BONFERRONI, 0.05),
                0.021,
                "Only what is false counts.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "P must have 2 columns, but has 1",
                () -> Errors.familywise(new double[1][1], new boolean[2], Method.NONE, 0.05));
        assertRefused(
                "p must be in [0, 1], but had 2.0",
                () -> Errors.falseDiscovery(new double[][] {{2}}, new boolean[1], Method.NONE, 0.05));
        assertRefused(
                "level must be in (0, 1), but was 1.0",
                () -> Errors.familywise(new double[1][1], new boolean[1], Method.NONE, 1));
    }
}
