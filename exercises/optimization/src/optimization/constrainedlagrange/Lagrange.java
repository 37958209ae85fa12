package optimization.constrainedlagrange;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.List;
import linearalgebra.linearsolvers.Lu;
import optimization.newtonbfgs.Bfgs;

/**
 * Minimising f where {@code h(x) = 0}.
 *
 * <p>At a solution the gradient of f is a combination of those of the constraints, {@code ∇f + Jᵀλ = 0}: what f would
 * gain by moving costs a violation. For a quadratic with linear constraints these equations are linear. Else penalise
 * violations, {@code f + w/2 · |h|²}, with ever larger w, or shift the penalty by multipliers and learn these.
 *
 * <p>Source: J. Nocedal and S. Wright, <i>Numerical Optimization</i>, 2nd ed., Springer 2006, §12.3, §16.1, §17.1 and
 * §17.3.
 */
public final class Lagrange {
    /** How short the gradient must be where a round ends, and after how many steps to give up. */
    private static final double SHORT = 1e-7;

    private static final int MAX_STEPS = 200;

    private Lagrange() {}

    /**
     * A point with a multiplier for each constraint.
     *
     * @param x (n)
     * @param multipliers (nConstraints) λ, such that {@code ∇f + Jᵀλ = 0} at a solution
     */
    public record Point(double[] x, double[] multipliers) {}

    /**
     * Minimises {@code xᵀQx/2 + c·x} where {@code A·x = b}, from one system of equations for x and λ (Karush, Kuhn,
     * Tucker):
     *
     * <pre>
     *     | Q  Aᵀ |   | x |   | -c |
     *     | A  0  | · | λ | = |  b |
     * </pre>
     *
     * @param Q (n, n) symmetric, positive definite on all directions along which A·x does not change
     * @param c (n)
     * @param A (nConstraints, n) rows that do not depend on each other
     * @param b (nConstraints)
     * @throws IllegalArgumentException if shapes do not fit
     * @throws linearalgebra.linearsolvers.SingularMatrix if the system has no unique solution
     */
    public static Point equalityQp(double[][] Q, double[] c, double[][] A, double[] b) {
        Require.columns("Q", Q, Q.length);
        Require.length("c", c, Q.length);
        Require.columns("A", A, Q.length);
        Require.length("b", b, A.length);
        // begin solution: fill in the matrix and the right side, solve by Lu, cut the solution in two
        int n = Q.length;
        double[][] K = new double[n + A.length][n + A.length];
        double[] right = new double[n + A.length];
        for (int i = 0; i < n; i++) {
            System.arraycopy(Q[i], 0, K[i], 0, n);
            right[i] = -c[i];
        }
        for (int k = 0; k < A.length; k++) {
            for (int j = 0; j < n; j++) {
                K[n + k][j] = A[k][j];
                K[j][n + k] = A[k][j];
            }
            right[n + k] = b[k];
        }
        double[] solution = Lu.of(K).solve(right);
        double[] x = new double[n];
        double[] multipliers = new double[A.length];
        System.arraycopy(solution, 0, x, 0, n);
        System.arraycopy(solution, n, multipliers, 0, A.length);
        return new Point(x, multipliers);
        // end solution
    }

    /**
     * How far a point is from a solution: the largest entry in size of {@code ∇f + Jᵀλ} and of the constraints.
     *
     * @param point with a multiplier for each constraint
     */
    public static double residual(Problem problem, Point point) {
        // begin solution: both vectors, and the largest of all their entries in size
        double[] slope = slope(problem, point.x, point.multipliers);
        double largest = 0;
        for (double entry : slope) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (double entry : problem.constraints(point.x)) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
        // end solution
    }

    // begin solution: a helper for what residual and round need: ∇f + Jᵀ · factors
    private static double[] slope(Problem problem, double[] x, double[] factors) {
        double[] slope = problem.gradient(x);
        double[][] J = problem.jacobian(x);
        for (int k = 0; k < J.length; k++) {
            slope = Matrix.plus(slope, factors[k], J[k]);
        }
        return slope;
    }
    // end solution

    /**
     * One round: minimises the augmented Lagrangian {@code f + λ·h + w/2 · |h|²} by Bfgs from a point on, with λ held,
     * until its gradient {@code ∇f + Jᵀ(λ + w·h)} is at most SHORT long, or MAX_STEPS steps are used up. The gradient
     * says what λ should have been: {@code λ + w·h} at the new point, which become its multipliers.
     *
     * @param from where to begin, with the multipliers λ
     * @param weight w, above 0
     * @throws IllegalArgumentException if weight is not above 0
     */
    public static Point round(Problem problem, Point from, double weight) {
        Require.positive("weight", weight);
        // begin solution: Bfgs.minimise on that sum and its gradient; its last point, with the new multipliers
        double[][] path = Bfgs.minimise(
                        x -> {
                            double[] h = problem.constraints(x);
                            return problem.value(x) + Matrix.dot(from.multipliers, h) + weight / 2 * Matrix.dot(h, h);
                        },
                        x -> slope(problem, x, Matrix.plus(from.multipliers, weight, problem.constraints(x))),
                        from.x,
                        SHORT,
                        MAX_STEPS)
                .path();
        double[] x = path[path.length - 1];
        return new Point(x, Matrix.plus(from.multipliers, weight, problem.constraints(x)));
        // end solution
    }

    /**
     * The penalty method: a round for each weight, from where the last one ended, but always with λ = 0.
     *
     * @param start (n) not modified
     * @param weights (nRounds) each above 0, growing
     * @return (nRounds) the point after each round
     */
    public static List<Point> penalty(Problem problem, double[] start, double[] weights) {
        int nConstraints = problem.constraints(start).length;
        // begin solution: rounds that forget the multipliers
        List<Point> points = new ArrayList<>();
        double[] x = start;
        for (double weight : weights) {
            points.add(round(problem, new Point(x, new double[nConstraints]), weight));
            x = points.get(points.size() - 1).x;
        }
        return points;
        // end solution
    }

    /**
     * The method of multipliers: rounds of one weight, each from the point and the multipliers at which the last one
     * ended. λ is 0 in the first.
     *
     * @param start (n) not modified
     * @param weight above 0
     * @param nRounds 0 or more
     * @return (nRounds) the point after each round
     * @throws IllegalArgumentException if nRounds is below 0
     */
    public static List<Point> augmented(Problem problem, double[] start, double weight, int nRounds) {
        Require.that(nRounds >= 0, "nRounds must be >= 0, but was %d", nRounds);
        int nConstraints = problem.constraints(start).length;
        // begin solution: rounds that go on with the multipliers
        List<Point> points = new ArrayList<>();
        Point point = new Point(start, new double[nConstraints]);
        for (int k = 0; k < nRounds; k++) {
            point = round(problem, point, weight);
            points.add(point);
        }
        return points;
        // end solution
    }
}
