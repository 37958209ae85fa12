package statistics.entropykl;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static statistics.entropykl.InformationTest.TOLERANCE;
import static statistics.entropykl.InformationTest.distribution;
import static statistics.entropykl.InformationTest.divided;
import static statistics.entropykl.InformationTest.joint;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import probability.distributionssampling.Normal;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class EntropyHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("entropy of a coin, and of several at once")
    void coins(RandomGenerator random) {
        double p = random.nextDouble(0.05, 0.95);
        double q = random.nextDouble(0.05, 0.95);
        double[] pair = {p * q, p * (1 - q), (1 - p) * q, 0, (1 - p) * (1 - q)};
        double ofP = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
        double ofQ = -q * Math.log(q) - (1 - q) * Math.log(1 - q);

        assertClose("one coin", ofP, Information.entropy(new double[] {p, 1 - p}, Unit.NATS), TOLERANCE, "By hand.");
        assertClose(
                "two coins",
                (ofP + ofQ) / Math.log(2),
                Information.entropy(pair, Unit.BITS),
                TOLERANCE,
                "Surprises of independent events add up.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the divergence of pairs is that of the first, and the mean one of the second")
    void divergenceOfPairs(RandomGenerator random) {
        double[][] P = joint(random, 3, 4);
        double[][] Q = joint(random, 3, 4);
        double[] p =
                Arrays.stream(P).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double[] q =
                Arrays.stream(Q).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double second = 0;
        for (int i = 0; i < 3; i++) {
            second += p[i] * Information.kl(divided(P[i], p[i]), divided(Q[i], q[i]), Unit.BITS);
        }
        double[] flatP = Information.flat(P);
        double[] flatQ = Information.flat(Q);

        assertClose(
                "kl of pairs",
                Information.kl(p, q, Unit.BITS) + second,
                Information.kl(flatP, flatQ, Unit.BITS),
                TOLERANCE,
                "The chain rule.");
        assertClose(
                "crossEntropy of pairs",
                Information.entropy(flatP, Unit.BITS) + Information.kl(flatP, flatQ, Unit.BITS),
                Information.crossEntropy(flatP, flatQ, Unit.BITS),
                TOLERANCE,
                "Entropy and divergence.");
    }

    /**
     * Trapezoids over 12 deviations to each side, 20 for a deviation: for such integrands their error falls faster than
     * any power of the step, and is far below rounding, which is 1e-16 of terms of up to 1000.
     */
    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("gaussianKl is the integral")
    void integral(RandomGenerator random) {
        double mean = random.nextDouble(-2, 2);
        double deviation = random.nextDouble(0.5, 2);
        double otherMean = random.nextDouble(-2, 2);
        double otherDeviation = random.nextDouble(0.5, 2);
        double sum = 0;
        for (int i = -240; i <= 240; i++) {
            double z = i / 20.0;
            double other = (mean + deviation * z - otherMean) / otherDeviation;
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            sum += density / 20 * (other * other / 2 - z * z / 2 + Math.log(otherDeviation / deviation));
        }

        assertClose(
                "gaussianKl",
                sum,
                Information.gaussianKl(new Normal(mean, deviation), new Normal(otherMean, otherDeviation), Unit.NATS),
                1e-11,
                "The integral of p log(p/q).");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("jensenShannon is symmetric, and an entropy less two halves")
    void symmetric(RandomGenerator random) {
        double[] p = distribution(random, 6);
        double[] q = distribution(random, 6);
        double[] middle = new double[6];
        Arrays.setAll(middle, k -> (p[k] + q[k]) / 2);
        double divergence = Information.jensenShannon(p, q, Unit.NATS);
        double expected = 0;
        for (int k = 0; k < 6; k++) {
            expected += (p[k] * Math.log(p[k]) + q[k] * Math.log(q[k])) / 2 - middle[k] * Math.log(middle[k]);
        }

        assertClose("jensenShannon(q, p)", divergence, Information.jensenShannon(q, p, Unit.NATS), TOLERANCE, "Same.");
        assertClose("jensenShannon(p, q)", expected, divergence, TOLERANCE, "From the mean of both.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("mutualInformation is the entropies of both, less that of the pair")
    void entropies(RandomGenerator random) {
        double[][] P = joint(random, 3, 5);
        double expected = 0;
        double[] columns = new double[5];
        for (double[] row : P) {
            double sum = Arrays.stream(row).sum();
            expected -= sum * Math.log(sum);
            for (int j = 0; j < 5; j++) {
                expected += row[j] * Math.log(row[j]);
                columns[j] += row[j];
            }
        }
        for (double sum : columns) {
            expected -= sum * Math.log(sum);
        }

        assertClose(
                "mutualInformation",
                expected,
                Information.mutualInformation(P, Unit.NATS),
                TOLERANCE,
                "H(X) + H(Y) - H(X, Y).");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("a text made of given counts has their shares, and its own language is nearest")
    void counts(RandomGenerator random) {
        int[] counts = random.ints(4, 1, 9).toArray();
        StringBuilder text = new StringBuilder("?");
        for (int k = 0; k < 4; k++) {
            text.append("wxyz".substring(k, k + 1).repeat(counts[k])).append('A');
        }
        double pseudocount = random.nextDouble(0, 2);
        double sum = Arrays.stream(counts).sum() + 4 * pseudocount;
        double[] expected = Arrays.stream(counts)
                .mapToDouble(count -> (count + pseudocount) / sum)
                .toArray();
        double[][] Q = {
            distribution(random, 4), distribution(random, 4), expected, distribution(random, 4), distribution(random, 4)
        };
        double[] shares = Languages.shares(text.toString(), "wxyz", pseudocount);

        assertClose("shares", expected, shares, TOLERANCE, "(count + pseudocount) by their sum.");
        assertEquals(2, Languages.nearest(expected, Q), "Only the same distribution has no divergence.");
        double[][] divergences = Languages.divergences(Q, Unit.NATS);
        assertEquals(5, divergences.length, "One row for each distribution.");
        for (int i = 0; i < 5; i++) {
            assertEquals(5, divergences[i].length, "One column for each distribution.");
            assertTrue(divergences[i][(i + 1) % 5] > 0, "Different distributions diverge.");
        }
        assertClose(
                "divergences[0][4]",
                Information.kl(Q[0], Q[4], Unit.NATS),
                divergences[0][4],
                TOLERANCE,
                "Row, column.");
    }
}
