package calculus.limitsderivatives;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import calculus.limitsderivatives.Slopes.Line;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class LimitsHiddenTest {
    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("extrapolate is exact for polynomials of a degree below the number of values")
    void exactForPolynomials(RandomGenerator random) {
        for (int n = 2; n <= 7; n++) {
            double[] coefficients = coefficients(random, n);
            double[] values = new double[n];
            for (int k = 0; k < n; k++) {
                values[k] = polynomial(coefficients, 1.0 / (1 << k));
            }
            // Values of order 10; the weights of extrapolate sum to less than 9 in absolute value.
            assertClose(
                    "extrapolate of " + n + " values of a polynomial of degree " + (n - 1) + ": value",
                    coefficients[0],
                    Limits.extrapolate(values).value(),
                    1e-11,
                    "Round j removes the error in h to the power of j.");
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("limit fills the gap of a polynomial divided by one of its factors")
    void fillsGaps(RandomGenerator random) {
        double a = random.nextDouble(-2, 2);
        double[] coefficients = coefficients(random, 4);
        DoubleUnaryOperator f = x -> polynomial(coefficients, x) * (x - a) / (x - a);

        OptionalDouble limit = Limits.limit(f, a);

        assertTrue(limit.isPresent(), "the limit must be there.");
        assertClose("limit", polynomial(coefficients, a), limit.getAsDouble(), 1e-9, "Extrapolate from both sides.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a jump of any height is seen, whatever the function does beside it")
    void seesJumps(RandomGenerator random) {
        double a = random.nextDouble(-2, 2);
        double height = Math.pow(10, random.nextDouble(-4, 2));
        DoubleUnaryOperator f = x -> Math.sin(x) + (x > a ? height : 0);

        assertEquals(OptionalDouble.empty(), Limits.limit(f, a), "the two sides lead to different values.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("bisect finds the zero of any rising or falling cubic")
    void findsZeros(RandomGenerator random) {
        double zero = random.nextDouble(-5, 5);
        double factor = (random.nextBoolean() ? 1 : -1) * Math.exp(3 * random.nextGaussian());
        DoubleUnaryOperator f = x -> factor * ((x - zero) * (x - zero) + 1) * (x - zero);

        assertClose("the zero", zero, Limits.bisect(f, -6, 7), 2 * Math.ulp(8.0), "Keep the half where signs differ.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("on a cubic the quotients are wrong by exactly what theory says")
    void quotientsOfCubics(RandomGenerator random) {
        double[] c = coefficients(random, 4);
        double x = random.nextDouble(-2, 2);
        double h = random.nextDouble(0.1, 1);
        double slope = c[1] + 2 * c[2] * x + 3 * c[3] * x * x;
        DoubleUnaryOperator f = t -> polynomial(c, t);

        assertClose(
                "forward quotient",
                slope + (c[2] + 3 * c[3] * x) * h + c[3] * h * h,
                Slopes.forward(f, x, h),
                1e-11,
                "Rise over run from x to x + h.");
        assertClose(
                "central quotient",
                slope + c[3] * h * h,
                Slopes.central(f, x, h),
                1e-11,
                "Rise over run from x - h to x + h.");
        assertClose(
                "complex step",
                slope - c[3] * h * h,
                Slopes.complexStep(z -> polynomial(c, z), x, h),
                1e-11,
                "What belongs to i in f(x + ih), divided by h.");
    }

    @Graded(stage = 5, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the tangent of any wave touches it")
    void tangentsOfWaves(RandomGenerator random) {
        double k = random.nextDouble(0.5, 2);
        double x = random.nextDouble(-3, 3);

        Line line = Slopes.tangent(t -> Math.sin(k * t), x);

        assertClose("its slope", k * Math.cos(k * x), line.slope(), 1e-9, "The slope is the derivative.");
        assertClose("its value there", Math.sin(k * x), line.at(x), 1e-12, "It goes through the point of f.");
    }

    private static double[] coefficients(RandomGenerator random, int n) {
        return random.doubles(n, -3, 3).toArray();
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }

    private static Complex polynomial(double[] coefficients, Complex z) {
        Complex sum = Complex.of(0);
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum.times(z).plus(Complex.of(coefficients[k]));
        }
        return sum;
    }
}
