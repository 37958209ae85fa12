package autodiff.stablenumerics;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SumsTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("kahan and pairwise add up")
    void addUp() {
        double[] x = {3, -7.5, 20, 0.25, 4, 4, 1, -9, 12, 100, -2, 0.5};
        assertClose("kahan of 12 numbers", 126.25, Sums.kahan(x), 0, "Nothing is rounded here.");
        assertClose("pairwise of 12 numbers", 126.25, Sums.pairwise(x), 0, "Every number once, for any n.");
        assertClose("kahan()", 0, Sums.kahan(), 0, "Of nothing the sum is 0.");
        assertClose("pairwise()", 0, Sums.pairwise(), 0, "Of nothing the sum is 0.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("kahan keeps what each addition rounds away")
    void keepsSmallNumbers() {
        double[] x = new double[1001];
        Arrays.fill(x, 0x1p-54);
        x[0] = 1;
        // Added one by one nothing comes of 1000 · 2^-54: half of what the sum could take. The bound is 2ε = 2^-52.
        assertClose(
                "kahan(1, 2^-54 a thousand times) - 1",
                1000 * 0x1p-54,
                Sums.kahan(x) - 1,
                0x1p-52,
                "(next - sum) - corrected is what the addition took too much; it comes off the next number.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("pairwise sums of equal numbers lose nothing, where a loop loses four digits")
    void halves() {
        int n = 1 << 17;
        double[] x = new double[n];
        Arrays.fill(x, 0.1);
        double loop = Arrays.stream(x).reduce(0, Double::sum);
        // A loop is off by 3.0e-8 here. Eight numbers in a loop are off by 1.1e-16, and halves of equal size double
        // that
        // exactly: 2^14 · 1.1e-16 is 1.8e-12.
        assertClose(
                "pairwise(0.1, 2^17 times); a loop has " + loop,
                n * 0.1,
                Sums.pairwise(x),
                1e-11,
                "Sum halves by halves.");
        // The bound is 2ε of the sum: 3e-12.
        assertClose("kahan(0.1, 2^17 times)", n * 0.1, Sums.kahan(x), 4e-12, "The error does not grow with n.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("meanAndVariance divides by n - 1")
    void moments() {
        assertClose(
                "meanAndVariance(4, 7, 13, 16)",
                new double[] {10, 30},
                Sums.meanAndVariance(4, 7, 13, 16),
                1e-13,
                "(36 + 9 + 9 + 36)/3.");
        assertClose(
                "meanAndVariance(-1, 2)",
                new double[] {0.5, 4.5},
                Sums.meanAndVariance(-1, 2),
                1e-14,
                "(1.5² + 1.5²)/1.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("meanAndVariance keeps its digits far from 0")
    void farFromZero() {
        double far = 1e9;
        // Each mean has an error of 1e-7, an ulp of 1e9; distances of order 1 to 10 then have one of 1e-7.
        assertClose(
                "meanAndVariance(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16)",
                new double[] {far + 10, 30},
                Sums.meanAndVariance(far + 4, far + 7, far + 13, far + 16),
                1e-5,
                "The mean of squares less the square of the mean subtracts 1e18 from 1e18.");
        double[] x = new double[1001];
        x[0] = 10000000.2;
        for (int i = 1; i < x.length; i++) {
            x[i] = i % 2 == 1 ? 10000000.1 : 10000000.3;
        }
        double[] moments = Sums.meanAndVariance(x);
        // NIST Statistical Reference Datasets, NumAcc4: mean 10000000.2, standard deviation 0.1. The data themselves
        // have an
        // error of 1e-9 each, the mean of 1e-9; 1e-9 of 0.1 is 1e-8.
        assertClose("mean of NIST's NumAcc4", 10000000.2, moments[0], 1e-8, "One number after the other.");
        assertClose(
                "standard deviation of NIST's NumAcc4", 0.1, Math.sqrt(moments[1]), 1e-8, "Distances, not squares.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("x must have at least 2 entries, but has 1", () -> Sums.meanAndVariance(3));
    }
}
