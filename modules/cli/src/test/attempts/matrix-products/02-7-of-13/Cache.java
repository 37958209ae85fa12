package linearalgebra.matrixproducts;

import gradus.kit.NotAttempted;
import gradus.kit.Require;

/**
 * A model of a processor's cache: it holds some lines of memory, and when it is full, the one that has not been used
 * for the longest time makes room (least recently used). Real caches only come near to that, and have several levels;
 * but what this one counts explains what clocks measure.
 *
 * <p>Source: J. L. Hennessy and D. A. Patterson, <i>Computer Architecture</i>, 6th ed., Morgan Kaufmann 2017, appendix
 * B.1.
 */
public final class Cache {
    private Cache() {}

    /**
     * How many of the lines that a program touches one after the other are not at hand and must be fetched.
     *
     * @param lines numbers of the lines, in the order in which they are touched
     * @param capacity how many lines fit, at least 1
     * @return in [0, lines.length]
     * @throws IllegalArgumentException if capacity is below 1
     */
    public static int misses(int[] lines, int capacity) {
        Require.that(capacity >= 1, "capacity must be >= 1, but was %d", capacity);
        // TODO keep the lines at hand in the order of their last use; a line that is not among them is a
        throw new NotAttempted();
    }
}
