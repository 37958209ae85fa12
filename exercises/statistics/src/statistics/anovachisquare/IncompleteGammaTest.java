package statistics.anovachisquare;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IncompleteGammaTest {
    /** exp of a sum of logarithms up to 30. */
    static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("series adds up what is below, small areas too")
    void series() {
        assertClose(
                "series(1, 0.5)",
                1 - Math.exp(-0.5),
                IncompleteGamma.series(1, 0.5),
                TOLERANCE,
                "Exponential: 1 - exp(-x).");
        assertClose(
                "series(2, 1)", 1 - 2 * Math.exp(-1), IncompleteGamma.series(2, 1), TOLERANCE, "1 - exp(-x)(1 + x).");
        assertClose(
                "series(2, 1e-10) · 10²⁰",
                0.5,
                IncompleteGamma.series(2, 1e-10) * 1e20,
                1e-9,
                "x²/2, less what is a 10⁻¹⁰th of it.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("fraction gives what is above, small areas too")
    void fraction() {
        assertClose("fraction(1, 3)", Math.exp(-3), IncompleteGamma.fraction(1, 3), TOLERANCE, "Exponential: exp(-x).");
        assertClose(
                "fraction(3, 6)",
                25 * Math.exp(-6),
                IncompleteGamma.fraction(3, 6),
                TOLERANCE,
                "exp(-x)(1 + x + x²/2).");
        // 2 (1 - Φ(2)), from tables of the normal distribution.
        assertClose(
                "fraction(0.5, 2)",
                0.04550026389635842,
                IncompleteGamma.fraction(0.5, 2),
                TOLERANCE,
                "Both tails of the bell beyond 2.");
        // An exponent near 300 has a rounding of 6e-14.
        assertClose(
                "fraction(2, 300) · exp(300)",
                301,
                IncompleteGamma.fraction(2, 300) * Math.exp(300),
                1e-9,
                "exp(-x)(1 + x).");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("upper takes whichever is exact")
    void upper() {
        assertClose(
                "upper(3, 2)",
                5 * Math.exp(-2),
                IncompleteGamma.upper(3, 2),
                TOLERANCE,
                "Below a + 1: 1 less the series.");
        assertClose(
                "upper(3, 6)", 25 * Math.exp(-6), IncompleteGamma.upper(3, 6), TOLERANCE, "Above a + 1: the fraction.");
        assertClose(
                "upper(2, 300) · exp(300)",
                301,
                IncompleteGamma.upper(2, 300) * Math.exp(300),
                1e-9,
                "1 minus the series would have no digit left.");
        assertClose("upper(4, 0)", 1, IncompleteGamma.upper(4, 0), 0, "Everything is above 0.");
        // At x near 0 the fraction is far from settled after so many terms.
        assertClose(
                "upper(0.5, 0.0002)",
                0.984043372566196,
                IncompleteGamma.upper(0.5, 0.0002),
                TOLERANCE,
                "Both tails of the bell beyond 0.02.");
        // The sum of 1,000 Poisson probabilities.
        assertClose(
                "upper(1000, 1000)",
                0.4957947558196655,
                IncompleteGamma.upper(1000, 1000),
                1e-9,
                "Γ(1000) is infinite in doubles: take logarithms.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("chi-square with two degrees is exponential")
    void chiSquare() {
        assertClose(
                "new ChiSquare(2).density(3)",
                Math.exp(-1.5) / 2,
                new ChiSquare(2).density(3),
                TOLERANCE,
                "exp(-x/2)/2.");
        assertClose(
                "new ChiSquare(6).density(3)",
                9 * Math.exp(-1.5) / 16,
                new ChiSquare(6).density(3),
                TOLERANCE,
                "x² exp(-x/2)/(8 · Γ(3)).");
        assertClose("new ChiSquare(2).upper(3)", Math.exp(-1.5), new ChiSquare(2).upper(3), TOLERANCE, "exp(-x/2).");
        assertClose(
                "new ChiSquare(6).upper(10)",
                18.5 * Math.exp(-5),
                new ChiSquare(6).upper(10),
                TOLERANCE,
                "exp(-5)(1 + 5 + 25/2).");
    }

    /** R. A. Fisher and F. Yates, <i>Statistical Tables</i>, 1938, table IV, to three decimals. */
    @Graded(stage = 1)
    @Evidence(PUBLISHED)
    @DisplayName("chi-square of the tables has probability 0.05")
    void table() {
        double[] degrees = {1, 2, 5, 10};
        double[] x = {3.841, 5.991, 11.070, 18.307};
        for (int k = 0; k < 4; k++) {
            // Half a unit of the last digit times the density, at most 0.0005 · 0.03.
            assertClose(
                    "new ChiSquare(" + degrees[k] + ").upper(" + x[k] + ")",
                    0.05,
                    new ChiSquare(degrees[k]).upper(x[k]),
                    1.5e-5,
                    "As the tables say.");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("a must be > 0, but was 0.0", () -> IncompleteGamma.upper(0, 1));
        assertRefused("x must be finite and >= 0, but was -1.0", () -> IncompleteGamma.upper(1, -1));
        assertRefused("degrees must be > 0, but was 0.0", () -> new ChiSquare(0));
        assertRefused("x must be > 0, but was 0.0", () -> new ChiSquare(1).density(0));
    }
}
