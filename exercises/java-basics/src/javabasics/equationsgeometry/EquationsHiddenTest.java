package javabasics.equationsgeometry;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class EquationsHiddenTest {
    /** The roadmap's bar; the reference leaves residuals below 1e-12 with coefficients up to 10. */
    private static final double RESIDUAL = 1e-9;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("the solution of any linear equation, put back, leaves nothing")
    void linearResiduals(RandomGenerator random) {
        double a = awayFromZero(random);
        double b = random.nextDouble(-10, 10);

        assertClose("a · x + b", 0, a * Equations.solveLinear(a, b) + b, RESIDUAL, "Bring b to the other side.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the roots of any equation of second degree, put back, leave nothing")
    void quadraticResiduals(RandomGenerator random) {
        for (int draw = 0; draw < 20; draw++) {
            double a = awayFromZero(random);
            double b = random.nextDouble(-10, 10);
            double c = random.nextDouble(-10, 10);
            Roots roots = Equations.solveQuadratic(a, b, c);
            for (Complex x : new Complex[] {roots.first(), roots.second()}) {
                Complex value = x.times(x)
                        .times(new Complex(a, 0))
                        .plus(x.times(new Complex(b, 0)))
                        .plus(new Complex(c, 0));
                assertClose(
                        "a·x² + b·x + c: real and imaginary part",
                        new double[] {0, 0},
                        new double[] {value.re(), value.im()},
                        RESIDUAL,
                        "Check the formula with an equation whose roots you know.");
            }
        }
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("sum and product of the roots are -b/a and c/a")
    void vieta(RandomGenerator random) {
        for (int draw = 0; draw < 20; draw++) {
            double a = awayFromZero(random);
            double b = random.nextDouble(-10, 10);
            double c = random.nextDouble(-10, 10);
            Roots roots = Equations.solveQuadratic(a, b, c);
            Complex sum = roots.first().plus(roots.second());
            Complex product = roots.first().times(roots.second());
            assertClose(
                    "sum and product, real and imaginary parts",
                    new double[][] {{-b / a, 0}, {c / a, 0}},
                    new double[][] {{sum.re(), sum.im()}, {product.re(), product.im()}},
                    RESIDUAL,
                    "There are two roots, and they are not the same one twice.");
        }
    }

    private static double awayFromZero(RandomGenerator random) {
        return (random.nextBoolean() ? 1 : -1) * random.nextDouble(0.5, 10);
    }
}
