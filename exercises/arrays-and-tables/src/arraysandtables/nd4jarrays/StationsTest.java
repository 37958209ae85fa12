package arraysandtables.nd4jarrays;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import arraysandtables.ndarrayaxes.Axes;
import arraysandtables.ndarraycore.NdArray;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Reference;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StationsTest {
    /** Numbers of order 10 in double precision: 1e-12 leaves two digits. In single precision six would be wrong. */
    private static final double TOLERANCE = 1e-12;

    private static final double[][] PICTURE = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}, {11, 12, 13, 14, 15}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("thinned takes every step-th row and column, from the first on")
    void thins() {
        assertClose(
                "thinned of {{1, 2, 3, 4, 5}, {6, …}, {11, …}} by 2",
                new double[][] {{1, 3, 5}, {11, 13, 15}},
                Stations.thinned(PICTURE, 2),
                0,
                "NDArrayIndex.interval takes begin, step and end, in this order.");
        assertClose("thinned by 1", PICTURE, Stations.thinned(PICTURE, 1), 0, "Everything is left.");
        assertClose(
                "thinned by 3",
                new double[][] {{1, 4}},
                Stations.thinned(PICTURE, 3),
                0,
                "Of rows 0, 1, 2 only row 0, of columns 0 and 3: one array of one row.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("transposed lays elements out in rows, then turns rows to columns")
    void transposes() {
        assertClose(
                "transposed of 1, 2, 3, 4, 5, 6 as 2 rows of 3",
                new double[][] {{1, 4}, {2, 5}, {3, 6}},
                Stations.transposed(new double[] {1, 2, 3, 4, 5, 6}, 2, 3),
                0,
                "First reshape(2, 3), then transpose(); a reshape to (3, 2) alone keeps the order of elements.");
        assertClose(
                "transposed of 0.1, 0.2 as 1 row of 2",
                new double[][] {{0.1}, {0.2}},
                Stations.transposed(new double[] {0.1, 0.2}, 1, 2),
                TOLERANCE,
                "All digits must be there: create arrays of doubles, not of floats.");
    }

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("withCentredColumn changes one column, through a view")
    void centresOneColumn() {
        assertClose(
                "withCentredColumn of {{1, 10}, {2, 20}, {6, 60}}, column 1",
                new double[][] {{1, -20}, {2, -10}, {6, 30}},
                Stations.withCentredColumn(new double[][] {{1, 10}, {2, 20}, {6, 60}}, 1),
                TOLERANCE,
                "getColumn is a view: subi changes the array, sub makes a new one and leaves it alone.");
        assertClose(
                "withCentredColumn of the same, column 0",
                new double[][] {{-2, 10}, {-1, 20}, {3, 60}},
                Stations.withCentredColumn(new double[][] {{1, 10}, {2, 20}, {6, 60}}, 0),
                TOLERANCE,
                "Only the column that was asked for.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("distances has a row for each point and a column for each station")
    void findsDistances() {
        assertClose(
                "distances of (0, 0), (3, 4), (6, 8) from (0, 0), (3, 0)",
                new double[][] {{0, 3}, {5, 4}, {10, Math.sqrt(73)}},
                Stations.distances(new double[][] {{0, 0}, {3, 4}, {6, 8}}, new double[][] {{0, 0}, {3, 0}}),
                TOLERANCE,
                "Reshape to (nPoints, 1, n) and (1, nStations, n), subtract, square, sum over axis 2, and take the root.");
        assertClose(
                "distances of one point from one station in 3 dimensions",
                new double[][] {{7}},
                Stations.distances(new double[][] {{1, 1, 1}}, new double[][] {{3, 4, 7}}),
                TOLERANCE,
                "The root of 4 + 9 + 36.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("nearest names the station with the smallest distance, the first of equals")
    void findsTheNearest() {
        assertExact(
                "nearest of (1, 0), (9, 1), (5, 0), (4, 6) from (0, 0), (10, 0), (5, 5)",
                new int[] {0, 1, 0, 2},
                Stations.nearest(
                        new double[][] {{1, 0}, {9, 1}, {5, 0}, {4, 6}}, new double[][] {{0, 0}, {10, 0}, {5, 5}}),
                "The smallest of each row, along axis 1; (5, 0) is 5 away from all three.");
        assertExact(
                "nearest of a single point",
                new int[] {1},
                Stations.nearest(new double[][] {{2}}, new double[][] {{9}, {3}}),
                "One point, one answer.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("products multiplies pair by pair")
    void multiplies() {
        double[][][] products = Stations.products(
                new double[][][] {{{1, 2}, {3, 4}}, {{0, 1}, {1, 0}}}, new double[][][] {{{5}, {6}}, {{7}, {8}}});
        assertEquals(2, products.length, "matrices in products of two pairs.");
        assertClose("products, pair 0", new double[][] {{17}, {39}}, products[0], TOLERANCE, "Rows times columns.");
        assertClose("products, pair 1", new double[][] {{8}, {7}}, products[1], TOLERANCE, "Each pair by itself.");
    }

    @Graded(stage = 3)
    @Evidence(LIBRARY)
    @DisplayName("products agrees with matmul of the room before this")
    void agreesWithNdArray(RandomGenerator random) {
        double[][][] A = drawn(random, 3, 4, 2);
        double[][][] B = drawn(random, 3, 2, 5);
        double[] expected = Reference.of(() -> Axes.matmul(array(A), array(B)).toArray());

        double[][][] products = Stations.products(A, B);
        assertEquals(3, products.length, "matrices in products of three pairs.");
        for (int pair = 0; pair < 3; pair++) {
            double[][] rows = new double[4][];
            for (int i = 0; i < 4; i++) {
                rows[i] = Arrays.copyOfRange(expected, (4 * pair + i) * 5, (4 * pair + i + 1) * 5);
            }
            assertClose(
                    "products of drawn matrices, pair " + pair,
                    rows,
                    products[pair],
                    TOLERANCE,
                    "Your NdArray gives this, and two libraries can hardly be wrong in the same way.");
        }
    }

    /**
     * Of n = 3,000 numbers the mean has standard deviation 0.018, and the mean square 0.026: 0.17 is more than six of
     * either.
     */
    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("randomPoints are normal, and the same seed gives the same points")
    void drawsPoints(RandomGenerator random) {
        long seed = random.nextInt(1_000_000);
        double[][] points = requireShape(
                "randomPoints(seed, 1000, 3)", 1000, 3, Stations.randomPoints(seed, 1000, 3), "A row for each point.");
        double[] all = Arrays.stream(points).flatMapToDouble(Arrays::stream).toArray();
        assertClose("mean of 3,000 numbers", 0, Arrays.stream(all).average().orElse(1), 0.17, "randn, not rand.");
        assertClose(
                "mean square of 3,000 numbers",
                1,
                Arrays.stream(all).map(x -> x * x).average().orElse(0),
                0.17,
                "The standard deviation is 1.");
        assertClose(
                "randomPoints of the same seed again",
                points,
                Stations.randomPoints(seed, 1000, 3),
                0,
                "Give Nd4j.getRandom() the seed each time, before you draw.");
        assertFalse(
                Arrays.deepEquals(points, Stations.randomPoints(seed + 1, 1000, 3)),
                "randomPoints of two seeds must not give the same points.");
    }

    @Test
    @DisplayName("what can't be is refused with a useful message")
    void refusals() {
        assertRefused("step must be in [1, 3], but was 4", () -> Stations.thinned(PICTURE, 4));
        assertRefused("elements must have 6 entries, but has 2", () -> Stations.transposed(new double[2], 2, 3));
        assertRefused("column must be in [0, 4], but was 5", () -> Stations.withCentredColumn(PICTURE, 5));
        assertRefused(
                "stations must have 2 columns, but has 3",
                () -> Stations.distances(new double[1][2], new double[1][3]));
    }

    private static double[][][] drawn(RandomGenerator random, int n, int nRows, int nColumns) {
        return Stream.generate(
                        () -> Stream.generate(() -> random.doubles(nColumns).toArray())
                                .limit(nRows)
                                .toArray(double[][]::new))
                .limit(n)
                .toArray(double[][][]::new);
    }

    private static NdArray array(double[][][] matrices) {
        double[] elements = Arrays.stream(matrices)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return NdArray.of(elements, matrices.length, matrices[0].length, matrices[0][0].length);
    }
}
