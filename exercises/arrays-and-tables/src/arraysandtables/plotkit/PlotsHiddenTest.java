package arraysandtables.plotkit;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class PlotsHiddenTest {
    private static final double TOLERANCE = 1e-10;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("every value is inside of the whiskers or an outlier, and a box moves with its data")
    void boxesMove(RandomGenerator random) {
        double[] values = values(random);
        double[] moved = Arrays.stream(values).map(value -> 3 * value + 50).toArray();
        Box box = Box.of(values);
        Box other = Box.of(moved);

        assertClose("median", 3 * box.median() + 50, other.median(), TOLERANCE, "It has the unit of the data.");
        assertClose("upperWhisker", 3 * box.upperWhisker() + 50, other.upperWhisker(), TOLERANCE, "1.5 box lengths.");
        long inside = Arrays.stream(values)
                .filter(value -> value >= box.lowerWhisker() && value <= box.upperWhisker())
                .count();
        assertEquals(values.length, inside + box.outliers().length, "values inside of the whiskers and outliers.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("every value is in one bin, and the bars have area 1")
    void everyValueIsCounted(RandomGenerator random) {
        double[] values = values(random);
        Histogram histogram = Histogram.of(values, random.nextInt(1, 20));
        double[] densities = histogram.densities();

        assertEquals(values.length, Arrays.stream(histogram.counts()).sum(), "sum of the counts.");
        assertEquals(histogram.counts().length, densities.length, "densities, one for each bin.");
        double area = IntStream.range(0, densities.length)
                .mapToDouble(k ->
                        densities[k] * (histogram.edges()[k + 1] - histogram.edges()[k]))
                .sum();
        assertClose("area of the bars", 1, area, TOLERANCE, "Divide by number and length.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the staircase counts what is not above")
    void staircaseCounts(RandomGenerator random) {
        double[] values = Arrays.stream(values(random)).map(Math::rint).toArray();
        Ecdf ecdf = Ecdf.of(values);
        double number = random.nextDouble(-3, 3);

        assertClose(
                "at",
                (double) Arrays.stream(values).filter(value -> value <= number).count() / values.length,
                ecdf.at(number),
                TOLERANCE,
                "The share that is not above.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("the area under a density is 1, and it moves with its data")
    void areaIsOne(RandomGenerator random) {
        double[] values = values(random);
        double bandwidth = Stats.bandwidth(values);
        double[] at = IntStream.range(0, 4000).mapToDouble(i -> -50 + i * 0.025).toArray();
        double[] density = Stats.density(values, 0.5, at);

        assertEquals(at.length, density.length, "densities, one for each place.");
        // Trapezoids over a smooth function that is 0 at both ends are exact to round-off.
        assertClose(
                "area under the density", 1, 0.025 * Arrays.stream(density).sum(), 1e-6, "Divide by n and bandwidth.");
        assertClose(
                "bandwidth of data twice as wide",
                2 * bandwidth,
                Stats.bandwidth(Arrays.stream(values).map(value -> 2 * value).toArray()),
                TOLERANCE,
                "It has the unit of the data.");
    }

    @Graded(stage = 5)
    @Evidence(INVARIANCE)
    @DisplayName("correlations do not change with units, and are 1 on the diagonal")
    void withoutUnits(RandomGenerator random) {
        double[][] X = Matrix.gaussian(random, random.nextInt(4, 20), 3);
        double[][] scaled = Matrix.copy(X);
        for (double[] row : scaled) {
            row[1] = 1000 * row[1] - 7;
            row[2] = -row[2];
        }
        double[][] expected = Matrix.copy(Stats.correlations(X));
        for (int j = 0; j < 2; j++) {
            expected[j][2] = -expected[j][2];
            expected[2][j] = -expected[2][j];
            assertClose("correlation with itself", 1, expected[j][j], TOLERANCE, "Divide by both lengths.");
        }

        assertClose(
                "correlations in other units", expected, Stats.correlations(scaled), TOLERANCE, "Centre, then divide.");
    }

    private static double[] values(RandomGenerator random) {
        int n = random.nextInt(5, 40);
        return IntStream.range(0, n)
                .mapToDouble(i -> i % 7 == 3 ? 5 * random.nextGaussian() : random.nextGaussian())
                .toArray();
    }
}
