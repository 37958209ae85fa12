package autodiff.tensortraining;

import arraysandtables.ndarraycore.NdArray;
import autodiff.tensorautodiff.Tensor;
import gradus.kit.Require;
import java.util.Arrays;
import java.util.List;

/** A layer in which every output depends on every input: {@code X·W + b}. */
public final class Dense implements Layer {
    private final Tensor weights;
    private final Tensor bias;

    /**
     * @param weights (nInputs, nOutputs) to begin with
     * @param bias (nOutputs) to begin with
     * @throws IllegalArgumentException if the shapes are others
     */
    public Dense(NdArray weights, NdArray bias) {
        Require.that(weights.shape().length == 2, "weights must have 2 axes, but shape was %s", text(weights.shape()));
        Require.that(
                Arrays.equals(bias.shape(), new int[] {weights.shape()[1]}),
                "bias must have shape [%d], but has %s",
                weights.shape()[1],
                text(bias.shape()));
        this.weights = Tensor.parameter(weights);
        this.bias = Tensor.parameter(bias);
    }

    private static String text(int[] shape) {
        return Arrays.toString(shape);
    }

    @Override
    public Tensor apply(Tensor X) {
        // begin solution: the matrix product, and the bias for every sample
        return X.matmul(weights).add(bias);
        // end solution
    }

    @Override
    public List<Tensor> parameters() {
        // begin solution: weights, then bias
        return List.of(weights, bias);
        // end solution
    }
}
