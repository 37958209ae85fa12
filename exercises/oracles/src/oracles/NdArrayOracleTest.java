package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import arraysandtables.ndarrayaxes.Axes;
import arraysandtables.ndarraycore.NdArray;
import gradus.checks.Evidence;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Every operation of the two rooms on arrays of drawn shapes, against ND4J. */
class NdArrayOracleTest {
    /** Sums of at most 6 numbers below 1 in other orders differ by less than 1e-15. */
    private static final double TOLERANCE = 1e-12;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    /** The same array in both libraries. */
    private record Pair(NdArray ours, INDArray theirs) {
        static Pair drawn(SplittableRandom random, int... shape) {
            int n = IntStream.of(shape).reduce(1, (a, b) -> a * b);
            double[] elements = random.doubles(n).toArray();
            return new Pair(
                    NdArray.of(elements, shape), Nd4j.createFromArray(elements).reshape(longs(shape)));
        }

        void assertEqual(String what) {
            assertArrayEquals(longs(ours.shape()), theirs.shape(), "shape of " + what);
            assertClose(
                    what,
                    theirs.dup('c').reshape(theirs.length()).toDoubleVector(),
                    ours.toArray(),
                    TOLERANCE,
                    "ND4J says so.");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void viewsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] shape = shape(random);
        Pair a = Pair.drawn(random, shape);
        int from = random.nextInt(shape[1]);
        int step = Math.min(random.nextInt(1, 3), shape[1] - from);
        int[] order = order(random);

        new Pair(a.ours.transpose(order), a.theirs.permute(order)).assertEqual("permuted");
        // ND4J 1.0.0-M2.1 gets steps wrong in an interval that begins after 0, or is shorter than a step.
        INDArray rest = a.theirs.get(NDArrayIndex.all(), NDArrayIndex.interval(from, shape[1]), NDArrayIndex.all());
        new Pair(
                        a.ours.slice(1, from, shape[1], step),
                        rest.get(
                                NDArrayIndex.all(),
                                NDArrayIndex.interval(0, step, shape[1] - from),
                                NDArrayIndex.all()))
                .assertEqual("slice");
        int size = a.ours.transpose(order).size();
        new Pair(
                        a.ours.transpose(order).reshape(size),
                        a.theirs.permute(order).dup('c').reshape(size))
                .assertEqual("reshaped");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void broadcastingAgrees(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] shape = shape(random);
        Pair a = Pair.drawn(random, thinned(random, shape));
        Pair b = Pair.drawn(random, thinned(random, shape));

        new Pair(a.ours.add(b.ours), a.theirs.add(b.theirs)).assertEqual("sum");
        new Pair(a.ours.multiply(b.ours), a.theirs.mul(b.theirs)).assertEqual("product");
        new Pair(a.ours.broadcastTo(shape), a.theirs.broadcast(longs(shape))).assertEqual("broadcast");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void reductionsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pair a = Pair.drawn(random, shape(random));
        for (int axis = 0; axis < 3; axis++) {
            new Pair(Axes.sum(a.ours, axis), a.theirs.sum(axis)).assertEqual("sum along " + axis);
            new Pair(Axes.mean(a.ours, axis), a.theirs.mean(axis)).assertEqual("mean along " + axis);
            new Pair(Axes.max(a.ours, axis), a.theirs.max(axis)).assertEqual("max along " + axis);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void productsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] lengths = {random.nextInt(1, 4), random.nextInt(1, 6), random.nextInt(1, 7), random.nextInt(1, 6)};
        Pair a = Pair.drawn(random, lengths[0], lengths[1], lengths[2]);
        Pair b = Pair.drawn(random, lengths[0], lengths[2], lengths[3]);

        new Pair(Axes.matmul(a.ours, b.ours), Nd4j.matmul(a.theirs, b.theirs)).assertEqual("matmul");
    }

    private static int[] shape(SplittableRandom random) {
        return new int[] {random.nextInt(1, 5), random.nextInt(2, 6), random.nextInt(1, 5)};
    }

    private static int[] thinned(SplittableRandom random, int[] shape) {
        return Arrays.stream(shape).map(n -> random.nextBoolean() ? 1 : n).toArray();
    }

    private static int[] order(SplittableRandom random) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        return orders[random.nextInt(orders.length)];
    }

    private static long[] longs(int... numbers) {
        return LongStream.of(IntStream.of(numbers).asLongStream().toArray()).toArray();
    }
}
