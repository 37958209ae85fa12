package linearalgebra.matrixproducts;

import gradus.kit.NotAttempted;
import gradus.kit.Require;
import java.util.function.BinaryOperator;

/**
 * The product of two matrices in three orders, and what is built from products.
 *
 * <p>All three make the same {@code n·m·p} multiplications. They differ in how they walk through memory. A processor
 * fetches numbers not one by one, but in lines of eight neighbours, and keeps some thousand lines at hand. Rows are
 * neighbours, columns are not.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §1.1 and §1.5;
 * for powers D. E. Knuth, <i>The Art of Computer Programming</i>, vol. 2, 3rd ed., Addison-Wesley 1997, §4.6.3.
 */
public final class Products {
    private Products() {}

    /**
     * Swaps rows and columns.
     *
     * @param A (nRows, nColumns)
     * @return (nColumns, nRows)
     * @throws IllegalArgumentException if A is empty or ragged
     */
    public static double[][] transpose(double[][] A) {
        Require.matrix("A", A);
        double[][] result = new double[A[0].length][A.length];
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < A[0].length; j++) {
                result[j][i] = A[i][j];
            }
        }
        return result;
    }

    /**
     * The sum of the diagonal.
     *
     * @param A (n, n)
     * @throws IllegalArgumentException if A is not square
     */
    public static double trace(double[][] A) {
        Require.columns("A", A, A.length);
        double sum = 0;
        for (int i = 0; i < A.length; i++) {
            sum += A[i][i];
        }
        return sum;
    }

    /**
     * The product as it is defined, {@code C[i][j] = Σₖ A[i][k] · B[k][j]}: for each entry of C it goes along a row of
     * A and down a column of B.
     *
     * @param A (n, m)
     * @param B (m, p)
     * @return (n, p)
     * @throws IllegalArgumentException if A or B is empty or ragged, or B does not have as many rows as A has columns
     */
    public static double[][] naive(double[][] A, double[][] B) {
        requireFitting(A, B);
        // TODO three loops: rows of A, columns of B, and the sum over k inside
        throw new NotAttempted();
    }

    /**
     * The product by dot products of rows: {@code C[i][j]} is row i of A times row j of {@code Bᵀ}. Transposing costs
     * {@code m·p} steps, after which both factors are read along rows.
     *
     * @param A (n, m)
     * @param B (m, p)
     * @return (n, p)
     * @throws IllegalArgumentException if A or B is empty or ragged, or B does not have as many rows as A has columns
     */
    public static double[][] transposedB(double[][] A, double[][] B) {
        requireFitting(A, B);
        // TODO transpose B once, then take the dot product of each row of A with each row of that
        throw new NotAttempted();
    }

    /**
     * The product by blocks of B: a block of {@code size × size} entries is used for all rows of A before the next is
     * touched, so that it is fetched once and not n times. Inside, {@code A[i][k]} times a piece of row k of B is added
     * to a piece of row i of C: all steps go along rows.
     *
     * @param A (n, m)
     * @param B (m, p)
     * @param size rows and columns of a block, at least 1; blocks at the edges of B may be smaller
     * @return (n, p)
     * @throws IllegalArgumentException if A or B is empty or ragged, B does not have as many rows as A has columns, or
     *     size is below 1
     */
    public static double[][] blocked(double[][] A, double[][] B, int size) {
        requireFitting(A, B);
        Require.that(size >= 1, "size must be >= 1, but was %d", size);
        // TODO two loops over blocks of B, by their first row and column; in each, the rows i of A, the
        throw new NotAttempted();
    }

    /**
     * A power by squaring: {@code Aⁿ} is the square of {@code A^(n/2)}, times A if n is odd. It takes at most
     * {@code 2·log₂ n} products instead of n - 1. Any product does for which {@code (A·B)·C = A·(B·C)}.
     *
     * @param A (m, m) not modified
     * @param n at least 1
     * @param times how to multiply two (m, m) matrices
     * @return (m, m); for n = 1 A itself
     * @throws IllegalArgumentException if A is not square, or n is below 1
     */
    public static double[][] power(double[][] A, int n, BinaryOperator<double[][]> times) {
        Require.columns("A", A, A.length);
        Require.that(n >= 1, "n must be >= 1, but was %d", n);
        // TODO A if n is 1; otherwise the power of half of n, squared, and once more times A if n is odd
        throw new NotAttempted();
    }

    private static void requireFitting(double[][] A, double[][] B) {
        Require.matrix("A", A);
        Require.matrix("B", B);
        Require.that(
                A[0].length == B.length,
                "B must have as many rows as A has columns, but A is (%d, %d) and B is (%d, %d)",
                A.length,
                A[0].length,
                B.length,
                B[0].length);
    }
}
