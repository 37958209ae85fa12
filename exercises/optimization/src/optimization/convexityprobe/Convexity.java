package optimization.convexityprobe;

import calculus.gradientjacobian.Fields;
import calculus.stationarypoints.Stationary;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Whether a function is convex, as far as samples can tell.
 *
 * <p>f is convex if no chord of its graph runs below the graph (Jensen), and, where it has second derivatives, if and
 * only if its Hessian is positive semidefinite everywhere. Samples can refute either, and can prove neither.
 *
 * <p>Source: S. Boyd and L. Vandenberghe, <i>Convex Optimization</i>, Cambridge 2004, §3.1.1, §3.1.4 and §9.1.2; for
 * the rates and steps Y. Nesterov, <i>Introductory Lectures on Convex Optimization</i>, Kluwer 2004, §2.1.5.
 */
public final class Convexity {
    /** What is above a chord by up to this, relative to 1 and to the values at its ends, may be round-off. */
    private static final double ROUND_OFF = 1e-12;

    /** Eigenvalues below 0 by up to this, relative to 1 and to the largest, may be 0. */
    private static final double FLAT = 1e-6;

    private Convexity() {}

    /**
     * A chord of the graph of f, above one point of which f is larger: a proof that f is not convex.
     *
     * @param x (n) one end
     * @param y (n) the other end
     * @param t in (0, 1), the part of x in the point {@code t·x + (1 - t)·y}
     * @param excess how far f is above the chord there
     */
    public record Chord(double[] x, double[] y, double t, double excess) {}

    /**
     * How f bends at some points.
     *
     * @param smallest of all eigenvalues of the Hessians there
     * @param largest of them
     */
    public record Curvature(double smallest, double largest) {}

    /**
     * How far f is above its chord: {@code f(t·x + (1 - t)·y) - (t·f(x) + (1 - t)·f(y))}. If f is convex, this is never
     * above 0.
     *
     * @param f takes a point (n)
     * @param x (n) one end of the chord
     * @param y (n) the other end
     * @param t the part of x, in [0, 1]
     * @throws IllegalArgumentException if t is out of range, or y has another length than x
     */
    public static double excess(ToDoubleFunction<double[]> f, double[] x, double[] y, double t) {
        Require.that(t >= 0 && t <= 1, "t must be in [0, 1], but was %s", t);
        Require.length("y", y, x.length);
        // begin solution: f between the ends, less the same mixture of f at the ends
        double[] between = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            between[j] = t * x[j] + (1 - t) * y[j];
        }
        return f.applyAsDouble(between) - (t * f.applyAsDouble(x) + (1 - t) * f.applyAsDouble(y));
        // end solution
    }

    /**
     * The chord that refutes convexity most: that of the largest excess, among all pairs of points and all parts, the
     * first of them if there are several. Pairs are taken with the earlier point as x, and only in this order. An
     * excess counts if it is above {@code ROUND_OFF · (1 + |f(x)| + |f(y)|)}; NaN never counts.
     *
     * @param f takes a point (n)
     * @param points (nPoints, n)
     * @param parts (nParts) values of t, in (0, 1)
     * @return nothing if no chord refutes it, which proves nothing
     */
    public static Optional<Chord> counterexample(ToDoubleFunction<double[]> f, double[][] points, double[] parts) {
        Require.matrix("points", points);
        // begin solution: for all pairs i < j and all t keep the chord of the largest excess that counts
        Optional<Chord> worst = Optional.empty();
        double largest = 0;
        for (int i = 0; i < points.length; i++) {
            for (int j = i + 1; j < points.length; j++) {
                double size = 1 + Math.abs(f.applyAsDouble(points[i])) + Math.abs(f.applyAsDouble(points[j]));
                for (double t : parts) {
                    double excess = excess(f, points[i], points[j], t);
                    if (excess > ROUND_OFF * size && excess > largest) {
                        largest = excess;
                        worst = Optional.of(new Chord(points[i], points[j], t, excess));
                    }
                }
            }
        }
        return worst;
        // end solution
    }

    /**
     * Whether {@code xᵀAx >= 0} for all x: whether no eigenvalue is below {@code -FLAT · max(1, largest)}.
     *
     * @param A (n, n) symmetric
     * @throws IllegalArgumentException if A is empty, or not square
     */
    public static boolean isPositiveSemidefinite(double[][] A) {
        // begin solution: compare the smallest eigenvalue with that bound
        double[] values = Stationary.eigenvalues(A);
        return values[values.length - 1] >= -FLAT * Math.max(1, values[0]);
        // end solution
    }

    /**
     * The range of curvatures of f at some points. Where the smallest is negative, f is not convex.
     *
     * @param f takes a point (n)
     * @param points (nPoints, n)
     */
    public static Curvature curvature(ToDoubleFunction<double[]> f, double[][] points) {
        Require.matrix("points", points);
        // begin solution: the smallest and the largest eigenvalue of Fields.hessian at any of the points
        double[] values = Arrays.stream(points)
                .flatMapToDouble(point -> Arrays.stream(Stationary.eigenvalues(Fields.hessian(f, point))))
                .toArray();
        return new Curvature(
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
        // end solution
    }

    /**
     * A fixed learning rate for these curvatures: {@code 2 / (smallest + largest)} if both are positive, else {@code 1
     * / largest}, with which f never rises.
     *
     * @param curvature the largest is above 0
     * @throws IllegalArgumentException if the largest is 0 or less
     */
    public static double learningRate(Curvature curvature) {
        Require.positive("largest", curvature.largest);
        // begin solution: 2 / (smallest + largest) if that keeps all directions in check, else 1 / largest
        return curvature.smallest > 0 ? 2 / (curvature.smallest + curvature.largest) : 1 / curvature.largest;
        // end solution
    }

    /**
     * How many steps of {@link #learningRate} are sure to shrink the distance from the minimum to a part of what it
     * was: the smallest whole number k, 1 or more, with {@code ((κ - 1) / (κ + 1))^k <= factor}, where κ = largest /
     * smallest. Solve for k with logarithms.
     *
     * @param curvature both above 0
     * @param factor in (0, 1)
     * @throws IllegalArgumentException if the smallest curvature is 0 or less, or factor is out of range
     */
    public static int steps(Curvature curvature, double factor) {
        Require.positive("smallest", curvature.smallest);
        Require.that(factor > 0 && factor < 1, "factor must be in (0, 1), but was %s", factor);
        // begin solution: a quotient of two logarithms, rounded up; where κ is 1 one step is enough
        double condition = curvature.largest / curvature.smallest;
        double shrinking = (condition - 1) / (condition + 1);
        return Math.max(1, (int) Math.ceil(Math.log(factor) / Math.log(shrinking)));
        // end solution
    }
}
