package statistics.manycomparisons;

import gradus.kit.Require;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Adjusted p-values: so large that comparing each with one level is safe, however many there are.
 *
 * <p>Source: S. Holm, <i>A Simple Sequentially Rejective Multiple Test Procedure</i>, Scandinavian Journal of
 * Statistics 6, 1979; Y. Benjamini and Y. Hochberg, <i>Controlling the False Discovery Rate</i>, Journal of the Royal
 * Statistical Society B 57, 1995.
 */
public final class Adjust {
    private Adjust() {}

    /**
     * Bonferroni's: {@code m · p}, and at most 1. The probability of any false rejection is at most the level.
     *
     * @param p (m) in [0, 1], at least one
     * @return (m) in the order of p
     */
    public static double[] bonferroni(double[] p) {
        requireProbabilities(p);
        // begin solution: each times their number, cut at 1
        double[] adjusted = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            adjusted[i] = Math.min(1, p.length * p[i]);
        }
        return adjusted;
        // end solution
    }

    /**
     * Holm's, which promises as much and rejects more: the smallest p times m, the next times m - 1, …, the largest
     * times 1; cut at 1, and never below the one before.
     *
     * @param p (m) in [0, 1], at least one
     * @return (m) in the order of p
     */
    public static double[] holm(double[] p) {
        requireProbabilities(p);
        // begin solution: from the smallest up, by order(p); keep the largest so far
        double[] adjusted = new double[p.length];
        int[] order = order(p);
        double largest = 0;
        for (int k = 0; k < p.length; k++) {
            largest = Math.max(largest, Math.min(1, (p.length - k) * p[order[k]]));
            adjusted[order[k]] = largest;
        }
        return adjusted;
        // end solution
    }

    /**
     * Benjamini's and Hochberg's: of what is rejected at a level, in the mean at most that share is false. The smallest
     * p times m/1, the next times m/2, …, the largest times m/m; and never above the one behind.
     *
     * @param p (m) in [0, 1], at least one
     * @return (m) in the order of p
     */
    public static double[] benjaminiHochberg(double[] p) {
        requireProbabilities(p);
        // begin solution: from the largest down, by order(p); keep the smallest so far
        double[] adjusted = new double[p.length];
        int[] order = order(p);
        double smallest = 1;
        for (int k = p.length - 1; k >= 0; k--) {
            smallest = Math.min(smallest, p.length * p[order[k]] / (k + 1));
            adjusted[order[k]] = smallest;
        }
        return adjusted;
        // end solution
    }

    /** One of the above, or p itself. */
    public static double[] by(Method method, double[] p) {
        return switch (method) {
            case NONE -> p.clone();
            case BONFERRONI -> bonferroni(p);
            case HOLM -> holm(p);
            case BENJAMINI_HOCHBERG -> benjaminiHochberg(p);
        };
    }

    /** The indices of p, from the smallest p to the largest. */
    static int[] order(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static void requireProbabilities(double[] p) {
        Require.that(p.length > 0, "p must have at least 1 entry, but is empty");
        for (double value : p) {
            Require.that(value >= 0 && value <= 1, "p must be in [0, 1], but had %s", value);
        }
    }
}
