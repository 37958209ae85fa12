package calculus.stationarypoints;

import calculus.gradientjacobian.Fields;
import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Points where a function is flat in every direction, and what kind of point each is.
 *
 * <p>Near such a point {@code f(x + d) ≈ f(x) + dᵀHd/2}. The eigenvalues of the Hessian H are how strongly f bends
 * along perpendicular axes: up along all of them in a minimum, down along all in a maximum, up and down at a saddle.
 *
 * <p>Source: J. Nocedal and S. Wright, <i>Numerical Optimization</i>, 2nd ed., Springer 2006, §2.1 and §11.1; D. M.
 * Himmelblau, <i>Applied Nonlinear Programming</i>, McGraw-Hill 1972.
 */
public final class Stationary {
    /** Eigenvalues up to this, relative to the largest and to 1, can't be told from 0. */
    private static final double FLAT = 1e-4;

    /** Steps after which find gives up, and how short the last one must be, relative to the length of x and to 1. */
    private static final int MAX_STEPS = 50;

    private static final double SHORT = 1e-8;

    /** Points nearer to each other than this are the same. */
    private static final double SAME = 1e-4;

    /** What f does around a stationary point. */
    public enum Kind {
        MINIMUM,
        MAXIMUM,
        SADDLE,
        /** Second derivatives do not tell: f is too flat in some direction. */
        UNDECIDED
    }

    private Stationary() {}

    /**
     * Eigenvalues of a symmetric matrix. With c at least as large as each of them in size, those of {@code A + c·I} are
     * larger by c and not negative, and then they are its singular values. The Frobenius norm of A is such a c.
     *
     * @param A (n, n) symmetric
     * @return (n) largest first
     * @throws IllegalArgumentException if A is empty, or not square
     */
    public static double[] eigenvalues(double[][] A) {
        Require.columns("A", A, A.length);
        // begin solution: add c to the diagonal of a copy, take singular values, and take c off again
        double c = 0;
        for (double[] row : A) {
            c = Math.hypot(c, Matrix.norm(row));
        }
        double[][] shifted = Matrix.copy(A);
        for (int i = 0; i < A.length; i++) {
            shifted[i][i] += c;
        }
        double[] values = Svd.thin(shifted).s().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] -= c;
        }
        return values;
        // end solution
    }

    /**
     * What kind of stationary point has this Hessian.
     *
     * @param hessian (n, n) symmetric
     */
    public static Kind classify(double[][] hessian) {
        double[] values = eigenvalues(hessian);
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        double flat = FLAT * Math.max(1, largest);
        // begin solution: signs of the eigenvalues; up to flat in size they have none
        boolean rises = Arrays.stream(values).anyMatch(value -> value > flat);
        boolean falls = Arrays.stream(values).anyMatch(value -> value < -flat);
        boolean isFlat = Arrays.stream(values).anyMatch(value -> Math.abs(value) <= flat);
        if (rises && falls) {
            return Kind.SADDLE;
        }
        if (isFlat) {
            return Kind.UNDECIDED;
        }
        return rises ? Kind.MINIMUM : Kind.MAXIMUM;
        // end solution
    }

    /**
     * A stationary point, by Newton's method: where would the gradient be 0 if it changed as the Hessian says? It may
     * be of any kind, and need not be the nearest.
     *
     * @param f (n) to a number
     * @param start (n) not modified
     * @return (n); nothing if the steps do not get short, or can't be computed
     */
    public static Optional<double[]> find(ToDoubleFunction<double[]> f, double[] start) {
        // begin solution: x - H⁻¹∇f up to MAX_STEPS times, while x is finite, until a step is <= SHORT * max(1, length
        // of x)
        double[] x = start;
        for (int k = 0; k < MAX_STEPS && Double.isFinite(Matrix.norm(x)); k++) {
            double[] step = solve(Fields.hessian(f, x), Fields.gradient(f, x));
            x = Matrix.plus(x, -1, step);
            if (Matrix.norm(step) <= SHORT * Math.max(1, Matrix.norm(x))) {
                return Optional.of(x);
            }
        }
        return Optional.empty();
        // end solution
    }

    /**
     * The x with {@code A·x = b}; infinite or NaN where there is none.
     *
     * @param A (n, n)
     * @param b (n)
     */
    private static double[] solve(double[][] A, double[] b) {
        double[] x = new double[b.length];
        if (!Double.isFinite(Arrays.stream(A).mapToDouble(Matrix::norm).sum())) {
            Arrays.fill(x, Double.NaN);
            return x;
        }
        Svd svd = Svd.thin(A);
        double[] turned = Matrix.times(Matrix.transpose(svd.u()), b);
        for (int k = 0; k < x.length; k++) {
            x = Matrix.plus(x, turned[k] / svd.s()[k], svd.vt()[k]);
        }
        return x;
    }

    /**
     * All stationary points found from some starts, each once.
     *
     * @param f (n) to a number
     * @param starts (nStarts, n)
     * @return (n) each, in the order in which they were first found
     */
    public static List<double[]> findAll(ToDoubleFunction<double[]> f, double[][] starts) {
        // begin solution: find from each start, and leave out points within SAME of one that is there already
        List<double[]> found = new ArrayList<>();
        for (double[] start : starts) {
            Optional<double[]> next = find(f, start);
            if (next.isPresent()
                    && found.stream().allMatch(point -> Matrix.norm(Matrix.plus(point, -1, next.get())) > SAME)) {
                found.add(next.get());
            }
        }
        return found;
        // end solution
    }
}
