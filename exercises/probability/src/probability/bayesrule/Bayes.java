package probability.bayesrule;

import gradus.kit.Require;

/**
 * What to think after one has seen something: prior times likelihood, divided by the sum.
 *
 * <p>Source: C. M. Bishop, <i>Pattern Recognition and Machine Learning</i>, Springer 2006, §1.2.3; products in
 * logarithms as in W. H. Press et al., <i>Numerical Recipes</i>, 3rd ed., Cambridge 2007, §16.1.1.
 */
public final class Bayes {
    private Bayes() {}

    /**
     * The probabilities of hypotheses after something was observed: {@code P(Hₖ | E) = P(Hₖ) P(E | Hₖ) / Σₗ P(Hₗ) P(E |
     * Hₗ)}.
     *
     * @param prior (K) at least 0; weights are as good as probabilities, their sum does not matter
     * @param likelihood (K) probability of what was observed under each hypothesis, at least 0
     * @return (K) with sum 1
     * @throws IllegalArgumentException if what was observed is impossible under every hypothesis that was possible
     */
    public static double[] posterior(double[] prior, double[] likelihood) {
        requireWeights("prior", prior);
        requireWeights("likelihood", likelihood);
        Require.length("likelihood", likelihood, prior.length);
        // begin solution: multiply entry by entry, and divide by the sum, which must be above 0: normalised has that
        double[] products = new double[prior.length];
        for (int k = 0; k < prior.length; k++) {
            products[k] = prior[k] * likelihood[k];
        }
        return normalised(products);
        // end solution
    }

    /** Weights divided by their sum, which must be above 0. */
    static double[] normalised(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        Require.that(total > 0, "the observation must be possible under some hypothesis, but has probability 0");
        double[] shares = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            shares[k] = weights[k] / total;
        }
        return shares;
    }

    /**
     * The probabilities after each of several observations, one after the other: today's posterior is tomorrow's prior.
     *
     * @param prior (K)
     * @param likelihoods (nObservations, K) of each observation, which must be independent once the hypothesis is known
     * @return (nObservations, K) after the first, after the first two, …
     */
    public static double[][] sequential(double[] prior, double[][] likelihoods) {
        requireWeights("prior", prior);
        Require.columns("likelihoods", likelihoods, prior.length);
        // begin solution: each row is the posterior of the one before it
        double[][] posteriors = new double[likelihoods.length][];
        double[] now = prior;
        for (int i = 0; i < likelihoods.length; i++) {
            now = posterior(now, likelihoods[i]);
            posteriors[i] = now;
        }
        return posteriors;
        // end solution
    }

    /**
     * The probabilities after all observations at once: the prior times the product of the likelihoods.
     *
     * <p>The product of a thousand likelihoods is 0 in doubles. So logarithms are added, and their largest is
     * subtracted before they become numbers again; it would cancel anyway.
     *
     * @param prior (K)
     * @param likelihoods (nObservations, K)
     * @return (K) with sum 1, the same as the last row of {@link #sequential}
     */
    public static double[] batch(double[] prior, double[][] likelihoods) {
        requireWeights("prior", prior);
        Require.columns("likelihoods", likelihoods, prior.length);
        // begin solution: add logarithms of prior and likelihoods for each hypothesis; subtract the largest; exp;
        // normalised
        double[] logs = new double[prior.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < prior.length; k++) {
            logs[k] = Math.log(prior[k]);
            for (double[] likelihood : likelihoods) {
                logs[k] += Math.log(likelihood[k]);
            }
            largest = Math.max(largest, logs[k]);
        }
        double[] products = new double[prior.length];
        for (int k = 0; k < prior.length; k++) {
            // If all is impossible this is NaN, which normalised refuses.
            products[k] = Math.exp(logs[k] - largest);
        }
        return normalised(products);
        // end solution
    }

    private static void requireWeights(String name, double[] weights) {
        Require.that(weights.length > 0, "%s must have at least 1 entry, but is empty", name);
        for (int k = 0; k < weights.length; k++) {
            Require.that(weights[k] >= 0, "%s must be >= 0, but entry %d was %s", name, k, weights[k]);
        }
    }
}
