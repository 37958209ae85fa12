package probability.randomnumbers;

import gradus.kit.Require;

/**
 * Numbers that look random and are computed: each from the one before it.
 *
 * <p>Source: D. E. Knuth, <i>The Art of Computer Programming</i>, vol. 2, 3rd ed., Addison-Wesley 1997, §3.2.1 and
 * §3.3.4; G. Marsaglia, <i>Xorshift RNGs</i>, Journal of Statistical Software 8(14), 2003.
 */
public final class Generators {
    private static final long MAX_MODULUS = 1L << 31;

    private Generators() {}

    /**
     * A linear congruential generator: {@code xᵢ₊₁ = (a xᵢ + c) mod m}.
     *
     * @param a multiplier, in [1, m - 1]
     * @param c increment, in [0, m - 1]
     * @param m modulus, in [2, 2³¹], so that no product is too large for a long
     * @param seed x₀, in [0, m - 1]; it is not part of the result
     * @param n how many, at least 1
     * @return (n) x₁, x₂, … in [0, m - 1]
     */
    public static long[] congruential(long a, long c, long m, long seed, int n) {
        Require.that(m >= 2 && m <= MAX_MODULUS, "m must be in [2, 2147483648], but was %d", m);
        Require.that(a >= 1 && a < m, "a must be in [1, %d], but was %d", m - 1, a);
        Require.that(c >= 0 && c < m, "c must be in [0, %d], but was %d", m - 1, c);
        Require.that(seed >= 0 && seed < m, "seed must be in [0, %d], but was %d", m - 1, seed);
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        // begin solution: multiply, add, take the remainder; n times
        long[] numbers = new long[n];
        long x = seed;
        for (int i = 0; i < n; i++) {
            x = (a * x + c) % m;
            numbers[i] = x;
        }
        return numbers;
        // end solution
    }

    /**
     * Marsaglia's generator of 64 bits: {@code x ^= x << 13}, then {@code x ^= x >>> 7}, then {@code x ^= x << 17}. It
     * goes through all longs but 0.
     *
     * @param seed x₀, not 0; it is not part of the result
     * @param n how many, at least 1
     * @return (n) x₁, x₂, …, of any sign
     */
    public static long[] xorshift(long seed, int n) {
        Require.that(seed != 0, "seed must not be 0, for 0 follows 0");
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        // begin solution: three times shift and exclusive or, to the right without the sign; n times
        long[] numbers = new long[n];
        long x = seed;
        for (int i = 0; i < n; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
            numbers[i] = x;
        }
        return numbers;
        // end solution
    }

    /**
     * A number in [0, 1) from 64 bits: the upper 53, as many as a double holds, times 2⁻⁵³.
     *
     * <p>The upper ones, because in many generators the lower ones are the worst; 53, because a 54th would round some
     * up to 1.
     */
    public static double unit(long bits) {
        // begin solution: shift out 11 bits, without the sign; times 2⁻⁵³, which is 0x1p-53
        return (bits >>> 11) * 0x1p-53;
        // end solution
    }

    /**
     * How far from being whole the numbers {@code normal · point} are. If it is near 0, the points stand on a few
     * parallel planes, which no random points do.
     *
     * @param points (nPoints, nDimensions) in [0, 1)
     * @param normal (nDimensions) whole numbers
     * @return the largest distance from the nearest whole number, in [0, 0.5]
     */
    public static double offPlanes(double[][] points, int[] normal) {
        Require.columns("points", points, normal.length);
        // begin solution: for each point the sum of the products, and its distance from Math.rint of it; the largest
        double largest = 0;
        for (double[] point : points) {
            double sum = 0;
            for (int j = 0; j < normal.length; j++) {
                sum += normal[j] * point[j];
            }
            largest = Math.max(largest, Math.abs(sum - Math.rint(sum)));
        }
        return largest;
        // end solution
    }
}
