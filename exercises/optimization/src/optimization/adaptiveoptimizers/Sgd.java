package optimization.adaptiveoptimizers;

import gradus.kit.Matrix;
import gradus.kit.Require;

/**
 * Steps straight against the gradient: {@code x - η·g}. It remembers nothing.
 *
 * <p>Source: I. Goodfellow, Y. Bengio and A. Courville, <i>Deep Learning</i>, MIT Press 2016, §8.3.1.
 */
public final class Sgd implements Optimizer {
    private final double learningRate;

    /**
     * @param learningRate η, above 0
     * @throws IllegalArgumentException if learningRate is not above 0
     */
    public Sgd(double learningRate) {
        Require.positive("learningRate", learningRate);
        this.learningRate = learningRate;
    }

    @Override
    public double[] step(double[] parameters, double[] gradient) {
        Require.length("gradient", gradient, parameters.length);
        // begin solution: against the gradient, learningRate times as long
        return Matrix.plus(parameters, -learningRate, gradient);
        // end solution
    }
}
