package autodiff.floatanatomy;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import autodiff.floatanatomy.Parts.Kind;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nothing here is rounded: every value is compared exactly. */
class FloatsTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("decode takes normal numbers apart")
    void normalNumbers() {
        assertDecoded(new Parts(false, 0, 0, Kind.NORMAL), 1.0, "1.0 · 2⁰; the stored exponent is the bias, 1023.");
        assertDecoded(new Parts(true, 2, 1L << 50, Kind.NORMAL), -5.0, "-1.25 · 2²: the fraction is a quarter of 2⁵².");
        assertDecoded(new Parts(false, -4, 0x999999999999aL, Kind.NORMAL), 0.1, "1.6 · 2⁻⁴, and it goes on for ever.");
        assertDecoded(
                new Parts(false, 1023, (1L << 52) - 1, Kind.NORMAL),
                Double.MAX_VALUE,
                "All ones, but in the exponent.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("decode knows zeros, subnormal numbers, infinity and NaN")
    void specialNumbers() {
        assertDecoded(new Parts(false, -1022, 0, Kind.ZERO), 0.0, "All bits are 0; the exponent is 1 - 1023.");
        assertDecoded(new Parts(true, -1022, 0, Kind.ZERO), -0.0, "A zero with a sign.");
        assertDecoded(new Parts(false, -1022, 1, Kind.SUBNORMAL), Double.MIN_VALUE, "0.00…1 · 2^-1022.");
        assertDecoded(new Parts(false, -1022, 0, Kind.NORMAL), Double.MIN_NORMAL, "1.0 · 2^-1022: the same exponent.");
        assertDecoded(
                new Parts(true, 1024, 0, Kind.INFINITE), Double.NEGATIVE_INFINITY, "Exponent all ones, fraction 0.");
        assertDecoded(new Parts(false, 1024, 1L << 51, Kind.NAN), Double.NaN, "Exponent all ones, fraction not 0.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("decode reads other formats by their number of bits")
    void otherFormats() {
        assertEquals(
                new Parts(true, -2, 1L << 22, Kind.NORMAL),
                Floats.decode(Float.floatToRawIntBits(-0.375f) & 0xffff_ffffL, Format.binary32()),
                "-0.375 as a float: -1.5 · 2⁻², bias 127");
        assertEquals(
                new Parts(false, 7, 0x48, Kind.NORMAL),
                Floats.decode(0x4348, Format.bfloat16()),
                "0x4348 as bfloat16: 200 is 1.5625 · 2⁷");
        assertEquals(
                new Parts(true, 1, 1, Kind.NORMAL),
                Floats.decode(0b1_10_1, new Format(2, 1)),
                "1 10 1 with bias 1: -1.5 · 2");
        assertEquals(
                new Parts(false, 0, 1, Kind.SUBNORMAL), Floats.decode(0b0_00_1, new Format(2, 1)), "0 00 1: 0.5 · 2⁰");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("encode puts the bits in their places")
    void encodes() {
        for (double x : new double[] {
            1, -5, 0.1, 0.0, -0.0, 4.9e-324, 2.2250738585072014E-308, Double.MAX_VALUE, Double.NEGATIVE_INFINITY
        }) {
            long bits = Double.doubleToRawLongBits(x);
            Parts parts = partsOf(x);
            assertEquals(bits, Floats.encode(parts, Format.binary64()), "encode of the parts of " + x);
        }
        assertEquals(
                0x4348, Floats.encode(new Parts(false, 7, 0x48, Kind.NORMAL), Format.bfloat16()), "200 as bfloat16");
        assertEquals(0b1_11_1, Floats.encode(new Parts(true, 2, 1, Kind.NAN), new Format(2, 1)), "NaN in four bits");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("value is the number that the parts stand for")
    void values() {
        Format format = new Format(3, 2);
        assertEquals(
                -5, Floats.value(new Parts(true, 2, 1, Kind.NORMAL), format), "-1.25 · 2², with 2 bits of fraction");
        assertEquals(0.1875, Floats.value(new Parts(false, -2, 3, Kind.SUBNORMAL), format), "0.75 · 2⁻²");
        assertEquals(0.25, Floats.value(new Parts(false, -2, 0, Kind.NORMAL), format), "1.0 · 2⁻²");
        assertEquals(-0.0, Floats.value(new Parts(true, -2, 0, Kind.ZERO), format), "minus zero");
        assertEquals(
                Double.NEGATIVE_INFINITY, Floats.value(new Parts(true, 4, 0, Kind.INFINITE), format), "minus infinity");
        assertEquals(Double.NaN, Floats.value(new Parts(true, 4, 2, Kind.NAN), format), "NaN has no sign that counts");
        Format binary64 = Format.binary64();
        assertEquals(0.1, Floats.value(new Parts(false, -4, 0x999999999999aL, Kind.NORMAL), binary64), "0.1");
        assertEquals(
                Double.MIN_VALUE,
                Floats.value(new Parts(false, -1022, 1, Kind.SUBNORMAL), binary64),
                "the smallest double above 0");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("machineEpsilon is 2⁻⁵²")
    void epsilon() {
        // IEEE Std 754-2019, table 3.5: a precision of 53 bits.
        assertEquals(
                2.220446049250313e-16,
                Floats.machineEpsilon(),
                "machineEpsilon(), the distance from 1 to the next double");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("nextUp goes to the neighbour, on both sides of 0")
    void neighbours() {
        assertEquals(1 + 0x1p-52, Floats.nextUp(1), "nextUp(1)");
        assertEquals(-1 + 0x1p-53, Floats.nextUp(-1), "nextUp(-1): towards 0 the doubles are closer");
        assertEquals(Double.MIN_VALUE, Floats.nextUp(0.0), "nextUp(0)");
        assertEquals(Double.MIN_VALUE, Floats.nextUp(-0.0), "nextUp(-0): the zeros are equal");
        assertEquals(-0.0, Floats.nextUp(-Double.MIN_VALUE), "nextUp of the largest double below 0");
        assertEquals(Double.MIN_NORMAL, Floats.nextUp(0x0.fffffffffffffp-1022), "from subnormal to normal");
        assertEquals(0x1p100, Floats.nextUp(0x1.fffffffffffffp99), "over a power of two");
        assertEquals(Double.POSITIVE_INFINITY, Floats.nextUp(Double.MAX_VALUE), "behind the largest");
        assertEquals(Double.POSITIVE_INFINITY, Floats.nextUp(Double.POSITIVE_INFINITY), "infinity stays");
        assertEquals(-Double.MAX_VALUE, Floats.nextUp(Double.NEGATIVE_INFINITY), "nextUp of minus infinity");
        assertEquals(Double.NaN, Floats.nextUp(Double.NaN), "NaN stays");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("ulp grows with the number, by powers of two")
    void unitsInTheLastPlace() {
        assertEquals(0x1p-52, Floats.ulp(1), "ulp(1)");
        assertEquals(0x1p-52, Floats.ulp(-1.75), "ulp(-1.75): the same up to 2, and of either sign");
        assertEquals(0x1p-51, Floats.ulp(2), "ulp(2)");
        assertEquals(2, Floats.ulp(1e16), "ulp(1e16): odd numbers are missing there");
        assertEquals(Double.MIN_VALUE, Floats.ulp(0), "ulp(0)");
        assertEquals(Double.MIN_VALUE, Floats.ulp(Double.MIN_NORMAL), "ulp of the smallest normal number");
        assertEquals(0x1p971, Floats.ulp(Double.MAX_VALUE), "ulp of the largest");
        assertEquals(Double.POSITIVE_INFINITY, Floats.ulp(Double.NEGATIVE_INFINITY), "ulp of infinity");
        assertEquals(Double.NaN, Floats.ulp(Double.NaN), "ulp of NaN");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("roundHalfEven takes the nearest, and of two the even one")
    void rounds() {
        assertEquals(1.25, Floats.roundHalfEven(1.3, 2), "1.3 with 2 bits: 1.25 is nearer than 1.5");
        assertEquals(1.5, Floats.roundHalfEven(1.4, 2), "1.4 with 2 bits: 1.5 is nearer than 1.25");
        assertEquals(1.0, Floats.roundHalfEven(1.125, 2), "1.125 is in the middle: 1.00 is even, 1.01 is odd");
        assertEquals(1.5, Floats.roundHalfEven(1.375, 2), "1.375 is in the middle: 1.10 is even, 1.01 is odd");
        assertEquals(1.25, Floats.roundHalfEven(1.125 + 0x1p-52, 2), "a little above the middle");
        assertEquals(-6, Floats.roundHalfEven(-5.5, 2), "-5.5 is -1.375 · 4: the sign changes nothing");
        assertEquals(2, Floats.roundHalfEven(1.9, 2), "1.9 with 2 bits: up into the next power of two");
        assertEquals(0.1, Floats.roundHalfEven(0.1, 52), "with 52 bits nothing is dropped");
        assertEquals(16777216, Floats.roundHalfEven(16777217, 23), "2²⁴ + 1 with the 23 bits of a float");
        assertEquals(
                Double.POSITIVE_INFINITY,
                Floats.roundHalfEven(Double.MAX_VALUE, 10),
                "the largest is nearer to infinity");
        assertEquals(Double.NaN, Floats.roundHalfEven(Double.NaN, 3), "NaN stays");
        assertEquals(Double.NEGATIVE_INFINITY, Floats.roundHalfEven(Double.NEGATIVE_INFINITY, 3), "infinity stays");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("bfloat16 is the upper half of a float, rounded")
    void halfFloats() {
        assertEquals(0x4348, Floats.toBfloat16(200), "toBfloat16(200)");
        assertEquals(
                0xc049,
                Floats.toBfloat16(-3.1415927f),
                "toBfloat16(-π): 0xc0490fdb, the lower half is below the middle");
        assertEquals(0x3f8e, Floats.toBfloat16(1.111f), "toBfloat16(1.111): 0x3f8e353f");
        assertEquals(0x3eab, Floats.toBfloat16(1 / 3f), "toBfloat16(1/3): 0x3eaaaaab is rounded up");
        assertEquals(0x3f80, Floats.toBfloat16(1 + 0x1p-8f), "in the middle, down to the even one");
        assertEquals(0x3f82, Floats.toBfloat16(1 + 0x3p-8f), "in the middle, up to the even one");
        assertEquals(0x7f80, Floats.toBfloat16(Float.MAX_VALUE), "the largest float becomes infinite");
        assertEquals(0xff80, Floats.toBfloat16(Float.NEGATIVE_INFINITY), "infinity stays");
        assertEquals(
                0x7fc0, Floats.toBfloat16(Float.intBitsToFloat(0x7f800001)), "NaN stays NaN, whatever its lower half");
        assertEquals(200f, Floats.fromBfloat16(0x4348), "fromBfloat16(0x4348)");
        assertEquals(-3.140625f, Floats.fromBfloat16(0xc049), "fromBfloat16(0xc049)");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("bits must be in [1, 52], but was 0", () -> Floats.roundHalfEven(1, 0));
        assertRefused("exponentBits must be in [2, 11], but was 12", () -> new Format(12, 3));
        assertRefused("fractionBits must be in [1, 52], but was 0", () -> new Format(3, 0));
        assertEquals(1023, Format.binary64().bias());
        assertEquals(127, Format.bfloat16().bias());
    }

    private static void assertDecoded(Parts expected, double x, String hint) {
        assertEquals(
                expected, Floats.decode(Double.doubleToLongBits(x), Format.binary64()), "decode of " + x + ". " + hint);
    }

    /** What decode should give, by Java's own means. */
    static Parts partsOf(double x) {
        long fraction = Double.doubleToRawLongBits(x) & (1L << 52) - 1;
        boolean isNegative = Math.copySign(1, x) < 0;
        Kind kind = Double.isNaN(x)
                ? Kind.NAN
                : Double.isInfinite(x)
                        ? Kind.INFINITE
                        : x == 0 ? Kind.ZERO : Math.abs(x) < Double.MIN_NORMAL ? Kind.SUBNORMAL : Kind.NORMAL;
        return new Parts(isNegative, Math.max(-1022, Math.getExponent(x)), fraction, kind);
    }
}
