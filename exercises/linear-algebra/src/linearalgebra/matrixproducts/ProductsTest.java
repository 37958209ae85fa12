package linearalgebra.matrixproducts;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.kit.Matrix;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProductsTest {
    /** Whole numbers below 2⁵³: nothing is rounded. */
    private static final double EXACT = 0;

    private static final double[][] A = {{1, 2, 3}, {4, 5, 6}};
    private static final double[][] B = {{1, 0, -1, 2}, {2, 1, 0, 3}, {0, 4, 1, 1}};

    /** Row 0: 1 + 4 + 0, 0 + 2 + 12, -1 + 0 + 3, 2 + 6 + 3. */
    private static final double[][] AB = {{5, 14, 2, 11}, {14, 29, 2, 29}};

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("transpose makes columns of rows")
    void transposeByHand() {
        assertClose(
                "transpose({{1, 2, 3}, {4, 5, 6}})",
                new double[][] {{1, 4}, {2, 5}, {3, 6}},
                Products.transpose(A),
                EXACT,
                "Row 0 becomes column 0.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("trace sums the diagonal")
    void traceByHand() {
        assertClose(
                "trace({{3, 8, 9}, {7, 10, 5}, {4, 6, -1}})",
                12,
                Products.trace(new double[][] {{3, 8, 9}, {7, 10, 5}, {4, 6, -1}}),
                EXACT,
                "3 + 10 - 1.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("naive multiplies rows of A with columns of B")
    void naiveByHand() {
        assertClose("naive(A, B)", AB, Products.naive(A, B), EXACT, "Entry [i][j] is row i of A times column j of B.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("transposedB gives the same product")
    void transposedByHand() {
        assertClose(
                "transposedB(A, B)", AB, Products.transposedB(A, B), EXACT, "Column j of B is row j of its transpose.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("blocked gives the same product, whatever the blocks")
    void blockedByHand() {
        for (int size : new int[] {1, 2, 3, 4, 100}) {
            assertClose(
                    "blocked(A, B, " + size + ")",
                    AB,
                    Products.blocked(A, B, size),
                    EXACT,
                    "Blocks add their parts to C, and end where B ends.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("power gives Fibonacci's numbers")
    void fibonacci() {
        double[][] F = {{1, 1}, {1, 0}};
        assertClose(
                "power({{1, 1}, {1, 0}}, 1)", F, Products.power(F, 1, Matrix::times), EXACT, "The first power is A.");
        assertClose(
                "power({{1, 1}, {1, 0}}, 13)",
                new double[][] {{377, 233}, {233, 144}},
                Products.power(F, 13, Matrix::times),
                EXACT,
                "13 is odd: the sixth power, squared, times A.");
        assertClose(
                "power({{1, 1}, {1, 0}}, 70)[0][1]",
                190_392_490_709_135.0,
                requireShape("power", 2, 2, Products.power(F, 70, Matrix::times), "As large as A.")[0][1],
                EXACT,
                "Fibonacci's number 70.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("power needs two products for each halving at most")
    void productsAreSaved() {
        for (int n : new int[] {2, 7, 64, 1000, 1023}) {
            AtomicInteger count = new AtomicInteger();
            BinaryOperator<double[][]> counting = (X, Y) -> {
                count.incrementAndGet();
                return Matrix.times(X, Y);
            };
            double[][] turned = Products.power(new double[][] {{0, -1}, {1, 0}}, n, counting);

            double[][] quarter = {{0, -1}, {1, 0}};
            double[][] expected = Matrix.identity(2);
            for (int k = 0; k < n % 4; k++) {
                expected = Matrix.times(expected, quarter);
            }
            assertClose("power of a quarter turn, n = " + n, expected, turned, EXACT, "Four of them are a full turn.");
            int halvings = 31 - Integer.numberOfLeadingZeros(n);
            assertTrue(
                    count.get() <= 2 * halvings,
                    "power(A, " + n + ") took " + count.get() + " products. It can be halved " + halvings
                            + " times, so " + 2 * halvings
                            + " are enough: compute the half power once, and square it.");
        }
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("power uses the product that it is given")
    void shortestWays() {
        double none = Double.POSITIVE_INFINITY;
        // Ways from 0 to 3: 0-1-2-3 of length 1 + 1 + 1, 0-3 of length 10.
        double[][] steps = {{0, 1, none, 10}, {none, 0, 1, none}, {none, none, 0, 1}, {none, none, none, 0}};
        assertClose(
                "power(steps, 3, shortest)[0]",
                new double[] {0, 1, 2, 3},
                requireShape("power", 4, 4, Products.power(steps, 3, ProductsTest::shortest), "As large as A.")[0],
                EXACT,
                "Multiply with the product that was handed in: here it adds lengths and takes the smallest sum.");
    }

    private static double[][] shortest(double[][] X, double[][] Y) {
        double[][] Z = new double[X.length][X.length];
        for (int i = 0; i < X.length; i++) {
            for (int j = 0; j < X.length; j++) {
                Z[i][j] = Double.POSITIVE_INFINITY;
                for (int k = 0; k < X.length; k++) {
                    Z[i][j] = Math.min(Z[i][j], X[i][k] + Y[k][j]);
                }
            }
        }
        return Z;
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("a column times a row is a whole matrix")
    void columnTimesRow() {
        double[][] column = {{2}, {3}};
        double[][] row = {{4, 5, 6}};
        double[][] product = {{8, 10, 12}, {12, 15, 18}};

        assertClose("naive({{2}, {3}}, {{4, 5, 6}})", product, Products.naive(column, row), EXACT, "B has one row.");
        assertClose(
                "transposedB({{2}, {3}}, {{4, 5, 6}})",
                product, Products.transposedB(column, row), EXACT, "B has one row.");
        assertClose(
                "blocked({{2}, {3}}, {{4, 5, 6}}, 2)",
                product, Products.blocked(column, row, 2), EXACT, "B has one row.");
    }

    @Test
    @DisplayName("matrices that do not fit are refused with a useful message")
    void badInputIsRefused() {
        assertRefused(
                "B must have as many rows as A has columns, but A is (2, 3) and B is (2, 3)",
                () -> Products.naive(A, A));
        assertRefused(
                "B must have as many rows as A has columns, but A is (2, 3) and B is (2, 3)",
                () -> Products.transposedB(A, A));
        assertRefused("size must be >= 1, but was 0", () -> Products.blocked(A, B, 0));
        assertRefused("A must have 2 columns, but has 3", () -> Products.trace(A));
        assertRefused("n must be >= 1, but was 0", () -> Products.power(new double[1][1], 0, Matrix::times));
        assertRefused("A must have at least 1 row, but is empty", () -> Products.transpose(new double[0][]));
    }
}
