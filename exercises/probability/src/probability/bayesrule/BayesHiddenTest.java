package probability.bayesrule;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class BayesHiddenTest {
    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the order of observations does not matter, and neither does how they are put together")
    void anyOrder(RandomGenerator random) {
        double[] prior = random.doubles(3, 0.1, 1).toArray();
        double[][] likelihoods = new double[12][];
        double[][] backwards = new double[12][];
        for (int i = 0; i < 12; i++) {
            likelihoods[i] = random.doubles(3, 0.05, 1).toArray();
            backwards[11 - i] = likelihoods[i];
        }
        double[] products = prior.clone();
        for (double[] likelihood : likelihoods) {
            for (int k = 0; k < 3; k++) {
                products[k] *= likelihood[k];
            }
        }
        double total = products[0] + products[1] + products[2];
        double[] expected = {products[0] / total, products[1] / total, products[2] / total};

        assertClose(
                "batch", expected, Bayes.batch(prior, likelihoods), BayesTest.OF_MANY, "Prior times all likelihoods.");
        double[][] steps =
                requireShape("sequential", 12, 3, Bayes.sequential(prior, backwards), "One row for each observation.");
        assertClose("sequential, backwards", expected, steps[11], BayesTest.OF_MANY, "Products commute.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("predictive values are those of the people themselves, where the study is a fair sample")
    void countsOfPeople(RandomGenerator random) {
        int[] n = random.ints(4, 1, 100).toArray();
        Diagnosis test = new Diagnosis(n[0], n[1], n[2], n[3]);
        double prevalence = (double) (n[0] + n[2]) / (n[0] + n[1] + n[2] + n[3]);

        assertClose(
                "sensitivity", (double) n[0] / (n[0] + n[2]), test.sensitivity(), BayesTest.TOLERANCE, "Of the sick.");
        assertClose(
                "specificity",
                (double) n[3] / (n[1] + n[3]),
                test.specificity(),
                BayesTest.TOLERANCE,
                "Of the healthy.");
        assertClose(
                "ppv at the study's own prevalence",
                (double) n[0] / (n[0] + n[1]),
                test.ppv(prevalence),
                BayesTest.TOLERANCE,
                "Sick people, of all who test positive.");
        assertClose(
                "npv at the study's own prevalence",
                (double) n[3] / (n[2] + n[3]),
                test.npv(prevalence),
                BayesTest.TOLERANCE,
                "Healthy people, of all who test negative.");
        assertClose(
                "the same test twice",
                test.ppv(test.ppv(prevalence)),
                test.bothPositive(test, prevalence),
                BayesTest.TOLERANCE,
                "The value after the first test is the prevalence before the second.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("where all groups went to the strata alike, nothing has to be adjusted")
    void sameShares(RandomGenerator random) {
        double[][] trials = new double[4][3];
        double[][] successes = new double[4][3];
        for (int i = 0; i < 4; i++) {
            int share = random.nextInt(1, 9);
            for (int j = 0; j < 3; j++) {
                trials[i][j] = 10 * (j + 1) * share;
                successes[i][j] = random.nextInt(1 + (int) trials[i][j]);
            }
        }
        Simpson table = new Simpson(successes, trials);
        double[] overall = new double[3];
        for (int j = 0; j < 3; j++) {
            double won = successes[0][j] + successes[1][j] + successes[2][j] + successes[3][j];
            overall[j] = won / (trials[0][j] + trials[1][j] + trials[2][j] + trials[3][j]);
        }
        double[] adjusted = table.adjusted();

        assertEquals(3, adjusted.length, "One share for each group.");
        assertClose("overall", overall, table.overall(), BayesTest.TOLERANCE, "All successes by all trials.");
        assertClose(
                "adjusted", overall, adjusted, BayesTest.TOLERANCE, "Weights are the strata's shares of everybody.");
    }
}
