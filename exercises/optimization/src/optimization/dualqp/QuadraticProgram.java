package optimization.dualqp;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import linearalgebra.qrcholesky.Cholesky;
import optimization.projections.Projections;

/**
 * Minimising {@code xᵀQx/2 + c·x} where {@code A·x <= b}, by its dual: violations are not forbidden, but paid for, at
 * prices {@code λ >= 0}; then the prices are made as good as can be.
 *
 * <p>Any prices give a lower bound of the least value (weak duality), any allowed point an upper one. The best of both
 * are equal here (strong duality), so their gap says how far one still is. The dual is a quadratic, too, but all that
 * limits it is 0, whatever A looks like.
 *
 * <p>Source: S. Boyd and L. Vandenberghe, <i>Convex Optimization</i>, Cambridge 2004, §5.1, §5.2 and §5.5; for one
 * price at a time C. Hildreth, <i>A Quadratic Programming Procedure</i>, Naval Research Logistics Quarterly 4 (1957).
 *
 * @param Q (n, n) symmetric, positive definite
 * @param c (n)
 * @param A (nConstraints, n) no row is all zeros
 * @param b (nConstraints) finite
 */
public record QuadraticProgram(double[][] Q, double[] c, double[][] A, double[] b) {

    /**
     * The dual function multiplied out: {@code dualValue(λ) = dualValue(0) + slope·λ - λᵀ·curvature·λ / 2}.
     *
     * @param curvature (nConstraints, nConstraints) {@code A·Q⁻¹·Aᵀ}, symmetric, positive semidefinite
     * @param slope (nConstraints) {@code -A·Q⁻¹·c - b}: by how much the minimiser without prices violates each
     *     constraint; negative where there is room
     */
    public record Dual(double[][] curvature, double[] slope) {}

    /**
     * What solving found. Row 0 belongs to λ = 0, each further row to a sweep.
     *
     * @param prices (1 + nSweeps, nConstraints) λ
     * @param points (1 + nSweeps, n) the best allowed point up to then
     * @param lower (1 + nSweeps) the dual value of these prices: the least value is not below it
     * @param upper (1 + nSweeps) the value of that point: the least value is not above it
     */
    public record Bounds(double[][] prices, double[][] points, double[] lower, double[] upper) {}

    /**
     * Checks shapes and numbers.
     *
     * @throws IllegalArgumentException if shapes do not fit, a number is not finite, or a row of A is all zeros
     */
    public QuadraticProgram {
        Require.columns("Q", Q, Q.length);
        Require.length("c", c, Q.length);
        Require.columns("A", A, Q.length);
        Require.length("b", b, A.length);
        Require.finite("A", A);
        for (int k = 0; k < b.length; k++) {
            Require.that(Double.isFinite(b[k]), "b must be finite, but b[%d] was %s", k, b[k]);
            Require.that(Matrix.norm(A[k]) > 0, "A must have no row of zeros, but row %d is one", k);
        }
    }

    /**
     * The value at a point, {@code xᵀQx/2 + c·x}.
     *
     * @param x (n) allowed or not
     * @throws IllegalArgumentException if x does not have n entries
     */
    public double value(double[] x) {
        Require.length("x", x, c.length);
        // begin solution: two dot products
        return Matrix.dot(x, Matrix.times(Q, x)) / 2 + Matrix.dot(c, x);
        // end solution
    }

    /**
     * Where the value together with what violations cost, {@code value(x) + λ·(A·x - b)}, is least: there {@code Q·x +
     * c + Aᵀ·λ = 0}.
     *
     * @param prices (nConstraints) λ, of any sign
     * @return (n) allowed or not
     * @throws IllegalArgumentException if there is not one price for each constraint
     * @throws linearalgebra.qrcholesky.NotPositiveDefinite if Q is not positive definite
     */
    public double[] minimiser(double[] prices) {
        Require.length("prices", prices, b.length);
        // begin solution: the right side -c - Aᵀλ, then Cholesky
        double[] right = Matrix.plus(new double[c.length], -1, c);
        for (int k = 0; k < prices.length; k++) {
            right = Matrix.plus(right, -prices[k], A[k]);
        }
        return Cholesky.of(Q).solve(right);
        // end solution
    }

    /**
     * The dual function: {@code value(x) + λ·(A·x - b)} at the minimiser of these prices, the least that there is. If
     * no price is negative, the value of no allowed point is below it.
     *
     * @param prices (nConstraints) λ, of any sign
     * @throws IllegalArgumentException if there is not one price for each constraint
     * @throws linearalgebra.qrcholesky.NotPositiveDefinite if Q is not positive definite
     */
    public double dualValue(double[] prices) {
        Require.length("prices", prices, b.length);
        // begin solution: the value at the minimiser, and the prices times what is violated there
        double[] x = minimiser(prices);
        return value(x) + Matrix.dot(prices, Matrix.plus(Matrix.times(A, x), -1, b));
        // end solution
    }

    /**
     * The last allowed point on the straight way from a point inside to another one: {@code inside + s·(x - inside)}
     * with the largest s in [0, 1] for which all constraints hold, up to round-off.
     *
     * @param x (n) allowed or not
     * @param inside (n) with {@code A·inside < b} in all rows
     * @return (n)
     * @throws IllegalArgumentException if x or inside does not have n entries, or a constraint does not hold strictly
     *     at inside
     */
    public double[] pulledBack(double[] x, double[] inside) {
        Require.length("x", x, c.length);
        requireInside(inside);
        // begin solution: by how much A·x rises on the whole way, and how much room there is: their quotients limit s
        double[] way = Matrix.plus(x, -1, inside);
        double[] rise = Matrix.times(A, way);
        double[] room = Matrix.plus(b, -1, Matrix.times(A, inside));
        double s = 1;
        for (int k = 0; k < b.length; k++) {
            if (s * rise[k] > room[k]) {
                s = room[k] / rise[k];
            }
        }
        return Matrix.plus(inside, s, way);
        // end solution
    }

    /**
     * Multiplies the dual function out.
     *
     * @throws linearalgebra.qrcholesky.NotPositiveDefinite if Q is not positive definite
     */
    public Dual dual() {
        // begin solution: Q⁻¹ times each row of A by one Cholesky; its products with the rows of A, and with c
        Cholesky root = Cholesky.of(Q);
        double[][] curvature = new double[b.length][];
        double[] slope = new double[b.length];
        for (int k = 0; k < b.length; k++) {
            double[] solved = root.solve(A[k]);
            curvature[k] = Matrix.times(A, solved);
            slope[k] = -Matrix.dot(solved, c) - b[k];
        }
        return new Dual(curvature, slope);
        // end solution
    }

    /**
     * Solves the program: raises the dual value by sweeps of {@link Projections#coordinateDescent} over the prices,
     * from λ = 0 on and never below 0. With each λ goes a point, the minimiser pulled back; the one with the least
     * value so far is kept. Stops where the upper bound is at most tolerance above the lower one, or after maxSweeps
     * sweeps.
     *
     * @param inside (n) with {@code A·inside < b} in all rows
     * @param tolerance gap that is small enough, in the unit of the value, 0 or more
     * @param maxSweeps number of sweeps after which to give up, 0 or more
     * @return with a row for λ = 0 and one for each sweep
     * @throws IllegalArgumentException if a constraint does not hold strictly at inside, or tolerance or maxSweeps is
     *     below 0
     * @throws linearalgebra.qrcholesky.NotPositiveDefinite if Q is not positive definite
     */
    public Bounds solve(double[] inside, double tolerance, int maxSweeps) {
        requireInside(inside);
        Require.that(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        Require.that(maxSweeps >= 0, "maxSweeps must be >= 0, but was %d", maxSweeps);
        double[] zeros = new double[b.length];
        double[] unlimited = new double[b.length];
        Arrays.fill(unlimited, Double.POSITIVE_INFINITY);
        // begin solution: prices and points of row 0; while the gap is too large one sweep more, in [zeros, unlimited]
        // from the last prices on, and the better of the last point and the new one; both bounds of each row
        Dual dual = dual();
        double[] prices = zeros;
        double[] best = pulledBack(minimiser(prices), inside);
        List<double[]> allPrices = new ArrayList<>(List.of(prices));
        List<double[]> points = new ArrayList<>(List.of(best));
        for (int sweep = 0; sweep < maxSweeps && value(best) - dualValue(prices) > tolerance; sweep++) {
            prices = Projections.coordinateDescent(dual.curvature, dual.slope, zeros, unlimited, prices, 1)[1];
            double[] point = pulledBack(minimiser(prices), inside);
            best = value(point) < value(best) ? point : best;
            allPrices.add(prices);
            points.add(best);
        }
        return new Bounds(
                allPrices.toArray(double[][]::new),
                points.toArray(double[][]::new),
                allPrices.stream().mapToDouble(this::dualValue).toArray(),
                points.stream().mapToDouble(this::value).toArray());
        // end solution
    }

    private void requireInside(double[] inside) {
        Require.length("inside", inside, c.length);
        double[] reached = Matrix.times(A, inside);
        for (int k = 0; k < b.length; k++) {
            Require.that(
                    reached[k] < b[k],
                    "inside must keep A·x < b in all rows, but row %d is %s and b is %s",
                    k,
                    reached[k],
                    b[k]);
        }
    }
}
