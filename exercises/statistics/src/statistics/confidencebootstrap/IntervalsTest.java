package statistics.confidencebootstrap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.datasets.Datasets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    /** A dozen operations on numbers of order 10, and a quantile with 13 digits. */
    static final double TOLERANCE = 1e-11;

    /** Within one standard deviation of a normal distribution. */
    static final double ONE_DEVIATION = 0.6826894921370859;

    /** Within two. */
    private static final double TWO_DEVIATIONS = 0.9544997361036416;

    static void assertInterval(String what, double low, double high, Interval actual, String hint) {
        assertClose(what + ".low()", low, actual.low(), TOLERANCE, hint);
        assertClose(what + ".high()", high, actual.high(), TOLERANCE, hint);
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("z: one standard error to each side, for 68 %")
    void knownDeviation() {
        assertInterval(
                "z({9, 11, 10, 14}, 4, 0.6827)",
                9,
                13,
                Intervals.z(new double[] {9, 11, 10, 14}, 4, ONE_DEVIATION),
                "The mean is 11, its standard error 4/√4 = 2. Of what is left out, half is on each side.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("t: the deviation comes from the draws, with n - 1 degrees of freedom")
    void unknownDeviation() {
        assertInterval(
                "t({1, 3}, 0.5)",
                1,
                3,
                Intervals.t(new double[] {1, 3}, 0.5),
                "The standard error is √2/√2 = 1, and Student's quantile with 1 degree of freedom at 0.75 is 1.");
        // With 2 degrees the quantile is c/√(1 - c²) · √2 for c = level: 0.6 · √2 / 0.8. The deviation is 6, over √3.
        assertInterval(
                "t({4, 10, 16}, 0.6)",
                10 - 3.6742346141747673,
                10 + 3.6742346141747673,
                Intervals.t(new double[] {4, 10, 16}, 0.6),
                "6/√3 times Student's quantile with 2 degrees of freedom at 0.8.");
    }

    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("t: ten people slept between 0.70 and 2.46 hours longer")
    void sleep() {
        double[][] extra = Datasets.table("r-datasets/sleep.csv").numbers("extra");
        double[] differences = new double[10];
        for (int i = 0; i < 10; i++) {
            differences[i] = extra[10 + i][0] - extra[i][0];
        }
        Interval interval = Intervals.t(differences, 0.95);

        // As R's t.test(extra ~ group, paired = TRUE) prints it in its manual's example, to 7 digits.
        assertClose("low", 0.7001142, interval.low(), 5e-8, "Student 1908 has these people.");
        assertClose("high", 2.4598858, interval.high(), 5e-8, "Student 1908 has these people.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("wald: around the share, with the share in the standard error")
    void wald() {
        assertInterval(
                "wald(20, 100, 0.6827)",
                0.16,
                0.24,
                Intervals.wald(20, 100, ONE_DEVIATION),
                "0.2, and √(0.2 · 0.8 / 100) = 0.04 to each side.");
        assertInterval("wald(0, 5, 0.95)", 0, 0, Intervals.wald(0, 5, 0.95), "No success, no length.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("wilson: the solutions of a quadratic equation")
    void wilson() {
        double root = Math.sqrt(13);
        assertInterval(
                "wilson(3, 12, 0.9545)",
                (5 - root) / 16,
                (5 + root) / 16,
                Intervals.wilson(3, 12, TWO_DEVIATIONS),
                "p̂ is 1/4, z is 2, so z²/n is 1/3: centre 5/16, half the length √13/16.");
    }

    /** R. G. Newcombe, Statistics in Medicine 17, 1998, 857-872, table I, methods 1 and 3, to 4 digits. */
    @Graded(stage = 2, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("wald and wilson agree with Newcombe's tables")
    void newcombe() {
        int[] successes = {81, 15, 0, 1};
        int[] n = {263, 148, 20, 29};
        double[] low = {0.2553, 0.0624, 0, 0.0061};
        double[] high = {0.3662, 0.1605, 0.1611, 0.1718};
        for (int k = 0; k < 4; k++) {
            String what = "wilson(" + successes[k] + ", " + n[k] + ", 0.95)";
            Interval interval = Intervals.wilson(successes[k], n[k], 0.95);
            assertClose(what + ".low()", low[k], interval.low(), 5.1e-5, "Newcombe 1998 says so.");
            assertClose(what + ".high()", high[k], interval.high(), 5.1e-5, "Newcombe 1998 says so.");
        }
        Interval wald = Intervals.wald(81, 263, 0.95);
        assertClose("wald(81, 263, 0.95).low()", 0.2522, wald.low(), 5.1e-5, "Newcombe 1998 says so.");
        assertClose("wald(81, 263, 0.95).high()", 0.3638, wald.high(), 5.1e-5, "Newcombe 1998 says so.");
    }

    /** Tables of Student's distribution, for instance Abramowitz and Stegun, 26.10. */
    @Test
    void quantilesOfStudentAreGiven() {
        assertClose("quantile(0.975, 1)", 12.706204736174698, Student.quantile(0.975, 1), 1e-11, "");
        assertClose("quantile(0.975, 2)", 4.302652729749464, Student.quantile(0.975, 2), 1e-12, "");
        assertClose("quantile(0.95, 3)", 2.3533634348018233, Student.quantile(0.95, 3), 1e-12, "");
        assertClose("quantile(0.975, 10)", 2.2281388519862735, Student.quantile(0.975, 10), 1e-12, "");
        assertClose("quantile(0.005, 100)", -2.6258905214380173, Student.quantile(0.005, 100), 1e-12, "");
        assertRefused("p must be in (0, 1), but was 1.0", () -> Student.quantile(1, 1));
        assertRefused("degrees must be >= 1, but was 0", () -> Student.quantile(0.5, 0));
    }

    @Test
    void endsBelongToAnInterval() {
        Interval interval = new Interval(1, 2);

        assertTrue(interval.holds(1) && interval.holds(2));
        assertFalse(interval.holds(0.99) || interval.holds(2.01));
    }

    @Test
    void badInputIsRefused() {
        assertRefused("x must have at least 1 entry, but is empty", () -> Intervals.z(new double[0], 1, 0.5));
        assertRefused("deviation must be > 0, but was 0.0", () -> Intervals.z(new double[1], 0, 0.5));
        assertRefused("level must be in (0, 1), but was 1.0", () -> Intervals.z(new double[1], 1, 1));
        assertRefused("level must be in (0, 1), but was 95.0", () -> Intervals.t(new double[2], 95));
        assertRefused("x must have at least 2 entries, but has 1", () -> Intervals.t(new double[1], 0.5));
        assertRefused("n must be >= 1, but was 0", () -> Intervals.wald(0, 0, 0.5));
        assertRefused("successes must be in [0, 3], but was 4", () -> Intervals.wilson(4, 3, 0.5));
        assertRefused("level must be in (0, 1), but was 0.0", () -> Intervals.wilson(1, 3, 0));
    }
}
