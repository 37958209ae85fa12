package gradus.kit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Thin singular value decomposition {@code A = U · diag(s) · Vᵀ} with {@code r = min(nRows, nColumns)}.
 *
 * <p>Found by one-sided Jacobi rotations: pairs of columns of A are turned until all are perpendicular; their lengths
 * are then the singular values. {@code AᵀA} is never formed, so its squared condition number does no harm. The cost is
 * a few sweeps of {@code nRows · nColumns²} operations: right for hundreds of columns, slow for thousands.
 *
 * <p>The result depends on A alone: singular values fall, and in every row of Vᵀ the entry of largest size is positive
 * (the first of them if several tie). Singular values up to {@code max(nRows, nColumns) · 2⁻⁵² · s₀} are round-off and
 * come as 0; U and Vᵀ are orthonormal for those too.
 *
 * <p>Source: G. H. Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., Johns Hopkins 2013, §8.6.3.
 *
 * @param u (nRows, r) orthonormal columns
 * @param s (r) singular values, largest first, in the unit of A
 * @param vt (r, nColumns) orthonormal rows
 */
public record Svd(double[][] u, double[] s, double[][] vt) {
    private static final double EPSILON = Math.ulp(1.0);
    private static final int MAX_SWEEPS = 60;

    /**
     * Decomposes a matrix.
     *
     * @param A (nRows, nColumns) finite numbers; not modified
     * @throws IllegalArgumentException if A is empty or ragged, or has an entry that is NaN or infinite
     */
    public static Svd thin(double[][] A) {
        Require.finite("A", A);
        if (A.length < A[0].length) {
            Svd turned = ofTall(Matrix.transpose(A));
            return withPositiveRows(Matrix.transpose(turned.vt), turned.s, Matrix.transpose(turned.u));
        }
        Svd svd = ofTall(A);
        return withPositiveRows(svd.u, svd.s, svd.vt);
    }

    /** Decomposes a matrix with at least as many rows as columns. */
    private static Svd ofTall(double[][] A) {
        double scale = powerOfTwoNear(A);
        double[][] W = Matrix.transpose(Matrix.times(1 / scale, A));
        double[][] V = Matrix.identity(W.length);
        makePerpendicular(W, V);

        double[] lengths = Arrays.stream(W).mapToDouble(Matrix::norm).toArray();
        int[] order = largestFirst(lengths);
        double roundOff = A.length * EPSILON * lengths[order[0]];
        double[][] u = new double[W.length][];
        double[] s = new double[W.length];
        double[][] vt = new double[W.length][];
        for (int k = 0; k < W.length; k++) {
            double length = lengths[order[k]];
            boolean isZero = length <= roundOff;
            s[k] = isZero ? 0 : length * scale;
            u[k] = isZero ? perpendicularTo(u, k, A.length) : divided(W[order[k]], length);
            vt[k] = V[order[k]];
        }
        return new Svd(Matrix.transpose(u), s, vt);
    }

    /** A scale that keeps squares of entries from overflowing; a power of 2, so that scaling is exact. */
    private static double powerOfTwoNear(double[][] A) {
        double largest = Arrays.stream(A)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        return largest == 0 ? 1 : Math.scalb(1.0, Math.max(Math.getExponent(largest), Double.MIN_EXPONENT));
    }

    /** Turns pairs of rows of W until all are perpendicular, and the rows of V with them. */
    private static void makePerpendicular(double[][] W, double[][] V) {
        double tolerance = EPSILON * Math.sqrt(W[0].length);
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MAX_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < W.length; p++) {
                for (int q = p + 1; q < W.length; q++) {
                    double pp = Matrix.dot(W[p], W[p]);
                    double qq = Matrix.dot(W[q], W[q]);
                    double pq = Matrix.dot(W[p], W[q]);
                    if (Math.abs(pq) > tolerance * Math.sqrt(pp * qq)) {
                        double zeta = (qq - pp) / (2 * pq);
                        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
                        double cosine = 1 / Math.hypot(1, tangent);
                        turn(W[p], W[q], cosine, cosine * tangent);
                        turn(V[p], V[q], cosine, cosine * tangent);
                        turned = true;
                    }
                }
            }
        }
    }

    private static void turn(double[] p, double[] q, double cosine, double sine) {
        for (int i = 0; i < p.length; i++) {
            double x = p[i];
            double y = q[i];
            p[i] = cosine * x - sine * y;
            q[i] = sine * x + cosine * y;
        }
    }

    private static int[] largestFirst(double[] lengths) {
        return IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -lengths[k]))
                .mapToInt(k -> k)
                .toArray();
    }

    /** A unit vector with n entries, perpendicular to the first k rows of u: what they leave of one of the axes. */
    private static double[] perpendicularTo(double[][] u, int k, int n) {
        double[] left = new double[n];
        left[axisLeastCovered(u, k, n)] = 1;
        for (int pass = 0; pass < 2; pass++) { // the second pass removes the round-off of the first
            for (int l = 0; l < k; l++) {
                double projection = Matrix.dot(left, u[l]);
                for (int i = 0; i < n; i++) {
                    left[i] -= projection * u[l][i];
                }
            }
        }
        return divided(left, Matrix.norm(left));
    }

    private static int axisLeastCovered(double[][] u, int k, int n) {
        double[] covered = new double[n];
        for (int l = 0; l < k; l++) {
            for (int i = 0; i < n; i++) {
                covered[i] += u[l][i] * u[l][i];
            }
        }
        int least = 0;
        for (int i = 1; i < n; i++) {
            least = covered[i] < covered[least] ? i : least;
        }
        return least;
    }

    /** Turns signs so that the entry of largest size in each row of vt is positive. */
    private static Svd withPositiveRows(double[][] u, double[] s, double[][] vt) {
        for (int k = 0; k < s.length; k++) {
            if (largestEntry(vt[k]) < 0) {
                for (int j = 0; j < vt[k].length; j++) {
                    vt[k][j] = -vt[k][j];
                }
                for (double[] row : u) {
                    row[k] = -row[k];
                }
            }
        }
        return new Svd(u, s, vt);
    }

    private static double largestEntry(double[] row) {
        double largest = 0;
        for (double entry : row) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        return largest;
    }

    private static double[] divided(double[] a, double divisor) {
        return Arrays.stream(a).map(entry -> entry / divisor).toArray();
    }
}
