package arraysandtables.nd4jarrays;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;

class StationsHiddenTest {
    /** Numbers of order 10 in double precision: 1e-12 leaves two digits. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("views show the right elements of any matrix")
    void viewsOfAnything(RandomGenerator random) {
        int nRows = random.nextInt(1, 8);
        int nColumns = random.nextInt(1, 8);
        int step = random.nextInt(1, Math.min(4, Math.min(nRows, nColumns) + 1));
        double[][] X = points(random, nRows, nColumns);
        double[][] expected = new double[(nRows + step - 1) / step][(nColumns + step - 1) / step];
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                expected[i][j] = X[i * step][j * step];
            }
        }
        assertClose("thinned", expected, Stations.thinned(X, step), 0, "Rows and columns.");

        int column = random.nextInt(nColumns);
        double mean = Stream.of(X).mapToDouble(row -> row[column]).average().orElse(0);
        double[][] centred = Stream.of(X).map(double[]::clone).toArray(double[][]::new);
        for (double[] row : centred) {
            row[column] -= mean;
        }
        assertClose("withCentredColumn", centred, Stations.withCentredColumn(X, column), TOLERANCE, "One column.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("distances and the nearest station agree with loops, in any number of dimensions")
    void distancesOfAnything(RandomGenerator random) {
        int n = random.nextInt(1, 5);
        double[][] points = points(random, random.nextInt(1, 7), n);
        double[][] stations = points(random, random.nextInt(1, 5), n);
        double[][] expected = Stream.of(points)
                .map(point -> Stream.of(stations)
                        .mapToDouble(station -> Math.sqrt(IntStream.range(0, n)
                                .mapToDouble(k -> (point[k] - station[k]) * (point[k] - station[k]))
                                .sum()))
                        .toArray())
                .toArray(double[][]::new);
        assertClose("distances", expected, Stations.distances(points, stations), TOLERANCE, "Points by stations.");
        assertExact(
                "nearest",
                Stream.of(expected)
                        .mapToInt(row -> IntStream.range(0, row.length)
                                .reduce((a, b) -> row[b] < row[a] ? b : a)
                                .orElseThrow())
                        .toArray(),
                Stations.nearest(points, stations),
                "The smallest of each row.");
    }

    private static double[][] points(RandomGenerator random, int nPoints, int n) {
        return Stream.generate(() -> random.doubles(n, -10, 10).toArray())
                .limit(nPoints)
                .toArray(double[][]::new);
    }
}
