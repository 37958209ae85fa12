package probability.randomnumbers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    private static final long PRIME = (1L << 31) - 1;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("congruential multiplies, adds and takes the remainder")
    void byHand() {
        assertLongs(
                "congruential(5, 3, 16, 7, 5)",
                List.of(6L, 1L, 8L, 11L, 10L),
                Generators.congruential(5, 3, 16, 7, 5),
                "5 · 7 + 3 = 38, which leaves 6; the seed is not part of it.");
        // An odd increment and a multiplier of 1 more than a multiple of 4: all 16 numbers come, then the first again.
        long[] twice = Generators.congruential(5, 3, 16, 7, 32);
        assertEquals(32, twice.length, "congruential(5, 3, 16, 7, 32).length");
        assertEquals(
                16, Arrays.stream(twice).limit(16).distinct().count(), "All 16 numbers come before one comes again.");
        assertEquals(twice[0], twice[16], "The 17th is the first again: a generator goes round.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("the minimal standard has 1043618065 after 10,000 steps")
    void minimalStandard() {
        // S. K. Park and K. W. Miller, Random Number Generators: Good Ones Are Hard to Find, CACM 31, 1988.
        long[] numbers = Generators.congruential(16807, 0, PRIME, 1, 10_000);

        assertEquals(10_000, numbers.length, "congruential(16807, 0, 2³¹ - 1, 1, 10000).length");
        assertEquals(1_043_618_065, numbers[9999], "congruential(16807, 0, 2³¹ - 1, 1, 10000), the last one.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("xorshift shifts three times, to the right without the sign")
    void marsaglia() {
        // G. Marsaglia 2003, xor64 with his seed; and 1, which can be followed by hand.
        assertLongs(
                "xorshift(1, 2)",
                List.of(1_082_269_761L, 1_152_992_998_833_853_505L),
                Generators.xorshift(1, 2),
                "1 ^ 1 << 13 is 8193; ^ 8193 >>> 7 is 8257; ^ 8257 << 17 is 1082269761.");
        assertLongs(
                "xorshift(1L << 63, 2)",
                List.of(-9_151_314_442_816_847_872L, -9_222_809_086_901_354_496L),
                Generators.xorshift(1L << 63, 2),
                "The highest bit is a bit like the others: with >> it would fill up the upper ones.");
        assertLongs(
                "xorshift(88172645463325252, 3)",
                List.of(8_748_534_153_485_358_512L, 3_040_900_993_826_735_515L, 3_453_997_556_048_239_312L),
                Generators.xorshift(88_172_645_463_325_252L, 3),
                "Shift left by 13, right by 7 with >>>, left by 17, each time with ^= x.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("unit takes the upper 53 bits, and never reaches 1")
    void units() {
        assertClose("unit(1L << 62)", 0.25, Generators.unit(1L << 62), 0, "Bit 62 of 64 is a quarter.");
        assertClose("unit(1L << 63)", 0.5, Generators.unit(1L << 63), 0, "Bit 63 is one half: it is no sign here.");
        assertClose("unit(-1)", 1 - 0x1p-53, Generators.unit(-1), 0, "All bits: the largest double below 1.");
        assertClose("unit(2047)", 0, Generators.unit(2047), 0, "The lower 11 bits do not count.");
        assertClose("unit(2048)", 0x1p-53, Generators.unit(2048), 0, "The lowest bit that counts.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("offPlanes is the largest distance from a whole number")
    void distances() {
        assertClose(
                "offPlanes({{0.5, 0.25}, {0.1, 0.3}, {0.2, 0.9}}, {2, -1})",
                0.5,
                Generators.offPlanes(new double[][] {{0.5, 0.25}, {0.1, 0.3}, {0.2, 0.9}}, new int[] {2, -1}),
                1e-15,
                "0.75, -0.1 and -0.5: a quarter, a tenth and one half.");
        assertClose(
                "offPlanes({{0.5, 0.25}, {0.1, 0.3}}, {2, -1})",
                0.25,
                Generators.offPlanes(new double[][] {{0.5, 0.25}, {0.1, 0.3}}, new int[] {2, -1}),
                1e-15,
                "0.75 is a quarter below 1, -0.1 a tenth below 0.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("triples of RANDU stand on planes, those of the minimal standard do not")
    void planesOfRandu() {
        // G. Marsaglia, Random numbers fall mainly in the planes, PNAS 61, 1968. 65539² = 6 · 65539 - 9 modulo 2³¹.
        double[][] randu = triples(Generators.congruential(65_539, 0, 1L << 31, 1, 3000), 1L << 31);
        double[][] standard = triples(Generators.congruential(16_807, 0, PRIME, 1, 3000), PRIME);

        assertClose(
                "offPlanes(1000 triples of RANDU, {9, -6, 1})",
                0,
                Generators.offPlanes(randu, new int[] {9, -6, 1}),
                1e-14,
                "9x - 6y + z is whole, exactly: all have 31 bits.");
        // Were they random, all 1,000 would be within 0.45 of a whole number once in 10⁴⁵ times.
        assertTrue(
                Generators.offPlanes(standard, new int[] {9, -6, 1}) > 0.45,
                "offPlanes(1000 triples of the minimal standard, {9, -6, 1}) must be near 0.5: these are on no such planes.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("so do the 400 triples of RANDU that R comes with")
    void randuOfR() {
        double[][] triples = Datasets.table("r-datasets/randu.csv").numbers("x", "y", "z");

        // Given to six decimals, so off by at most 5e-7 each: (9 + 6 + 1) · 5e-7.
        assertClose(
                "offPlanes(randu, {9, -6, 1})",
                0,
                Generators.offPlanes(triples, new int[] {9, -6, 1}),
                8.1e-6,
                "The largest of 400 distances.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("m must be in [2, 2147483648], but was 1", () -> Generators.congruential(1, 0, 1, 0, 1));
        assertRefused("a must be in [1, 15], but was 16", () -> Generators.congruential(16, 0, 16, 0, 1));
        assertRefused("c must be in [0, 15], but was -1", () -> Generators.congruential(5, -1, 16, 0, 1));
        assertRefused("seed must be in [0, 15], but was 16", () -> Generators.congruential(5, 1, 16, 16, 1));
        assertRefused("n must be >= 1, but was 0", () -> Generators.congruential(5, 1, 16, 1, 0));
        assertRefused("seed must not be 0, for 0 follows 0", () -> Generators.xorshift(0, 1));
        assertRefused("n must be >= 1, but was 0", () -> Generators.xorshift(1, 0));
        assertRefused(
                "points must have 2 columns, but has 1",
                () -> Generators.offPlanes(new double[1][1], new int[] {1, 1}));
    }

    /** Three after three, divided by the modulus. */
    static double[][] triples(long @Nullable [] numbers, long modulus) {
        long[] given = numbers == null ? new long[0] : numbers;
        assertEquals(3000, given.length, "congruential(…, 3000).length");
        double[][] triples = new double[1000][3];
        for (int i = 0; i < 3000; i++) {
            triples[i / 3][i % 3] = (double) given[i] / modulus;
        }
        return triples;
    }

    static void assertLongs(String what, List<Long> expected, long @Nullable [] actual, String hint) {
        assertEquals(
                expected, actual == null ? null : Arrays.stream(actual).boxed().toList(), what + ". " + hint);
    }
}
