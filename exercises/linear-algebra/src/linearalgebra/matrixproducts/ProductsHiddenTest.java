package linearalgebra.matrixproducts;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

class ProductsHiddenTest {
    /** Sums of at most 12 products up to 25, in any order: within 1e-13. */
    private static final double TOLERANCE = 1e-11;

    @Graded(stage = 2, points = 3)
    @Evidence(INVARIANCE)
    @DisplayName("all three products obey (A·B)ᵀ = Bᵀ·Aᵀ and agree, for any shapes")
    void productsAgree(RandomGenerator random) {
        for (int draw = 0; draw < 5; draw++) {
            int m = random.nextInt(1, 12);
            double[][] A = drawn(random, random.nextInt(1, 8), m);
            double[][] B = drawn(random, m, random.nextInt(1, 10));
            double[][] turned = Matrix.transpose(Matrix.times(Matrix.transpose(B), Matrix.transpose(A)));

            assertClose("naive", turned, Products.naive(A, B), TOLERANCE, "Row times column.");
            assertClose(
                    "transposedB", turned, Products.transposedB(A, B), TOLERANCE, "Row times row of the transpose.");
            int size = random.nextInt(2, 5);
            assertClose("blocked", turned, Products.blocked(A, B, size), TOLERANCE, "The sum over all blocks.");
        }
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("tr(A·B) = tr(B·A)")
    void tracesAgree(RandomGenerator random) {
        int n = random.nextInt(1, 6);
        int m = random.nextInt(1, 6);
        double[][] A = drawn(random, n, m);
        double[][] B = drawn(random, m, n);

        assertClose(
                "tr(A·B)",
                Products.trace(Matrix.times(A, B)),
                Products.trace(Matrix.times(B, A)),
                TOLERANCE,
                "Sum the diagonal.");
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Matrix.dot(A[i], Products.transpose(B)[i]);
        }
        assertClose(
                "sum of A[i][k] · B[k][i]", sum, Products.trace(Matrix.times(A, B)), TOLERANCE, "Sum the diagonal.");
    }

    private static double[][] drawn(RandomGenerator random, int nRows, int nColumns) {
        double[][] A = new double[nRows][];
        Arrays.setAll(A, i -> random.doubles(nColumns, -5, 5).toArray());
        return A;
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the n-th power of a turn turns n times as far")
    void powersOfTurns(RandomGenerator random) {
        double angle = random.nextDouble(0.1, 3);
        int n = random.nextInt(2, 200);
        // Each product is wrong by 1e-16 or so, and errors add up to n times that.
        assertClose(
                "power of a turn, n = " + n,
                turn(n * angle),
                Products.power(turn(angle), n, Matrix::times),
                1e-11,
                "Angles are added.");
    }

    private static double[][] turn(double angle) {
        return new double[][] {{Math.cos(angle), -Math.sin(angle)}, {Math.sin(angle), Math.cos(angle)}};
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("a line is at hand if fewer others than fit were touched since")
    void missesByDistance(RandomGenerator random) {
        Data<double[]> touched = Data.vectors(Data.ints(1, 30), Data.doubles(0, 6));
        Property.forAll(random, 10, "lines, rounded down", touched, numbers -> {
            int[] lines = Arrays.stream(numbers).mapToInt(x -> (int) x).toArray();
            for (int capacity = 1; capacity <= 6; capacity++) {
                int c = capacity;
                int expected = (int) IntStream.range(0, lines.length)
                        .filter(t -> isFetched(lines, t, c))
                        .count();
                assertEquals(expected, Cache.misses(lines, capacity), "misses with place for " + capacity + " lines.");
            }
        });
    }

    /** Whether since the last use of the line touched at time t at least as many others were touched as fit. */
    private static boolean isFetched(int[] lines, int t, int capacity) {
        for (int s = t - 1; s >= 0; s--) {
            if (lines[s] == lines[t]) {
                return Arrays.stream(lines, s + 1, t).distinct().count() >= capacity;
            }
        }
        return true;
    }
}
