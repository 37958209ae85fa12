package arraysandtables.ndarraycore;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.ExceptionAssertions.assertThrows;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Elements are moved, not computed with, so they are compared exactly; sums and products of two numbers round alike.
 */
class NdArrayTest {
    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("row-major strides: 1 for the last axis, and lengths multiplied towards the first")
    void rowMajorStrides() {
        assertExact(
                "rowMajor(2, 3, 4)",
                new int[] {12, 4, 1},
                NdArray.rowMajor(2, 3, 4),
                "From an element to the next along an axis, you pass all elements of the axes behind it.");
        assertExact("rowMajor()", new int[0], NdArray.rowMajor(), "A single number has no axis, and no stride.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("get finds an element by its index along every axis")
    void getsElements() {
        NdArray a = counted(2, 3, 4);

        assertEquals(10 + 12 + 2 * 4 + 3, a.get(1, 2, 3), "get(1, 2, 3) of the numbers from 10 on in shape (2, 3, 4).");
        assertEquals(10 + 4, a.get(0, 1, 0), "get(0, 1, 0) of these: one step along axis 1 is four places.");
        assertEquals(7, NdArray.of(new double[] {7}).get(), "get() of a single number without axes.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("set changes one element, and toArray gives them all in order")
    void setsElements() {
        NdArray a = counted(2, 3);
        a.set(-1, 1, 0);

        assertEquals(-1, a.get(1, 0), "get(1, 0) after set(-1, 1, 0).");
        assertClose(
                "toArray() of (2, 3) numbers from 10 on after set(-1, 1, 0)",
                new double[] {10, 11, 12, -1, 14, 15},
                a.toArray(),
                0,
                "The last index changes fastest; all other elements stay.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("transpose puts axes into another order")
    void transposes() {
        NdArray a = counted(2, 3);
        assertExact(
                "shape of transpose(1, 0)", new int[] {3, 2}, a.transpose(1, 0).shape(), "Rows become columns.");
        assertClose(
                "transpose(1, 0) of {{10, 11, 12}, {13, 14, 15}}",
                new double[] {10, 13, 11, 14, 12, 15},
                a.transpose(1, 0).toArray(),
                0,
                "Element (j, i) of the result is element (i, j): swap the strides with the lengths.");

        NdArray b = counted(2, 3, 4).transpose(2, 0, 1);
        assertExact(
                "shape of (2, 3, 4) after transpose(2, 0, 1)",
                new int[] {4, 2, 3},
                b.shape(),
                "Axis k of the result is axis order[k] of the array.");
        assertEquals(10 + 12 + 2 * 4 + 3, b.get(3, 1, 2), "get(3, 1, 2) after transpose(2, 0, 1): element (1, 2, 3).");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a transposed array is a view, and transposed twice it is the array again")
    void transposeIsAView() {
        NdArray a = counted(2, 3);
        NdArray turned = a.transpose(1, 0);
        assertTrue(a.sharesStorageWith(turned), "transpose must be a view: no element needs to be copied.");
        turned.set(-5, 2, 1);
        assertEquals(-5, a.get(1, 2), "get(1, 2) after set(-5, 2, 1) of the transposed view.");

        NdArray back = turned.transpose(1, 0);
        assertTrue(a.sharesStorageWith(back), "transpose twice must share the storage of the array.");
        assertExact("strides after transpose twice", new int[] {3, 1}, back.strides(), "Those of the array.");
        assertClose(
                "elements after transpose twice",
                new double[] {10, 11, 12, 13, 14, -5},
                back.toArray(),
                0,
                "Those of the array.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("slice takes every step-th index from one to before another")
    void slices() {
        NdArray a = counted(4, 5);

        NdArray rows = a.slice(0, 1, 4, 2);
        assertExact("shape of slice(0, 1, 4, 2) of (4, 5)", new int[] {2, 5}, rows.shape(), "Rows 1 and 3.");
        assertClose(
                "slice(0, 1, 4, 2)",
                new double[] {15, 16, 17, 18, 19, 25, 26, 27, 28, 29},
                rows.toArray(),
                0,
                "Begin at row 1, and let the stride of that axis be two rows.");
        NdArray columns = a.slice(1, 0, 5, 3);
        assertExact("shape of slice(1, 0, 5, 3) of (4, 5)", new int[] {4, 2}, columns.shape(), "Columns 0 and 3.");
        assertClose(
                "slice(1, 0, 5, 3)",
                new double[] {10, 13, 15, 18, 20, 23, 25, 28},
                columns.toArray(),
                0,
                "Columns 0 and 3: of 5 indices in steps of 3 there are two, so round up.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("a slice is a view, and can be sliced again")
    void slicesAreViews() {
        NdArray a = counted(6, 6);
        NdArray inner = a.slice(0, 1, 6, 2).slice(1, 2, 6, 1).slice(0, 1, 3, 1);
        assertTrue(a.sharesStorageWith(inner), "slice must be a view.");
        assertExact("shape of rows 3 and 5, columns 2 to 5", new int[] {2, 4}, inner.shape(), "Slice by slice.");

        inner.set(-1, 0, 1);
        assertEquals(
                -1,
                a.get(3, 3),
                "get(3, 3) after set(-1, 0, 1) of rows 3, 5 and columns 2 to 5: a slice of a slice begins where that one"
                        + " begins, and goes on in its steps.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("reshape keeps the row-major order of elements, of views too")
    void reshapes() {
        NdArray a = counted(2, 6);
        NdArray b = a.reshape(3, 4);
        assertExact("shape of reshape(3, 4)", new int[] {3, 4}, b.shape(), "As asked for.");
        assertClose("reshape(3, 4)", a.toArray(), b.toArray(), 0, "The order of elements stays.");
        assertTrue(a.sharesStorageWith(b), "reshape must be a view where the storage has the right order already.");

        assertClose(
                "transpose(1, 0).reshape(6) of {{10, 11, 12}, {13, 14, 15}}",
                new double[] {10, 13, 11, 14, 12, 15},
                counted(2, 3).transpose(1, 0).reshape(6).toArray(),
                0,
                "The storage of a transposed array has another order: here the elements must be copied.");
        assertClose(
                "slice(0, 1, 3, 1).reshape(2, 2) of the numbers from 10 on in shape (3, 2)",
                new double[] {12, 13, 14, 15},
                counted(3, 2).slice(0, 1, 3, 1).reshape(2, 2).toArray(),
                0,
                "A view may begin in the middle of its storage.");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("shapes are broadcast from the last axis on, where lengths are equal or 1")
    void broadcastsShapes() {
        assertBroadcast(new int[] {2, 3}, new int[] {2, 3}, 2, 3);
        assertBroadcast(new int[] {2, 3}, new int[] {3}, 2, 3);
        assertBroadcast(new int[] {2, 1}, new int[] {1, 3}, 2, 3);
        assertBroadcast(new int[] {4}, new int[] {5, 1, 1}, 5, 1, 4);
        assertBroadcast(new int[0], new int[] {2, 2}, 2, 2);
    }

    @Graded(stage = 3)
    @DisplayName("shapes that do not go together are refused")
    void refusesShapes() {
        for (int[][] pair : new int[][][] {{{2, 3}, {2}}, {{2, 3}, {3, 2}}, {{4}, {2}}, {{2, 1, 3}, {3, 3, 1, 2}}}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> NdArray.broadcastShape(pair[0], pair[1]),
                    "Seen from the end, two lengths differ and neither is 1: guessing would hide a mistake.");
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("broadcastTo repeats along axes of length 1 without copying")
    void broadcasts() {
        NdArray row = counted(3);
        NdArray rows = row.broadcastTo(2, 3);
        assertClose(
                "{10, 11, 12} broadcast to (2, 3)",
                new double[] {10, 11, 12, 10, 11, 12},
                rows.toArray(),
                0,
                "A new axis in front repeats the whole array.");
        assertExact(
                "strides of {10, 11, 12} broadcast to (2, 3)", new int[] {0, 1}, rows.strides(), "0 stays in place.");
        assertTrue(row.sharesStorageWith(rows), "broadcastTo must be a view.");
        assertClose(
                "{{10}, {11}} broadcast to (2, 3)",
                new double[] {10, 10, 10, 11, 11, 11},
                counted(2, 1).broadcastTo(2, 3).toArray(),
                0,
                "An axis of length 1 is repeated.");
        assertExact(
                "strides of a (3, 2) array, transposed and broadcast to (4, 2, 3)",
                new int[] {0, 1, 2},
                counted(3, 2).transpose(1, 0).broadcastTo(4, 2, 3).strides(),
                "Axes of the same length keep the strides that this array has.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("reshape gives a broadcast array its repetitions")
    void reshapesRepetitions() {
        NdArray repeated = NdArray.of(new double[] {1, 2, 3}, 3, 1).broadcastTo(3, 2);

        assertClose(
                "broadcastTo(3, 2).reshape(6) of the column 1, 2, 3",
                new double[] {1, 1, 2, 2, 3, 3},
                repeated.reshape(6).toArray(),
                0,
                "A repeated element stands in the storage once. No strides give it as often in one row: copy.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("apply makes a new array of the same shape")
    void applies() {
        NdArray a = counted(3, 2);
        NdArray turned = a.transpose(1, 0);
        NdArray squares = turned.apply(x -> x * x);

        assertExact("shape of transpose(1, 0).apply(x -> x · x)", new int[] {2, 3}, squares.shape(), "It stays.");
        assertClose(
                "transpose(1, 0).apply(x -> x · x) of {{10, 11}, {12, 13}, {14, 15}}",
                new double[] {100, 144, 196, 121, 169, 225},
                squares.toArray(),
                0,
                "The order is that of the array it is called on, not that of the storage.");
        assertFalse(a.sharesStorageWith(squares), "apply must make a new array: it must not share storage.");
        assertEquals(10, a.get(0, 0), "get(0, 0) of the array after apply: it stays as it was.");
    }

    @Graded(stage = 4, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("arrays of different shapes are broadcast before they are combined")
    void combines() {
        NdArray a = counted(2, 3);
        NdArray sum = a.add(NdArray.of(new double[] {100, 200, 300}, 3));
        assertExact("shape of (2, 3) plus (3)", new int[] {2, 3}, sum.shape(), "That of broadcastShape.");
        assertClose(
                "{{10, 11, 12}, {13, 14, 15}} + {100, 200, 300}",
                new double[] {110, 211, 312, 113, 214, 315},
                sum.toArray(),
                0,
                "The row is added to every row.");
        NdArray products = NdArray.of(new double[] {2, 3}, 2, 1).multiply(NdArray.of(new double[] {5, 7, 11}, 1, 3));
        assertExact("shape of (2, 1) times (1, 3)", new int[] {2, 3}, products.shape(), "That of broadcastShape.");
        assertClose(
                "{{2}, {3}} · {{5, 7, 11}}",
                new double[] {10, 14, 22, 15, 21, 33},
                products.toArray(),
                0,
                "A column times a row: every product of two.");
        assertClose(
                "combine of {10, 11} and 3 with a - b",
                new double[] {7, 8},
                counted(2)
                        .combine(NdArray.of(new double[] {3}), (x, y) -> x - y)
                        .toArray(),
                0,
                "The first argument is this array's element, the second the other's; a single number goes with all.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("broadcasting gives what repeating by hand gives")
    void broadcastingIsTiling(RandomGenerator random) {
        for (int draw = 0; draw < 4; draw++) {
            int[] shape = {random.nextInt(1, 4), random.nextInt(1, 4), random.nextInt(1, 4)};
            int[] left = thinned(random, shape);
            int[] right = thinned(random, shape);
            NdArray a = drawn(random, left);
            NdArray b = drawn(random, right);
            int[] common =
                    IntStream.range(0, 3).map(k -> Math.max(left[k], right[k])).toArray();
            double[] expected = new double[common[0] * common[1] * common[2]];
            double[] x = a.toArray();
            double[] y = b.toArray();
            assertEquals(left[0] * left[1] * left[2], x.length, "elements of toArray() of a drawn array.");
            assertEquals(right[0] * right[1] * right[2], y.length, "elements of toArray() of a drawn array.");
            for (int k = 0; k < expected.length; k++) {
                expected[k] = x[tile(k, common, left)] + y[tile(k, common, right)];
            }

            assertClose("a.add(b) of drawn arrays", expected, a.add(b).toArray(), 0, "Index 0 where a length is 1.");
        }
    }

    @Test
    @DisplayName("what can't be is refused with a useful message")
    void refusals() {
        NdArray a = counted(2, 3);
        assertRefused("shape [2, 3] holds 6 elements, but there are 5", () -> NdArray.of(new double[5], 2, 3));
        assertRefused("all lengths must be >= 1, but shape was [0]", () -> NdArray.of(new double[0], 0));
        assertRefused("shape [4] holds 4 elements, but there are 6", () -> a.reshape(4));
        assertRefused("order must name each of 2 axes once, but was [0, 0]", () -> a.transpose(0, 0));
        assertRefused("axis must be in [0, 1], but was 2", () -> a.slice(2, 0, 1, 1));
        assertRefused("to must be in [2, 3], but was 1", () -> a.slice(1, 1, 1, 1));
        assertRefused("step must be >= 1, but was 0", () -> a.slice(1, 0, 3, 0));
        assertRefused("shape [2, 3] can't be broadcast to [3]", () -> a.broadcastTo(3));
        assertEquals(
                "there is no element [2, 0] in an array of shape [2, 3]",
                assertThrows(IndexOutOfBoundsException.class, () -> a.get(2, 0), "")
                        .getMessage());
    }

    private static void assertBroadcast(int[] a, int[] b, int... expected) {
        String what = "broadcastShape(" + java.util.Arrays.toString(a) + ", " + java.util.Arrays.toString(b) + ")";
        String hint = "Align the shapes at their last axes. Where one has length 1 or no axis, the other counts.";
        assertExact(what, expected, NdArray.broadcastShape(a, b), hint);
        assertExact(what + " the other way round", expected, NdArray.broadcastShape(b, a), hint);
    }

    /** The numbers 10, 11, 12, … in a shape. */
    private static NdArray counted(int... shape) {
        int n = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return NdArray.of(IntStream.range(10, 10 + n).asDoubleStream().toArray(), shape);
    }

    private static NdArray drawn(RandomGenerator random, int... shape) {
        int n = IntStream.of(shape).reduce(1, (a, b) -> a * b);
        return NdArray.of(random.doubles(n).toArray(), shape);
    }

    /** A shape in which some lengths are 1. */
    private static int[] thinned(RandomGenerator random, int[] shape) {
        return IntStream.of(shape).map(n -> random.nextBoolean() ? 1 : n).toArray();
    }

    /** Where element k of an array stands in one that is repeated along its axes of length 1. */
    private static int tile(int k, int[] shape, int[] repeated) {
        int place = 0;
        int rest = k;
        int stride = 1;
        for (int axis = 2; axis >= 0; axis--) {
            place += rest % shape[axis] % repeated[axis] * stride;
            rest /= shape[axis];
            stride *= repeated[axis];
        }
        return place;
    }
}
