package probability.bayesrule;

import gradus.kit.Require;

/**
 * A diagnostic test, as its numbers in a study say: how often it was right and wrong about sick and healthy people.
 *
 * <p>Source: T. D. Koepsell and N. S. Weiss, <i>Epidemiologic Methods</i>, 2nd ed., Oxford 2014, ch. 9.
 *
 * @param truePositives sick people with a positive test
 * @param falsePositives healthy people with a positive test
 * @param falseNegatives sick people with a negative test
 * @param trueNegatives healthy people with a negative test
 */
public record Diagnosis(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {
    /** @throws IllegalArgumentException if a count is negative, or nobody was sick or nobody healthy */
    public Diagnosis {
        Require.that(
                truePositives >= 0 && falsePositives >= 0 && falseNegatives >= 0 && trueNegatives >= 0,
                "counts must be >= 0, but were %d, %d, %d and %d",
                truePositives,
                falsePositives,
                falseNegatives,
                trueNegatives);
        Require.that(truePositives + falseNegatives > 0, "at least one of the tested must be sick, but none was");
        Require.that(falsePositives + trueNegatives > 0, "at least one of the tested must be healthy, but none was");
    }

    /** The share of the sick that test positive. */
    public double sensitivity() {
        // begin solution: true positives, of all who are sick
        return (double) truePositives / (truePositives + falseNegatives);
        // end solution
    }

    /** The share of the healthy that test negative. */
    public double specificity() {
        // begin solution: true negatives, of all who are healthy
        return (double) trueNegatives / (trueNegatives + falsePositives);
        // end solution
    }

    /**
     * Positive predictive value: the probability to be sick after a positive test.
     *
     * @param prevalence share of sick people among those one tests, in [0, 1]; not that of the study, whose sick and
     *     healthy people were chosen
     */
    public double ppv(double prevalence) {
        requireProbability(prevalence);
        // begin solution: the posterior of sick and healthy, after an observation that these have with
        // probability sensitivity and 1 - specificity
        return Bayes.posterior(new double[] {prevalence, 1 - prevalence}, ofPositive())[0];
        // end solution
    }

    /**
     * Negative predictive value: the probability to be healthy after a negative test.
     *
     * @param prevalence share of sick people among those one tests, in [0, 1]
     */
    public double npv(double prevalence) {
        requireProbability(prevalence);
        // begin solution: likewise, of a negative test
        double[] ofNegative = {1 - sensitivity(), specificity()};
        return Bayes.posterior(new double[] {prevalence, 1 - prevalence}, ofNegative)[1];
        // end solution
    }

    /**
     * The probability to be sick after this test and a second one, both positive, if they err independently: once it is
     * known who is sick, the result of one says nothing about that of the other.
     *
     * @param second another test, or the same once more
     * @param prevalence in [0, 1]
     */
    public double bothPositive(Diagnosis second, double prevalence) {
        requireProbability(prevalence);
        // begin solution: two observations, one after the other
        double[][] likelihoods = {ofPositive(), second.ofPositive()};
        return Bayes.sequential(new double[] {prevalence, 1 - prevalence}, likelihoods)[1][0];
        // end solution
    }

    // begin solution: a helper: the probability of a positive test for the sick and for the healthy
    private double[] ofPositive() {
        return new double[] {sensitivity(), 1 - specificity()};
    }
    // end solution

    private static void requireProbability(double prevalence) {
        Require.that(prevalence >= 0 && prevalence <= 1, "prevalence must be in [0, 1], but was %s", prevalence);
    }
}
