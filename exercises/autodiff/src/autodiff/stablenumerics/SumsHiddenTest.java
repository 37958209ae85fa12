package autodiff.stablenumerics;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class SumsHiddenTest {
    @Graded(stage = 1, points = 2)
    @Evidence(LIBRARY)
    @DisplayName("sums of many numbers stay within their bounds")
    void bounds(RandomGenerator random) {
        int n = random.nextInt(20_000, 30_000);
        double[] x = random.doubles(n, 0.5, 1.5).toArray();
        double exact = exact(x).doubleValue();
        double epsilon = 0x1p-53;

        assertClose("kahan", exact, Sums.kahan(x), 3 * epsilon * exact, "The bound is 2ε of the sum.");
        // Eight numbers in a loop, then 12 halvings; log₂ n is 15.
        assertClose("pairwise", exact, Sums.pairwise(x), 20 * epsilon * exact, "The bound is ε·log₂ n of the sum.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the variance does not change when all numbers are moved")
    void moved(RandomGenerator random) {
        int n = random.nextInt(3, 40);
        double[] x =
                random.doubles(n, -5, 5).map(v -> Math.rint(v * 1024) / 1024).toArray();
        double by = 1L << 26; // x + by is exact
        double[] moved = Arrays.stream(x).map(v -> v + by).toArray();
        double mean = exact(x).doubleValue() / n;
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (n - 1);

        assertClose("meanAndVariance", new double[] {mean, variance}, Sums.meanAndVariance(x), 1e-12, "One by one.");
        // The mean is rounded to 1e-8 here, n times; distances are of order 5.
        assertClose(
                "meanAndVariance of numbers moved by 2^26",
                new double[] {mean + by, variance},
                Sums.meanAndVariance(moved),
                1e-5,
                "Distances to the mean do not change.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("softmax does not change when all numbers grow alike, logSumExp grows with them")
    void shifts(RandomGenerator random) {
        double[] z = random.doubles(random.nextInt(2, 6), -5, 5).toArray();
        double shift = random.nextDouble(800, 2000);
        double[] shifted = Arrays.stream(z).map(x -> x + shift).toArray();

        // z + shift has an error of 2e-13.
        assertClose(
                "logSumExp(z + c) - c",
                Functions.logSumExp(z),
                Functions.logSumExp(shifted) - shift,
                1e-10,
                "Take out the largest.");
        double[] probabilities = Functions.softmax(z);
        assertClose("softmax(z + c)", probabilities, Functions.softmax(shifted), 1e-10, "Differences alone matter.");
        assertClose("sum of softmax", 1, Arrays.stream(probabilities).sum(), 1e-12, "Probabilities.");
    }

    @Graded(stage = 4)
    @Evidence(LIBRARY)
    @DisplayName("log1p and expm1 agree with Java for numbers of any size")
    void anySize(RandomGenerator random) {
        for (int draw = 0; draw < 50; draw++) {
            double x = Math.pow(10, random.nextDouble(-18, 1)) * 0.99;
            double y = x < 0.9 && random.nextBoolean() ? -x : x;
            FunctionsTest.assertRelative("log1p", Math.log1p(y), Functions.log1p(y), "log(u)·x/(u - 1).");
            FunctionsTest.assertRelative("expm1", Math.expm1(y), Functions.expm1(y), "(u - 1)·x/log(u).");
        }
    }

    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("quadraticRoots finds zeros of very different size")
    void zerosOfAnySize(RandomGenerator random) {
        for (int draw = 0; draw < 20; draw++) {
            double small = Math.pow(10, random.nextDouble(-9, -2)) * (random.nextBoolean() ? 1 : -1);
            double large = random.nextDouble(1, 100) * (random.nextBoolean() ? 1 : -1);
            double a = random.nextDouble(0.5, 2) * (random.nextBoolean() ? 1 : -1);
            double[] zeros = Functions.quadraticRoots(a, -a * (small + large), a * small * large);
            assertClose("number of zeros", 2, zeros.length, 0, "Both.");
            // b and c have an error of an ulp each, and the zeros are apart: a few ulps.
            double[] expected = {Math.min(small, large), Math.max(small, large)};
            for (int k = 0; k < 2; k++) {
                assertClose("zero " + k, expected[k], zeros[k], 1e-14 * Math.abs(expected[k]), "q/a and c/q.");
            }
        }
    }

    private static BigDecimal exact(double[] x) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double value : x) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum.round(new MathContext(40));
    }
}
