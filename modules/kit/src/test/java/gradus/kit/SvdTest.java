package gradus.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SvdTest {
    /** Relative to the largest singular value. Round-off grows with size; 300 × 40 leaves 4e-15. */
    private static final double TOLERANCE = 1e-13;

    static Stream<Arguments> matrices() {
        double[][] tall = gaussian(7, 3);
        double[][] lowRank = Matrix.times(gaussian(9, 2), gaussian(2, 5));
        return Stream.of(
                Arguments.of("tall", tall),
                Arguments.of("wide", gaussian(3, 7)),
                Arguments.of("square", gaussian(5, 5)),
                Arguments.of("large", gaussian(300, 40)),
                Arguments.of("one row", gaussian(1, 4)),
                Arguments.of("one column", gaussian(4, 1)),
                Arguments.of("one positive number", new double[][] {{3}}),
                Arguments.of("one negative number", new double[][] {{-3}}),
                Arguments.of("rank 2 of 5, tall", lowRank),
                Arguments.of("rank 2 of 5, wide", Matrix.transpose(lowRank)),
                Arguments.of("all entries equal", Matrix.plusRow(new double[4][3], new double[] {2, 2, 2})),
                Arguments.of("zero, tall", new double[4][2]),
                Arguments.of("zero, wide", new double[2][4]),
                Arguments.of("one zero", new double[1][1]),
                Arguments.of("identity", Matrix.identity(4)),
                Arguments.of("Hilbert, condition number 1e13", hilbert(10)),
                Arguments.of("squares would overflow", Matrix.times(1e300, tall)),
                Arguments.of("squares would underflow", Matrix.times(1e-300, tall)),
                Arguments.of("smallest numbers there are", Matrix.times(1e-321, tall)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void factorsAreOrthonormalSortedAndMultiplyToA(String name, double[][] A) {
        Svd svd = Svd.thin(A);

        int r = Math.min(A.length, A[0].length);
        double[] s = svd.s();
        assertEquals(r, s.length);
        assertMatrix(Matrix.identity(r), Matrix.times(Matrix.transpose(svd.u()), svd.u()), TOLERANCE);
        assertMatrix(Matrix.identity(r), Matrix.times(svd.vt(), Matrix.transpose(svd.vt())), TOLERANCE);
        for (int k = 1; k < r; k++) {
            assertTrue(s[k - 1] >= s[k] && s[k] >= 0, "singular values fall and are not negative");
        }
        double[][] SVt = Matrix.copy(svd.vt());
        for (int k = 0; k < r; k++) {
            SVt[k] = Matrix.times(s[k], new double[][] {SVt[k]})[0];
        }
        assertMatrix(A, Matrix.times(svd.u(), SVt), Math.max(TOLERANCE * s[0], Double.MIN_VALUE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrices")
    void largestEntryOfEveryRowOfVtIsPositive(String name, double[][] A) {
        for (double[] row : Svd.thin(A).vt()) {
            double max = Stream.of(row)
                    .flatMapToDouble(java.util.Arrays::stream)
                    .max()
                    .orElseThrow();
            double min = Stream.of(row)
                    .flatMapToDouble(java.util.Arrays::stream)
                    .min()
                    .orElseThrow();
            assertTrue(max >= -min, "largest " + max + ", smallest " + min);
        }
    }

    @Test
    void knownDecomposition() {
        Svd svd = Svd.thin(new double[][] {{3, 0}, {4, 5}});

        // By hand: AᵀA = [[25, 20], [20, 25]] has eigenvalues 45 and 5.
        assertArrayEquals(new double[] {Math.sqrt(45), Math.sqrt(5)}, svd.s(), 1e-14);
        double h = Math.sqrt(0.5);
        assertEquals(h, svd.vt()[0][0], 1e-14);
        assertEquals(h, svd.vt()[0][1], 1e-14);
    }

    @Test
    void rankShowsInTheSingularValues() {
        double[] s = Svd.thin(Matrix.times(gaussian(20, 2), gaussian(2, 6))).s();

        assertTrue(s[1] > 0.1);
        assertArrayEquals(new double[4], new double[] {s[2], s[3], s[4], s[5]}, 0);
    }

    @Test
    void smallSingularValuesAboveRoundOffKeepTheirDigits() {
        assertArrayEquals(
                new double[] {1, 1e-8, 1e-14},
                Svd.thin(diagonal(1e-8, 1, 1e-14)).s(),
                1e-26);
    }

    @Test
    void sameInputSameBits() {
        double[][] A = gaussian(30, 8);

        Svd first = Svd.thin(A);
        Svd second = Svd.thin(A);

        assertArrayEquals(first.u(), second.u());
        assertArrayEquals(first.s(), second.s());
        assertArrayEquals(first.vt(), second.vt());
    }

    @Test
    void inputIsLeftAlone() {
        double[][] A = gaussian(6, 3);
        double[][] copy = Matrix.copy(A);

        Svd.thin(A);

        assertArrayEquals(copy, A);
    }

    @Test
    @DisplayName("NaN and ragged input are refused in words")
    void refusals() {
        assertRefused("A must be finite, but A[0][1] was NaN", new double[][] {{1, Double.NaN}});
        assertRefused("A must be finite, but A[1][0] was -Infinity", new double[][] {{1}, {Double.NEGATIVE_INFINITY}});
        assertRefused("A must be rectangular, but row 0 has 2 columns and row 1 has 1", new double[][] {{1, 2}, {3}});
        assertRefused("A must have at least 1 row, but is empty", new double[0][0]);
    }

    private static void assertRefused(String message, double[][] A) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Svd.thin(A)).getMessage());
    }

    private static void assertMatrix(double[][] expected, double[][] actual, double tolerance) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], tolerance);
        }
    }

    private static double[][] gaussian(int nRows, int nColumns) {
        return Matrix.gaussian(new SplittableRandom(7), nRows, nColumns);
    }

    private static double[][] hilbert(int n) {
        double[][] H = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                H[i][j] = 1.0 / (i + j + 1);
            }
        }
        return H;
    }

    private static double[][] diagonal(double... entries) {
        double[][] D = new double[entries.length][entries.length];
        for (int i = 0; i < entries.length; i++) {
            D[i][i] = entries[i];
        }
        return D;
    }
}
