package probability.distributionssampling;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DistributionTest {
    /** Sums of logarithms up to 30, whose exponential has their rounding as its relative error: 30 · 2.2e-16. */
    static final double TOLERANCE = 1e-14;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("uniform: the same density everywhere between the ends")
    void uniform() {
        Uniform uniform = new Uniform(2, 6);

        assertClose("new Uniform(2, 6).density(3)", 0.25, uniform.density(3), TOLERANCE, "1 by the length 4.");
        assertClose("density(1.9)", 0, uniform.density(1.9), 0, "Outside is nothing.");
        assertClose("density(6.1)", 0, uniform.density(6.1), 0, "Outside is nothing.");
        assertClose("cumulative(3)", 0.25, uniform.cumulative(3), TOLERANCE, "One of 4 is below 3.");
        assertClose("cumulative(1)", 0, uniform.cumulative(1), 0, "Nothing is below 2.");
        assertClose("cumulative(7)", 1, uniform.cumulative(7), 0, "Everything is below 7.");
        assertClose("quantile(0.75)", 5, uniform.quantile(0.75), TOLERANCE, "2 + 0.75 · 4.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("exponential: waiting goes on as if one had not waited")
    void exponential() {
        Exponential exponential = new Exponential(2);

        assertClose("new Exponential(2).density(0)", 2, exponential.density(0), TOLERANCE, "rate · exp(0).");
        assertClose("density(1)", 2 * Math.exp(-2), exponential.density(1), TOLERANCE, "rate · exp(-rate · x).");
        assertClose("density(-0.1)", 0, exponential.density(-0.1), 0, "No time is below 0.");
        assertClose("cumulative(1)", 1 - Math.exp(-2), exponential.cumulative(1), TOLERANCE, "1 - exp(-2).");
        assertClose("cumulative(-0.1)", 0, exponential.cumulative(-0.1), 0, "No time is below 0.");
        assertClose(
                "new Exponential(1).cumulative(1e-12) · 1e12",
                1 - 5e-13,
                new Exponential(1).cumulative(1e-12) * 1e12,
                TOLERANCE,
                "1 - exp(-x) has lost the digits of small x: use Math.expm1.");
        assertClose("quantile(0.75)", Math.log(2), exponential.quantile(0.75), TOLERANCE, "-log(0.25) / 2.");
        assertClose(
                "new Exponential(1).quantile(1e-12) · 1e12",
                1 + 5e-13,
                new Exponential(1).quantile(1e-12) * 1e12,
                TOLERANCE,
                "log(1 - p) has lost the digits of small p: use Math.log1p.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("Bernoulli: 1 with probability p, else 0")
    void bernoulli() {
        Bernoulli bernoulli = new Bernoulli(0.25);

        assertClose("new Bernoulli(0.25).density(1)", 0.25, bernoulli.density(1), 0, "p.");
        assertClose("density(0)", 0.75, bernoulli.density(0), 0, "1 - p.");
        assertClose("density(0.5)", 0, bernoulli.density(0.5), 0, "There is nothing between 0 and 1.");
        assertClose("cumulative(-0.5)", 0, bernoulli.cumulative(-0.5), 0, "Nothing is below 0.");
        assertClose("cumulative(0)", 0.75, bernoulli.cumulative(0), 0, "At most 0 includes 0.");
        assertClose("cumulative(0.9)", 0.75, bernoulli.cumulative(0.9), 0, "Up to 1 nothing more comes.");
        assertClose("cumulative(1)", 1, bernoulli.cumulative(1), 0, "Everything is at most 1.");
        assertClose("quantile(0.75)", 0, bernoulli.quantile(0.75), 0, "cumulative(0) is 0.75, which is enough.");
        assertClose("quantile(0.76)", 1, bernoulli.quantile(0.76), 0, "cumulative(0) is 0.75, too little.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("binomial: C(n, k) pᵏ (1 - p)ⁿ⁻ᵏ, from all four sides")
    void binomial() {
        Binomial binomial = new Binomial(3, 0.25);

        assertClose("new Binomial(3, 0.25).density(0)", 27 / 64.0, binomial.density(0), TOLERANCE, "0.75³.");
        assertClose("density(1)", 27 / 64.0, binomial.density(1), TOLERANCE, "3 · 0.25 · 0.75².");
        assertClose("density(2)", 9 / 64.0, binomial.density(2), TOLERANCE, "3 · 0.25² · 0.75.");
        assertClose("density(3)", 1 / 64.0, binomial.density(3), TOLERANCE, "0.25³.");
        assertClose("density(4)", 0, binomial.density(4), 0, "Three trials have no four successes.");
        assertClose("density(1.5)", 0, binomial.density(1.5), 0, "There are no half successes.");
        assertClose("cumulative(1.5)", 54 / 64.0, binomial.cumulative(1.5), TOLERANCE, "P(0) + P(1).");
        assertClose("cumulative(-1)", 0, binomial.cumulative(-1), 0, "Nothing is below 0.");
        assertClose("cumulative(9)", 1, binomial.cumulative(9), TOLERANCE, "All of it.");
        assertClose("quantile(0.4)", 0, binomial.quantile(0.4), 0, "P(0) = 0.42 is enough.");
        assertClose("quantile(0.5)", 1, binomial.quantile(0.5), 0, "P(0) = 0.42 is too little.");
        assertClose("quantile(0.9)", 2, binomial.quantile(0.9), 0, "P(0) + P(1) = 0.84 is too little.");
        assertClose("quantile(0.99)", 3, binomial.quantile(0.99), 0, "P(0) + P(1) + P(2) = 0.984 is too little.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("three thousand trials do not drown in underflow")
    void manyTrials() {
        // 3,000 logarithms, with sums up to 2,100: 2100 · 1.1e-16 each, and the errors add up like √3000 of them. From
        // exact fractions.
        Binomial coins = new Binomial(3000, 0.5);

        assertClose(
                "new Binomial(3000, 0.5).density(1500)",
                0.01456609851579575,
                coins.density(1500),
                1e-12,
                "P(0) is 10⁻⁹⁰³, which is 0 in doubles: add logarithms.");
        assertClose(
                "cumulative(1500)",
                0.5 + 0.01456609851579575 / 2,
                coins.cumulative(1500),
                1e-10,
                "Half, and half of the middle one: it lies on both sides.");
        assertClose("quantile(0.5)", 1500, coins.quantile(0.5), 0, "The middle one.");
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("deaths by kicks of horses: Poisson with mean 0.61")
    void horses() {
        // L. von Bortkiewicz, Das Gesetz der kleinen Zahlen, 1898: 200 corps-years of the Prussian army, 122 deaths; he
        // expects
        // 108.7, 66.3, 20.2, 4.1 and 0.6 of them with 0 to 4.
        Poisson poisson = new Poisson(0.61);
        double[] expected = new double[5];
        for (int k = 0; k < 5; k++) {
            expected[k] = 200 * poisson.density(k);
        }

        assertClose(
                "200 · new Poisson(0.61).density(0 to 4)",
                new double[] {108.7, 66.3, 20.2, 4.1, 0.6},
                expected,
                0.05,
                "m⁰ exp(-m), and each is m/k times the one before.");
        assertClose(
                "cumulative(2)",
                Math.exp(-0.61) * (1 + 0.61 + 0.61 * 0.61 / 2),
                poisson.cumulative(2),
                TOLERANCE,
                "P(0) to P(2).");
        assertClose("quantile(0.5)", 0, poisson.quantile(0.5), 0, "P(0) = 0.54.");
        assertClose("quantile(0.95)", 2, poisson.quantile(0.95), 0, "P(0) + P(1) = 0.87, with P(2) 0.98.");
        assertClose("density(-1)", 0, poisson.density(-1), 0, "Nothing is below 0.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("zScore counts standard deviations, density is the bell")
    void bell() {
        Normal normal = new Normal(100, 15);

        assertClose("new Normal(100, 15).zScore(130)", 2, normal.zScore(130), TOLERANCE, "30 above, 15 each.");
        assertClose("zScore(92.5)", -0.5, normal.zScore(92.5), TOLERANCE, "7.5 below, 15 each.");
        assertClose(
                "density(100)", 1 / (15 * Math.sqrt(2 * Math.PI)), normal.density(100), TOLERANCE, "1 / (√(2π) · 15).");
        assertClose(
                "density(130)",
                Math.exp(-2) / (15 * Math.sqrt(2 * Math.PI)),
                normal.density(130),
                TOLERANCE,
                "exp(-z²/2) with z = 2.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(PUBLISHED)
    @DisplayName("cumulative of the bell has the numbers of the tables, far out too")
    void table() {
        Normal normal = new Normal(0, 1);

        // Abramowitz and Stegun 1964, table 26.1; the tails as in R, pnorm(-4.5) and pnorm(-10).
        assertClose("new Normal(0, 1).cumulative(0)", 0.5, normal.cumulative(0), 1e-15, "Half is below the mean.");
        assertClose("cumulative(1)", 0.841344746068543, normal.cumulative(1), 1e-14, "φ(z)(z + z³/3 + z⁵/15 + …).");
        assertClose("cumulative(-1.96)", 1 - 0.9750021048517795, normal.cumulative(-1.96), 1e-14, "Mirror image.");
        assertClose("cumulative(3.5)", 0.999767370920964, normal.cumulative(3.5), 1e-14, "Add until nothing changes.");
        assertClose(
                "cumulative(-4.5) · 10⁶",
                3.39767312473006,
                normal.cumulative(-4.5) * 1e6,
                1e-13,
                "The fraction, inside first.");
        assertClose(
                "cumulative(-10) · 10²⁴",
                7.61985302416059,
                normal.cumulative(-10) * 1e24,
                1e-12,
                "φ(10) = exp(-50)/√(2π), whose exponent costs 50 · 1.1e-16.");
        assertClose(
                "new Normal(100, 15).cumulative(85)",
                1 - 0.841344746068543,
                new Normal(100, 15).cumulative(85),
                1e-14,
                "One deviation below the mean.");
    }

    @Graded(stage = 3)
    @Evidence(PUBLISHED)
    @DisplayName("quantile of the bell: 95 % are within 1.96 deviations")
    void quantiles() {
        Normal normal = new Normal(0, 1);

        assertClose("new Normal(0, 1).quantile(0.5)", 0, normal.quantile(0.5), 1e-15, "The middle.");
        assertClose("quantile(0.975)", 1.959963984540054, normal.quantile(0.975), 1e-13, "Above 1/2 the mirror image.");
        assertClose("quantile(0.025)", -1.959963984540054, normal.quantile(0.025), 1e-13, "Newton's steps from 0.");
        // R, qnorm(1e-20).
        assertClose(
                "quantile(1e-20)", -9.26234008979841, normal.quantile(1e-20), 1e-12, "Steps go on as long as z falls.");
        assertClose(
                "new Normal(100, 15).quantile(0.025)",
                100 - 15 * 1.959963984540054,
                new Normal(100, 15).quantile(0.025),
                1e-11,
                "mean + deviation · z.");
        assertClose(
                "new Normal(100, 15).quantile(0.975)",
                100 + 15 * 1.959963984540054,
                new Normal(100, 15).quantile(0.975),
                1e-11,
                "mean + deviation · z.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("to must be > from, but from was 2.0 and to was 2.0", () -> new Uniform(2, 2));
        assertRefused("rate must be > 0, but was 0.0", () -> new Exponential(0));
        assertRefused("p must be in (0, 1), but was 1.0", () -> new Bernoulli(1));
        assertRefused("n must be >= 1, but was 0", () -> new Binomial(0, 0.5));
        assertRefused("p must be in (0, 1), but was 0.0", () -> new Binomial(1, 0));
        assertRefused("mean must be > 0, but was -1.0", () -> new Poisson(-1));
        assertRefused("deviation must be > 0, but was 0.0", () -> new Normal(0, 0));
        assertRefused("p must be in (0, 1), but was 0.0", () -> new Uniform(0, 1).quantile(0));
        assertRefused("p must be in (0, 1), but was 1.0", () -> new Exponential(1).quantile(1));
        assertRefused("p must be in (0, 1), but was 1.0", () -> new Bernoulli(0.5).quantile(1));
        assertRefused("p must be in (0, 1), but was 1.0", () -> new Binomial(1, 0.5).quantile(1));
        assertRefused("p must be in (0, 1), but was 1.0", () -> new Poisson(1).quantile(1));
        assertRefused("p must be in (0, 1), but was 1.0", () -> new Normal(0, 1).quantile(1));
    }
}
