package autodiff.tensortraining;

import arraysandtables.ndarraycore.NdArray;
import autodiff.tensorautodiff.Tensor;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after another, with tanh between them, that learn to tell classes apart.
 *
 * <p>Source: I. Goodfellow, Y. Bengio and A. Courville, <i>Deep Learning</i>, MIT Press 2016, §6.5.
 */
public final class Net {
    private final List<Layer> layers;

    /**
     * @param layers at least one; each takes what the one before gives
     * @throws IllegalArgumentException if there is none
     */
    public Net(List<Layer> layers) {
        Require.that(!layers.isEmpty(), "layers must hold at least 1 layer, but is empty");
        this.layers = List.copyOf(layers);
    }

    /** The parameters of all layers, in their order. */
    public List<Tensor> parameters() {
        // begin solution: those of each layer
        List<Tensor> parameters = new ArrayList<>();
        layers.forEach(layer -> parameters.addAll(layer.parameters()));
        return parameters;
        // end solution
    }

    /**
     * One number for each sample and class; the largest of a row is the class that the net believes in.
     *
     * @param X (nSamples, nFeatures)
     * @return (nSamples, nClasses)
     */
    public Tensor logits(Tensor X) {
        // begin solution: layer after layer, with tanh between two of them and not behind the last
        Tensor out = layers.get(0).apply(X);
        for (Layer layer : layers.subList(1, layers.size())) {
            out = layer.apply(out.tanh());
        }
        return out;
        // end solution
    }

    /**
     * One step of gradient descent on softmaxCrossEntropy: every parameter moves against its gradient.
     *
     * @param X (nSamples, nFeatures) a batch
     * @param y (nSamples) its classes
     * @param learningRate step for each unit of gradient, above 0
     * @return the loss before the step
     */
    public double step(Tensor X, int[] y, double learningRate) {
        Require.positive("learningRate", learningRate);
        // begin solution: forget old gradients, compute the loss, go backward, and set each parameter to
        // parameter - learningRate · gradient
        parameters().forEach(Tensor::zeroGradient);
        Tensor loss = Loss.softmaxCrossEntropy(logits(X), y);
        loss.backward();
        for (Tensor parameter : parameters()) {
            parameter.set(parameter.value().combine(parameter.gradient(), (w, g) -> w - learningRate * g));
        }
        return loss.item();
        // end solution
    }

    /**
     * The class of the largest logit of each sample; of equal ones the first.
     *
     * @param X (nSamples, nFeatures)
     * @return (nSamples)
     */
    public int[] predict(NdArray X) {
        // begin solution: the logits of data, and the place of the largest in each row
        NdArray logits = logits(Tensor.of(X)).value();
        int[] classes = new int[logits.shape()[0]];
        for (int i = 0; i < classes.length; i++) {
            for (int k = 1; k < logits.shape()[1]; k++) {
                classes[i] = logits.get(i, k) > logits.get(i, classes[i]) ? k : classes[i];
            }
        }
        return classes;
        // end solution
    }
}
