package autodiff.tensortraining;

import autodiff.tensorautodiff.Tensor;
import java.util.List;

/** A part of a network: what it makes of a batch, and what there is to learn in it. */
public interface Layer {
    /**
     * Applies the layer to a batch.
     *
     * @param X (nSamples, …) one sample along the first axis
     */
    Tensor apply(Tensor X);

    /** What can be learned; empty if there is nothing. The same tensors at every call. */
    List<Tensor> parameters();
}
