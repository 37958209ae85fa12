package optimization.adaptiveoptimizers;

import gradus.kit.Require;

/**
 * Running means of the gradient and of its square: {@code m ← β₁·m + (1 - β₁)·g} and {@code v ← β₂·v + (1 - β₂)·g²},
 * each entry by itself, then a step to {@code x - η·m̂ / (√v̂ + ε)}.
 *
 * <p>m and v are 0 at first, so in step t, counted from 1, the weights in them sum to {@code 1 - β₁ᵗ} and {@code 1 -
 * β₂ᵗ} only. Dividing by that makes them means: {@code m̂ = m / (1 - β₁ᵗ)} and {@code v̂ = v / (1 - β₂ᵗ)}. So the first
 * step has size η, whatever the gradient.
 *
 * <p>Source: D. P. Kingma and J. Ba, <i>Adam: A Method for Stochastic Optimization</i>, ICLR 2015, algorithm 1.
 */
public final class Adam implements Optimizer {
    private final double learningRate;
    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private final double[] means;
    private final double[] squares;
    private int nSteps;

    /**
     * @param nParameters number of parameters
     * @param learningRate η, above 0, in the unit of the parameters
     * @param beta1 β₁, the part of the mean gradient that is kept, in [0, 1), often 0.9
     * @param beta2 β₂, the part of the mean square that is kept, in [0, 1), often 0.999
     * @param epsilon ε, above 0, in the unit of the gradient, often 1e-8
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Adam(int nParameters, double learningRate, double beta1, double beta2, double epsilon) {
        Require.positive("learningRate", learningRate);
        Require.that(beta1 >= 0 && beta1 < 1, "beta1 must be in [0, 1), but was %s", beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2 must be in [0, 1), but was %s", beta2);
        Require.positive("epsilon", epsilon);
        this.learningRate = learningRate;
        this.beta1 = beta1;
        this.beta2 = beta2;
        this.epsilon = epsilon;
        this.means = new double[nParameters];
        this.squares = new double[nParameters];
    }

    @Override
    public double[] step(double[] parameters, double[] gradient) {
        Require.length("parameters", parameters, means.length);
        Require.length("gradient", gradient, means.length);
        // begin solution: count the step, update both running means, divide them by the sums of their weights, step
        nSteps++;
        double[] next = parameters.clone();
        for (int j = 0; j < next.length; j++) {
            means[j] = beta1 * means[j] + (1 - beta1) * gradient[j];
            squares[j] = beta2 * squares[j] + (1 - beta2) * gradient[j] * gradient[j];
            double mean = means[j] / (1 - Math.pow(beta1, nSteps));
            double square = squares[j] / (1 - Math.pow(beta2, nSteps));
            next[j] -= learningRate * mean / (Math.sqrt(square) + epsilon);
        }
        return next;
        // end solution
    }
}
