package probability.distributionssampling;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class DistributionHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("quantile undoes cumulative, where there is a density")
    void undone(RandomGenerator random) {
        double from = random.nextDouble(-5, 5);
        double length = random.nextDouble(0.5, 5);
        double rate = random.nextDouble(0.5, 3);
        double x = from + length * random.nextDouble(0.05, 0.95);
        double t = random.nextDouble(0.05, 3) / rate;
        Uniform uniform = new Uniform(from, from + length);
        Exponential exponential = new Exponential(rate);

        // Up to three times the rounding of a probability, by a density of at least exp(-3)/2: below 1e-13.
        assertClose("uniform", x, uniform.quantile(uniform.cumulative(x)), 1e-13, "Solve cumulative(x) = p for x.");
        assertClose(
                "exponential",
                t,
                exponential.quantile(exponential.cumulative(t)),
                1e-13,
                "Solve cumulative(x) = p for x.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("quantile undoes cumulative, where there are whole numbers, and probabilities sum to 1")
    void steps(RandomGenerator random) {
        int n = random.nextInt(5, 30);
        Binomial binomial = new Binomial(n, random.nextDouble(0.3, 0.7));
        Poisson poisson = new Poisson(random.nextDouble(2, 6));
        double sum = 0;
        double mean = 0;
        for (int j = 0; j <= n; j++) {
            sum += binomial.density(j);
            mean += j * binomial.density(j);
        }
        double poissonSum = 0;
        for (int j = 0; j <= 60; j++) {
            poissonSum += poisson.density(j);
        }
        int k = random.nextInt(0, 5);

        assertClose("sum of the binomial probabilities", 1, sum, 1e-12, "C(n, k) pᵏ (1 - p)ⁿ⁻ᵏ.");
        // Beyond 60 there is less than 6⁶¹/61!, 10⁻³⁶.
        assertClose("sum of the Poisson probabilities", 1, poissonSum, 1e-12, "mᵏ exp(-m) / k!.");
        assertClose("mean of the binomial", n * binomial.p(), mean, 1e-11, "n p.");
        // A probability of at least 0.001 lies between two steps: a little less than cumulative(k) is enough for k, a
        // little more is not.
        assertClose(
                "quantile just below cumulative(k)",
                k,
                poisson.quantile(poisson.cumulative(k) - 1e-9),
                0,
                "At least p.");
        assertClose(
                "quantile just above it", k + 1, poisson.quantile(poisson.cumulative(k) + 1e-9), 0, "The next one.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the bell: cumulative is the area below the density, and quantile undoes it")
    void area(RandomGenerator random) {
        double mean = random.nextDouble(-20, 20);
        double deviation = random.nextDouble(0.5, 8);
        double x = mean + deviation * random.nextDouble(-3, 3);
        double h = deviation / 100;
        Normal normal = new Normal(mean, deviation);
        double simpson = h / 3 * (normal.density(x - h) + 4 * normal.density(x) + normal.density(x + h));

        // Simpson's error is h⁵/90 times the fourth derivative, at most 1.2/σ⁵: 1.4e-12.
        assertClose(
                "cumulative(x + h) - cumulative(x - h)",
                simpson,
                normal.cumulative(x + h) - normal.cumulative(x - h),
                5e-12,
                "As much as the density's area between them.");
        // Rounding of 1e-16 by a density of at least 0.0044/σ.
        assertClose("quantile(cumulative(x))", x, normal.quantile(normal.cumulative(x)), 1e-11, "Newton's method.");
    }

    /** 20,000 normal draws, with the limit of {@link SamplingTest}: a right program fails once in 1.7 million runs. */
    @Graded(stage = 5)
    @Evidence(CLOSED_FORM)
    @DisplayName("normal draws pass the test of Kolmogorov and Smirnov")
    void normalDraws(RandomGenerator random) {
        int n = 20_000;
        double[] draws = new Normal(50, 10).sample(SamplingTest.uniforms(random, n));
        assertEquals(n, draws.length, "One for each uniform number.");
        double[] probabilities = Reference.of(() -> {
            Normal normal = new Normal(50, 10);
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = normal.cumulative(draws[i]);
            }
            return values;
        });

        double distance = Sampling.ksDistance(probabilities) * Math.sqrt(n);
        assertTrue(distance > 0 && distance < 2.74, "√n times the distance must be below 2.74.");
    }
}
