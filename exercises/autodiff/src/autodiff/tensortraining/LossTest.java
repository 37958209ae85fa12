package autodiff.tensortraining;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;

import arraysandtables.ndarraycore.NdArray;
import autodiff.tensorautodiff.Tensor;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LossTest {
    /** A few operations on numbers of order 1: round-off stays below 1e-15. */
    private static final double TOLERANCE = 1e-12;

    /** log 2 and log 3. */
    private static final double LOG2 = 0.6931471805599453;

    private static final double LOG3 = 1.0986122886681098;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("softmax makes probabilities of each row")
    void softmaxes() {
        NdArray logits = NdArray.of(new double[] {LOG2, LOG3, 0, 1000, 1000, -1000}, 2, 3);
        NdArray probabilities = Loss.softmax(logits);
        assertExact("shape of softmax", new int[] {2, 3}, probabilities.shape(), "That of the logits.");
        assertClose(
                "softmax of (log 2, log 3, 0), (1000, 1000, -1000)",
                new double[] {2.0 / 6, 3.0 / 6, 1.0 / 6, 0.5, 0.5, 0},
                probabilities.toArray(),
                1e-11,
                "Each row by itself, Functions.softmax.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("softmaxCrossEntropy is the mean surprise at the right classes")
    void crossEntropies() {
        Tensor logits = Tensor.of(new double[] {LOG2, LOG3, 0, 0, LOG2, LOG3}, 2, 3);
        assertClose(
                "softmaxCrossEntropy of probabilities 1/3, 1/2, 1/6 and 1/6, 1/3, 1/2, classes 1 and 0",
                (Math.log(2) + Math.log(6)) / 2,
                Loss.softmaxCrossEntropy(logits, new int[] {1, 0}).item(),
                TOLERANCE,
                "The mean of -log(1/2) and -log(1/6).");
        Tensor sure = Tensor.of(new double[] {0, 1000}, 1, 2);
        assertClose(
                "softmaxCrossEntropy of (0, 1000), class 0",
                1000,
                Loss.softmaxCrossEntropy(sure, new int[] {0}).item(),
                1e-9,
                "The probability of class 0 is 0 in a computer, and its logarithm -∞. Never compute it.");
    }

    @Graded(stage = 2, points = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("the gradient of softmaxCrossEntropy is (softmax - oneHot)/n")
    void gradients() {
        Tensor logits = Tensor.parameter(NdArray.of(new double[] {LOG2, LOG3, 0, 0, LOG2, LOG3}, 2, 3));
        Loss.softmaxCrossEntropy(logits, new int[] {1, 0}).backward();
        double[] expected = {2 / 12.0, -3 / 12.0, 1 / 12.0, -5 / 12.0, 2 / 12.0, 3 / 12.0};
        assertExact("shape of the gradient", new int[] {2, 3}, logits.gradient().shape(), "That of the logits.");
        assertClose("gradient by the logits", expected, logits.gradient().toArray(), TOLERANCE, "Each row sums to 0.");
        logits.zeroGradient();
        Tensor six = Tensor.of(new double[] {6});
        Loss.softmaxCrossEntropy(logits, new int[] {1, 0}).multiply(six).backward();
        double[] sixfold = {1, -1.5, 0.5, -2.5, 1, 1.5};
        assertClose(
                "gradient of 6 times the loss",
                sixfold,
                logits.gradient().toArray(),
                TOLERANCE,
                "Multiply by the gradient that comes in.");
    }

    @Test
    void badInputIsRefused() {
        assertRefused(
                "logits must be (3, nClasses), one row for each entry of y",
                () -> Loss.softmaxCrossEntropy(Tensor.of(new double[4], 2, 2), new int[3]));
        assertRefused(
                "y must be in [0, 1], but was 2",
                () -> Loss.softmaxCrossEntropy(Tensor.of(new double[4], 2, 2), new int[] {0, 2}));
    }
}
