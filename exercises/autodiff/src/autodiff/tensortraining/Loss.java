package autodiff.tensortraining;

import arraysandtables.ndarraycore.NdArray;
import autodiff.stablenumerics.Functions;
import autodiff.tensorautodiff.Tensor;
import gradus.kit.Require;
import java.util.List;

/**
 * What a network gets wrong, as one number.
 *
 * <p>Source: I. Goodfellow, Y. Bengio and A. Courville, <i>Deep Learning</i>, MIT Press 2016, §6.2.2.3.
 */
public final class Loss {
    private Loss() {}

    /**
     * The softmax of each row, {@code exp(zₖ) / Σ exp(z)}: positive numbers whose sum is 1.
     *
     * @param logits (nSamples, nClasses)
     * @return (nSamples, nClasses)
     */
    public static NdArray softmax(NdArray logits) {
        // begin solution: Functions.softmax of row after row
        int nSamples = logits.shape()[0];
        int nClasses = logits.shape()[1];
        double[] probabilities = new double[nSamples * nClasses];
        for (int i = 0; i < nSamples; i++) {
            System.arraycopy(Functions.softmax(row(logits, i)), 0, probabilities, i * nClasses, nClasses);
        }
        return NdArray.of(probabilities, nSamples, nClasses);
        // end solution
    }

    /** Row i of a matrix. */
    private static double[] row(NdArray a, int i) {
        return a.slice(0, i, i + 1, 1).toArray();
    }

    /**
     * The mean surprise at the right classes: {@code 1/n Σ (logSumExp(zᵢ) - zᵢ[yᵢ])}, as one operation. Its gradient by
     * the logits is {@code (softmax - oneHot)/n}: nothing is divided by a probability that may be 0.
     *
     * @param logits (nSamples, nClasses)
     * @param y (nSamples) right classes, in [0, nClasses)
     * @return a single number
     * @throws IllegalArgumentException if the shapes do not fit, or a class is out of range
     */
    public static Tensor softmaxCrossEntropy(Tensor logits, int[] y) {
        Require.that(
                logits.shape().length == 2 && logits.shape()[0] == y.length,
                "logits must be (%d, nClasses), one row for each entry of y",
                y.length);
        for (int label : y) {
            Require.between("y", label, 0, logits.shape()[1] - 1);
        }
        // begin solution: the loss from value(), and an operation that hands back the gradient times g
        NdArray z = logits.value();
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            double[] row = row(z, i);
            loss += (Functions.logSumExp(row) - row[y[i]]) / y.length;
        }
        return Tensor.operation(NdArray.of(new double[] {loss}), List.of(logits), (k, g) -> g.multiply(slopes(z, y)));
        // end solution
    }

    // begin solution: a helper: softmax, less 1 at the right classes, divided by the number of samples
    private static NdArray slopes(NdArray z, int[] y) {
        double[] slopes = softmax(z).toArray();
        int nClasses = z.shape()[1];
        for (int i = 0; i < y.length; i++) {
            slopes[i * nClasses + y[i]] -= 1;
        }
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] /= y.length;
        }
        return NdArray.of(slopes, z.shape());
    }
    // end solution
}
