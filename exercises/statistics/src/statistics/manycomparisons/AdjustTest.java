package statistics.manycomparisons;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
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

class AdjustTest {
    /** One product and one quotient of numbers up to 20. */
    private static final double TOLERANCE = 1e-14;

    private static final double[] P = {0.01, 0.04, 0.039, 0.005};

    /**
     * Y. Benjamini and Y. Hochberg 1995, §4.1: 15 comparisons of two treatments after a heart attack, at the level
     * 0.05.
     */
    private static final double[] HEARTS = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1
    };

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("bonferroni multiplies by the number of tests, up to 1")
    void bonferroni() {
        assertClose(
                "bonferroni({0.01, 0.4, 0.03})",
                new double[] {0.03, 1, 0.09},
                Adjust.bonferroni(new double[] {0.01, 0.4, 0.03}),
                TOLERANCE,
                "Three times each; 1.2 is no probability.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("holm multiplies by what is left, and never falls")
    void holm() {
        // 0.005 · 4, 0.01 · 3, 0.039 · 2, 0.04 · 1, which is less than the one before.
        assertClose(
                "holm({0.01, 0.04, 0.039, 0.005})",
                new double[] {0.03, 0.078, 0.078, 0.02},
                Adjust.holm(P),
                TOLERANCE,
                "0.005 · 4, 0.01 · 3, 0.039 · 2, then 0.04 · 1 is below 0.078. In the order of p.");
        assertClose(
                "holm({0.9, 0.6})",
                new double[] {1, 1},
                Adjust.holm(new double[] {0.9, 0.6}),
                TOLERANCE,
                "0.6 · 2 is no probability, and 0.9 is below it.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("benjaminiHochberg multiplies by m/k, and never falls")
    void benjaminiHochberg() {
        // 0.005 · 4, 0.01 · 4/2, 0.039 · 4/3 = 0.052, 0.04 · 4/4, which is less.
        assertClose(
                "benjaminiHochberg({0.01, 0.04, 0.039, 0.005})",
                new double[] {0.02, 0.04, 0.04, 0.02},
                Adjust.benjaminiHochberg(P),
                TOLERANCE,
                "0.039 · 4/3 is above 0.04 · 4/4: who rejects the fourth rejects the third, too. In the order of p.");
        assertClose(
                "benjaminiHochberg({0.9, 0.3, 0.8})",
                new double[] {0.9, 0.9, 0.9},
                Adjust.benjaminiHochberg(new double[] {0.9, 0.3, 0.8}),
                TOLERANCE,
                "0.3 · 3 and 0.8 · 3/2 are not below 0.9.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("of 15 comparisons Bonferroni finds three, Benjamini and Hochberg four")
    void hearts() {
        assertEquals(3, found(Adjust.bonferroni(HEARTS)), "bonferroni(15 p-values of 1995), at most 0.05.");
        assertEquals(3, found(Adjust.holm(HEARTS)), "holm(15 p-values of 1995), at most 0.05.");
        assertEquals(
                4, found(Adjust.benjaminiHochberg(HEARTS)), "benjaminiHochberg(15 p-values of 1995), at most 0.05.");
    }

    private static long found(double[] adjusted) {
        return Arrays.stream(adjusted).filter(p -> p <= 0.05).count();
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("Bonferroni is above Holm, Holm above Benjamini and Hochberg, and all above p")
    void order(RandomGenerator random) {
        double[] p = random.doubles(12).map(u -> u * u).toArray();
        double[][] adjusted = {p, Adjust.benjaminiHochberg(p), Adjust.holm(p), Adjust.bonferroni(p)};
        String[] names = {"p", "benjaminiHochberg", "holm", "bonferroni"};
        for (int k = 1; k < 4; k++) {
            assertEquals(12, adjusted[k].length, names[k] + "(12 numbers).length: one for each p.");
            for (int i = 0; i < 12; i++) {
                assertTrue(
                        adjusted[k][i] >= adjusted[k - 1][i] - TOLERANCE && adjusted[k][i] <= 1,
                        names[k] + "(" + Arrays.toString(p) + ")[" + i + "] is " + adjusted[k][i]
                                + ", but must be at least " + adjusted[k - 1][i] + ", that of " + names[k - 1]
                                + ", and at most 1.");
            }
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("p must have at least 1 entry, but is empty", () -> Adjust.holm(new double[0]));
        assertRefused("p must be in [0, 1], but had 1.5", () -> Adjust.bonferroni(new double[] {1.5}));
        assertRefused("p must be in [0, 1], but had NaN", () -> Adjust.benjaminiHochberg(new double[] {Double.NaN}));
    }
}
