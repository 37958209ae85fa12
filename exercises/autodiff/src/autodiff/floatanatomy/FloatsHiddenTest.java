package autodiff.floatanatomy;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class FloatsHiddenTest {
    private static final int DRAWS = 200;

    @Graded(stage = 1)
    @Evidence(LIBRARY)
    @DisplayName("decode agrees with Java on any pattern of bits")
    void decodesAnything(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = pattern(random);
            if (!Double.isNaN(x)) {
                assertEquals(
                        FloatsTest.partsOf(x),
                        Floats.decode(Double.doubleToRawLongBits(x), Format.binary64()),
                        "The parts of a double.");
            }
        }
    }

    @Graded(stage = 2)
    @Evidence(LIBRARY)
    @DisplayName("encode and value agree with Java on any pattern of bits")
    void encodesAnything(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = pattern(random);
            if (!Double.isNaN(x)) {
                Parts parts = FloatsTest.partsOf(x);
                assertEquals(
                        Double.doubleToRawLongBits(x),
                        Floats.encode(parts, Format.binary64()),
                        "The bits of a double.");
                assertEquals(x, Floats.value(parts, Format.binary64()), "The value of a double.");
            }
        }
    }

    @Graded(stage = 3)
    @Evidence(LIBRARY)
    @DisplayName("nextUp and ulp agree with Java on any pattern of bits")
    void stepsAnywhere(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = pattern(random);
            assertEquals(Math.nextUp(x), Floats.nextUp(x), "The next larger double.");
            assertEquals(Math.ulp(x), Floats.ulp(x), "The distance to it.");
        }
    }

    @Graded(stage = 4)
    @Evidence(LIBRARY)
    @DisplayName("with 23 bits roundHalfEven agrees with a cast to float")
    void roundsAsCastsDo(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            // Normal floats; every fourth lies in the middle of two.
            double x = Math.scalb(random.nextDouble(1, 2), random.nextInt(-120, 120));
            double middle = ((float) x + (double) Math.nextUp((float) x)) / 2;
            double drawn = (draw % 4 == 0 ? middle : x) * (random.nextBoolean() ? 1 : -1);
            assertEquals((float) drawn, Floats.roundHalfEven(drawn, 23), "As a float.");
        }
    }

    @Graded(stage = 4)
    @Evidence(LIBRARY)
    @DisplayName("no bfloat16 is nearer to a float than the one that toBfloat16 gives")
    void nearest(RandomGenerator random) {
        for (int draw = 0; draw < DRAWS; draw++) {
            float x = (float) Math.scalb(random.nextDouble(1, 2), random.nextInt(-120, 120));
            int bits = Floats.toBfloat16(x);
            double off = Math.abs((double) Float.intBitsToFloat(bits << 16) - x);
            double below = Math.abs((double) Float.intBitsToFloat((bits - 1) << 16) - x);
            double above = Math.abs((double) Float.intBitsToFloat((bits + 1) << 16) - x);
            assertEquals(true, off <= below && off <= above, "The nearest bfloat16.");
            assertEquals(Float.intBitsToFloat(bits << 16), Floats.fromBfloat16(bits), "And back.");
        }
    }

    /** Any pattern; one in four is subnormal. */
    private static double pattern(RandomGenerator random) {
        long bits = random.nextLong();
        return Double.longBitsToDouble(random.nextInt(4) == 0 ? bits & ~(0x7ffL << 52) : bits);
    }
}
