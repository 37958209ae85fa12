package calculus.taylorseries;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class TaylorHiddenTest {
    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("series of order 25 give the functions near any point")
    void seriesGiveFunctions(RandomGenerator random) {
        double a = random.nextDouble(-0.5, 2);
        double x = a + random.nextDouble(-0.25, 0.25);

        // The first term left out is below 1e-7 to the power of 2 or smaller; round-off is what remains.
        assertClose("exp", Math.exp(x), Taylor.exp(a, 25).at(x), 1e-13 * 10, "The same function in another form.");
        assertClose("sin", Math.sin(x), Taylor.sin(a, 25).at(x), 1e-13, "The same function in another form.");
        assertClose("cos", Math.cos(x), Taylor.cos(a, 25).at(x), 1e-13, "The same function in another form.");
        assertClose("log1p", Math.log1p(x), Taylor.log1p(a, 25).at(x), 1e-8, "The same function in another form.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("fromValues of a polynomial gives it back, around any point")
    void polynomialsComeBack(RandomGenerator random) {
        int n = random.nextInt(1, 7);
        double a = random.nextDouble(-2, 2);
        double h = random.nextDouble(0.5, 1);
        double[] coefficients = random.doubles(n + 1, -3, 3).toArray();

        // Values of up to 2,000 divided by 0.5 to the power of 6.
        assertClose(
                "coefficients",
                coefficients,
                Taylor.fromValues(x -> horner(coefficients, x - a), a, n, h).coefficients(),
                1e-9,
                "n + 1 values decide a polynomial of degree n.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("of a quadratic the expansion is the function itself")
    void quadraticsComeBack(RandomGenerator random) {
        int n = random.nextInt(1, 4);
        double[][] A = Matrix.gaussian(random, n, n);
        double[] a = random.doubles(n, -1, 1).toArray();
        double[] x = random.doubles(n, -1, 1).toArray();

        assertClose(
                "of(xᵀAx, a).at(x)",
                Matrix.dot(x, Matrix.times(A, x)),
                SecondOrder.of(p -> Matrix.dot(p, Matrix.times(A, p)), a).at(x),
                1e-5,
                "Value, slope and half of the bend.");
    }

    private static double horner(double[] coefficients, double t) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * t + coefficients[k];
        }
        return sum;
    }
}
