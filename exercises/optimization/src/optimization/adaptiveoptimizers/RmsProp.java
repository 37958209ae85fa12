package optimization.adaptiveoptimizers;

import gradus.kit.Require;

/**
 * AdaGrad that forgets: {@code s ← ρ·s + (1 - ρ)·g²}, a running mean of squares, then a step to {@code x - η·g / (√s +
 * ε)}, each entry by itself. s is 0 at first.
 *
 * <p>Source: T. Tieleman and G. Hinton, <i>Neural Networks for Machine Learning</i>, Coursera 2012, lecture 6.5.
 */
public final class RmsProp implements Optimizer {
    private final double learningRate;
    private final double decay;
    private final double epsilon;
    private final double[] squares;

    /**
     * @param nParameters number of parameters
     * @param learningRate η, above 0, in the unit of the parameters
     * @param decay ρ, the part of the mean that is kept, in [0, 1)
     * @param epsilon ε, above 0, in the unit of the gradient; keeps apart from a division by 0
     * @throws IllegalArgumentException if an argument is out of range
     */
    public RmsProp(int nParameters, double learningRate, double decay, double epsilon) {
        Require.positive("learningRate", learningRate);
        Require.that(decay >= 0 && decay < 1, "decay must be in [0, 1), but was %s", decay);
        Require.positive("epsilon", epsilon);
        this.learningRate = learningRate;
        this.decay = decay;
        this.epsilon = epsilon;
        this.squares = new double[nParameters];
    }

    @Override
    public double[] step(double[] parameters, double[] gradient) {
        Require.length("parameters", parameters, squares.length);
        Require.length("gradient", gradient, squares.length);
        // begin solution: a running mean of the squares; divide each step by its root
        double[] next = parameters.clone();
        for (int j = 0; j < next.length; j++) {
            squares[j] = decay * squares[j] + (1 - decay) * gradient[j] * gradient[j];
            next[j] -= learningRate * gradient[j] / (Math.sqrt(squares[j]) + epsilon);
        }
        return next;
        // end solution
    }
}
