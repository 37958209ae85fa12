package optimization.gradientdescent;

import gradus.kit.Matrix;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Minimising by steps against the gradient.
 *
 * <p>Let the curvatures of f, the eigenvalues of its Hessian, lie in [μ, L]. Steps of a fixed learning rate {@code η}
 * multiply the error along an eigenvector of curvature λ by {@code 1 - ηλ}: they diverge beyond {@code η = 2/L}, and
 * are fastest at {@code η = 2/(L + μ)}, where the error falls by {@code (κ - 1)/(κ + 1)} a step with {@code κ = L/μ}.
 *
 * <p>Source: S. Boyd and L. Vandenberghe, <i>Convex Optimization</i>, Cambridge 2004, §9.2 and §9.3; for mini-batches
 * L. Bottou, F. E. Curtis and J. Nocedal, <i>Optimization Methods for Large-Scale Machine Learning</i>, SIAM Review 60
 * (2018), §4.
 */
public final class GradientDescent {
    /** The part of the decrease promised by the slope that a step must bring, in (0, 1/2). */
    private static final double SUFFICIENT = 0.25;

    private GradientDescent() {}

    /** Says how far to go against the gradient. A fixed rate is {@code (x, gradient) -> 0.1}. */
    @FunctionalInterface
    public interface LearningRate {
        /**
         * The learning rate of one step.
         *
         * @param x (n) where the step begins
         * @param gradient (n) of f at x
         */
        double at(double[] x, double[] gradient);
    }

    /** The gradient of the mean loss of some of the samples. */
    @FunctionalInterface
    public interface BatchGradient {
        /**
         * The gradient on one batch.
         *
         * @param weights (nWeights)
         * @param batch (batchSize) indices of samples
         * @return (nWeights)
         */
        double[] at(double[] weights, int[] batch);
    }

    /** How a descent ended. */
    public enum Ending {
        /** The gradient is as short as was asked for. */
        CONVERGED,
        /** The next point would not have been finite. */
        DIVERGED,
        /** The steps are used up. */
        OUT_OF_STEPS
    }

    /**
     * A way downhill.
     *
     * @param path (1 + nSteps, n) the start, then the point after each step; all finite
     * @param ending why there are no more steps
     */
    public record Descent(double[][] path, Ending ending) {}

    /**
     * Steps against the gradient, {@code x - η · gradient(x)}, until the gradient is short, the next point would not be
     * finite or the steps are used up.
     *
     * @param gradient of f: takes a point (n) and returns (n)
     * @param learningRate η of each step
     * @param start (n) first point; not modified
     * @param tolerance length of a gradient that is short enough, 0 or more
     * @param maxSteps number of steps after which to give up, 0 or more
     * @throws IllegalArgumentException if tolerance or maxSteps is below 0
     */
    public static Descent descend(
            UnaryOperator<double[]> gradient,
            LearningRate learningRate,
            double[] start,
            double tolerance,
            int maxSteps) {
        Require.that(tolerance >= 0, "tolerance must be >= 0, but was %s", tolerance);
        Require.that(maxSteps >= 0, "maxSteps must be >= 0, but was %d", maxSteps);
        // begin solution: step against the gradient and keep every point, until one of the three endings
        List<double[]> path = new ArrayList<>();
        double[] x = start.clone();
        path.add(x);
        double[] slope = gradient.apply(x);
        while (!(Matrix.norm(slope) <= tolerance) && path.size() <= maxSteps) {
            x = Matrix.plus(x, -learningRate.at(x, slope), slope);
            if (!Arrays.stream(x).allMatch(Double::isFinite)) {
                return new Descent(path.toArray(double[][]::new), Ending.DIVERGED);
            }
            path.add(x);
            slope = gradient.apply(x);
        }
        boolean isShort = Matrix.norm(slope) <= tolerance;
        return new Descent(path.toArray(double[][]::new), isShort ? Ending.CONVERGED : Ending.OUT_OF_STEPS);
        // end solution
    }

    /**
     * A learning rate found anew at each step: from firstRate on it is halved until {@code f(x - η · gradient) <= f(x)
     * - η/4 · |gradient|²}. A step to where f is NaN is too long as well.
     *
     * @param f takes a point (n)
     * @param firstRate the largest rate to try
     * @throws IllegalArgumentException if firstRate is not above 0
     */
    public static LearningRate backtracking(ToDoubleFunction<double[]> f, double firstRate) {
        Require.positive("firstRate", firstRate);
        // begin solution: return a rate that is halved until a quarter of the promised decrease is there
        return (x, gradient) -> {
            double value = f.applyAsDouble(x);
            double promised = Matrix.dot(gradient, gradient);
            double rate = firstRate;
            while (rate > 0
                    && !(f.applyAsDouble(Matrix.plus(x, -rate, gradient)) <= value - SUFFICIENT * rate * promised)) {
                rate /= 2;
            }
            return rate;
        };
        // end solution
    }

    /**
     * Cuts samples into batches, in a given order. The last batch holds what is left.
     *
     * @param order (nSamples) indices of samples, usually shuffled; not modified
     * @param batchSize samples in a batch, in [1, nSamples]
     * @return (nBatches, batchSize) indices; the last row may be shorter
     * @throws IllegalArgumentException if batchSize is out of range
     */
    public static int[][] miniBatches(int[] order, int batchSize) {
        Require.between("batchSize", batchSize, 1, order.length);
        // begin solution: cut the order into pieces of batchSize
        int[][] batches = new int[(order.length + batchSize - 1) / batchSize][];
        for (int b = 0; b < batches.length; b++) {
            batches[b] = Arrays.copyOfRange(order, b * batchSize, Math.min((b + 1) * batchSize, order.length));
        }
        return batches;
        // end solution
    }

    /**
     * Stochastic gradient descent: one step for each batch. In epoch e, counted from 0, the rate is {@code learningRate
     * / (1 + decay · e)}.
     *
     * @param gradient of the mean loss on a batch
     * @param start (nWeights) first weights; not modified
     * @param learningRate rate in the first epoch, above 0
     * @param decay how fast the rate falls, 0 or more
     * @param batchSize samples in a batch, in [1, nSamples]
     * @param orders (nEpochs, nSamples) the order of the samples in each epoch
     * @return (1 + nEpochs, nWeights) the start, then the weights after each epoch
     * @throws IllegalArgumentException if learningRate, decay or batchSize is out of range
     */
    public static double[][] sgd(
            BatchGradient gradient, double[] start, double learningRate, double decay, int batchSize, int[][] orders) {
        Require.positive("learningRate", learningRate);
        Require.that(decay >= 0, "decay must be >= 0, but was %s", decay);
        // begin solution: in each epoch take one step per batch, then keep the weights
        double[][] path = new double[1 + orders.length][];
        double[] weights = start.clone();
        path[0] = weights;
        for (int epoch = 0; epoch < orders.length; epoch++) {
            double rate = learningRate / (1 + decay * epoch);
            for (int[] batch : miniBatches(orders[epoch], batchSize)) {
                weights = Matrix.plus(weights, -rate, gradient.at(weights, batch));
            }
            path[epoch + 1] = weights;
        }
        return path;
        // end solution
    }
}
