package arraysandtables.ndarraycore;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class NdArrayHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("elements of any array are found at their index")
    void findsElements(RandomGenerator random) {
        int[] shape = shape(random);
        double[] elements = elements(random, shape);
        NdArray a = NdArray.of(elements, shape);

        for (int draw = 0; draw < 5; draw++) {
            int i = random.nextInt(shape[0]);
            int j = random.nextInt(shape[1]);
            int k = random.nextInt(shape[2]);
            assertEquals(elements[(i * shape[1] + j) * shape[2] + k], a.get(i, j, k), "an element.");
        }
        assertClose("toArray()", elements, a.toArray(), 0, "In the order in which they were given.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("views of views find the elements of the array they were made from")
    void viewsOfViews(RandomGenerator random) {
        int[] shape = shape(random);
        NdArray a = NdArray.of(elements(random, shape), shape);
        int from = random.nextInt(shape[1] - 1);
        int step = random.nextInt(1, 3);
        NdArray view = a.transpose(2, 0, 1).slice(2, from, shape[1], step).slice(0, 1, shape[2], 1);

        int[] expected = {shape[2] - 1, shape[0], (shape[1] - from + step - 1) / step};
        assertExact("the shape of a view of a view", expected, view.shape(), "Axis by axis.");
        double[] elements = new double[expected[0] * expected[1] * expected[2]];
        int place = 0;
        for (int k = 0; k < expected[0]; k++) {
            for (int i = 0; i < expected[1]; i++) {
                for (int j = 0; j < expected[2]; j++) {
                    elements[place++] = a.get(i, from + step * j, k + 1);
                }
            }
        }
        assertClose("the elements of a view of a view", elements, view.toArray(), 0, "Index by index.");
        assertClose(
                "its reshaped elements", elements, view.reshape(elements.length).toArray(), 0, "In the same order.");
        assertTrue(a.sharesStorageWith(view), "views must share the storage.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("a view that is broadcast repeats the elements of the view")
    void broadcastViews(RandomGenerator random) {
        int[] shape = shape(random);
        NdArray a = NdArray.of(elements(random, shape), shape);
        int column = random.nextInt(shape[2]);
        NdArray view = a.slice(2, column, column + 1, 1).broadcastTo(2, shape[0], shape[1], 3);

        double[] elements = new double[2 * shape[0] * shape[1] * 3];
        for (int place = 0; place < elements.length; place++) {
            elements[place] = a.get(place / 3 / shape[1] % shape[0], place / 3 % shape[1], column);
        }
        assertClose("the elements of a slice that is broadcast", elements, view.toArray(), 0, "Repeated.");
    }

    @Graded(stage = 4)
    @Evidence(INVARIANCE)
    @DisplayName("columns, rows and single numbers go together with any array")
    void combinesAnything(RandomGenerator random) {
        int n = random.nextInt(2, 6);
        int m = random.nextInt(2, 6);
        double[] x = elements(random, n, 1, 1);
        double[] y = elements(random, m, 1, 1);
        double[] expected = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                expected[i * m + j] = (x[i] + 2) * y[j];
            }
        }

        NdArray product = NdArray.of(x, n, 1).add(NdArray.of(new double[] {2})).multiply(NdArray.of(y, m));
        assertExact("the shape of (column + 2) · row", new int[] {n, m}, product.shape(), "Broadcast.");
        assertClose("(column + 2) · row", expected, product.toArray(), 0, "Each element with each.");
    }

    private static int[] shape(RandomGenerator random) {
        return new int[] {random.nextInt(2, 5), random.nextInt(2, 6), random.nextInt(2, 5)};
    }

    private static double[] elements(RandomGenerator random, int... shape) {
        return random.doubles(shape[0] * shape[1] * shape[2]).toArray();
    }
}
