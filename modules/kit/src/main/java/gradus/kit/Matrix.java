package gradus.kit;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Plain loops on matrices, given as arrays of rows. Every method returns a new array and leaves its arguments alone.
 */
public final class Matrix {
    private Matrix() {}

    /**
     * Copies a matrix, rows included.
     *
     * @param A (nRows, nColumns)
     */
    public static double[][] copy(double[][] A) {
        double[][] B = new double[A.length][];
        for (int i = 0; i < A.length; i++) {
            B[i] = A[i].clone();
        }
        return B;
    }

    /**
     * Swaps rows and columns.
     *
     * @param A (nRows, nColumns)
     * @return (nColumns, nRows)
     * @throws IllegalArgumentException if A is empty or ragged
     */
    public static double[][] transpose(double[][] A) {
        Require.matrix("A", A);
        double[][] T = new double[A[0].length][A.length];
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < T.length; j++) {
                T[j][i] = A[i][j];
            }
        }
        return T;
    }

    /**
     * Makes the matrix with ones on its diagonal and zeros elsewhere.
     *
     * @param n number of rows and of columns
     * @return (n, n)
     */
    public static double[][] identity(int n) {
        double[][] I = new double[n][n];
        for (int i = 0; i < n; i++) {
            I[i][i] = 1;
        }
        return I;
    }

    /**
     * Multiplies two matrices: {@code C[i][j] = Σₖ A[i][k] · B[k][j]}.
     *
     * @param A (n, m)
     * @param B (m, p)
     * @return (n, p)
     * @throws IllegalArgumentException if A or B is empty or ragged, or B does not have as many rows as A has columns
     */
    public static double[][] times(double[][] A, double[][] B) {
        Require.matrix("A", A);
        Require.matrix("B", B);
        Require.that(
                A[0].length == B.length,
                "B must have as many rows as A has columns, but A is (%d, %d) and B is (%d, %d)",
                A.length,
                A[0].length,
                B.length,
                B[0].length);
        double[][] C = new double[A.length][B[0].length];
        for (int i = 0; i < A.length; i++) {
            int k = 0;
            for (; k < B.length - 3; k += 4) {
                addFourTo(C[i], A[i], B, k);
            }
            for (; k < B.length; k++) {
                addTo(C[i], A[i][k], B[k]);
            }
        }
        return C;
    }

    /** Adds four rows of B from k on, times their factors, to c: each entry of c is read and written once for four. */
    private static void addFourTo(double[] c, double[] factors, double[][] B, int k) {
        double f0 = factors[k];
        double f1 = factors[k + 1];
        double f2 = factors[k + 2];
        double f3 = factors[k + 3];
        double[] b0 = B[k];
        double[] b1 = B[k + 1];
        double[] b2 = B[k + 2];
        double[] b3 = B[k + 3];
        for (int j = 0; j < c.length; j++) {
            c[j] += f0 * b0[j] + f1 * b1[j] + (f2 * b2[j] + f3 * b3[j]);
        }
    }

    /** Adds {@code factor · b} to a. With rows for names, the compiler takes several entries at a time. */
    private static void addTo(double[] a, double factor, double[] b) {
        for (int j = 0; j < a.length; j++) {
            a[j] += factor * b[j];
        }
    }

    /**
     * Multiplies every entry by a number.
     *
     * @param A (nRows, nColumns)
     * @return (nRows, nColumns)
     */
    public static double[][] times(double factor, double[][] A) {
        double[][] B = copy(A);
        for (double[] row : B) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return B;
    }

    /**
     * Applies a matrix to a vector: {@code y[i] = Σⱼ A[i][j] · x[j]}.
     *
     * @param A (nRows, nColumns)
     * @param x (nColumns)
     * @return (nRows)
     * @throws IllegalArgumentException if A is empty or ragged, or x does not have nColumns entries
     */
    public static double[] times(double[][] A, double[] x) {
        Require.matrix("A", A);
        Require.that(
                A[0].length == x.length,
                "x must have one entry per column of A, but A has %d columns and x has %d entries",
                A[0].length,
                x.length);
        double[] y = new double[A.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = dot(A[i], x);
        }
        return y;
    }

    /**
     * Goes from one vector along another: {@code a + factor · b}.
     *
     * @param a (n)
     * @param b (n)
     * @return (n)
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double[] plus(double[] a, double factor, double[] b) {
        requireSameLength(a, b);
        double[] sum = a.clone();
        addTo(sum, factor, b);
        return sum;
    }

    /**
     * Sums the products of matching entries: in four sums, because an addition has to wait for the one before it, but
     * not for those of another sum.
     *
     * @param a (n)
     * @param b (n)
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double dot(double[] a, double[] b) {
        requireSameLength(a, b);
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j < a.length - 3; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        for (; j < a.length; j++) {
            s0 += a[j] * b[j];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void requireSameLength(double[] a, double[] b) {
        Require.that(
                a.length == b.length,
                "a and b must have the same length, but a has %d entries and b has %d",
                a.length,
                b.length);
    }

    /**
     * The length of a vector: {@code sqrt(Σⱼ aⱼ²)}.
     *
     * @param a (n)
     */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /**
     * Adds one row to every row.
     *
     * @param X (nRows, nColumns)
     * @param row (nColumns)
     * @return (nRows, nColumns)
     * @throws IllegalArgumentException if X is empty or ragged, or row does not have nColumns entries
     */
    public static double[][] plusRow(double[][] X, double[] row) {
        return plus(X, 1, row);
    }

    /**
     * Subtracts one row from every row.
     *
     * @param X (nRows, nColumns)
     * @param row (nColumns)
     * @return (nRows, nColumns)
     * @throws IllegalArgumentException if X is empty or ragged, or row does not have nColumns entries
     */
    public static double[][] minusRow(double[][] X, double[] row) {
        return plus(X, -1, row);
    }

    private static double[][] plus(double[][] X, int sign, double[] row) {
        Require.matrix("X", X);
        Require.that(
                X[0].length == row.length,
                "row must have one entry per column of X, but X has %d columns and row has %d entries",
                X[0].length,
                row.length);
        double[][] Y = copy(X);
        for (double[] y : Y) {
            addTo(y, sign, row);
        }
        return Y;
    }

    /**
     * Puts a column of ones before the others, so that a linear map can have a constant term.
     *
     * @param X (nRows, nColumns)
     * @return (nRows, 1 + nColumns)
     * @throws IllegalArgumentException if X is empty or ragged
     */
    public static double[][] withOnes(double[][] X) {
        Require.matrix("X", X);
        double[][] A = new double[X.length][1 + X[0].length];
        for (int i = 0; i < A.length; i++) {
            A[i][0] = 1;
            System.arraycopy(X[i], 0, A[i], 1, X[i].length);
        }
        return A;
    }

    /**
     * Copies a column.
     *
     * @param A (nRows, nColumns); may have no rows
     * @param j number of the column, from 0
     * @return (nRows)
     */
    public static double[] column(double[][] A, int j) {
        return Arrays.stream(A).mapToDouble(row -> row[j]).toArray();
    }

    /**
     * Averages each column.
     *
     * @param X (nRows, nColumns)
     * @return (nColumns) in the unit of each column
     * @throws IllegalArgumentException if X is empty or ragged
     */
    public static double[] columnMeans(double[][] X) {
        Require.matrix("X", X);
        double[] mean = new double[X[0].length];
        for (double[] row : X) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j];
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= X.length;
        }
        return mean;
    }

    /**
     * Draws independent numbers from the standard normal distribution, row by row.
     *
     * @return (nRows, nColumns)
     */
    public static double[][] gaussian(RandomGenerator random, int nRows, int nColumns) {
        double[][] X = new double[nRows][nColumns];
        for (double[] row : X) {
            for (int j = 0; j < nColumns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return X;
    }
}
