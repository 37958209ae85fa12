package statistics.hypothesistests;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpecialTest {
    /** log Γ near 1 is a difference of numbers up to log 15! = 28, each rounded to 4e-15. */
    private static final double GAMMA = 5e-14;

    /** exp of a sum of logarithms up to 30. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("logGamma goes through the factorials, and knows halves")
    void gamma() {
        assertClose("logGamma(5)", Math.log(24), Special.logGamma(5), GAMMA, "Γ(5) = 4!.");
        assertClose("logGamma(1)", 0, Special.logGamma(1), GAMMA, "Γ(1) = 0! = 1.");
        assertClose("logGamma(0.5)", Math.log(Math.PI) / 2, Special.logGamma(0.5), GAMMA, "Γ(1/2) = √π.");
        assertClose(
                "logGamma(2.5)",
                Math.log(0.75) + Math.log(Math.PI) / 2,
                Special.logGamma(2.5),
                GAMMA,
                "Γ(5/2) = 3/2 · 1/2 · √π.");
        double factorial = 0;
        for (int j = 2; j < 20; j++) {
            factorial += Math.log(j);
        }
        assertClose("logGamma(20)", factorial, Special.logGamma(20), 10 * GAMMA, "Γ(20) = 19!.");
        // log 1999!, a sum of 2000 logarithms: 13,000 to 1e-11.
        for (int j = 20; j < 2000; j++) {
            factorial += Math.log(j);
        }
        assertClose("logGamma(2000)", factorial, Special.logGamma(2000), 1e-9, "Γ(2000) = 1999! is no double.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("d gives the numbers in the fraction")
    void numbers() {
        // x = 0.6, a = 2, b = 5.
        assertClose("d(1, 0.6, 2, 5)", -1.4, Special.d(1, 0.6, 2, 5), TOLERANCE, "m = 0: -2 · 7 · 0.6 / (2 · 3).");
        assertClose("d(2, 0.6, 2, 5)", 0.2, Special.d(2, 0.6, 2, 5), TOLERANCE, "m = 1: 1 · 4 · 0.6 / (3 · 4).");
        assertClose("d(3, 0.6, 2, 5)", -0.72, Special.d(3, 0.6, 2, 5), TOLERANCE, "m = 1: -3 · 8 · 0.6 / (4 · 5).");
        assertClose("d(4, 0.6, 2, 5)", 0.12, Special.d(4, 0.6, 2, 5), TOLERANCE, "m = 2: 2 · 3 · 0.6 / (5 · 6).");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("fraction is 1/(1 + d₁/(1 + d₂/…))")
    void fraction() {
        // I₀.₂(1, 1) = 0.2 = 0.2 · 0.8 · fraction; I₀.₂(2, 1) = 0.04 = 0.04 · 0.8 / (2 · 1/2) · fraction.
        assertClose("fraction(0.2, 1, 1)", 1.25, Special.fraction(0.2, 1, 1), TOLERANCE, "From the inside.");
        assertClose("fraction(0.2, 2, 1)", 1.25, Special.fraction(0.2, 2, 1), TOLERANCE, "From the inside.");
        // I₀.₁(1, 3) = 1 - 0.9³ = 0.271 = 0.1 · 0.9³ / (1/3) · fraction.
        assertClose("fraction(0.1, 1, 3)", 0.271 / 0.2187, Special.fraction(0.1, 1, 3), TOLERANCE, "From the inside.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("incompleteBeta knows powers, binomial sums and the arcsine")
    void beta() {
        assertClose("incompleteBeta(0.3, 1, 1)", 0.3, Special.incompleteBeta(0.3, 1, 1), TOLERANCE, "Flat: x.");
        assertClose("incompleteBeta(0.3, 4, 1)", 0.0081, Special.incompleteBeta(0.3, 4, 1), TOLERANCE, "x⁴.");
        assertClose("incompleteBeta(0.9, 1, 3)", 0.999, Special.incompleteBeta(0.9, 1, 3), TOLERANCE, "1 - (1 - x)³.");
        // Of four events at least two happen.
        assertClose(
                "incompleteBeta(0.4, 2, 3)",
                6 * 0.16 * 0.36 + 4 * 0.064 * 0.6 + 0.0256,
                Special.incompleteBeta(0.4, 2, 3),
                TOLERANCE,
                "The probability that of four events at least two happen.");
        assertClose(
                "incompleteBeta(0.75, 0.5, 0.5)",
                2 / 3.0,
                Special.incompleteBeta(0.75, 0.5, 0.5),
                TOLERANCE,
                "2/π · arcsin √x, and arcsin √0.75 is 60°.");
        assertClose("incompleteBeta(0, 2, 3)", 0, Special.incompleteBeta(0, 2, 3), 0, "Nothing is below 0.");
        assertClose("incompleteBeta(1, 2, 3)", 1, Special.incompleteBeta(1, 2, 3), 0, "Everything is below 1.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("incompleteBeta keeps the digits of small probabilities, also near 1 and with large numbers")
    void extremes() {
        double small = Special.incompleteBeta(1e-20, 3, 1);
        assertClose("incompleteBeta(1e-20, 3, 1) · 1e60", 1, small * 1e60, 1e-11, "x³. No 1 minus anything.");
        assertClose(
                "incompleteBeta(0.9999, 0.5, 0.5)",
                1 - 2 / Math.PI * Math.asin(0.01),
                Special.incompleteBeta(0.9999, 0.5, 0.5),
                TOLERANCE,
                "Near 1 the fraction does not settle in nTerms: take the mirror image.");
        // Symmetric; logarithms of order 7000 leave 1e-12.
        assertClose(
                "incompleteBeta(0.5, 5000, 5000)",
                0.5,
                Special.incompleteBeta(0.5, 5000, 5000),
                1e-10,
                "Half. Gamma functions as large as this are infinite: use their logarithms.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("Γ(x + 1) = x Γ(x), and Iₓ(a, b) = x Iₓ(a - 1, b) + (1 - x) Iₓ(a, b - 1)")
    void laws(RandomGenerator random) {
        double x = random.nextDouble(0.1, 40);
        double share = random.nextDouble(0.01, 0.99);
        double a = random.nextDouble(1.3, 20);
        double b = random.nextDouble(1.3, 20);

        // log Γ(41) is 110.
        assertClose(
                "logGamma(x + 1) - log x for x = " + x,
                Special.logGamma(x),
                Special.logGamma(x + 1) - Math.log(x),
                1e-12,
                "Raise x by ones, and divide by what you raised.");
        assertClose(
                "x · incompleteBeta(x, a - 1, b) + (1 - x) · incompleteBeta(x, a, b - 1) for " + share + ", " + a + ", "
                        + b,
                Special.incompleteBeta(share, a, b),
                share * Special.incompleteBeta(share, a - 1, b) + (1 - share) * Special.incompleteBeta(share, a, b - 1),
                TOLERANCE,
                "From a - 1 to a one event more has happened, from b - 1 to b one more has not.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("x must be > 0, but was 0.0", () -> Special.logGamma(0));
        assertRefused("x must be in [0, 1], but was 1.5", () -> Special.incompleteBeta(1.5, 1, 1));
        assertRefused("a must be > 0, but was 0.0", () -> Special.incompleteBeta(0.5, 0, 1));
        assertRefused("b must be > 0, but was 0.0", () -> Special.incompleteBeta(0.5, 1, 0));
    }
}
