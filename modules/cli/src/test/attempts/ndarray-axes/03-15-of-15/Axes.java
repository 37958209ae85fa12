package arraysandtables.ndarrayaxes;

import arraysandtables.ndarraycore.NdArray;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What is computed along the axes of an array: sums, means and maxima, and matrix products.
 *
 * <p>To reduce an axis, it is moved to the end. Then the elements that belong together are neighbours, and the array is
 * a row of such groups. A matrix product multiplies rows with columns, for each matrix of a batch.
 *
 * <p>Source: C. R. Harris et al., <i>Array programming with NumPy</i>, Nature 585 (2020); Python Enhancement Proposal
 * 465, <i>A dedicated infix operator for matrix multiplication</i>, 2014, on batches.
 */
public final class Axes {
    private Axes() {}

    /**
     * What a function makes of the elements along an axis, for each index of the other axes.
     *
     * @param axis in [0, nAxes); the result has all axes but this one
     * @param function takes the elements along the axis, in order
     * @throws IllegalArgumentException if axis is out of range
     */
    public static NdArray reduce(NdArray a, int axis, ToDoubleFunction<double[]> function) {
        int[] shape = a.shape();
        Require.between("axis", axis, 0, shape.length - 1);
        int[] others = IntStream.range(0, shape.length).filter(k -> k != axis).toArray();
        double[] elements = a.transpose(joined(others, axis)).toArray();
        int n = shape[axis];
        double[] results = new double[elements.length / n];
        for (int i = 0; i < results.length; i++) {
            results[i] = function.applyAsDouble(Arrays.copyOfRange(elements, i * n, (i + 1) * n));
        }
        return NdArray.of(results, Arrays.stream(others).map(k -> shape[k]).toArray());
    }

    /** The sums along an axis. */
    public static NdArray sum(NdArray a, int axis) {
        return reduce(a, axis, group -> Arrays.stream(group).sum());
    }

    /** The means along an axis. */
    public static NdArray mean(NdArray a, int axis) {
        return reduce(a, axis, group -> Arrays.stream(group).average().getAsDouble());
    }

    /** The largest elements along an axis; NaN where one is NaN. */
    public static NdArray max(NdArray a, int axis) {
        return reduce(a, axis, group -> Arrays.stream(group).max().getAsDouble());
    }

    /**
     * The product of two matrices: row i of the first with column j of the second.
     *
     * @param a (n, m)
     * @param b (m, p)
     * @return (n, p)
     * @throws IllegalArgumentException if one is no matrix, or a has not as many columns as b has rows
     */
    public static NdArray product(NdArray a, NdArray b) {
        requireMatrices(a.shape(), b.shape());
        Require.that(a.shape().length == 2 && b.shape().length == 2, "a and b must have 2 axes");
        int n = a.shape()[0];
        int m = a.shape()[1];
        int p = b.shape()[1];
        double[] left = a.toArray();
        double[] right = b.toArray();
        double[] result = new double[n * p];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < m; k++) {
                double factor = left[i * m + k];
                for (int j = 0; j < p; j++) {
                    result[i * p + j] += factor * right[k * p + j];
                }
            }
        }
        return NdArray.of(result, n, p);
    }

    /**
     * The matrix products of two batches: the last two axes are those of the matrices, all axes before them are
     * broadcast.
     *
     * @param a (…, n, m)
     * @param b (…, m, p)
     * @return (…, n, p)
     * @throws IllegalArgumentException if one has fewer than 2 axes, a has not as many columns as b has rows, or the
     *     axes before them do not go together
     */
    public static NdArray matmul(NdArray a, NdArray b) {
        requireMatrices(a.shape(), b.shape());
        int[] batch = NdArray.broadcastShape(withoutLastTwo(a), withoutLastTwo(b));
        int[] nm = lastTwo(a);
        int[] mp = lastTwo(b);
        int nMatrices = size(batch);
        NdArray left = a.broadcastTo(joined(batch, nm)).reshape(nMatrices, nm[0], nm[1]);
        NdArray right = b.broadcastTo(joined(batch, mp)).reshape(nMatrices, mp[0], mp[1]);
        double[] elements = IntStream.range(0, nMatrices)
                .mapToObj(i -> product(matrix(left, i), matrix(right, i)).toArray())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return NdArray.of(elements, joined(batch, nm[0], mp[1]));
    }

    /** Matrix number i of a batch (nMatrices, n, m): a view. */
    private static NdArray matrix(NdArray batch, int i) {
        int[] shape = batch.shape();
        return batch.slice(0, i, i + 1, 1).reshape(shape[1], shape[2]);
    }

    private static int[] lastTwo(NdArray a) {
        int[] shape = a.shape();
        return Arrays.copyOfRange(shape, shape.length - 2, shape.length);
    }

    private static int[] withoutLastTwo(NdArray a) {
        return Arrays.copyOf(a.shape(), a.shape().length - 2);
    }

    private static int[] joined(int[] first, int... second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    /**
     * Random numbers, uniform in [0, 1). The same seed gives the same array, on every machine.
     *
     * @param shape lengths of the axes
     */
    public static NdArray uniform(long seed, int... shape) {
        return NdArray.of(new Random(seed).doubles(size(shape)).toArray(), shape);
    }

    /**
     * Random numbers of the normal distribution. The same seed gives the same array, on every machine.
     *
     * @param mean of the distribution
     * @param deviation standard deviation of it, 0 or more, in the unit of the mean
     * @param shape lengths of the axes
     * @throws IllegalArgumentException if deviation is below 0
     */
    public static NdArray normal(long seed, double mean, double deviation, int... shape) {
        Require.that(deviation >= 0, "deviation must be >= 0, but was %s", deviation);
        Random random = new Random(seed);
        double[] elements = DoubleStream.generate(() -> mean + deviation * random.nextGaussian())
                .limit(size(shape))
                .toArray();
        return NdArray.of(elements, shape);
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    private static void requireMatrices(int[] a, int[] b) {
        Require.that(
                a.length >= 2 && b.length >= 2 && a[a.length - 1] == b[b.length - 2],
                "shapes %s and %s do not fit: the first must have as many columns as the second has rows",
                Arrays.toString(a),
                Arrays.toString(b));
    }
}
