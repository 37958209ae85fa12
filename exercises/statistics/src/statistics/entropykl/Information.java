package statistics.entropykl;

import gradus.kit.Require;
import probability.distributionssampling.Normal;

/**
 * How much a distribution leaves open, and what it costs to believe in another one.
 *
 * <p>Everywhere {@code 0 · log 0} is 0: what never happens surprises nobody.
 *
 * <p>Source: T. M. Cover and J. A. Thomas, <i>Elements of Information Theory</i>, 2nd ed., Wiley 2006, §2.1 to §2.6; J.
 * Lin, <i>Divergence Measures Based on the Shannon Entropy</i>, IEEE Transactions on Information Theory 37, 1991.
 */
public final class Information {
    /** So much may a sum of probabilities miss 1. */
    private static final double SUM_TOLERANCE = 1e-9;

    private Information() {}

    /**
     * Entropy, the mean surprise: {@code H(p) = -Σ pₖ log pₖ}.
     *
     * @param p (K) probabilities, which sum to 1
     * @return in [0, log K]
     */
    public static double entropy(double[] p, Unit unit) {
        requireDistribution("p", p);
        // begin solution: add each p times its logarithm, where p is above 0; turn the sign, change the unit
        double sum = 0;
        for (double probability : p) {
            if (probability > 0) {
                sum -= probability * Math.log(probability);
            }
        }
        return unit.of(sum);
        // end solution
    }

    /**
     * The mean surprise of someone who believes in q while p is true: {@code H(p, q) = -Σ pₖ log qₖ}.
     *
     * @param p (K) probabilities, which sum to 1
     * @param q (K) likewise
     * @return at least the entropy of p; infinite if something happens that q calls impossible
     */
    public static double crossEntropy(double[] p, double[] q, Unit unit) {
        requireDistributions(p, q);
        // begin solution: add p times the logarithm of q, where p is above 0; turn the sign, change the unit
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            if (p[k] > 0) {
                sum -= p[k] * Math.log(q[k]);
            }
        }
        return unit.of(sum);
        // end solution
    }

    /**
     * The divergence of Kullback and Leibler, by how much the belief in q surprises more than necessary: {@code D(p ‖
     * q) = Σ pₖ log(pₖ/qₖ) = H(p, q) - H(p)}.
     *
     * <p>One logarithm of the quotient, since the difference of two entropies loses digits where p and q are close.
     *
     * @param p (K) probabilities, which sum to 1
     * @param q (K) likewise
     * @return 0 if both are the same, otherwise above; infinite if something happens that q calls impossible
     */
    public static double kl(double[] p, double[] q, Unit unit) {
        requireDistributions(p, q);
        // begin solution: add p times the logarithm of p/q, where p is above 0
        double sum = 0;
        for (int k = 0; k < p.length; k++) {
            if (p[k] > 0) {
                sum += p[k] * Math.log(p[k] / q[k]);
            }
        }
        return unit.of(sum);
        // end solution
    }

    /**
     * The divergence of two normal distributions, which has a formula: {@code log(σq/σp) + (σp² + (μp - μq)²) / (2 σq²)
     * - 1/2}.
     *
     * @param p the true one
     * @param q the one that is believed
     */
    public static double gaussianKl(Normal p, Normal q, Unit unit) {
        // begin solution: with the quotient of the deviations and the distance of the means in deviations of q
        double ratio = p.deviation() / q.deviation();
        double distance = (p.mean() - q.mean()) / q.deviation();
        return unit.of((ratio * ratio + distance * distance - 1) / 2 - Math.log(ratio));
        // end solution
    }

    /**
     * The divergence of Jensen and Shannon: the mean of the divergences of p and of q from their mean.
     *
     * @param p (K) probabilities, which sum to 1
     * @param q (K) likewise
     * @return in [0, 1 bit], the same if p and q are exchanged; 1 bit if they have nothing in common
     */
    public static double jensenShannon(double[] p, double[] q, Unit unit) {
        requireDistributions(p, q);
        // begin solution: the mean of both distributions, and kl of each from it
        double[] middle = new double[p.length];
        for (int k = 0; k < p.length; k++) {
            middle[k] = (p[k] + q[k]) / 2;
        }
        return (kl(p, middle, unit) + kl(q, middle, unit)) / 2;
        // end solution
    }

    /**
     * What one of two things says about the other: the divergence of their joint distribution from what it would be if
     * they had nothing to do with each other, {@code I = Σ pᵢⱼ log(pᵢⱼ / (pᵢ. p.ⱼ))}.
     *
     * @param joint (nRows, nColumns) probabilities of all pairs, which sum to 1
     * @return 0 if they are independent, otherwise above
     */
    public static double mutualInformation(double[][] joint, Unit unit) {
        Require.matrix("joint", joint);
        requireDistribution("joint", flat(joint));
        // begin solution: sums of rows and columns; their products in a matrix like joint; kl of both, flat
        double[] rows = new double[joint.length];
        double[] columns = new double[joint[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                rows[i] += joint[i][j];
                columns[j] += joint[i][j];
            }
        }
        double[][] independent = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                independent[i][j] = rows[i] * columns[j];
            }
        }
        return kl(flat(joint), flat(independent), unit);
        // end solution
    }

    /** The rows of a matrix, one after the other. */
    static double[] flat(double[][] A) {
        double[] flat = new double[A.length * A[0].length];
        for (int i = 0; i < A.length; i++) {
            System.arraycopy(A[i], 0, flat, i * A[0].length, A[0].length);
        }
        return flat;
    }

    private static void requireDistributions(double[] p, double[] q) {
        requireDistribution("p", p);
        Require.length("q", q, p.length);
        requireDistribution("q", q);
    }

    private static void requireDistribution(String name, double[] p) {
        Require.that(p.length > 0, "%s must have at least 1 entry, but is empty", name);
        double sum = 0;
        for (double probability : p) {
            Require.that(probability >= 0, "%s must be >= 0, but one entry was %s", name, probability);
            sum += probability;
        }
        Require.that(Math.abs(sum - 1) <= SUM_TOLERANCE, "%s must sum to 1, but its sum was %s", name, sum);
    }
}
