package statistics.entropykl;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
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
import probability.distributionssampling.Normal;

class InformationTest {
    /** Sums of up to 30 logarithms of order 1, each with a rounding of 1e-16 of it. */
    static final double TOLERANCE = 1e-13;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("entropy is the mean surprise")
    void surprise() {
        assertClose(
                "entropy({1/2, 1/4, 1/8, 1/8}, BITS)",
                1.75,
                Information.entropy(new double[] {0.5, 0.25, 0.125, 0.125}, Unit.BITS),
                TOLERANCE,
                "1/2 · 1 + 1/4 · 2 + 1/8 · 3 + 1/8 · 3.");
        assertClose(
                "entropy of five equal ones in nats",
                Math.log(5),
                Information.entropy(new double[] {0.2, 0.2, 0.2, 0.2, 0.2}, Unit.NATS),
                TOLERANCE,
                "The logarithm of 5.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("what never happens adds nothing")
    void never() {
        assertClose(
                "entropy({1/2, 0, 1/2}, BITS)",
                1,
                Information.entropy(new double[] {0.5, 0, 0.5}, Unit.BITS),
                TOLERANCE,
                "0 · log 0 is 0, not NaN.");
        assertClose(
                "entropy({0, 1}, BITS)",
                0,
                Information.entropy(new double[] {0, 1}, Unit.BITS),
                TOLERANCE,
                "What is certain surprises nobody.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("entropy adds up: the first, and the second once the first is known")
    void chainRule(RandomGenerator random) {
        double[][] joint = joint(random, 3, 4);
        double[] first = Arrays.stream(joint)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double left = 0;
        for (int i = 0; i < 3; i++) {
            left += first[i] * Information.entropy(divided(joint[i], first[i]), Unit.BITS);
        }

        assertClose(
                "entropy of the first + mean entropy of the second, once the first is known",
                Information.entropy(Information.flat(joint), Unit.BITS),
                Information.entropy(first, Unit.BITS) + left,
                TOLERANCE,
                "The chain rule.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("crossEntropy: p says how often, q how surprising")
    void belief() {
        assertClose(
                "crossEntropy({3/4, 1/4}, {1/4, 3/4}, BITS)",
                2 - 0.25 * Math.log(3) / Math.log(2),
                Information.crossEntropy(new double[] {0.75, 0.25}, new double[] {0.25, 0.75}, Unit.BITS),
                TOLERANCE,
                "3/4 · 2 + 1/4 · log₂(4/3).");
        assertClose(
                "crossEntropy({1, 0, 0}, {1/4, 3/4, 0}, NATS)",
                Math.log(4),
                Information.crossEntropy(new double[] {1, 0, 0}, new double[] {0.25, 0.75, 0}, Unit.NATS),
                TOLERANCE,
                "Only the first happens; what does not happen may be impossible.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("kl: what a wrong belief costs, in one direction")
    void divergence() {
        assertClose(
                "kl({3/4, 1/4}, {1/2, 1/2}, BITS)",
                0.75 * Math.log(3) / Math.log(2) - 1,
                Information.kl(new double[] {0.75, 0.25}, new double[] {0.5, 0.5}, Unit.BITS),
                TOLERANCE,
                "3/4 · log₂(3/2) + 1/4 · log₂(1/2).");
        assertClose(
                "kl({1/2, 1/2}, {3/4, 1/4}, NATS)",
                Math.log(4 / 3.0) / 2,
                Information.kl(new double[] {0.5, 0.5}, new double[] {0.75, 0.25}, Unit.NATS),
                TOLERANCE,
                "1/2 · log(2/3) + 1/2 · log 2: not the same as the other way round.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("both are infinite if something happens that was called impossible")
    void impossible() {
        double[] p = {0.5, 0.25, 0.25};
        double[] q = {0.5, 0.5, 0};

        assertEquals(
                Double.POSITIVE_INFINITY,
                Information.crossEntropy(p, q, Unit.BITS),
                "q says that the third never happens.");
        assertEquals(Double.POSITIVE_INFINITY, Information.kl(p, q, Unit.BITS), "q says that the third never happens.");
        assertClose(
                "kl({1/2, 1/2, 0}, {1/2, 1/4, 1/4}, BITS)",
                0.5,
                Information.kl(q, p, Unit.BITS),
                TOLERANCE,
                "The other way round nothing is impossible.");
    }

    /** Gibbs' inequality, with entries of some 0.1; equal distributions have quotients of exactly 1. */
    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("kl is above 0, unless both are the same")
    void gibbs(RandomGenerator random) {
        for (int i = 0; i < 20; i++) {
            double[] p = distribution(random, 6);
            double[] q = distribution(random, 6);
            double divergence = Information.kl(p, q, Unit.NATS);

            assertTrue(divergence > 0, "kl(p, q) must be above 0, but was " + divergence + ". Gibbs' inequality.");
            assertClose("kl(p, p)", 0, Information.kl(p, p, Unit.NATS), 0, "log(1) is 0.");
            assertClose(
                    "entropy(p) + kl(p, q)",
                    Information.crossEntropy(p, q, Unit.NATS),
                    Information.entropy(p, Unit.NATS) + divergence,
                    TOLERANCE,
                    "Cross-entropy is entropy and divergence.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("gaussianKl has a formula")
    void gaussians() {
        assertClose(
                "gaussianKl(N(1, 2), N(4, 1), NATS)",
                6 - Math.log(2),
                Information.gaussianKl(new Normal(1, 2), new Normal(4, 1), Unit.NATS),
                TOLERANCE,
                "log(1/2) + (4 + 9)/2 - 1/2.");
        assertClose(
                "gaussianKl(N(4, 1), N(1, 2), BITS)",
                (Math.log(2) + 10 / 8.0 - 0.5) / Math.log(2),
                Information.gaussianKl(new Normal(4, 1), new Normal(1, 2), Unit.BITS),
                TOLERANCE,
                "log(2) + (1 + 9)/8 - 1/2, in bits.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("jensenShannon: each from the mean of both")
    void middle() {
        assertClose(
                "jensenShannon({1, 0}, {0, 1}, BITS)",
                1,
                Information.jensenShannon(new double[] {1, 0}, new double[] {0, 1}, Unit.BITS),
                TOLERANCE,
                "Nothing in common: one bit, and not infinite.");
        // Entropy of the mean {3/4, 1/4}, less the mean entropy 1/2.
        assertClose(
                "jensenShannon({1, 0}, {1/2, 1/2}, BITS)",
                2 - 0.75 * Math.log(3) / Math.log(2) - 0.5,
                Information.jensenShannon(new double[] {1, 0}, new double[] {0.5, 0.5}, Unit.BITS),
                TOLERANCE,
                "1/2 · log₂(4/3) + 1/2 · (1/2 · log₂(2/3) + 1/2 · log₂ 2).");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("mutualInformation: nothing of independent things, everything of equal ones")
    void mutual() {
        assertClose(
                "mutualInformation({{0.08, 0.32}, {0.12, 0.48}}, BITS)",
                0,
                Information.mutualInformation(new double[][] {{0.08, 0.32}, {0.12, 0.48}}, Unit.BITS),
                TOLERANCE,
                "Rows 0.4 and 0.6, columns 0.2 and 0.8: their products.");
        assertClose(
                "mutualInformation({{1/4, 0, 0}, {0, 1/4, 0}, {0, 0, 1/2}}, BITS)",
                1.5,
                Information.mutualInformation(new double[][] {{0.25, 0, 0}, {0, 0.25, 0}, {0, 0, 0.5}}, Unit.BITS),
                TOLERANCE,
                "Each says all about the other: its entropy.");
        // Rows 1/2, 1/2; columns 1/4, 1/4, 1/2.
        assertClose(
                "mutualInformation({{1/4, 0, 1/4}, {0, 1/4, 1/4}}, BITS)",
                0.5,
                Information.mutualInformation(new double[][] {{0.25, 0, 0.25}, {0, 0.25, 0.25}}, Unit.BITS),
                TOLERANCE,
                "Half of the time the column says which row it is.");
        assertClose(
                "mutualInformation({{1/4, 3/4}}, NATS)",
                0,
                Information.mutualInformation(new double[][] {{0.25, 0.75}}, Unit.NATS),
                TOLERANCE,
                "There is one row, about which nothing is to be known.");
    }

    static double[] distribution(RandomGenerator random, int n) {
        double[] p = random.doubles(n, 0.05, 1).toArray();
        return divided(p, Arrays.stream(p).sum());
    }

    static double[][] joint(RandomGenerator random, int nRows, int nColumns) {
        double[] p = distribution(random, nRows * nColumns);
        double[][] joint = new double[nRows][];
        Arrays.setAll(joint, i -> Arrays.copyOfRange(p, i * nColumns, (i + 1) * nColumns));
        return joint;
    }

    static double[] divided(double[] p, double sum) {
        return Arrays.stream(p).map(v -> v / sum).toArray();
    }

    @Test
    void amountsChangeTheirUnit() {
        assertClose("BITS.of(2 log 2)", 2, Unit.BITS.of(2 * Math.log(2)), 1e-15, "");
        assertClose("NATS.of(3)", 3, Unit.NATS.of(3), 0, "");
    }

    @Test
    void rowsAreFlattened() {
        assertClose("flat", new double[] {1, 2, 3, 4}, Information.flat(new double[][] {{1, 2}, {3, 4}}), 0, "");
    }

    @Test
    void badInputIsRefused() {
        double[] half = {0.5, 0.5};
        assertRefused(
                "p must have at least 1 entry, but is empty", () -> Information.entropy(new double[0], Unit.BITS));
        assertRefused(
                "p must be >= 0, but one entry was -0.5",
                () -> Information.entropy(new double[] {1.5, -0.5}, Unit.BITS));
        assertRefused(
                "p must sum to 1, but its sum was 0.75",
                () -> Information.entropy(new double[] {0.5, 0.25}, Unit.BITS));
        assertRefused("q must have 2 entries, but has 1", () -> Information.kl(half, new double[] {1}, Unit.BITS));
        assertRefused(
                "q must sum to 1, but its sum was 2.0",
                () -> Information.crossEntropy(half, new double[] {1, 1}, Unit.BITS));
        assertRefused(
                "p must sum to 1, but its sum was 2.0",
                () -> Information.jensenShannon(new double[] {1, 1}, half, Unit.BITS));
        assertRefused(
                "joint must sum to 1, but its sum was 2.0",
                () -> Information.mutualInformation(new double[][] {{1, 1}}, Unit.BITS));
    }
}
