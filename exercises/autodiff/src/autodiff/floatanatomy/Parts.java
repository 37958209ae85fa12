package autodiff.floatanatomy;

/**
 * A floating-point number taken apart: {@code ±1.fraction · 2^exponent}, or {@code ±0.fraction · 2^exponent} where it
 * is subnormal or zero.
 *
 * @param isNegative whether the sign bit is set; zeros have a sign, too
 * @param exponent the power of two, without bias; for zeros and subnormal numbers the smallest, 1 - bias; for infinity
 *     and NaN bias + 1
 * @param fraction the bits of the fraction, as a whole number
 * @param kind what it is
 */
public record Parts(boolean isNegative, int exponent, long fraction, Kind kind) {
    /** Kinds of floating-point numbers. */
    public enum Kind {
        /** A one stands before the fraction. */
        NORMAL,
        /** A zero stands before the fraction: closer to 0 than any normal number. */
        SUBNORMAL,
        /** Nothing but a sign. */
        ZERO,
        /** Too large. */
        INFINITE,
        /** Not a number, such as 0/0. */
        NAN
    }
}
