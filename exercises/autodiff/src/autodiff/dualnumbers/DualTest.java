package autodiff.dualnumbers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DualTest {
    /** A few operations on numbers of order 1 to 100: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("a variable has a single 1 in its gradient")
    void seeds() {
        assertDual(
                "variable(7, 1, 3)",
                7,
                new double[] {0, 1, 0},
                Dual.variable(7, 1, 3),
                "The derivative of a variable by itself is 1, wherever it is.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("sums and differences add and subtract gradients")
    void sums() {
        assertDual("u + v", 4, new double[] {1, 4, 5}, u().add(v()), "Both slopes are 1.");
        assertDual("u - v", 8, new double[] {1, -4, -1}, u().subtract(v()), "The slope by v is -1.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("products follow the product rule")
    void products() {
        assertDual("u · v", -12, new double[] {-2, 24, 14}, u().multiply(v()), "∇(uv) = v·∇u + u·∇v.");
        assertDual("u · u", 36, new double[] {12, 0, 24}, u().multiply(u()), "Both factors may be the same number.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("quotients follow the quotient rule")
    void quotients() {
        assertDual("u / v", -3, new double[] {-0.5, -6, -5.5}, u().divide(v()), "∇(u/v) = ∇u/v - u/v² · ∇v.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("power has the slope p·xᵖ⁻¹")
    void powers() {
        Dual x = new Dual(4, new double[] {10, -3});
        assertDual("x³ at 4", 64, new double[] {480, -144}, x.power(3), "3·4² is 48.");
        assertDual("x^0.5 at 4", 2, new double[] {2.5, -0.75}, x.power(0.5), "0.5·4^-0.5 is 0.25.");
        assertDual("x^-1 at 4", 0.25, new double[] {-0.625, 0.1875}, x.power(-1), "-1·4^-2 is -1/16.");
        assertDual(
                "x⁰ at 0",
                1,
                new double[] {0},
                Dual.variable(0, 0, 1).power(0),
                "It is 1 everywhere. 0·0^-1 is NaN in a computer; p = 0 is a case of its own.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("exp, log and tanh multiply the gradient by their slope")
    void functions() {
        Dual x = new Dual(0.5, new double[] {10, -3});
        double e = 1.6487212707001282; // e^0.5
        assertDual("exp(x) at 0.5", e, new double[] {10 * e, -3 * e}, x.exp(), "The slope of eˣ is eˣ.");
        assertDual("log(x) at 0.5", -0.6931471805599453, new double[] {20, -6}, x.log(), "The slope is 1/x.");
        double t = 0.46211715726000979; // (e - 1)/(e + 1)
        double slope = 0.78644773296592741; // 1 - t²
        assertDual("tanh(x) at 0.5", t, new double[] {10 * slope, -3 * slope}, x.tanh(), "The slope is 1 - tanh².");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("relu lets pass what is above 0")
    void rectifies() {
        double[] slopes = {10, -3};
        assertDual("relu at 2", 2, slopes, new Dual(2, slopes).relu(), "Above 0 it is x itself.");
        assertDual("relu at 0.25", 0.25, slopes, new Dual(0.25, slopes).relu(), "Above 0 it is x itself.");
        assertDual("relu at -2", 0, new double[2], new Dual(-2, slopes).relu(), "Below 0 it is flat.");
        assertDual("relu at 0", 0, new double[2], new Dual(0, slopes).relu(), "At 0 the slope is 0, by convention.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a program with a loop is differentiated like any formula")
    void programs() {
        Dual a = Dual.variable(2, 0, 1);
        Dual half = Dual.constant(0.5, 1);
        Dual x = a;
        for (int step = 0; step < 7; step++) {
            x = half.multiply(x.add(a.divide(x)));
        }
        // Each step doubles the digits, of the value and of its derivative.
        assertDual(
                "seven steps x ← (x + a/x)/2 from x = a = 2",
                Math.sqrt(2),
                new double[] {1 / Math.sqrt(8)},
                x,
                "The loop computes √a, so its derivative is 1/(2√a).");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("jacobian has a row for each output")
    void jacobians() {
        assertClose(
                "jacobian of (xy, x³, y, x - y) at (2, 5)",
                new double[][] {{5, 2}, {12, 0}, {0, 1}, {1, -1}},
                Dual.jacobian(DualTest::map, 2, 5),
                TOLERANCE,
                "Row i has the derivatives of output i by x and by y.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("jacobianVector is the Jacobian times a vector, with one derivative carried")
    void jacobianVectors() {
        assertClose(
                "jacobianVector of (xy, x³, y, x - y) at (2, 5) along (10, -1)",
                new double[] {48, 120, -1, 11},
                Dual.jacobianVector(DualTest::map, new double[] {2, 5}, new double[] {10, -1}),
                TOLERANCE,
                "(5·10 - 2·1, 12·10, -1, 10 + 1).");
        Dual.jacobianVector(
                inputs -> {
                    for (Dual input : inputs) {
                        assertShape(
                                "gradient of what jacobianVector hands to f",
                                new long[] {1},
                                new long[] {input.gradient().length},
                                "Give input j the single derivative v[j], so that a pass costs no more for a million"
                                        + " inputs than for one.");
                    }
                    return inputs;
                },
                new double[] {1, 2, 3},
                new double[] {4, 5, 6});
    }

    @Test
    void constantsDoNotChange() {
        assertDual("constant(7, 3)", 7, new double[] {0, 0, 0}, Dual.constant(7, 3), "Nothing changes a constant.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("j must be in [0, 2], but was 3", () -> Dual.variable(1, 3, 3));
        assertRefused(
                "v must have 2 entries, but has 1",
                () -> Dual.jacobianVector(UnaryOperator.identity(), new double[2], new double[1]));
        assertRefused("gradient of the other must have 3 entries, but has 1", () -> u().add(Dual.constant(1, 1)));
    }

    private static Dual u() {
        return new Dual(6, new double[] {1, 0, 2});
    }

    private static Dual v() {
        return new Dual(-2, new double[] {0, 4, 3});
    }

    private static Dual[] map(Dual[] p) {
        return new Dual[] {p[0].multiply(p[1]), p[0].power(3), p[1], p[0].subtract(p[1])};
    }

    static void assertDual(String what, double value, double[] gradient, Dual actual, String hint) {
        assertClose("value of " + what, value, actual.value(), TOLERANCE, hint);
        assertClose("gradient of " + what, gradient, actual.gradient(), 100 * TOLERANCE, hint);
    }
}
