package probability.limittheorems;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

/** Everything drawn here is exact but for rounding: no check depends on luck. */
class LimitsHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("differences of n times the mean give the draws back")
    void draws(RandomGenerator random) {
        double[] x = random.doubles(30, -5, 5).toArray();
        double[] means = Limits.runningMeans(x);
        assertEquals(30, means.length, "One mean for each draw.");
        double[] back = new double[30];
        for (int i = 0; i < 30; i++) {
            back[i] = (i + 1) * means[i] - (i == 0 ? 0 : i * means[i - 1]);
        }

        assertClose("draws", x, back, 1e-12, "Divide by the number of draws so far.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("sums do not depend on units, and a histogram has the area 1")
    void units(RandomGenerator random) {
        double[][] X = new double[20][];
        double[][] changed = new double[20][];
        for (int i = 0; i < 20; i++) {
            X[i] = random.doubles(7).toArray();
            changed[i] = Arrays.stream(X[i]).map(v -> 32 + 1.8 * v).toArray();
        }
        double[] sums = Limits.standardisedSums(X, 0.5, 0.3);
        double area = Arrays.stream(Limits.histogram(X[0], -1, 2, 12)).sum() * 3 / 12;

        assertEquals(20, sums.length, "One sum for each row.");
        assertClose(
                "other units",
                sums,
                Limits.standardisedSums(changed, 32.9, 0.54),
                1e-11,
                "Less the mean, by the deviation.");
        assertClose("area", 1, area, 1e-12, "Shares by the width.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("power finds any power")
    void anyPower(RandomGenerator random) {
        double b = random.nextDouble(-2, 2);
        double c = random.nextDouble(0.5, 5);
        double[] n = random.doubles(6, 1, 100).toArray();

        // Logarithms up to 10, by a spread of log n of order 1.
        assertClose(
                "power",
                b,
                Limits.power(n, Arrays.stream(n).map(v -> c * Math.pow(v, b)).toArray()),
                1e-10,
                "A slope.");
    }
}
