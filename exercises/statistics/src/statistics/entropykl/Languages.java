package statistics.entropykl;

import gradus.kit.Require;
import java.util.Arrays;

/**
 * Which language a text is in, by its letters alone.
 *
 * <p>Source: C. E. Shannon, <i>Prediction and Entropy of Printed English</i>, Bell System Technical Journal 30, 1951,
 * for texts as draws of letters.
 */
public final class Languages {
    private Languages() {}

    /**
     * The share of each letter among all letters of a text: {@code (count + pseudocount) / (nLetters + K ·
     * pseudocount)}. A pseudocount above 0 keeps a letter that was not seen from being impossible.
     *
     * @param text whose characters outside of the alphabet do not count; capitals are other characters than small
     *     letters
     * @param alphabet of K different characters
     * @param pseudocount added to each count, at least 0
     * @return (K) in the order of the alphabet
     */
    public static double[] shares(String text, String alphabet, double pseudocount) {
        Require.that(pseudocount >= 0, "pseudocount must be >= 0, but was %s", pseudocount);
        Require.that(
                text.chars().anyMatch(c -> alphabet.indexOf(c) >= 0),
                "text must have a letter of the alphabet, but has none");
        // begin solution: begin each count with the pseudocount, count, and divide by the sum
        double[] shares = new double[alphabet.length()];
        Arrays.fill(shares, pseudocount);
        double sum = pseudocount * shares.length;
        for (int i = 0; i < text.length(); i++) {
            int k = alphabet.indexOf(text.charAt(i));
            if (k >= 0) {
                shares[k]++;
                sum++;
            }
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return shares;
        // end solution
    }

    /**
     * The divergences of all pairs of distributions.
     *
     * @param P (n, K) a distribution in each row
     * @return (n, n) in row i and column j the divergence of i, the true one, from j, the one that is believed
     */
    public static double[][] divergences(double[][] P, Unit unit) {
        Require.matrix("P", P);
        // begin solution: Information.kl of each row and each row
        double[][] divergences = new double[P.length][P.length];
        for (int i = 0; i < P.length; i++) {
            for (int j = 0; j < P.length; j++) {
                divergences[i][j] = Information.kl(P[i], P[j], unit);
            }
        }
        return divergences;
        // end solution
    }

    /**
     * In which of several languages a text is likeliest: the one from which the shares of its letters diverge least.
     * Their cross-entropy is the mean surprise of a letter, so least surprise is largest likelihood.
     *
     * @param p (K) shares of the letters of a text
     * @param Q (nLanguages, K) those of each language
     * @return the number of the row, from 0; of several equal ones the first
     */
    public static int nearest(double[] p, double[][] Q) {
        Require.columns("Q", Q, p.length);
        // begin solution: the row with the smallest kl
        int nearest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Q.length; i++) {
            double divergence = Information.kl(p, Q[i], Unit.NATS);
            if (divergence < smallest) {
                smallest = divergence;
                nearest = i;
            }
        }
        return nearest;
        // end solution
    }
}
