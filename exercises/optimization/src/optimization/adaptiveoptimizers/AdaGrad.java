package optimization.adaptiveoptimizers;

import gradus.kit.Require;

/**
 * A learning rate of its own for each parameter, which falls with the gradients so far: {@code s ← s + g²}, then a step
 * to {@code x - η·g / (√s + ε)}, each entry by itself. s is 0 at first.
 *
 * <p>Source: J. Duchi, E. Hazan and Y. Singer, <i>Adaptive Subgradient Methods for Online Learning and Stochastic
 * Optimization</i>, Journal of Machine Learning Research 12 (2011), §1.
 */
public final class AdaGrad implements Optimizer {
    private final double learningRate;
    private final double epsilon;
    private final double[] squares;

    /**
     * @param nParameters number of parameters
     * @param learningRate η, above 0, in the unit of the parameters: the size of the first step
     * @param epsilon ε, above 0, in the unit of the gradient; keeps apart from a division by 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public AdaGrad(int nParameters, double learningRate, double epsilon) {
        Require.positive("learningRate", learningRate);
        Require.positive("epsilon", epsilon);
        this.learningRate = learningRate;
        this.epsilon = epsilon;
        this.squares = new double[nParameters];
    }

    @Override
    public double[] step(double[] parameters, double[] gradient) {
        Require.length("parameters", parameters, squares.length);
        Require.length("gradient", gradient, squares.length);
        // begin solution: add up the squares, and divide each step by their root
        double[] next = parameters.clone();
        for (int j = 0; j < next.length; j++) {
            squares[j] += gradient[j] * gradient[j];
            next[j] -= learningRate * gradient[j] / (Math.sqrt(squares[j]) + epsilon);
        }
        return next;
        // end solution
    }
}
