package arraysandtables.ndarraycore;

import gradus.kit.Require;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * An array with any number of axes, on one row of numbers.
 *
 * <p>Element {@code (i₀, i₁, …)} stands at {@code offset + Σ iₐ · strideₐ}. So a turned, cut or repeated array needs no
 * numbers of its own, only other strides: it is a <i>view</i>, which shares its storage with the array it was made
 * from. Changing one changes the other.
 *
 * <p>Source: C. R. Harris et al., <i>Array programming with NumPy</i>, Nature 585 (2020), figure 1; S. van der Walt, S.
 * C. Colbert and G. Varoquaux, <i>The NumPy Array</i>, Computing in Science &amp; Engineering 13 (2011).
 */
public final class NdArray {
    private final double[] data;
    private final int offset;
    private final int[] shape;
    private final int[] strides;

    private NdArray(double[] data, int offset, int[] shape, int[] strides) {
        this.data = data;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
    }

    /**
     * An array with storage of its own.
     *
     * @param elements in row-major order: the last index changes fastest
     * @param shape lengths of the axes, each at least 1; none for a single number
     * @throws IllegalArgumentException if a length is below 1, or their product is not the number of elements
     */
    public static NdArray of(double[] elements, int... shape) {
        requireShape(shape, elements.length);
        return new NdArray(elements.clone(), 0, shape.clone(), rowMajor(shape));
    }

    /** (nAxes) lengths of the axes. */
    public int[] shape() {
        return shape.clone();
    }

    /** (nAxes) how many places of the storage it is from an element to the next one along each axis. */
    public int[] strides() {
        return strides.clone();
    }

    /** The number of elements. */
    public int size() {
        return size(shape);
    }

    /** Whether two arrays stand on the same numbers, so that changing one may change the other. */
    public boolean sharesStorageWith(NdArray other) {
        return data == other.data;
    }

    /**
     * The strides of an array in row-major order: 1 for the last axis, for every other the length of the next one times
     * its stride.
     *
     * @param shape (nAxes)
     * @return (nAxes)
     */
    public static int[] rowMajor(int... shape) {
        // begin solution: from the last axis to the first, multiply the lengths
        int[] strides = new int[shape.length];
        int stride = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
        // end solution
    }

    /**
     * One element.
     *
     * @param index (nAxes) from 0 along each axis
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public double get(int... index) {
        requireIndex(index);
        // begin solution: read the storage at the element's place
        return data[place(index)];
        // end solution
    }

    /**
     * Changes one element, in all arrays that share this storage.
     *
     * @param index (nAxes) from 0 along each axis
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public void set(double value, int... index) {
        requireIndex(index);
        // begin solution: write to the storage at the element's place
        data[place(index)] = value;
        // end solution
    }

    // begin solution: a helper that computes an element's place from offset and strides
    private int place(int[] index) {
        int place = offset;
        for (int axis = 0; axis < index.length; axis++) {
            place += index[axis] * strides[axis];
        }
        return place;
    }
    // end solution

    /**
     * The elements in row-major order of this array, whatever their order in the storage.
     *
     * @return (size) a copy
     */
    public double[] toArray() {
        // begin solution: count an index up like an odometer, the last axis fastest; what stands in that order
        // already can be copied as it stands, which later rooms will be glad of
        if (Arrays.equals(rowMajor(shape), strides)) {
            return Arrays.copyOfRange(data, offset, offset + size());
        }
        double[] elements = new double[size()];
        int[] index = new int[shape.length];
        for (int k = 0; k < elements.length; k++) {
            elements[k] = data[place(index)];
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
        return elements;
        // end solution
    }

    /**
     * A view with the axes in another order: axis k of the result is axis order[k] of this array.
     *
     * @param order (nAxes) every axis once; {@code (1, 0)} turns rows to columns
     * @throws IllegalArgumentException if order does not name every axis once
     */
    public NdArray transpose(int... order) {
        Require.that(
                Arrays.equals(
                        Arrays.stream(order).sorted().toArray(),
                        IntStream.range(0, shape.length).toArray()),
                "order must name each of %d axes once, but was %s",
                shape.length,
                Arrays.toString(order));
        // begin solution: a view whose lengths and strides are those of this array in that order
        return new NdArray(
                data,
                offset,
                Arrays.stream(order).map(axis -> shape[axis]).toArray(),
                Arrays.stream(order).map(axis -> strides[axis]).toArray());
        // end solution
    }

    /**
     * A view of the elements whose index along an axis is from, from + step, … and below to.
     *
     * @param axis in [0, nAxes)
     * @param from first index, in [0, length of the axis)
     * @param to index before which it ends, in (from, length of the axis]
     * @param step distance of neighbours, at least 1
     * @throws IllegalArgumentException if an argument is out of range
     */
    public NdArray slice(int axis, int from, int to, int step) {
        Require.between("axis", axis, 0, shape.length - 1);
        Require.between("from", from, 0, shape[axis] - 1);
        Require.between("to", to, from + 1, shape[axis]);
        Require.that(step >= 1, "step must be >= 1, but was %d", step);
        // begin solution: a view that begins later, is shorter along that axis, and takes longer steps
        int[] length = shape();
        int[] stride = strides();
        length[axis] = (to - from + step - 1) / step;
        stride[axis] *= step;
        return new NdArray(data, offset + from * strides[axis], length, stride);
        // end solution
    }

    /**
     * The same elements in row-major order, with other axes: a view where this array's strides are row-major, else a
     * copy.
     *
     * @param newShape lengths of the axes, with the same product
     * @throws IllegalArgumentException if a length is below 1, or their product is another
     */
    public NdArray reshape(int... newShape) {
        requireShape(newShape, size());
        // begin solution: if the strides are row-major, a view with new strides; if not, a new array of the elements
        return Arrays.equals(strides, rowMajor(shape))
                ? new NdArray(data, offset, newShape.clone(), rowMajor(newShape))
                : of(toArray(), newShape);
        // end solution
    }

    /**
     * The shape that two shapes are broadcast to. They are aligned at their last axes; where one has length 1 or no
     * axis, the other's length counts.
     *
     * @param a lengths of the axes, each at least 1
     * @param b likewise
     * @throws IllegalArgumentException if two lengths differ and neither is 1
     */
    public static int[] broadcastShape(int[] a, int[] b) {
        // begin solution: compare the lengths from the last axis on
        int[] shape = new int[Math.max(a.length, b.length)];
        for (int fromEnd = 1; fromEnd <= shape.length; fromEnd++) {
            int m = fromEnd <= a.length ? a[a.length - fromEnd] : 1;
            int n = fromEnd <= b.length ? b[b.length - fromEnd] : 1;
            Require.that(
                    m == n || m == 1 || n == 1,
                    "shapes %s and %s do not go together",
                    Arrays.toString(a),
                    Arrays.toString(b));
            shape[shape.length - fromEnd] = m == 1 ? n : m;
        }
        return shape;
        // end solution
    }

    /**
     * A view in which axes of length 1 are repeated to a larger length, and new axes are put in front: all of that
     * without a copy, by strides of 0.
     *
     * @param target shape of the view
     * @throws IllegalArgumentException if this array's shape can't be broadcast to it
     */
    public NdArray broadcastTo(int... target) {
        Require.that(
                Arrays.equals(broadcastShape(shape, target), target),
                "shape %s can't be broadcast to %s",
                Arrays.toString(shape),
                Arrays.toString(target));
        // begin solution: a view that takes this array's strides along axes of the same length, and 0 along all others
        int[] stride = new int[target.length];
        int newAxes = target.length - shape.length;
        for (int axis = 0; axis < shape.length; axis++) {
            stride[newAxes + axis] = shape[axis] == target[newAxes + axis] ? strides[axis] : 0;
        }
        return new NdArray(data, offset, target.clone(), stride);
        // end solution
    }

    /** A new array with what a function makes of each element. */
    public NdArray apply(DoubleUnaryOperator function) {
        // begin solution: apply the function to every element
        return of(Arrays.stream(toArray()).map(function).toArray(), shape);
        // end solution
    }

    /**
     * A new array with what a function makes of each two elements at the same place, after both arrays are broadcast.
     *
     * @throws IllegalArgumentException if the shapes do not go together
     */
    public NdArray combine(NdArray other, DoubleBinaryOperator function) {
        // begin solution: broadcast both to one shape, then go through their elements side by side
        int[] common = broadcastShape(shape, other.shape);
        double[] left = broadcastTo(common).toArray();
        double[] right = other.broadcastTo(common).toArray();
        Arrays.setAll(left, k -> function.applyAsDouble(left[k], right[k]));
        return of(left, common);
        // end solution
    }

    /** The sums of elements, after broadcasting. */
    public NdArray add(NdArray other) {
        return combine(other, Double::sum);
    }

    /** The products of elements, after broadcasting; not the matrix product. */
    public NdArray multiply(NdArray other) {
        return combine(other, (a, b) -> a * b);
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    private static void requireShape(int[] shape, int nElements) {
        Require.that(
                Arrays.stream(shape).allMatch(length -> length >= 1),
                "all lengths must be >= 1, but shape was %s",
                Arrays.toString(shape));
        Require.that(
                size(shape) == nElements,
                "shape %s holds %d elements, but there are %d",
                Arrays.toString(shape),
                size(shape),
                nElements);
    }

    private void requireIndex(int[] index) {
        boolean isInside = index.length == shape.length
                && IntStream.range(0, index.length).allMatch(axis -> index[axis] >= 0 && index[axis] < shape[axis]);
        if (!isInside) {
            throw new IndexOutOfBoundsException("there is no element " + Arrays.toString(index)
                    + " in an array of shape " + Arrays.toString(shape));
        }
    }
}
