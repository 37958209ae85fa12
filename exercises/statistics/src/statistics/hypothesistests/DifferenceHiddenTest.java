package statistics.hypothesistests;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class DifferenceHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the incomplete beta function of whole numbers is a sum of binomial probabilities")
    void binomial(RandomGenerator random) {
        int n = random.nextInt(3, 25);
        int k = random.nextInt(1, n + 1);
        double p = random.nextDouble(0.05, 0.95);
        double sum = 0;
        double term = Math.pow(1 - p, n);
        for (int j = 0; j <= n; j++) {
            sum += j >= k ? term : 0;
            term *= (double) (n - j) / (j + 1) * p / (1 - p);
        }

        assertClose(
                "Iₚ(k, n - k + 1)",
                sum,
                Special.incompleteBeta(p, k, n - k + 1),
                1e-12,
                "The probability of at least k of n events.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the cumulative distribution is the area below the density")
    void area(RandomGenerator random) {
        StudentT student = new StudentT(random.nextDouble(1, 40));
        double t = random.nextDouble(-4, 4);
        double h = 0.01;
        double simpson = h / 3 * (student.density(t - h) + 4 * student.density(t) + student.density(t + h));

        // Simpson's error is h⁵/90 times the fourth derivative, at most 8: 1e-11.
        assertClose(
                "cumulative(t + h) - cumulative(t - h)",
                simpson,
                student.cumulative(t + h) - student.cumulative(t - h),
                2e-11,
                "As much as the density's area between them.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("a shift of both samples changes nothing, one of the first changes the difference alone")
    void shifts(RandomGenerator random) {
        double[] x = random.doubles(7, -3, 3).toArray();
        double[] y = random.doubles(7, -1, 5).toArray();
        double[] up = new double[7];
        for (int i = 0; i < 7; i++) {
            up[i] = x[i] + 2.5;
        }

        assertShifted(Difference.oneSample(x, 0.5), Difference.oneSample(up, 0.5));
        assertShifted(Difference.paired(x, y), Difference.paired(up, y));
        assertShifted(Difference.pooled(x, y), Difference.pooled(up, y));
        assertShifted(Difference.welch(x, y), Difference.welch(up, y));
        assertClose(
                "p",
                Difference.oneSample(x, 0.5).pValue(),
                Difference.oneSample(up, 3).pValue(),
                1e-11,
                "No shift is left.");
    }

    private static void assertShifted(Difference before, Difference after) {
        assertClose("difference", before.value() + 2.5, after.value(), 1e-12, "First less second.");
        assertClose("standard error", before.standardError(), after.standardError(), 1e-12, "From deviations alone.");
        assertClose("degrees", before.degrees(), after.degrees(), 1e-11, "From variances and sizes alone.");
    }
}
