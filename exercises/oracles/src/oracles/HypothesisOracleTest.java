package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.OneWayAnova;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import statistics.anovachisquare.Anova;
import statistics.anovachisquare.ChiSquare;
import statistics.anovachisquare.IncompleteGamma;
import statistics.anovachisquare.Independence;
import statistics.hypothesistests.Difference;
import statistics.hypothesistests.Special;
import statistics.hypothesistests.StudentT;

/** The rooms hypothesis-tests and anova-chi-square against Commons Math. */
class HypothesisOracleTest {
    /** Their continued fractions stop at 1e-14 a step. */
    private static final double TOLERANCE = 1e-10;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void functionsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            double a = Math.exp(random.nextDouble(-3, 7));
            double b = Math.exp(random.nextDouble(-3, 7));
            double x = random.nextDouble();
            double t = a * Math.exp(random.nextDouble(-1, 1));

            assertClose(
                    "logGamma(" + a + ")", Gamma.logGamma(a), Special.logGamma(a), TOLERANCE, "Commons Math says so.");
            assertClose(
                    "incompleteBeta(" + x + ", " + a + ", " + b + ")",
                    Beta.regularizedBeta(x, a, b),
                    Special.incompleteBeta(x, a, b),
                    TOLERANCE,
                    "Commons Math says so.");
            assertClose(
                    "upper(" + a + ", " + t + ")",
                    Gamma.regularizedGammaQ(a, t),
                    IncompleteGamma.upper(a, t),
                    TOLERANCE,
                    "Commons Math says so.");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void distributionsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double m = random.nextDouble(0.5, 60);
        double n = random.nextDouble(0.5, 60);
        TDistribution t = new TDistribution(null, n);
        ChiSquaredDistribution chiSquare = new ChiSquaredDistribution(null, n);
        FDistribution f = new FDistribution(null, m, n);
        statistics.anovachisquare.FDistribution ourF = new statistics.anovachisquare.FDistribution(m, n);
        for (int i = 1; i <= 40; i++) {
            double x = i / 4.0;
            assertClose("density of t", t.density(x - 5), new StudentT(n).density(x - 5), TOLERANCE, "They say so.");
            assertClose(
                    "cumulative of t",
                    t.cumulativeProbability(x - 5),
                    new StudentT(n).cumulative(x - 5),
                    TOLERANCE,
                    "They say so.");
            assertClose(
                    "density of chi-square",
                    chiSquare.density(x),
                    new ChiSquare(n).density(x),
                    TOLERANCE,
                    "They say so.");
            assertClose(
                    "upper of chi-square",
                    1 - chiSquare.cumulativeProbability(x),
                    new ChiSquare(n).upper(x),
                    TOLERANCE,
                    "They say so.");
            assertClose("density of F", f.density(x), ourF.density(x), TOLERANCE, "They say so.");
            assertClose("upper of F", 1 - f.cumulativeProbability(x), ourF.upper(x), TOLERANCE, "They say so.");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void testsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(5 + seed % 4, -2, 3).toArray();
        double[] y = random.doubles(9, 0, 4).toArray();
        double[] z = Arrays.copyOf(y, x.length);
        TTest theirs = new TTest();

        assertSame("oneSample", theirs.t(0.3, x), theirs.tTest(0.3, x), Difference.oneSample(x, 0.3));
        assertSame("paired", theirs.pairedT(x, z), theirs.pairedTTest(x, z), Difference.paired(x, z));
        assertSame("pooled", theirs.homoscedasticT(x, y), theirs.homoscedasticTTest(x, y), Difference.pooled(x, y));
        assertSame("welch", theirs.t(x, y), theirs.tTest(x, y), Difference.welch(x, y));

        List<double[]> groups = List.of(x, y, random.doubles(4, -1, 2).toArray());
        Anova anova = Anova.of(groups.toArray(double[][]::new));
        assertClose("F", new OneWayAnova().anovaFValue(groups), anova.statistic(), TOLERANCE, "They say so.");
        assertClose("its p-value", new OneWayAnova().anovaPValue(groups), anova.pValue(), TOLERANCE, "They say so.");

        long[][] counts = new long[4][3];
        double[][] same = new double[4][3];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                counts[i][j] = random.nextInt(1, 40);
                same[i][j] = counts[i][j];
            }
        }
        Independence independence = Independence.of(same);
        assertClose(
                "chi-square",
                new ChiSquareTest().chiSquare(counts),
                independence.statistic(),
                TOLERANCE,
                "They say so.");
        assertClose(
                "its p-value",
                new ChiSquareTest().chiSquareTest(counts),
                independence.pValue(),
                TOLERANCE,
                "They say so.");
    }

    private static void assertSame(String what, double statistic, double pValue, Difference ours) {
        assertClose("t, " + what, statistic, ours.statistic(), TOLERANCE, "Commons Math says so.");
        assertClose("p-value, " + what, pValue, ours.pValue(), TOLERANCE, "Commons Math says so.");
    }
}
