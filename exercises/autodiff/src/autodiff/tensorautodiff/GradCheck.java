package autodiff.tensorautodiff;

import arraysandtables.ndarraycore.NdArray;
import gradus.kit.Require;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gradients held against difference quotients: the check that every new operation should pass.
 *
 * <p>Source: Y. Bengio, <i>Practical Recommendations for Gradient-Based Training of Deep Architectures</i>, in
 * <i>Neural Networks: Tricks of the Trade</i>, 2nd ed., Springer 2012, §4.1.
 */
public final class GradCheck {
    /** Step for parameters of order 1. Round-off then has a share of 1e-11, the curvature one of 1e-10. */
    private static final double STEP = 1e-5;

    private GradCheck() {}

    /**
     * How far the gradients of {@code f} are from central difference quotients, at worst, relative to the larger of 1
     * and both: {@code |a - q| / max(1, |a|, |q|)}. Afterwards the parameters are what they were, and have no gradient.
     *
     * @param f computes a single number from the parameters, anew each time
     * @param parameters by which it is differentiated
     */
    public static double worst(Supplier<Tensor> f, List<Tensor> parameters) {
        Require.that(!parameters.isEmpty(), "parameters must hold at least 1 tensor, but is empty");
        // begin solution: gradients by backward; then for each element of each parameter the quotient with it moved up
        // and down, and the larger error; put everything back
        parameters.forEach(Tensor::zeroGradient);
        f.get().backward();
        double worst = 0;
        for (Tensor parameter : parameters) {
            double[] analytic = parameter.gradient().toArray();
            double[] elements = parameter.value().toArray();
            for (int i = 0; i < elements.length; i++) {
                double quotient =
                        (moved(f, parameter, elements, i, STEP) - moved(f, parameter, elements, i, -STEP)) / (2 * STEP);
                double size = Math.max(1, Math.max(Math.abs(analytic[i]), Math.abs(quotient)));
                worst = Math.max(worst, Math.abs(analytic[i] - quotient) / size);
            }
            parameter.set(NdArray.of(elements, parameter.shape()));
            parameter.zeroGradient();
        }
        return worst;
        // end solution
    }

    // begin solution: a helper: f with one element of a parameter moved
    private static double moved(Supplier<Tensor> f, Tensor parameter, double[] elements, int i, double step) {
        double[] copy = elements.clone();
        copy[i] += step;
        parameter.set(NdArray.of(copy, parameter.shape()));
        return f.get().item();
    }
    // end solution
}
