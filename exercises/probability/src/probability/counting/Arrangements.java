package probability.counting;

import gradus.kit.Require;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many ways there are, and all of them, one after the other.
 *
 * <p>There are 2.4e18 orders of 20 things: nobody can keep them, but each can be made from the one before it when it is
 * asked for.
 *
 * <p>Source: D. E. Knuth, <i>The Art of Computer Programming</i>, vol. 4A, Addison-Wesley 2011, §7.2.1.2 (algorithm L)
 * and §7.2.1.3.
 */
public final class Arrangements {
    private Arrangements() {}

    /**
     * How many sets of k of n things there are: {@code C(n, k) = n! / (k! (n - k)!)}, exactly.
     *
     * <p>From {@code C(m - 1, i - 1)} to {@code C(m, i)} one multiplies by m and divides by i. To divide first, as far
     * as possible, keeps everything on the way below the result, while 21! does not even fit into a long.
     *
     * @param n at least 0
     * @param k in [0, n]
     * @throws ArithmeticException if the result is above 2⁶³ - 1
     */
    public static long binomial(int n, int k) {
        Require.that(n >= 0, "n must be >= 0, but was %d", n);
        Require.between("k", k, 0, n);
        // begin solution: for the smaller of k and n - k: for i = 1, 2, … times n - k + i, by i; divide both
        // factors by what they share with i before multiplyExact
        int few = Math.min(k, n - k);
        long result = 1;
        for (int i = 1; i <= few; i++) {
            long shared = gcd(result, i);
            result = Math.multiplyExact(result / shared, (n - few + i) / (i / shared));
        }
        return result;
        // end solution
    }

    /** The greatest number that divides both, by Euclid's algorithm. */
    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /**
     * The order that follows in a dictionary.
     *
     * <p>From the right the numbers rise for a while; the first that is smaller than its right neighbour can grow. It
     * changes places with the next larger one behind it, and what is behind is turned round, so that it begins with the
     * smallest.
     *
     * @param order (n) each number from 0 to n - 1 once; not changed
     * @return (n) the next one, or nothing after the last
     */
    public static Optional<int[]> nextPermutation(int[] order) {
        // begin solution: in a copy: find from the right the first number below its right neighbour; exchange
        // it with the last number above it; turn round what is behind its place
        int[] next = order.clone();
        int i = next.length - 2;
        while (i >= 0 && next[i] > next[i + 1]) {
            i--;
        }
        if (i < 0) {
            return Optional.empty();
        }
        int j = next.length - 1;
        while (next[j] < next[i]) {
            j--;
        }
        exchange(next, i, j);
        for (int left = i + 1, right = next.length - 1; left < right; left++, right--) {
            exchange(next, left, right);
        }
        return Optional.of(next);
        // end solution
    }

    private static void exchange(int[] a, int i, int j) {
        int kept = a[i];
        a[i] = a[j];
        a[j] = kept;
    }

    /**
     * The set that follows in a dictionary: the last number that can still grow does so by 1, and those behind it
     * follow as closely as they can.
     *
     * @param chosen (k) rising numbers from 0 to n - 1; not changed
     * @param n how many there are to choose from
     * @return (k) the next one, or nothing after the last
     */
    public static Optional<int[]> nextCombination(int[] chosen, int n) {
        // begin solution: in a copy: find from the right the first entry i below its largest value, n - k +
        // i; add 1; each behind it is 1 more than the one before
        int[] next = chosen.clone();
        int i = next.length - 1;
        while (i >= 0 && next[i] == n - next.length + i) {
            i--;
        }
        if (i < 0) {
            return Optional.empty();
        }
        next[i]++;
        for (int j = i + 1; j < next.length; j++) {
            next[j] = next[j - 1] + 1;
        }
        return Optional.of(next);
        // end solution
    }

    /**
     * All orders of 0 to n - 1, as in a dictionary, each made when it is asked for.
     *
     * @param n at least 1
     */
    public static Iterator<int[]> permutations(int n) {
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        return new Lazy(
                IntStream.range(0, n).toArray(), order -> nextPermutation(order).orElse(null));
    }

    /**
     * All sets of k of the numbers 0 to n - 1, as in a dictionary, each made when it is asked for.
     *
     * @param n at least 1
     * @param k in [1, n]
     */
    public static Iterator<int[]> combinations(int n, int k) {
        Require.between("k", k, 1, n);
        return new Lazy(
                IntStream.range(0, k).toArray(),
                chosen -> nextCombination(chosen, n).orElse(null));
    }

    /** Begins somewhere and makes each from the one before. */
    private static final class Lazy implements Iterator<int[]> {
        private final UnaryOperator<int @Nullable []> following;
        private int @Nullable [] upcoming;

        Lazy(int[] first, UnaryOperator<int @Nullable []> following) {
            this.upcoming = first;
            this.following = following;
        }

        @Override
        public boolean hasNext() {
            // begin solution: whether something is upcoming; asking again changes nothing
            return upcoming != null;
            // end solution
        }

        @Override
        public int[] next() {
            // begin solution: NoSuchElementException at the end; else what was upcoming, and the one following it is
            // upcoming
            if (upcoming == null) {
                throw new NoSuchElementException("there are no more");
            }
            int[] current = upcoming;
            upcoming = following.apply(current);
            return current;
            // end solution
        }
    }
}
