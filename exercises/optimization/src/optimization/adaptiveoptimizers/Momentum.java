package optimization.adaptiveoptimizers;

import gradus.kit.Matrix;
import gradus.kit.Require;

/**
 * A heavy ball: {@code v ← β·v + g}, then a step to {@code x - η·v}. The velocity v is 0 at first.
 *
 * <p>Where gradients agree, steps add up to {@code 1/(1 - β)} times those without momentum; where they alternate, they
 * cancel. Some books write {@code v ← β·v - η·g} for the step itself, which is the same as long as η does not change.
 *
 * <p>Source: B. T. Polyak, <i>Some Methods of Speeding Up the Convergence of Iteration Methods</i>, USSR Computational
 * Mathematics and Mathematical Physics 4 (1964), written as in I. Sutskever, J. Martens, G. Dahl and G. Hinton, <i>On
 * the Importance of Initialization and Momentum in Deep Learning</i>, ICML 2013, §2.
 */
public final class Momentum implements Optimizer {
    private final double learningRate;
    private final double momentum;
    private double[] velocity;

    /**
     * @param nParameters number of parameters
     * @param learningRate η, above 0
     * @param momentum β, the part of the velocity that is kept, in [0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Momentum(int nParameters, double learningRate, double momentum) {
        Require.positive("learningRate", learningRate);
        Require.that(momentum >= 0 && momentum < 1, "momentum must be in [0, 1), but was %s", momentum);
        this.learningRate = learningRate;
        this.momentum = momentum;
        this.velocity = new double[nParameters];
    }

    @Override
    public double[] step(double[] parameters, double[] gradient) {
        Require.length("parameters", parameters, velocity.length);
        Require.length("gradient", gradient, velocity.length);
        // begin solution: keep a part of the velocity and add the gradient; step against it
        velocity = Matrix.plus(gradient, momentum, velocity);
        return Matrix.plus(parameters, -learningRate, velocity);
        // end solution
    }
}
