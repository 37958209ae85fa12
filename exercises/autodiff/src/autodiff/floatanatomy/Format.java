package autodiff.floatanatomy;

import gradus.kit.Require;

/**
 * How a floating-point number is laid out: a sign bit, then the exponent, then the fraction, highest bits first.
 *
 * @param exponentBits number of bits of the exponent, from 2 to 11
 * @param fractionBits number of bits of the fraction, from 1 to 52
 */
public record Format(int exponentBits, int fractionBits) {
    /** @throws IllegalArgumentException if a number of bits is out of range */
    public Format {
        Require.between("exponentBits", exponentBits, 2, 11);
        Require.between("fractionBits", fractionBits, 1, 52);
    }

    /** Java's double: 64 bits. */
    public static Format binary64() {
        return new Format(11, 52);
    }

    /** Java's float: 32 bits. */
    public static Format binary32() {
        return new Format(8, 23);
    }

    /** The upper half of a float, with which networks are trained: 16 bits. */
    public static Format bfloat16() {
        return new Format(8, 7);
    }

    /** What is added to an exponent before it is stored, so that no stored exponent is below 0. */
    public int bias() {
        return (1 << (exponentBits - 1)) - 1;
    }
}
