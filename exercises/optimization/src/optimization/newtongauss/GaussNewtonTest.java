package optimization.newtongauss;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import optimization.gradientdescent.GradientDescent.Descent;
import optimization.gradientdescent.GradientDescent.Ending;
import org.junit.jupiter.api.DisplayName;

class GaussNewtonTest {
    private static final double TOLERANCE = 1e-9;

    /** Residuals of the line a + b·t through (0, 1), (1, 3), (2, 2). */
    private static final UnaryOperator<double[]> LINE =
            x -> new double[] {x[0] - 1, x[0] + x[1] - 3, x[0] + 2 * x[1] - 2};

    private static final Function<double[], double[][]> SLOPES_OF_LINE = x -> new double[][] {{1, 0}, {1, 1}, {1, 2}};

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a straight line is fitted in one step")
    void linesInOneStep() {
        Descent descent = GaussNewton.fit(LINE, SLOPES_OF_LINE, new double[] {100, -50}, 1e-9, 20);

        assertEquals(Ending.CONVERGED, descent.ending(), "a model that is linear in its parameters.");
        assertClose(
                "fit of a line through (0, 1), (1, 3), (2, 2): path from (100, -50)",
                new double[][] {{100, -50}, {1.5, 0.5}},
                descent.path(),
                TOLERANCE,
                "The least squares line is 1.5 + 0.5 t. J is exact, so one whole step leads there.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit halves a step until the sum of squares has fallen")
    void halvesFits() {
        // From -5 the tangent of eˣ - 1 leads to -5 + (e⁵ - 1) = 142.4, where e^142 is; 1/32 of it leads to -0.39.
        assertClose(
                "fit of eˣ - 1 = 0 from -5, 1 step",
                new double[][] {{-5}, {-5 + Math.expm1(5) / 32}},
                GaussNewton.fit(
                                x -> new double[] {Math.expm1(x[0])},
                                x -> new double[][] {{Math.exp(x[0])}},
                                new double[] {-5},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "Try the whole step, then half of it, and so on: 1/32 is the first that is good.");
        assertClose(
                "fit of ln x = 0 from 4, 1 step",
                new double[][] {{4}, {4 - 2 * Math.log(4)}},
                GaussNewton.fit(
                                x -> new double[] {Math.log(x[0])},
                                x -> new double[][] {{1 / x[0]}},
                                new double[] {4},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "The whole step leads to -1.5, where the logarithm is NaN: that is not good.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit begins with the whole step, and asks for more than no rise")
    void wholeFitsFirst() {
        assertClose(
                "fit of x³ = 0 from 3, 1 step",
                new double[][] {{3}, {2}},
                GaussNewton.fit(
                                x -> new double[] {Math.pow(x[0], 3)},
                                x -> new double[][] {{3 * x[0] * x[0]}},
                                new double[] {3},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "The tangent leads to 2. Twice as far would be good, too, but t is at most 1.");
        assertClose(
                "fit of x/√(1 + x²) = 0 from 1, 1 step",
                new double[][] {{1}, {0}},
                GaussNewton.fit(
                                x -> new double[] {x[0] / Math.sqrt(1 + x[0] * x[0])},
                                x -> new double[][] {{Math.pow(1 + x[0] * x[0], -1.5)}},
                                new double[] {1},
                                1e-9,
                                1)
                        .path(),
                TOLERANCE,
                "The tangent leads to -1, where the residual is as large. That is not enough; half of it leads to 0.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("fit tells how it ended")
    void endingsOfFits() {
        Descent still = GaussNewton.fit(LINE, SLOPES_OF_LINE, new double[] {1.5, 0.5}, 1e-9, 20);
        assertEquals(Ending.CONVERGED, still.ending(), "from the best line on.");
        assertEquals(1, still.path().length, "points of a path from the best line: |J·d| is 0, so no step is taken.");
        Descent none = GaussNewton.fit(LINE, SLOPES_OF_LINE, new double[] {0, 0}, 1e-9, 0);
        assertEquals(Ending.OUT_OF_STEPS, none.ending(), "maxSteps is 0, and the line is not the best.");
        assertEquals(1, none.path().length, "points of a path without steps");
        Descent one = GaussNewton.fit(LINE, SLOPES_OF_LINE, new double[] {0, 0}, 1e-9, 1);
        assertEquals(Ending.CONVERGED, one.ending(), "one step is enough, and after it |J·d| is 0.");
        // The best line's residuals are fitted values less 1, 3, 2; from (0, 0) they move by |(1.5, 2, 2.5)| = 3.54.
        assertEquals(
                1,
                GaussNewton.fit(LINE, SLOPES_OF_LINE, new double[] {0, 0}, 3.6, 20)
                        .path()
                        .length,
                "points of a path with tolerance 3.6: |J·d| = |(1.5, 2, 2.5)| = 3.54 is below it already.");
        assertEquals(
                2,
                GaussNewton.fit(LINE, SLOPES_OF_LINE, new double[] {0, 0}, 2, 20)
                        .path()
                        .length,
                "points of a path with tolerance 2: 3.54 is above it, though the step (1.5, 0.5) itself is shorter.");
        Descent thrown =
                GaussNewton.fit(x -> new double[] {1e10}, x -> new double[][] {{1e-300}}, new double[] {0}, 1e-9, 20);
        assertEquals(Ending.DIVERGED, thrown.ending(), "a step of 1e310 is not finite, nor is any part of it.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("fit reaches the certified values of NIST's test case Misra1a")
    void misra1a() {
        // NIST Statistical Reference Datasets, nonlinear regression, Misra1a (D. Misra, 1978, monomolecular
        // adsorption):
        // y = b₁ (1 - exp(-b₂ x)), from NIST's first start. Certified to 11 digits; the reference stops 6e-10 from
        // them.
        double[] x = {77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0};
        double[] y = {10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78};
        UnaryOperator<double[]> residuals = b -> {
            double[] r = new double[x.length];
            Arrays.setAll(r, i -> -b[0] * Math.expm1(-b[1] * x[i]) - y[i]);
            return r;
        };
        Descent descent = GaussNewton.fit(
                residuals,
                b -> Arrays.stream(x)
                        .mapToObj(xi -> new double[] {-Math.expm1(-b[1] * xi), b[0] * xi * Math.exp(-b[1] * xi)})
                        .toArray(double[][]::new),
                new double[] {500, 1e-4},
                1e-6,
                50);
        double[] end = descent.path()[descent.path().length - 1];

        assertEquals(Ending.CONVERGED, descent.ending(), "from b = (500, 0.0001) it takes 12 steps.");
        assertEquals(2, end.length, "number of parameters");
        double[] r = residuals.apply(end);
        assertClose(
                "b₁ / 238.94212918, b₂ / 0.00055015643181 and the sum of squares / 0.12455138894",
                new double[] {1, 1, 1},
                new double[] {end[0] / 238.94212918, end[1] / 5.5015643181e-4, Matrix.dot(r, r) / 0.12455138894},
                5e-8,
                "Seven of the digits that NIST certifies must be there.");
    }
}
