package statistics.mlemap;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
    /** Sums of a few numbers of order 10: some roundings of 2e-15. */
    private static final double TOLERANCE = 1e-13;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("bernoulli adds log p for each 1 and log(1 - p) for each 0")
    void bernoulli() {
        assertClose(
                "bernoulli({1, 1, 0, 1}, 0.25)",
                3 * Math.log(0.25) + Math.log(0.75),
                Likelihood.bernoulli(new double[] {1, 1, 0, 1}, 0.25),
                TOLERANCE,
                "Three times log 0.25, once log 0.75.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("what never happened counts nothing, and what is impossible minus infinity")
    void ends() {
        assertClose(
                "bernoulli({1, 1}, 1)", 0, Likelihood.bernoulli(new double[] {1, 1}, 1), 0, "Certain: 0 · log 0 = 0.");
        assertClose(
                "bernoulli({0, 0}, 0)", 0, Likelihood.bernoulli(new double[] {0, 0}, 0), 0, "Certain: 0 · log 0 = 0.");
        assertClose("poisson({0, 0}, 0)", 0, Likelihood.poisson(new double[] {0, 0}, 0), 0, "Certain: 0 · log 0 = 0.");
        assertEquals(
                Double.NEGATIVE_INFINITY,
                Likelihood.bernoulli(new double[] {1, 0, 1}, 1),
                "bernoulli({1, 0, 1}, 1): the 0 is impossible, log 0.");
        assertEquals(
                Double.NEGATIVE_INFINITY,
                Likelihood.poisson(new double[] {0, 2}, 0),
                "poisson({0, 2}, 0): the 2 is impossible, 2 log 0.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("poisson has the factorials below")
    void poisson() {
        assertClose(
                "poisson({0, 3, 1}, 2)",
                4 * Math.log(2) - 6 - Math.log(6),
                Likelihood.poisson(new double[] {0, 3, 1}, 2),
                TOLERANCE,
                "4 log 2 - 3 · 2 - log 3!.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("exponential counts log rate for each datum")
    void exponential() {
        assertClose(
                "exponential({0.5, 2, 1}, 3)",
                3 * Math.log(3) - 10.5,
                Likelihood.exponential(new double[] {0.5, 2, 1}, 3),
                TOLERANCE,
                "3 log 3 - 3 · 3.5.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("normal has half the squares of z, and a constant for each datum")
    void normal() {
        assertClose(
                "normal({1, 4}, 2, 3)",
                -5 / 18.0 - 2 * Math.log(3) - Math.log(2 * Math.PI),
                Likelihood.normal(new double[] {1, 4}, 2, 3),
                TOLERANCE,
                "z² is 1/9 and 4/9; twice log 3 + log(2π)/2.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("5,000 data are not too many")
    void many() {
        double[] x = new double[5000];
        for (int i = 0; i < 5000; i += 2) {
            x[i] = 1;
        }

        // 5000 roundings of a sum near 3500, 5e-13 each, if all have the same sign.
        assertClose(
                "bernoulli(5,000 data, 0.5)",
                -5000 * Math.log(2),
                Likelihood.bernoulli(x, 0.5),
                1e-8,
                "The product of the probabilities is 0 in doubles. Add logarithms.");
        assertClose(
                "poisson(5,000 data, 2)",
                2500 * Math.log(2) - 10_000,
                Likelihood.poisson(x, 2),
                1e-8,
                "The product of the probabilities is 0 in doubles. Add logarithms.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("x must have at least 1 entry, but is empty", () -> Likelihood.bernoulli(new double[0], 0.5));
        assertRefused("x must be 0 or 1, but had 2.0", () -> Likelihood.bernoulli(new double[] {2}, 0.5));
        assertRefused("p must be in [0, 1], but was 1.5", () -> Likelihood.bernoulli(new double[1], 1.5));
        assertRefused("x must be whole and >= 0, but had 0.5", () -> Likelihood.poisson(new double[] {0.5}, 1));
        assertRefused("mean must be >= 0, but was -1.0", () -> Likelihood.poisson(new double[1], -1));
        assertRefused("x must be >= 0, but had -1.0", () -> Likelihood.exponential(new double[] {-1}, 1));
        assertRefused("rate must be > 0, but was 0.0", () -> Likelihood.exponential(new double[1], 0));
        assertRefused("x must be finite, but had NaN", () -> Likelihood.normal(new double[] {Double.NaN}, 0, 1));
        assertRefused("deviation must be > 0, but was 0.0", () -> Likelihood.normal(new double[1], 0, 0));
    }
}
