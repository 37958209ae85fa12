package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import autodiff.conditionnumbers.Conditioning;
import autodiff.floatanatomy.Floats;
import autodiff.floatanatomy.Format;
import autodiff.stablenumerics.Functions;
import autodiff.stablenumerics.Sums;
import gradus.checks.Evidence;
import gradus.kit.Matrix;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rooms of the chapter autodiff on numbers against the JDK and Commons Math. */
class NumericsOracleTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    @Test
    @Evidence(LIBRARY)
    void hundredThousandPatternsAgreeWithTheJdk() {
        SplittableRandom random = new SplittableRandom(1);
        Format format = Format.binary64();
        for (int draw = 0; draw < 100_000; draw++) {
            long bits = random.nextLong();
            double x = Double.longBitsToDouble(bits);
            assertEquals(Math.ulp(x), Floats.ulp(x));
            assertEquals(Math.nextUp(x), Floats.nextUp(x));
            assertEquals(x, Floats.value(Floats.decode(bits, format), format));
            assertEquals(bits, Floats.encode(Floats.decode(bits, format), format));
        }
    }

    /** All floats' upper halves: each is its own bfloat16. */
    @Test
    @Evidence(LIBRARY)
    void everyBfloat16IsItself() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float x = Float.intBitsToFloat(bits << 16);
            if (!Float.isNaN(x)) {
                assertEquals(x, (float) Floats.value(Floats.decode(bits, Format.bfloat16()), Format.bfloat16()));
                assertEquals(bits, Floats.toBfloat16(x));
                assertEquals(x, Floats.fromBfloat16(bits));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void sumsAgreeWithBigDecimal(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = IntStream.range(0, 10_000)
                .mapToDouble(i -> Math.scalb(random.nextDouble(-1, 1), random.nextInt(-20, 20)))
                .toArray();
        BigDecimal exact = BigDecimal.ZERO;
        double size = 0;
        for (double value : x) {
            exact = exact.add(new BigDecimal(value));
            size += Math.abs(value);
        }

        assertClose("kahan", exact.doubleValue(), Sums.kahan(x), 3 * 0x1p-53 * size, "BigDecimal says so.");
        assertClose("pairwise", exact.doubleValue(), Sums.pairwise(x), 20 * 0x1p-53 * size, "BigDecimal says so.");
        assertClose(
                "variance",
                new Variance().evaluate(x),
                Sums.meanAndVariance(x)[1],
                1e-12 * size,
                "Commons Math says so.");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void functionsAgreeWithTheJdk(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < 1000; draw++) {
            double x = Math.pow(10, random.nextDouble(-20, -0.1)) * (random.nextBoolean() ? 1 : -1);
            assertEquals(Math.log1p(x), Functions.log1p(x), 1e-15 * Math.abs(x));
            assertEquals(Math.expm1(x), Functions.expm1(x), 1e-15 * Math.abs(x));
        }
    }

    /**
     * The shift of singular values by round-off is 1e-15 of the largest, so that of the quotient 1e-15 times itself.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void conditionNumbersAgreeWithCommonsMath(int seed) {
        double[][] A = Matrix.gaussian(new SplittableRandom(seed), 6, 6);
        double expected = new SingularValueDecomposition(new Array2DRowRealMatrix(A)).getConditionNumber();
        assertClose(
                "conditionNumber",
                expected,
                Conditioning.conditionNumber(A),
                1e-14 * expected * expected,
                "Commons Math says so.");
        double[] ones = new double[6];
        Arrays.fill(ones, 1);
        double[] x = Conditioning.refine(A, Matrix.times(A, ones), 2)[2];
        assertClose("refine", ones, x, 1e-15 * expected, "b is rounded.");
    }
}
