package calculus.numericalintegration;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntegralsTest {
    /** A few additions of numbers of order 1 to 100. */
    private static final double TOLERANCE = 1e-12;

    /** The area of the normal density within one standard deviation, from tables. */
    private static final double ONE_SIGMA = 0.682689492137;

    private static final int[] INTERVALS = {8, 16, 32, 64};

    private interface Formula {
        double of(DoubleUnaryOperator f, double a, double b, int n);
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("trapezoid counts the ends half and the rest whole")
    void trapezoids() {
        assertClose(
                "trapezoid(x², 1, 3, 1)",
                10,
                Integrals.trapezoid(x -> x * x, 1, 3, 1),
                TOLERANCE,
                "One interval of length 2: (1 + 9)/2 · 2.");
        assertClose(
                "trapezoid(x², 1, 3, 4)",
                8.75,
                Integrals.trapezoid(x -> x * x, 1, 3, 4),
                TOLERANCE,
                "0.5 · (1/2 + 2.25 + 4 + 6.25 + 9/2).");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("simpson has weights 1, 4, 2, 4, 1")
    void parabolas() {
        assertClose(
                "simpson(x⁴, 0, 4, 2)",
                2.0 / 3 * (4 * 16 + 256),
                Integrals.simpson(x -> x * x * x * x, 0, 4, 2),
                1e-10,
                "h = 2: 2/3 · (0 + 4·16 + 256).");
        assertClose(
                "simpson(x⁴, 0, 4, 4)",
                (4 + 2 * 16 + 4 * 81 + 256) / 3.0,
                Integrals.simpson(x -> x * x * x * x, 0, 4, 4),
                1e-10,
                "h = 1: 1/3 · (0 + 4·1 + 2·16 + 4·81 + 256).");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the error falls like h² by trapezoids, like h⁴ by Simpson's rule")
    void ordersAreTwoAndFour() {
        // With 8 intervals and more the next term is a hundredth of the first.
        assertClose(
                "slope of log error over log h, trapezoid of eˣ from 0 to 2",
                2,
                order(Integrals::trapezoid),
                0.02,
                "Its error is h²·(f'(b) - f'(a))/12.");
        assertClose(
                "slope of log error over log h, simpson of eˣ from 0 to 2",
                4,
                order(Integrals::simpson),
                0.02,
                "Parabolas leave an error in h⁴.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("from right to left an integral has the other sign")
    void backwards() {
        assertClose(
                "trapezoid(x², 3, 1, 4)", -8.75, Integrals.trapezoid(x -> x * x, 3, 1, 4), TOLERANCE, "h is negative.");
        assertClose(
                "simpson(x², 3, 1, 2)", -26.0 / 3, Integrals.simpson(x -> x * x, 3, 1, 2), TOLERANCE, "h is negative.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("antiderivative adds up trapezoids, and begins with 0")
    void accumulates() {
        assertClose(
                "antiderivative(2x, 1, 3, 4)",
                new double[] {0, 1.25, 3, 5.25, 8},
                Integrals.antiderivative(x -> 2 * x, 1, 3, 4),
                TOLERANCE,
                "x² - 1 at 1, 1.5, 2, 2.5 and 3.");
        assertClose(
                "antiderivative(x², 1, 3, 4)[4]",
                8.75,
                last(Integrals.antiderivative(x -> x * x, 1, 3, 4), 5),
                TOLERANCE,
                "The last one is the whole integral, by trapezoids.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("differences of the antiderivative give the function back")
    void fundamentalTheorem() {
        int n = 400;
        double h = 2.0 / n;
        double[] F = Integrals.antiderivative(Math::cos, 0, 2, n);
        assertClose("length of antiderivative(cos, 0, 2, 400)", n + 1, F.length, 0, "n + 1 points.");
        double[] slopes = new double[n - 1];
        double[] expected = new double[n - 1];
        for (int i = 1; i < n; i++) {
            slopes[i - 1] = (F[i + 1] - F[i - 1]) / (2 * h);
            expected[i - 1] = Math.cos(i * h);
        }
        // They are (f(x-h) + 2f(x) + f(x+h))/4, so off by h²/4, which is 6e-6.
        assertClose(
                "(F[i + 1] - F[i - 1]) / 2h",
                expected,
                slopes,
                1e-5,
                "From one point to the next F grows by the area of a trapezoid.");
    }

    @Graded(stage = 4)
    @Evidence(PUBLISHED)
    @DisplayName("adaptiveSimpson is as exact as it was asked to be")
    void adaptive() {
        for (double tolerance : new double[] {1e-3, 1e-6}) {
            assertAdaptive("normal density from -1 to 1", IntegralsTest::density, -1, 1, tolerance, ONE_SIGMA);
            // At 0 the root is too steep: halving divides the error by 2.8 and not by 16, so it is up to 8 times what
            // is thought.
            assertAdaptive("√x from 0 to 1", Math::sqrt, 0, 1, tolerance, 2.0 / 3);
            assertAdaptive("|x - 1/3| from 0 to 1", x -> Math.abs(x - 1 / 3.0), 0, 1, tolerance, 5 / 18.0);
            assertAdaptive("0.01/(x² + 1e-4) from -1 to 2", IntegralsTest::peak, -1, 2, tolerance, peakArea());
            assertAdaptive("eˣ from 2 to 0", Math::exp, 2, 0, tolerance, 1 - Math.exp(2));
        }
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("adaptiveSimpson looks closely only where it must")
    void fewEvaluations() {
        // The reference needs 5 and about 500; intervals of one length would need 10,000 for the peak.
        assertTrue(
                evaluations(x -> x * x * x, -1, 2, 1e-9) <= 5,
                "adaptiveSimpson must see at once that Simpson's rule is exact for x³: five values are enough.");
        int ofPeak = evaluations(IntegralsTest::peak, -1, 2, 3e-6);
        assertTrue(
                ofPeak <= 600,
                "adaptiveSimpson called 0.01/(x² + 1e-4) " + ofPeak
                        + " times for six digits; halving only where the halves disagree takes about 500, if each value is"
                        + " handed on.");
        double corrected = Integrals.adaptiveSimpson(x -> x * x * x * x, 0, 1, 1);
        assertClose(
                "adaptiveSimpson(x⁴, 0, 1, 1)",
                0.2,
                corrected,
                TOLERANCE,
                "Add a fifteenth of the difference: the error in h⁴ is known then, and for x⁴ there is no other.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("adaptiveSimpson comes to an end where there is a jump")
    void comesToAnEnd() {
        assertClose(
                "adaptiveSimpson(0 up to 1/3, then 1, from 0 to 1, 1e-9)",
                2.0 / 3,
                Integrals.adaptiveSimpson(x -> x > 1 / 3.0 ? 1 : 0, 0, 1, 1e-9),
                1e-8,
                "The interval with the jump is halved until it does not matter, or depth is 0.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("n must be >= 1, but was 0", () -> Integrals.trapezoid(x -> x, 0, 1, 0));
        assertRefused("n must be even and >= 2, but was 3", () -> Integrals.simpson(x -> x, 0, 1, 3));
        assertRefused("n must be >= 1, but was 0", () -> Integrals.antiderivative(x -> x, 0, 1, 0));
        assertRefused("tolerance must be > 0, but was 0.0", () -> Integrals.adaptiveSimpson(x -> x, 0, 1, 0));
    }

    static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double peak(double x) {
        return 0.01 / (x * x + 1e-4);
    }

    private static double peakArea() {
        return Math.atan(200) + Math.atan(100);
    }

    private static int evaluations(DoubleUnaryOperator f, double a, double b, double tolerance) {
        AtomicInteger calls = new AtomicInteger();
        Integrals.adaptiveSimpson(
                x -> {
                    calls.incrementAndGet();
                    return f.applyAsDouble(x);
                },
                a,
                b,
                tolerance);
        return calls.get();
    }

    private static void assertAdaptive(
            String what, DoubleUnaryOperator f, double a, double b, double tolerance, double expected) {
        assertClose(
                "adaptiveSimpson of " + what + ", tolerance " + tolerance,
                expected,
                Integrals.adaptiveSimpson(f, a, b, tolerance),
                8 * tolerance,
                "Halve an interval as long as its halves differ from the whole by more than 15 tolerances, with half the"
                        + " tolerance for each.");
    }

    private static double last(double[] F, int length) {
        assertClose("length of the antiderivative", length, F.length, 0, "n + 1 points.");
        return F[length - 1];
    }

    /** Slope of the straight line that fits log error over log h best. */
    private static double order(Formula formula) {
        int n = INTERVALS.length;
        double meanX = 0;
        double meanY = 0;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = -Math.log(INTERVALS[k]);
            y[k] = Math.log(Math.abs(formula.of(Math::exp, 0, 2, INTERVALS[k]) - (Math.exp(2) - 1)));
            meanX += x[k] / n;
            meanY += y[k] / n;
        }
        double covariance = 0;
        double variance = 0;
        for (int k = 0; k < n; k++) {
            covariance += (x[k] - meanX) * (y[k] - meanY);
            variance += (x[k] - meanX) * (x[k] - meanX);
        }
        return covariance / variance;
    }
}
