package autodiff.floatanatomy;

import autodiff.floatanatomy.Parts.Kind;
import gradus.kit.Require;

/**
 * What the bits of floating-point numbers mean, and how far these numbers are apart.
 *
 * <p>Without its sign, a larger number has a larger pattern of bits: neighbours differ by 1. So rounding and stepping
 * to the next number are sums of whole numbers.
 *
 * <p>Source: IEEE Std 754-2019, <i>Floating-Point Arithmetic</i>, §3.4 and §4.3.1; D. Goldberg, <i>What Every Computer
 * Scientist Should Know About Floating-Point Arithmetic</i>, ACM Computing Surveys 23 (1991), §1.
 */
public final class Floats {
    private Floats() {}

    /**
     * Takes a number apart.
     *
     * @param bits its pattern, in the lowest bits; all others are 0
     */
    public static Parts decode(long bits, Format format) {
        // begin solution: cut out fraction, stored exponent and sign; a stored exponent of all zeros or all ones is
        // special
        int stored = (int) (bits >>> format.fractionBits()) & mask(format.exponentBits());
        long fraction = bits & ((1L << format.fractionBits()) - 1);
        boolean isNegative = (bits >>> (format.fractionBits() + format.exponentBits()) & 1) == 1;
        int exponent = Math.max(stored, 1) - format.bias();
        if (stored == mask(format.exponentBits())) {
            return new Parts(isNegative, exponent, fraction, fraction == 0 ? Kind.INFINITE : Kind.NAN);
        }
        if (stored == 0) {
            return new Parts(isNegative, exponent, fraction, fraction == 0 ? Kind.ZERO : Kind.SUBNORMAL);
        }
        return new Parts(isNegative, exponent, fraction, Kind.NORMAL);
        // end solution
    }

    /** A number with ones in its lowest n bits. */
    private static int mask(int n) {
        return (1 << n) - 1;
    }

    /** Puts a number together again: the pattern of bits from which {@link #decode} makes these parts. */
    public static long encode(Parts parts, Format format) {
        // begin solution: the stored exponent is 0 for zeros and subnormal numbers, else exponent + bias; shift all
        // three to their places
        boolean isSmall = parts.kind() == Kind.ZERO || parts.kind() == Kind.SUBNORMAL;
        long stored = isSmall ? 0 : parts.exponent() + format.bias();
        long sign = parts.isNegative() ? 1 : 0;
        return (sign << format.exponentBits() | stored) << format.fractionBits() | parts.fraction();
        // end solution
    }

    /**
     * The number that parts stand for.
     *
     * @return (-1)^sign · significand · 2^exponent, exactly
     */
    public static double value(Parts parts, Format format) {
        // begin solution: infinity and NaN first; the significand as a whole number is the fraction, with a one
        // before it if normal; Math.scalb(a, n) is a · 2ⁿ
        if (parts.kind() == Kind.NAN) {
            return Double.NaN;
        }
        double sign = parts.isNegative() ? -1 : 1;
        if (parts.kind() == Kind.INFINITE) {
            return sign * Double.POSITIVE_INFINITY;
        }
        long one = parts.kind() == Kind.NORMAL ? 1L << format.fractionBits() : 0;
        return sign * Math.scalb((double) (one + parts.fraction()), parts.exponent() - format.fractionBits());
        // end solution
    }

    /** The distance from 1 to the next larger double. */
    public static double machineEpsilon() {
        // begin solution: halve, as long as 1 plus half of it is more than 1
        double epsilon = 1;
        while (1 + epsilon / 2 > 1) {
            epsilon /= 2;
        }
        return epsilon;
        // end solution
    }

    /** The next larger double; infinity and NaN stay what they are. */
    public static double nextUp(double x) {
        // begin solution: NaN and infinity; both zeros; above 0 the bits plus 1, below 0 less 1
        if (!(x < Double.POSITIVE_INFINITY)) {
            return x;
        }
        if (x == 0) {
            return Double.MIN_VALUE;
        }
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) + (x > 0 ? 1 : -1));
        // end solution
    }

    /**
     * The distance of a double to the next one away from 0, and for the largest the distance to the one before it: a
     * unit in the last place. Infinite for infinity, and NaN for NaN.
     */
    public static double ulp(double x) {
        // begin solution: of the size of x; the difference of neighbours is exact
        double size = Math.abs(x);
        if (size == Double.MAX_VALUE) {
            return size - Double.longBitsToDouble(Double.doubleToRawLongBits(size) - 1);
        }
        return size == Double.POSITIVE_INFINITY ? size : nextUp(size) - size;
        // end solution
    }

    /**
     * Rounds to a double that needs fewer bits. Of two that are equally near, the one whose last bit is 0 is taken, so
     * that errors of many roundings do not all go one way.
     *
     * @param bits number of bits of the fraction that are kept, in [1, 52]
     * @return infinite if it would become too large; infinity and NaN stay what they are
     */
    public static double roundHalfEven(double x, int bits) {
        Require.between("bits", bits, 1, 52);
        // begin solution: drop the lowest 52 - bits bits of the pattern, and make a double of it again
        return Double.isFinite(x) ? Double.longBitsToDouble(dropped(Double.doubleToRawLongBits(x), 52 - bits)) : x;
        // end solution
    }

    // begin solution: a helper: to drop n bits, add just less than half of what they can hold, one more if the bit
    // above them is set, and clear them; what is carried over goes where it belongs, even into the exponent
    private static long dropped(long pattern, int n) {
        if (n == 0) {
            return pattern;
        }
        long lastKept = pattern >>> n & 1;
        return (pattern + (1L << (n - 1)) - 1 + lastKept) >>> n << n;
    }
    // end solution

    /**
     * The bfloat16 next to a float, of two that are equally near the one whose last bit is 0.
     *
     * @return its 16 bits; 0x7fc0 for NaN
     */
    public static int toBfloat16(float x) {
        // begin solution: it is the upper half of the float's bits, after the lower half was rounded away
        return Float.isNaN(x) ? 0x7fc0 : (int) (dropped(Float.floatToRawIntBits(x) & 0xffff_ffffL, 16) >>> 16);
        // end solution
    }

    /**
     * The float that a bfloat16 stands for.
     *
     * @param bits the pattern, in the lowest 16 bits
     */
    public static float fromBfloat16(int bits) {
        // begin solution: half of a float's bits, the others are 0
        return Float.intBitsToFloat(bits << 16);
        // end solution
    }
}
