package autodiff.dualnumbers;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.GradientCheck;
import gradus.kit.Matrix;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class DualHiddenTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("the rules hold for any two numbers")
    void rules(RandomGenerator random) {
        double u = random.nextDouble(-3, 3);
        double v = random.nextDouble(0.5, 3);
        double[] du = random.doubles(4, -2, 2).toArray();
        double[] dv = random.doubles(4, -2, 2).toArray();
        Dual a = new Dual(u, du);
        Dual b = new Dual(v, dv);
        double[] product = Matrix.plus(scaled(v, du), u, dv);
        double[] quotient = scaled(1 / (v * v), Matrix.plus(scaled(v, du), -u, dv));

        DualTest.assertDual("u + v", u + v, Matrix.plus(du, 1, dv), a.add(b), "Sums of derivatives.");
        DualTest.assertDual("u - v", u - v, Matrix.plus(du, -1, dv), a.subtract(b), "Differences of derivatives.");
        DualTest.assertDual("u · v", u * v, product, a.multiply(b), "The product rule.");
        DualTest.assertDual("u / v", u / v, quotient, a.divide(b), "The quotient rule.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("long formulas have the gradients that difference quotients give")
    void longFormulas(RandomGenerator random) {
        double[] x = random.doubles(3, 0.3, 2).toArray();

        // Values and derivatives up to the fifth are below 1e3 here; quotients settle at 1e-10 of that.
        GradientCheck.of(
                        "a long formula",
                        p -> Math.log(p[0] * p[1]) * Math.tanh(p[2] - p[0])
                                + Math.exp(-p[1]) / Math.pow(p[2], 1.5)
                                + Math.max(0, p[0] + p[1]))
                .by("x", 3)
                .at(
                        x,
                        Dual.gradient(
                                p -> p[0].multiply(p[1])
                                        .log()
                                        .multiply(p[2].subtract(p[0]).tanh())
                                        .add(Dual.constant(0, 3)
                                                .subtract(p[1])
                                                .exp()
                                                .divide(p[2].power(1.5)))
                                        .add(p[0].add(p[1]).relu()),
                                x),
                        1e-6,
                        "Each operation hands on its slope times the gradient.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("for one map after another the Jacobians multiply")
    void chainOfMaps(RandomGenerator random) {
        double[] x = random.doubles(2, 0.5, 2).toArray();
        double[] v = random.doubles(2, -1, 1).toArray();
        double[] middle = {x[0] * x[1], Math.exp(x[0]), x[1] / x[0]};
        double[][] first =
                requireShape("jacobian", 3, 2, Dual.jacobian(DualHiddenTest::first, x), "One row for each output.");
        double[][] second = requireShape(
                "jacobian", 2, 3, Dual.jacobian(DualHiddenTest::second, middle), "One row for each output.");
        double[][] J = Matrix.times(second, first);

        // Entries up to 1e3.
        assertClose(
                "jacobian of both maps", J, Dual.jacobian(p -> second(first(p)), x), 1e-9, "J is the product of both.");
        assertClose(
                "jacobianVector of both maps",
                Matrix.times(J, v),
                Dual.jacobianVector(p -> second(first(p)), x, v),
                1e-9,
                "J times v.");
    }

    private static Dual[] first(Dual[] p) {
        return new Dual[] {p[0].multiply(p[1]), p[0].exp(), p[1].divide(p[0])};
    }

    private static Dual[] second(Dual[] p) {
        return new Dual[] {p[0].add(p[1]).log(), p[1].multiply(p[2]).subtract(p[0].tanh())};
    }

    private static double[] scaled(double factor, double[] a) {
        return Matrix.plus(new double[a.length], factor, a);
    }
}
