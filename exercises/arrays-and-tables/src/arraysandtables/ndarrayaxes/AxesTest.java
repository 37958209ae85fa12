package arraysandtables.ndarrayaxes;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arraysandtables.ndarraycore.NdArray;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AxesTest {
    /** At most 10 terms of size 10 are added: each rounds by at most 1e-14, so 1e-12 leaves a digit. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("reduce hands the elements along an axis to its function, in order")
    void reduceHandsOverGroups() {
        List<String> groups = new ArrayList<>();
        NdArray first = Axes.reduce(counted(2, 3), 0, elements -> {
            groups.add(Arrays.toString(elements));
            return elements[0];
        });
        assertEquals(
                List.of("[1.0, 4.0]", "[2.0, 5.0]", "[3.0, 6.0]"),
                groups,
                "groups along axis 0 of {{1, 2, 3}, {4, 5, 6}}: one column after the other.");
        assertArray("reduce by the first, along axis 0", new double[] {1, 2, 3}, first, 3);

        groups.clear();
        Axes.reduce(counted(2, 2, 2), 1, elements -> {
            groups.add(Arrays.toString(elements));
            return 0;
        });
        assertEquals(
                List.of("[1.0, 3.0]", "[2.0, 4.0]", "[5.0, 7.0]", "[6.0, 8.0]"),
                groups,
                "groups along axis 1 of the numbers 1 to 8 in shape (2, 2, 2): the other axes stay in their order.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("sum adds along one axis, which is then gone")
    void sums() {
        NdArray a = counted(2, 3);
        assertArray("sum of {{1, 2, 3}, {4, 5, 6}} along axis 0", new double[] {5, 7, 9}, Axes.sum(a, 0), 3);
        assertArray("sum of these along axis 1", new double[] {6, 15}, Axes.sum(a, 1), 2);
        NdArray b = Axes.sum(counted(2, 3, 4), 1);
        assertArray(
                "sum of the numbers 1 to 24 in shape (2, 3, 4) along axis 1",
                new double[] {15, 18, 21, 24, 51, 54, 57, 60},
                b,
                2,
                4);
        assertArray("sum of {1, 2, 3} along its only axis", new double[] {6}, Axes.sum(counted(3), 0));
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("mean divides by the number of elements along the axis")
    void means() {
        NdArray a = counted(2, 3);
        assertArray("mean of {{1, 2, 3}, {4, 5, 6}} along axis 0", new double[] {2.5, 3.5, 4.5}, Axes.mean(a, 0), 3);
        assertArray("mean of these along axis 1", new double[] {2, 5}, Axes.mean(a, 1), 2);
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("max finds the largest along the axis, also below 0, and NaN where one is NaN")
    void maxima() {
        NdArray a = NdArray.of(new double[] {-5, -7, -3, -9, -2, -4}, 2, 3);
        assertArray("max of {{-5, -7, -3}, {-9, -2, -4}} along axis 0", new double[] {-5, -2, -3}, Axes.max(a, 0), 3);
        assertArray("max of these along axis 1", new double[] {-3, -2}, Axes.max(a, 1), 2);
        assertTrue(
                Double.isNaN(Axes.max(NdArray.of(new double[] {1, 0.0 / 0, 2}, 3), 0)
                        .get()),
                "the max of {1, NaN, 2} must be NaN: what nobody knows may be the largest.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("less their means, columns have mean 0: reducing and broadcasting go together")
    void centring(RandomGenerator random) {
        NdArray a = NdArray.of(random.doubles(30, 0, 10).toArray(), 10, 3);
        NdArray centred = a.combine(Axes.mean(a, 0), (x, mean) -> x - mean);
        assertClose(
                "the means of the columns, after the mean of each was taken off it",
                new double[3],
                Axes.mean(centred, 0).toArray(),
                TOLERANCE,
                "mean(a, 0) must have shape (3), with the mean of column j at j.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("product multiplies the rows of one matrix with the columns of another")
    void products() {
        NdArray a = counted(2, 3);
        NdArray b = NdArray.of(new double[] {1, 10, 100, 0, 2, -1}, 3, 2);
        assertArray(
                "product of {{1, 2, 3}, {4, 5, 6}} and {{1, 10}, {100, 0}, {2, -1}}",
                new double[] {207, 7, 516, 34},
                Axes.product(a, b),
                2,
                2);
        assertArray(
                "product of a matrix and its transpose",
                new double[] {14, 32, 32, 77},
                Axes.product(a, a.transpose(1, 0)),
                2,
                2);
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("products are associative and distribute over sums")
    void productsAreLinear(RandomGenerator random) {
        NdArray a = drawn(random, 3, 2);
        NdArray b = drawn(random, 2, 4);
        NdArray c = drawn(random, 4, 2);
        NdArray d = drawn(random, 4, 2);
        assertArray(
                "(a · b) · c against a · (b · c)",
                Axes.product(a, Axes.product(b, c)).toArray(),
                Axes.product(Axes.product(a, b), c),
                3,
                2);
        assertArray(
                "b · (c + d) against b · c + b · d",
                Axes.product(b, c).add(Axes.product(b, d)).toArray(),
                Axes.product(b, c.add(d)),
                2,
                2);
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("matmul multiplies pair by pair, and repeats what there is one of")
    void batches() {
        NdArray turns = NdArray.of(new double[] {0, -1, 1, 0, -1, 0, 0, -1}, 2, 2, 2);
        NdArray points = NdArray.of(new double[] {3, 5, 4, 6}, 2, 2);
        assertArray(
                "matmul of two turns (2, 2, 2) and one matrix (2, 2)",
                new double[] {-4, -6, 3, 5, -3, -5, -4, -6},
                Axes.matmul(turns, points),
                2,
                2,
                2);
        assertArray(
                "matmul of (2, 1, 1, 2) and (3, 2, 1)",
                new double[] {5, 11, 17, 11, 25, 39},
                Axes.matmul(counted(2, 1, 1, 2), counted(3, 2, 1)),
                2,
                3,
                1,
                1);
        assertArray(
                "matmul of two matrices",
                new double[] {7, 10, 15, 22},
                Axes.matmul(counted(2, 2), counted(2, 2)),
                2,
                2);
    }

    @Graded(stage = 2)
    @DisplayName("batches that do not go together are refused")
    void refusesBatches() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Axes.matmul(counted(2, 2, 2), counted(3, 2, 2)),
                "A batch of two and a batch of three: neither can be repeated to the other.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("the same seed gives the same array, another seed another")
    void seedsDecide(RandomGenerator random) {
        long seed = random.nextLong();
        assertExact(
                "shape of uniform(seed, 2, 3)",
                new int[] {2, 3},
                Axes.uniform(seed, 2, 3).shape(),
                "As asked for.");
        assertExact(
                "shape of normal(seed, 1, 2, 3, 2)",
                new int[] {3, 2},
                Axes.normal(seed, 1, 2, 3, 2).shape(),
                "As asked.");
        assertTrue(
                Arrays.equals(
                        Axes.uniform(seed, 4).toArray(), Axes.uniform(seed, 4).toArray()),
                "two calls of uniform with one seed gave different numbers: does your generator begin with the seed?");
        assertTrue(
                Arrays.equals(
                        Axes.normal(seed, 0, 1, 4).toArray(),
                        Axes.normal(seed, 0, 1, 4).toArray()),
                "two calls of normal with one seed gave different numbers: does your generator begin with the seed?");
        assertFalse(
                Arrays.equals(
                        Axes.uniform(seed, 4).toArray(),
                        Axes.uniform(seed + 1, 4).toArray()),
                "uniform of two seeds must not give the same array.");
        assertFalse(
                Arrays.equals(
                        Axes.normal(seed, 0, 1, 4).toArray(),
                        Axes.normal(seed + 1, 0, 1, 4).toArray()),
                "normal of two seeds must not give the same array.");
    }

    /**
     * Of n = 4,000 numbers the mean has standard deviation √(1/12n) = 0.0046, and the mean square √(4/45n) = 0.0047:
     * 0.03 is more than six of either.
     */
    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("uniform numbers lie in [0, 1), with mean 1/2 and mean square 1/3")
    void uniformNumbers(RandomGenerator random) {
        double[] drawn = Axes.uniform(random.nextLong(), 40, 100).toArray();
        assertEquals(4000, drawn.length, "elements of uniform(seed, 40, 100).");
        assertTrue(Arrays.stream(drawn).allMatch(x -> x >= 0 && x < 1), "all numbers of uniform must lie in [0, 1).");
        assertClose(
                "mean of 4,000 uniform numbers",
                0.5,
                Arrays.stream(drawn).average().orElse(0),
                0.03,
                "They lie as often in one half as in the other.");
        assertClose(
                "mean square of 4,000 uniform numbers",
                1.0 / 3,
                Arrays.stream(drawn).map(x -> x * x).average().orElse(0),
                0.03,
                "Each place has its own number, and all numbers are equally likely.");
    }

    /**
     * Of n = 4,000 numbers with deviation 3 the mean has standard deviation 3/√n = 0.047, and the standard deviation
     * 3/√2n = 0.034: 0.3 is more than six of either.
     */
    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("normal numbers have the mean and the standard deviation that were asked for")
    void normalNumbers(RandomGenerator random) {
        double[] drawn = Axes.normal(random.nextLong(), 10, 3, 40, 100).toArray();
        assertEquals(4000, drawn.length, "elements of normal(seed, 10, 3, 40, 100).");
        double mean = Arrays.stream(drawn).average().orElse(0);
        assertClose("mean of 4,000 normal numbers", 10, mean, 0.3, "Move them by the mean.");
        assertClose(
                "standard deviation of 4,000 normal numbers",
                3,
                Math.sqrt(Arrays.stream(drawn)
                        .map(x -> (x - mean) * (x - mean))
                        .average()
                        .orElse(0)),
                0.3,
                "Stretch by the standard deviation, which is the root of the variance.");
        double share = Arrays.stream(drawn).filter(x -> Math.abs(x - 10) < 3).count() / 4000.0;
        assertClose(
                "share within one standard deviation",
                0.6827,
                share,
                0.05,
                "That is the share of a normal distribution; its own standard deviation is 0.0074 here.");
    }

    @Test
    @DisplayName("what can't be is refused with a useful message")
    void refusals() {
        NdArray a = counted(2, 3);
        assertRefused("axis must be in [0, 1], but was 2", () -> Axes.sum(a, 2));
        assertRefused(
                "shapes [2, 3] and [2, 3] do not fit: the first must have as many columns as the second has rows",
                () -> Axes.matmul(a, a));
        assertRefused("a and b must have 2 axes", () -> Axes.product(counted(2, 2, 2), counted(2, 2, 2)));
        assertRefused("deviation must be >= 0, but was -1.0", () -> Axes.normal(1, 0, -1, 2));
    }

    private static void assertArray(String what, double[] expected, NdArray actual, int... shape) {
        assertExact("shape of the " + what, shape, actual.shape(), "Which axes are left, and in which order?");
        assertClose(what, expected, actual.toArray(), TOLERANCE, "Look at the first wrong one, and do it by hand.");
    }

    /** The numbers 1, 2, 3, … in a shape. */
    private static NdArray counted(int... shape) {
        int n = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return NdArray.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray(), shape);
    }

    private static NdArray drawn(RandomGenerator random, int... shape) {
        int n = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return NdArray.of(random.doubles(n).toArray(), shape);
    }
}
