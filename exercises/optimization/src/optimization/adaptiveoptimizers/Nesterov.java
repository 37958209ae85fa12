package optimization.adaptiveoptimizers;

import gradus.kit.Matrix;
import gradus.kit.Require;

/**
 * Momentum that looks ahead: {@code v ← β·v + g}, then a step to {@code x - η·(g + β·v)}, with the new v. The velocity
 * v is 0 at first.
 *
 * <p>Nesterov's method takes the gradient where the ball will roll next, not where it is. Here x is that place already:
 * it is ahead of the ball by {@code -η·β·v}. So one gradient a step is enough, taken at x as for every other optimizer.
 *
 * <p>Source: Y. Nesterov, <i>A Method of Solving a Convex Programming Problem with Convergence Rate O(1/k²)</i>, Soviet
 * Mathematics Doklady 27 (1983); in this form Y. Bengio, N. Boulanger-Lewandowski and R. Pascanu, <i>Advances in
 * Optimizing Recurrent Networks</i>, ICASSP 2013, §3.5.
 */
public final class Nesterov implements Optimizer {
    private final double learningRate;
    private final double momentum;
    private double[] velocity;

    /**
     * @param nParameters number of parameters
     * @param learningRate η, above 0
     * @param momentum β, the part of the velocity that is kept, in [0, 1)
     * @throws IllegalArgumentException if an argument is out of range
     */
    public Nesterov(int nParameters, double learningRate, double momentum) {
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
        // begin solution: the new velocity as with momentum; step against the gradient and what comes of the velocity
        // next
        velocity = Matrix.plus(gradient, momentum, velocity);
        return Matrix.plus(parameters, -learningRate, Matrix.plus(gradient, momentum, velocity));
        // end solution
    }
}
