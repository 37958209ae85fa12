package statistics.manycomparisons;

import gradus.kit.Require;

/**
 * How often one is wrong, over many families of tests. What is rejected has an adjusted p-value of at most the level.
 *
 * <p>Source: Y. Benjamini and Y. Hochberg, <i>Controlling the False Discovery Rate</i>, Journal of the Royal
 * Statistical Society B 57, 1995, §2.1.
 */
public final class Errors {
    private Errors() {}

    /**
     * The familywise error rate: the share of families with at least one false rejection.
     *
     * @param P (nFamilies, nTests) p-values, one family in a row
     * @param isNothing (nTests) whether there is nothing to find in a test, so that its rejection is false
     * @param level in (0, 1)
     */
    public static double familywise(double[][] P, boolean[] isNothing, Method method, double level) {
        requireFamilies(P, isNothing, level);
        // begin solution: rejections of each family; does it have a false one?
        double nFamilies = 0;
        for (double[] p : P) {
            int[] rejections = rejections(p, isNothing, method, level);
            nFamilies += rejections[0] > 0 ? 1 : 0;
        }
        return nFamilies / P.length;
        // end solution
    }

    /**
     * The false discovery rate: the mean over families of the share of false ones among all rejections, which is 0 if
     * nothing is rejected.
     *
     * @param P (nFamilies, nTests) p-values, one family in a row
     * @param isNothing (nTests) whether there is nothing to find in a test, so that its rejection is false
     * @param level in (0, 1)
     */
    public static double falseDiscovery(double[][] P, boolean[] isNothing, Method method, double level) {
        requireFamilies(P, isNothing, level);
        // begin solution: rejections of each family; the share of false ones, if there are any
        double sum = 0;
        for (double[] p : P) {
            int[] rejections = rejections(p, isNothing, method, level);
            sum += rejections[1] == 0 ? 0 : (double) rejections[0] / rejections[1];
        }
        return sum / P.length;
        // end solution
    }

    /** How many rejections of a family are false, and how many there are. */
    static int[] rejections(double[] p, boolean[] isNothing, Method method, double level) {
        // begin solution: adjust by the method, compare with the level, count
        double[] adjusted = Adjust.by(method, p);
        int nFalse = 0;
        int nAll = 0;
        for (int j = 0; j < p.length; j++) {
            if (adjusted[j] <= level) {
                nAll++;
                nFalse += isNothing[j] ? 1 : 0;
            }
        }
        return new int[] {nFalse, nAll};
        // end solution
    }

    private static void requireFamilies(double[][] P, boolean[] isNothing, double level) {
        Require.columns("P", P, isNothing.length);
        for (double[] p : P) {
            Adjust.requireProbabilities(p);
        }
        Require.that(level > 0 && level < 1, "level must be in (0, 1), but was %s", level);
    }
}
