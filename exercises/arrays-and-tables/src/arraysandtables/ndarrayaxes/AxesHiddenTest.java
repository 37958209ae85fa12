package arraysandtables.ndarrayaxes;

import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.ndarraycore.NdArray;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class AxesHiddenTest {
    /** Sums of at most 6 numbers below 1: round-off stays below 1e-15. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("sum, mean and max agree with loops, along any axis of any array")
    void reducesAnything(RandomGenerator random) {
        int[] shape = {random.nextInt(1, 5), random.nextInt(1, 5), random.nextInt(1, 5)};
        double[] elements =
                random.doubles(shape[0] * shape[1] * shape[2], -1, 1).toArray();
        NdArray a = NdArray.of(elements, shape);
        for (int axis = 0; axis < 3; axis++) {
            int inner = axis == 0 ? shape[1] * shape[2] : axis == 1 ? shape[2] : 1;
            int n = shape[axis];
            double[] sums = new double[elements.length / n];
            double[] largest = new double[sums.length];
            java.util.Arrays.fill(largest, -2);
            for (int k = 0; k < elements.length; k++) {
                int group = k / (inner * n) * inner + k % inner;
                sums[group] += elements[k];
                largest[group] = Math.max(largest[group], elements[k]);
            }
            double[] means = sums.clone();
            java.util.Arrays.setAll(means, k -> means[k] / n);
            assertClose("sums", sums, Axes.sum(a, axis).toArray(), TOLERANCE, "Along the axis.");
            assertClose("means", means, Axes.mean(a, axis).toArray(), TOLERANCE, "Along the axis.");
            assertClose("maxima", largest, Axes.max(a, axis).toArray(), 0, "Along the axis.");
            assertEquals(2, Axes.sum(a, axis).shape().length, "axes that are left of three.");
        }
    }

    @Graded(stage = 2, points = 2)
    @Evidence(INVARIANCE)
    @DisplayName("matmul agrees with three loops, for batches of any shape")
    void multipliesAnything(RandomGenerator random) {
        int batch = random.nextInt(2, 4);
        int n = random.nextInt(1, 5);
        int m = random.nextInt(1, 6);
        int p = random.nextInt(1, 5);
        boolean isRepeated = random.nextBoolean();
        NdArray a = NdArray.of(random.doubles(batch * n * m).toArray(), batch, n, m);
        NdArray b = isRepeated
                ? NdArray.of(random.doubles(m * p).toArray(), m, p)
                : NdArray.of(random.doubles(batch * m * p).toArray(), batch, m, p);
        double[] expected = new double[batch * n * p];
        for (int k = 0; k < batch * n * p; k++) {
            for (int l = 0; l < m; l++) {
                int pair = k / (n * p);
                double right = isRepeated ? b.get(l, k % p) : b.get(pair, l, k % p);
                expected[k] += a.get(pair, k / p % n, l) * right;
            }
        }

        NdArray product = Axes.matmul(a, b);
        assertExact("the shape of matmul", new int[] {batch, n, p}, product.shape(), "Batch, rows, columns.");
        assertClose("matmul", expected, product.toArray(), TOLERANCE, "Rows times columns.");
    }

    /** Of 2,000 pairs the correlation has standard deviation 0.022: 0.15 is more than six of them. */
    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("neighbouring random numbers have nothing to do with each other")
    void neighboursAreIndependent(RandomGenerator random) {
        double[] x = Axes.normal(random.nextLong(), 0, 1, 2000, 2).toArray();
        double[] u = Axes.uniform(random.nextLong(), 2000, 2).toArray();
        assertEquals(4000, x.length, "numbers of normal.");
        assertEquals(4000, u.length, "numbers of uniform.");
        double ofNormal = 0;
        double ofUniform = 0;
        for (int k = 0; k < 4000; k += 2) {
            ofNormal += x[k] * x[k + 1] / 2000;
            ofUniform += 12 * (u[k] - 0.5) * (u[k + 1] - 0.5) / 2000;
        }
        assertClose("correlation of neighbours of normal", 0, ofNormal, 0.15, "One generator, number after number.");
        assertClose("correlation of neighbours of uniform", 0, ofUniform, 0.15, "One generator, number after number.");
    }
}
