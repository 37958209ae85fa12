package decompositions.svdlowrank;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.Evidence.Kind.PUBLISHED;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.requireShape;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gradus.checks.Data;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.Property;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SvdTest {
    /** A few dozen turns, each off by 1e-16, of numbers up to 30 or so. */
    private static final double TOLERANCE = 1e-12;

    /** 15 times (1, 2, 2)/3 and (0.8, 0.6), 6 times (2, 1, -2)/3 and (-0.6, 0.8). */
    private static final double[][] A = {{1.6, 6.2}, {6.8, 7.6}, {10.4, 2.8}};

    /**
     * G. H. Golub and C. Reinsch, Singular Value Decomposition and Least Squares Solutions, 1970: their first example.
     */
    private static final double[][] GOLUB_REINSCH = {
        {22, 10, 2, 3, 7},
        {14, 7, 10, 0, 8},
        {-1, 13, -1, -11, 3},
        {-3, -2, 13, -2, 4},
        {9, 8, 1, -2, 4},
        {9, 1, -7, 5, -1},
        {2, -6, 6, 5, 1},
        {4, 5, 0, -2, 2}
    };

    /** Sums of different columns' squares and products need all digits that there are: 1 + 1e-18 is 1. */
    private static final double[][] LAEUCHLI = {{1, 1}, {1e-9, 0}, {0, 1e-9}};

    @Graded(stage = 1, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("perpendicular turns the columns until no two have anything in common")
    void columnsBecomePerpendicular() {
        Columns columns = Columns.perpendicular(A);
        double[][] W = requireShape("turned", 2, 3, columns.turned(), "Row k is column k of A·V.");
        double[][] V = requireShape("turns", 2, 2, columns.turns(), "Row k is column k of V.");

        assertClose("product of both turned columns", 0, Matrix.dot(W[0], W[1]), 1e-10, "Turn until it is round-off.");
        assertClose("turned", Matrix.times(V, Matrix.transpose(A)), W, TOLERANCE, "Turn V with the columns: W is A·V.");
        double[] lengths = {Matrix.norm(W[0]), Matrix.norm(W[1])};
        assertClose(
                "lengths of the turned columns, the larger first",
                new double[] {15, 6},
                new double[] {Math.max(lengths[0], lengths[1]), Math.min(lengths[0], lengths[1])},
                TOLERANCE,
                "These are the singular values.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("perpendicular does so for more columns, equal ones and zeros among them")
    void anyColumns(RandomGenerator random) {
        double[][] drawn = Matrix.gaussian(random, 9, 5);
        for (double[] row : drawn) {
            row[2] = 0;
            row[4] = row[1];
        }
        Columns columns = Columns.perpendicular(drawn);
        double[][] W = requireShape("turned", 5, 9, columns.turned(), "Row k is column k of A·V.");
        double[][] V = requireShape("turns", 5, 5, columns.turns(), "Row k is column k of V.");
        double[][] products = Matrix.times(W, Matrix.transpose(W));
        for (int k = 0; k < 5; k++) {
            products[k][k] = 0;
        }

        assertClose("V·Vᵀ", Matrix.identity(5), Matrix.times(V, Matrix.transpose(V)), TOLERANCE, "Begin with I.");
        assertClose("turned", Matrix.times(V, Matrix.transpose(drawn)), W, TOLERANCE, "Turn V with the columns.");
        assertClose(
                "products of different columns",
                new double[5][5],
                products,
                1e-11,
                "One sweep is not enough. Sweep over all pairs until there is nothing to turn.");
    }

    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("perpendicular does not depend on the unit of A")
    void shortColumns() {
        for (double unit : new double[] {1e-20, 1e20}) {
            double[][] W = requireShape(
                    "turned", 2, 3, Columns.perpendicular(Matrix.times(unit, A)).turned(), "Row k is column k of A·V.");

            assertClose(
                    "product of both turned columns of " + unit + "·A, divided by its square",
                    0,
                    Matrix.dot(scaled(1 / unit, W[0]), scaled(1 / unit, W[1])),
                    1e-10,
                    "A product is small beside both lengths, not beside a fixed number.");
        }
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("thin sorts lengths into s, directions into U, and turns into Vᵀ")
    void sortsEverything() {
        Svd svd = Svd.thin(A);
        assertClose("thin(A).s()", new double[] {15, 6}, svd.s(), TOLERANCE, "Lengths of the turned columns, sorted.");
        double[][] u = requireShape("thin(A).u()", 3, 2, svd.u(), "One column for each singular value.");
        double[][] vt = requireShape("thin(A).vt()", 2, 2, svd.vt(), "One row for each singular value.");
        double first = Math.signum(vt[0][0]);
        double second = Math.signum(vt[1][1]);

        assertClose(
                "thin(A).vt(), signs turned",
                new double[][] {{0.8, 0.6}, {-0.6, 0.8}},
                new double[][] {scaled(first, vt[0]), scaled(second, vt[1])},
                TOLERANCE,
                "Rows of Vᵀ are columns of V, in the order of the singular values.");
        assertClose(
                "columns of thin(A).u(), turned with them",
                new double[][] {{1 / 3.0, 2 / 3.0, 2 / 3.0}, {2 / 3.0, 1 / 3.0, -2 / 3.0}},
                new double[][] {scaled(first, Matrix.transpose(u)[0]), scaled(second, Matrix.transpose(u)[1])},
                TOLERANCE,
                "A column of U is a turned column divided by its length.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("thin decomposes a wide matrix by its transpose")
    void wideMatrices() {
        assertDecomposes("Aᵀ", Matrix.transpose(A), Svd.thin(Matrix.transpose(A)));
        assertClose(
                "thin(Aᵀ).s()",
                new double[] {15, 6},
                Svd.thin(Matrix.transpose(A)).s(),
                TOLERANCE,
                "Aᵀ has the singular values of A.");
        assertDecomposes("{{3, 0, 4}}", new double[][] {{3, 0, 4}}, Svd.thin(new double[][] {{3, 0, 4}}));
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("U has orthonormal columns also where singular values are 0")
    void zeros() {
        double[][] oneColumn = {{0, 3}, {0, 4}, {0, 0}};
        assertClose(
                "s of {{0, 3}, {0, 4}, {0, 0}}",
                new double[] {5, 0},
                Svd.thin(oneColumn).s(),
                TOLERANCE,
                "5, then 0.");
        assertDecomposes("{{0, 3}, {0, 4}, {0, 0}}", oneColumn, Svd.thin(oneColumn));
        assertDecomposes("zeros", new double[4][3], Svd.thin(new double[4][3]));
        double[][] ranked = Matrix.times(new double[][] {{1}, {2}, {2}}, new double[][] {{3, 4, 12}});
        assertClose(
                "s of (1, 2, 2)ᵀ·(3, 4, 12)",
                new double[] {39, 0, 0},
                Svd.thin(ranked).s(),
                TOLERANCE,
                "What is left of the others is round-off: up to max(nRows, nColumns)·EPSILON·s₀ they are exactly 0.");
        assertEquals(0, Svd.thin(ranked).s()[2], "the third singular value: round-off comes as exactly 0.");
        assertDecomposes("(1, 2, 2)ᵀ·(3, 4, 12)", ranked, Svd.thin(ranked));
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("A = U·S·Vᵀ with orthonormal U and V, for any matrix")
    void decomposes(RandomGenerator random) {
        Data<double[][]> matrices = Data.matrices(Data.ints(1, 6), Data.ints(1, 6), Data.doubles(-9, 9));
        Property.forAll(random, 12, "A", matrices, drawn -> assertDecomposes("A", drawn, Svd.thin(drawn)));
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("thin keeps small singular values that AᵀA would lose")
    void smallSingularValues() {
        double[] s = Svd.thin(LAEUCHLI).s();
        assertEquals(2, s.length, "singular values of Läuchli's matrix");

        assertClose("s₀ of {{1, 1}, {1e-9, 0}, {0, 1e-9}}", Math.sqrt(2), s[0], TOLERANCE, "√(2 + 1e-18).");
        assertClose(
                "s₁ · 1e9",
                1,
                s[1] * 1e9,
                1e-6,
                "It is 1e-9. AᵀA is {{1, 1}, {1, 1}} to sixteen digits, which has 0 instead; turn the columns themselves.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("thin does not depend on the unit of A")
    void anyUnit() {
        for (double unit : new double[] {1e-200, 1e200}) {
            double[] s = Svd.thin(Matrix.times(unit, A)).s();
            assertClose(
                    "thin(" + unit + " · A).s(), divided by it",
                    new double[] {15, 6},
                    scaled(1 / unit, s),
                    TOLERANCE,
                    "Squares would overflow or vanish: divide A by its scale first, and multiply s by it.");
        }
    }

    @Graded(stage = 2)
    @Evidence(PUBLISHED)
    @DisplayName("the singular values of Golub and Reinsch's example are the published ones")
    void publishedExample() {
        Svd svd = Svd.thin(GOLUB_REINSCH);
        assertClose(
                "thin of their 8 x 5 matrix, s",
                new double[] {Math.sqrt(1248), 20, Math.sqrt(384), 0, 0},
                svd.s(),
                TOLERANCE,
                "Its rank is 3.");
        assertDecomposes("their 8 x 5 matrix", GOLUB_REINSCH, svd);
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("rank counts the singular values that are not 0")
    void ranks() {
        assertEquals(2, Svd.thin(A).rank(), "rank of A");
        assertEquals(2, Svd.thin(LAEUCHLI).rank(), "rank of Läuchli's matrix, whose second singular value is 1e-9");
        assertEquals(3, Svd.thin(GOLUB_REINSCH).rank(), "rank of Golub and Reinsch's matrix");
        assertEquals(0, Svd.thin(new double[3][2]).rank(), "rank of zeros");
    }

    @Graded(stage = 3, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("pinv inverts what can be inverted, and maps the rest to 0")
    void pseudoinverse() {
        // Each stretch is undone: (0.8, 0.6)·(1, 2, 2)/3 divided by 15, and (-0.6, 0.8)·(2, 1, -2)/3 by 6.
        assertClose(
                "thin(A).pinv()",
                new double[][] {
                    {0.8 / 45 - 1.2 / 18, 1.6 / 45 - 0.6 / 18, 1.6 / 45 + 1.2 / 18},
                    {0.6 / 45 + 1.6 / 18, 1.2 / 45 + 0.8 / 18, 1.2 / 45 - 1.6 / 18}
                },
                Svd.thin(A).pinv(),
                TOLERANCE,
                "V · diag(1/s) · Uᵀ.");
        assertClose(
                "pinv of {{0, 4}, {0, 0}, {0, 3}}",
                new double[][] {{0, 0, 0}, {0.16, 0, 0.12}},
                Svd.thin(new double[][] {{0, 4}, {0, 0}, {0, 3}}).pinv(),
                TOLERANCE,
                "1/0 counts as 0.");
        assertClose(
                "pinv of {{3, 4}}",
                new double[][] {{0.12}, {0.16}},
                Svd.thin(new double[][] {{3, 4}}).pinv(),
                TOLERANCE,
                "The shortest x with 3x₀ + 4x₁ = 1.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("pinv meets Penrose's four conditions, whatever the rank")
    void penrose(RandomGenerator random) {
        for (int[] shape : new int[][] {{6, 4, 4}, {4, 6, 3}, {5, 5, 2}}) {
            double[][] B = ofRank(random, shape[0], shape[1], shape[2]);
            String what = "a (" + shape[0] + ", " + shape[1] + ") matrix of rank " + shape[2];
            assertPenrose(what, B, Svd.thin(B).pinv());
        }
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("truncate keeps the largest terms")
    void truncates() {
        assertClose(
                "thin(A).truncate(1)",
                new double[][] {{4, 3}, {8, 6}, {8, 6}},
                Svd.thin(A).truncate(1),
                TOLERANCE,
                "15 times (1, 2, 2)/3 times (0.8, 0.6).");
        assertClose("thin(A).truncate(2)", A, Svd.thin(A).truncate(2), TOLERANCE, "All terms together are A.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("error is the length of what truncate leaves out")
    void errorsByHand() {
        assertClose("thin(A).error(0)", Math.sqrt(225 + 36), Svd.thin(A).error(0), TOLERANCE, "√(15² + 6²).");
        assertClose("thin(A).error(1)", 6, Svd.thin(A).error(1), TOLERANCE, "6 is left out.");
        assertClose("thin(A).error(2)", 0, Svd.thin(A).error(2), TOLERANCE, "Nothing is left out.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("error² is the sum of all squared differences (Eckart and Young)")
    void eckartYoung(RandomGenerator random) {
        double[][] B = Matrix.gaussian(random, 8, 6);
        Svd svd = Svd.thin(B);
        for (int k = 1; k <= 5; k++) {
            double[][] near = requireShape("truncate(" + k + ")", 8, 6, svd.truncate(k), "As large as A.");
            assertClose(
                    "length of A - truncate(" + k + ")",
                    distance(B, near),
                    svd.error(k),
                    TOLERANCE,
                    "√ of the sum of the squares of the dropped singular values.");
            assertEquals(k, Svd.thin(near).rank(), "rank of truncate(" + k + ")");
        }
    }

    @Test
    void badInputIsRefused() {
        assertRefused("k must be in [1, 2], but was 3", () -> Svd.thin(A).truncate(3));
        assertRefused("k must be in [0, 2], but was -1", () -> Svd.thin(A).error(-1));
        assertRefused("A must be finite, but A[0][0] was NaN", () -> Svd.thin(new double[][] {{Double.NaN}}));
        assertRefused(
                "A must have at least as many rows as columns, but is (1, 2)",
                () -> Columns.perpendicular(new double[1][2]));
    }

    static void assertDecomposes(String what, double[][] A, Svd svd) {
        int r = Math.min(A.length, A[0].length);
        double[][] u = requireShape("u of " + what, A.length, r, svd.u(), "min(nRows, nColumns) columns.");
        double[][] vt = requireShape("vt of " + what, r, A[0].length, svd.vt(), "min(nRows, nColumns) rows.");
        double[] s = svd.s();
        assertTrue(s != null && s.length == r, "s of " + what + " must have " + r + " entries.");
        double[][] us = Matrix.copy(u);
        for (double[] row : us) {
            for (int k = 0; k < r; k++) {
                row[k] *= s[k];
            }
        }

        assertClose("U·S·Vᵀ of " + what, A, Matrix.times(us, vt), TOLERANCE, "Sort U, s and Vᵀ together.");
        assertClose(
                "Uᵀ·U of " + what,
                Matrix.identity(r),
                Matrix.times(Matrix.transpose(u), u),
                TOLERANCE,
                "Columns of length 1, perpendicular; where s is 0, take perpendicularTo.");
        assertClose(
                "Vᵀ·V of " + what,
                Matrix.identity(r),
                Matrix.times(vt, Matrix.transpose(vt)),
                TOLERANCE,
                "Turns of I.");
        for (int k = 0; k < r; k++) {
            assertTrue(s[k] >= 0 && (k == 0 || s[k] <= s[k - 1]), "s of " + what + " must fall and not be negative.");
        }
    }

    static void assertPenrose(String what, double[][] A, double[][] pinv) {
        double[][] P = requireShape("pinv of " + what, A[0].length, A.length, pinv, "V · diag(1/s) · Uᵀ.");
        double[][] AP = Matrix.times(A, P);
        double[][] PA = Matrix.times(P, A);
        // Singular values are 1 to 8, so no product is larger than 100 or so.
        assertClose("A·P·A of " + what, A, Matrix.times(AP, A), 1e-11, "Penrose's first condition.");
        assertClose("P·A·P of " + what, P, Matrix.times(PA, P), 1e-11, "Penrose's second condition.");
        assertClose(
                "(A·P)ᵀ of " + what, AP, Matrix.transpose(AP), 1e-11, "Penrose's third condition: A·P is symmetric.");
        assertClose(
                "(P·A)ᵀ of " + what, PA, Matrix.transpose(PA), 1e-11, "Penrose's fourth condition: P·A is symmetric.");
    }

    /** A matrix of a given rank with singular values 8, 7, … */
    static double[][] ofRank(RandomGenerator random, int nRows, int nColumns, int rank) {
        double[][] left =
                gradus.kit.Svd.thin(Matrix.gaussian(random, nRows, rank)).u();
        double[][] right =
                gradus.kit.Svd.thin(Matrix.gaussian(random, rank, nColumns)).vt();
        for (int k = 0; k < rank; k++) {
            right[k] = scaled(8 - k, right[k]);
        }
        return Matrix.times(left, right);
    }

    static double distance(double[][] A, double[][] B) {
        double sum = 0;
        for (int i = 0; i < A.length; i++) {
            double[] difference = Matrix.plus(A[i], -1, B[i]);
            sum += Matrix.dot(difference, difference);
        }
        return Math.sqrt(sum);
    }

    static double[] scaled(double factor, double[] a) {
        return Arrays.stream(a).map(entry -> factor * entry).toArray();
    }
}
