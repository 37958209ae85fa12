package calculus.numericalintegration;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class IntegralsHiddenTest {
    /** Values up to 4⁸ · 9 over an interval of 4, in units of which everything is compared. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("trapezoids are exact for lines, parabolas for cubics, with any number of intervals")
    void exactDegrees(RandomGenerator random) {
        double a = random.nextDouble(-2, 0);
        double b = random.nextDouble(1, 2);
        int n = 2 * random.nextInt(1, 6);
        double[] line = coefficients(random, 2);
        double[] cubic = coefficients(random, 4);

        assertClose(
                "trapezoid of a line",
                integral(line, a, b),
                Integrals.trapezoid(x -> horner(line, x), a, b, n + 1),
                TOLERANCE * 100,
                "Half weights at both ends.");
        assertClose(
                "simpson of a cubic",
                integral(cubic, a, b),
                Integrals.simpson(x -> horner(cubic, x), a, b, n),
                TOLERANCE * 100,
                "Weights 1, 4, 2, …, 4, 1.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("n nodes of gauss are exact for degree 2n - 1")
    void degreeOfGauss(RandomGenerator random) {
        int n = random.nextInt(1, 6);
        double a = random.nextDouble(-1.5, 0);
        double b = random.nextDouble(0.5, 1.5);
        double[] exact = coefficients(random, 2 * n);
        Rule rule = Rule.gauss(n);

        assertClose(
                "gauss(" + n + ") of degree " + (2 * n - 1),
                integral(exact, a, b),
                rule.integrate(x -> horner(exact, x), a, b),
                TOLERANCE * 1000,
                "Zeros of the Legendre polynomial, and their weights.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("gauss with twenty nodes has all digits of smooth functions")
    void smoothFunctions(RandomGenerator random) {
        double k = random.nextDouble(1, 4);
        double b = random.nextDouble(0.5, 2);

        assertClose(
                "gauss(20) of cos(kx) from -1 to b",
                (Math.sin(k * b) + Math.sin(k)) / k,
                Rule.gauss(20).integrate(x -> Math.cos(k * x), -1, b),
                TOLERANCE,
                "Every node must be exact: did Newton's method arrive?");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("adaptiveSimpson finds peaks of any width")
    void peaks(RandomGenerator random) {
        double width = Math.pow(10, random.nextDouble(-2, 0));
        double at = random.nextDouble(-0.9, 0.9);
        DoubleUnaryOperator f = x -> width / ((x - at) * (x - at) + width * width);

        // Halves and whole may agree by accident; in 5,000 draws that made 1.2e-7 of a tolerance of 1e-8.
        assertClose(
                "adaptiveSimpson of a peak",
                Math.atan((2 - at) / width) + Math.atan((2 + at) / width),
                Integrals.adaptiveSimpson(f, -2, 2, 1e-7),
                1e-5,
                "Halve where the halves disagree.");
    }

    private static double[] coefficients(RandomGenerator random, int n) {
        return random.doubles(n, -3, 3).toArray();
    }

    private static double horner(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }

    private static double integral(double[] coefficients, double a, double b) {
        double sum = 0;
        for (int k = 0; k < coefficients.length; k++) {
            sum += coefficients[k] * (Math.pow(b, k + 1) - Math.pow(a, k + 1)) / (k + 1);
        }
        return sum;
    }
}
