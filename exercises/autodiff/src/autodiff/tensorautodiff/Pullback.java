package autodiff.tensorautodiff;

import arraysandtables.ndarraycore.NdArray;

/**
 * How an operation hands gradients back. It is asked only for parents that need a gradient, and only during
 * {@link Tensor#backward}.
 */
public interface Pullback {
    /**
     * The share of one parent.
     *
     * @param k number of the parent
     * @param gradient of what the operation gave, in its shape; not modified
     * @return gradient by parent k, in its shape, or in one that it was broadcast to
     */
    NdArray pull(int k, NdArray gradient);
}
