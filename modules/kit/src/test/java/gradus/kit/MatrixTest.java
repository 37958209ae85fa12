package gradus.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MatrixTest {
    private static final double[][] A = {{1, 2, 3}, {4, 5, 6}};

    @Test
    void productsAndTransposes() {
        assertArrayEquals(new double[][] {{14, 32}, {32, 77}}, Matrix.times(A, Matrix.transpose(A)));
        assertArrayEquals(A, Matrix.times(Matrix.identity(2), A));
        assertArrayEquals(new double[][] {{2, 4, 6}, {8, 10, 12}}, Matrix.times(2, A));
        assertEquals(32, Matrix.dot(A[0], A[1]));
    }

    @Test
    void vectors() {
        assertArrayEquals(new double[] {14, 32}, Matrix.times(A, new double[] {1, 2, 3}));
        assertArrayEquals(new double[] {-7, -8, -9}, Matrix.plus(A[0], -2, A[1]));
        assertArrayEquals(new double[] {1, 2, 3}, A[0]);
        assertEquals(5, Matrix.norm(new double[] {3, -4}));
        assertEquals(0, Matrix.norm(new double[0]));
    }

    @Test
    void rowsAndColumns() {
        assertArrayEquals(new double[] {2.5, 3.5, 4.5}, Matrix.columnMeans(A));
        assertArrayEquals(new double[][] {{2, 2, 2}, {5, 5, 5}}, Matrix.plusRow(A, new double[] {1, 0, -1}));
        assertArrayEquals(new double[][] {{0, 2, 4}, {3, 5, 7}}, Matrix.minusRow(A, new double[] {1, 0, -1}));
    }

    @Test
    void onesStandBeforeTheColumns() {
        assertArrayEquals(new double[][] {{1, 1, 2, 3}, {1, 4, 5, 6}}, Matrix.withOnes(A));
        assertRefused("X must have at least 1 row, but is empty", () -> Matrix.withOnes(new double[0][]));
    }

    @Test
    void lengthsAreRequiredInWords() {
        assertRefused("y must have 1 entry, but has 2", () -> Require.length("y", new double[2], 1));
        assertRefused("y must have 3 entries, but has 2", () -> Require.length("y", new double[2], 3));
    }

    @Test
    void copiesShareNothing() {
        double[][] B = Matrix.copy(A);
        B[0][0] = 9;

        assertEquals(1, A[0][0]);
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        assertRefused(
                "B must have as many rows as A has columns, but A is (2, 3) and B is (2, 3)", () -> Matrix.times(A, A));
        assertRefused(
                "a and b must have the same length, but a has 3 entries and b has 1",
                () -> Matrix.dot(A[0], new double[1]));
        assertRefused(
                "a and b must have the same length, but a has 3 entries and b has 4",
                () -> Matrix.plus(A[0], 1, new double[4]));
        assertRefused(
                "x must have one entry per column of A, but A has 3 columns and x has 2 entries",
                () -> Matrix.times(A, new double[2]));
        assertRefused(
                "row must have one entry per column of X, but X has 3 columns and row has 2 entries",
                () -> Matrix.minusRow(A, new double[2]));
        assertRefused("X must have at least 1 row, but is empty", () -> Matrix.columnMeans(new double[0][]));
    }

    @Test
    void gaussianNumbersRepeatForASeedAndAreStandardNormal() {
        double[][] X = Matrix.gaussian(new SplittableRandom(1), 100, 100);

        assertArrayEquals(X, Matrix.gaussian(new SplittableRandom(1), 100, 100));
        double mean = entries(X).average().orElseThrow();
        assertEquals(0, mean, 0.05, "5 standard deviations of the mean of 10,000 draws");
        assertEquals(1, entries(X).map(x -> x * x).average().orElseThrow(), 0.07);
    }

    private static DoubleStream entries(double[][] X) {
        return Stream.of(X).flatMapToDouble(DoubleStream::of);
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void columnCopiesTheNumbersOfOneColumn() {
        double[][] A = {{1, 2}, {3, 4}, {5, 6}};

        double[] column = Matrix.column(A, 1);
        column[0] = 7;

        assertArrayEquals(new double[] {7, 4, 6}, column);
        assertEquals(2, A[0][1], "the matrix stays");
        assertEquals(0, Matrix.column(new double[0][], 0).length);
    }
}
