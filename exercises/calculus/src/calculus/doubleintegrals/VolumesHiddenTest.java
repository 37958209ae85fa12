package calculus.doubleintegrals;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;

import calculus.doubleintegrals.Volumes.Estimate;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class VolumesHiddenTest {
    private static final double TOLERANCE = 1e-9;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("products over any rectangle come apart into two integrals")
    void products(RandomGenerator random) {
        double a = random.nextDouble(-3, 0);
        double b = random.nextDouble(1, 3);
        double c = random.nextDouble(-3, 0);
        double d = random.nextDouble(1, 3);

        assertClose(
                "rectangle(x²y³)",
                (b * b * b - a * a * a) / 3 * (d * d * d * d - c * c * c * c) / 4,
                Volumes.rectangle((x, y) -> x * x * y * y * y, VolumesTest.gauss(), a, b, c, d),
                TOLERANCE,
                "Each direction over its own interval.");
        assertClose(
                "between(1) of a triangle",
                (b - a) * (b - a) / 2,
                Volumes.between((x, y) -> 1, VolumesTest.gauss(), a, b, x -> c, x -> c + x - a),
                TOLERANCE,
                "Half of the square.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("turning the function does not change its integral over a disc")
    void turned(RandomGenerator random) {
        double angle = random.nextDouble(0, 6);
        double radius = random.nextDouble(0.5, 2);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);

        assertClose(
                "disc of a turned parabola",
                Math.PI * Math.pow(radius, 4) / 4,
                Volumes.disc((x, y) -> (cos * x + sin * y) * (cos * x + sin * y), VolumesTest.gauss(), radius, 9),
                TOLERANCE,
                "Around all angles, with weight r.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("four times as many points halve the standard error, in five dimensions too")
    void rootOfTheNumber(RandomGenerator random) {
        long seed = random.nextInt(1_000_000);
        double[] from = {-1, -1, -1, -1, -1};
        double[] to = {1, 1, 1, 1, 1};
        Estimate few = Volumes.monteCarlo(VolumesHiddenTest::inside, from, to, 500, seed);
        Estimate many = Volumes.monteCarlo(VolumesHiddenTest::inside, from, to, 2000, seed + 1);

        // 16 % of the cube are inside: standard errors of 500 and of 2,000 values are known to 4.1 % and 2 %.
        assertClose("ratio of the standard errors", 2, few.standardError() / many.standardError(), 0.6, "1/√n.");
        assertClose(
                "volume of the ball in five dimensions",
                8 * Math.PI * Math.PI / 15,
                many.value(),
                6 * 32 * Math.sqrt(0.1645 * 0.8355 / 2000),
                "The share of points inside, times 32.");
    }

    private static double inside(double[] p) {
        double square = 0;
        for (double coordinate : p) {
            square += coordinate * coordinate;
        }
        return square <= 1 ? 1 : 0;
    }
}
