package probability.bayesrule;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BayesTest {
    /** A few products, and sums of at most five numbers below 1. */
    static final double TOLERANCE = 1e-14;

    /** Twelve observations, each normalised or with a logarithm of at most 5: 12 · 5 · 2.2e-16, and some room. */
    static final double OF_MANY = 1e-13;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("posterior is prior times likelihood, divided by the sum")
    void twoBoxes() {
        // Bishop, §1.2: a red box with 2 apples and 6 oranges, chosen with 4/10, a blue one with 3 apples and 1 orange.
        assertClose(
                "posterior({0.4, 0.6}, {6/8, 1/4})",
                new double[] {2 / 3.0, 1 / 3.0},
                Bayes.posterior(new double[] {0.4, 0.6}, new double[] {0.75, 0.25}),
                TOLERANCE,
                "0.4 · 0.75 = 0.30 and 0.6 · 0.25 = 0.15: together 0.45.");
        assertClose(
                "posterior({0.5, 0.25, 0.25}, {0.1, 0.8, 0})",
                new double[] {0.2, 0.8, 0},
                Bayes.posterior(new double[] {0.5, 0.25, 0.25}, new double[] {0.1, 0.8, 0}),
                TOLERANCE,
                "0.05, 0.2 and 0: what is impossible under a hypothesis refutes it.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("weights are as good as probabilities")
    void weights(RandomGenerator random) {
        double[] prior = random.doubles(5, 0.1, 1).toArray();
        double[] likelihood = random.doubles(5, 0.1, 1).toArray();
        double[] posterior = Bayes.posterior(prior, likelihood);

        assertClose("sum of the posterior", 1, Arrays.stream(posterior).sum(), TOLERANCE, "Divide by the sum.");
        assertClose(
                "posterior with the prior times 3 and the likelihood times 0.01",
                posterior,
                Bayes.posterior(
                        Arrays.stream(prior).map(p -> 3 * p).toArray(),
                        Arrays.stream(likelihood).map(p -> 0.01 * p).toArray()),
                TOLERANCE,
                "Factors cancel.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("what is impossible under every hypothesis is refused")
    void impossible() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Bayes.posterior(new double[] {0, 1}, new double[] {0.5, 0}),
                "Nothing that was possible can have led to it; 0/0 would be NaN.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("sequential makes each posterior the next prior")
    void coins() {
        // A fair coin, or one with two heads. Heads, heads, tails.
        assertClose(
                "sequential({0.5, 0.5}, {{0.5, 1}, {0.5, 1}, {0.5, 0}})",
                new double[][] {{1 / 3.0, 2 / 3.0}, {0.2, 0.8}, {1, 0}},
                Bayes.sequential(new double[] {0.5, 0.5}, new double[][] {{0.5, 1}, {0.5, 1}, {0.5, 0}}),
                TOLERANCE,
                "After one head 1 : 2, after two 1 : 4; a tail settles it.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("batch multiplies the prior by all likelihoods at once")
    void allAtOnce() {
        assertClose(
                "batch({0.25, 0.75}, {{0.5, 1}, {0.5, 0.25}, {0.8, 0.1}})",
                new double[] {0.05 / (0.05 + 0.01875), 0.01875 / (0.05 + 0.01875)},
                Bayes.batch(new double[] {0.25, 0.75}, new double[][] {{0.5, 1}, {0.5, 0.25}, {0.8, 0.1}}),
                TOLERANCE,
                "0.25 · 0.5 · 0.5 · 0.8 to 0.75 · 1 · 0.25 · 0.1.");
        assertClose(
                "batch({0.5, 0, 0.5}, {{0, 1, 0.5}})",
                new double[] {0, 0, 1},
                Bayes.batch(new double[] {0.5, 0, 0.5}, new double[][] {{0, 1, 0.5}}),
                TOLERANCE,
                "Log 0 is minus infinity, and its exponential is 0 again.");
        assertThrows(
                IllegalArgumentException.class,
                () -> Bayes.batch(new double[] {0, 1}, new double[][] {{0.5, 0}}),
                "It is impossible under every hypothesis that was possible.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("one after the other or all at once: the same")
    void sameEitherWay(RandomGenerator random) {
        double[] prior = random.doubles(4, 0.1, 1).toArray();
        double[][] likelihoods = new double[12][];
        for (int i = 0; i < 12; i++) {
            likelihoods[i] = random.doubles(4, 0.01, 1).toArray();
        }
        double[][] steps = requireShape(
                "sequential(prior, 12 observations)", 12, 4, Bayes.sequential(prior, likelihoods), "A row for each.");

        assertClose(
                "batch(prior, likelihoods)",
                steps[11],
                Bayes.batch(prior, likelihoods),
                OF_MANY,
                "It is the last row of sequential(prior, likelihoods).");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("batch bears a thousand observations")
    void noUnderflow() {
        double[][] likelihoods = new double[1000][];
        Arrays.fill(likelihoods, new double[] {0.05, 0.05, 0.02});
        likelihoods[3] = new double[] {0.2, 0.1, 0.5};

        // 1000 sums up to 3000, each rounded at 2.3e-13 at most: below 1e-10 by far, since errors are of both signs.
        assertClose(
                "batch({1, 1, 1}, 1000 observations with likelihoods near 0.05)",
                new double[] {2 / 3.0, 1 / 3.0, 0},
                Bayes.batch(new double[] {1, 1, 1}, likelihoods),
                1e-9,
                "The products are below 10⁻¹³⁰⁰, which is 0 in doubles: add logarithms and subtract the largest before exp.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "prior must have at least 1 entry, but is empty", () -> Bayes.posterior(new double[0], new double[0]));
        assertRefused(
                "likelihood must have 1 entry, but has 2",
                () -> Bayes.posterior(new double[] {1}, new double[] {1, 1}));
        assertRefused(
                "prior must be >= 0, but entry 1 was -1.0",
                () -> Bayes.posterior(new double[] {1, -1}, new double[] {1, 1}));
        assertRefused(
                "likelihoods must have 2 columns, but has 1",
                () -> Bayes.sequential(new double[] {1, 1}, new double[][] {{1}}));
        assertRefused(
                "likelihoods must have 2 columns, but has 1",
                () -> Bayes.batch(new double[] {1, 1}, new double[][] {{1}}));
    }
}
