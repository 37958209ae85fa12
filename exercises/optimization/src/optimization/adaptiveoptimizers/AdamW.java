package optimization.adaptiveoptimizers;

import gradus.kit.Require;

/**
 * Adam with weight decay beside it: first every parameter shrinks to {@code (1 - η·λ)·x}, then Adam takes its step from
 * there, with the gradient at x.
 *
 * <p>To add λ·x to the gradient instead, as one does for plain gradient descent, does not work here: Adam divides every
 * entry by the size of its gradients, so parameters with large gradients would hardly shrink.
 *
 * <p>Source: I. Loshchilov and F. Hutter, <i>Decoupled Weight Decay Regularization</i>, ICLR 2019, algorithm 2.
 */
public final class AdamW implements Optimizer {
    private final Adam adam;
    private final double shrinking;

    /**
     * @param nParameters number of parameters
     * @param learningRate η, above 0, in the unit of the parameters
     * @param beta1 β₁, as for Adam
     * @param beta2 β₂, as for Adam
     * @param epsilon ε, as for Adam
     * @param weightDecay λ, 0 or more
     * @throws IllegalArgumentException if an argument is out of range
     */
    public AdamW(int nParameters, double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
        Require.that(weightDecay >= 0, "weightDecay must be >= 0, but was %s", weightDecay);
        this.adam = new Adam(nParameters, learningRate, beta1, beta2, epsilon);
        this.shrinking = 1 - learningRate * weightDecay;
    }

    @Override
    public double[] step(double[] parameters, double[] gradient) {
        // begin solution: shrink the parameters, and let adam step from there
        double[] next = parameters.clone();
        for (int j = 0; j < next.length; j++) {
            next[j] *= shrinking;
        }
        return adam.step(next, gradient);
        // end solution
    }
}
