package autodiff.tensortraining;

import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;

import arraysandtables.ndarraycore.NdArray;
import autodiff.tensorautodiff.Tensor;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.GradientCheck;
import gradus.kit.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class NetHiddenTest {
    @Graded(stage = 1)
    @Evidence(INVARIANCE)
    @DisplayName("softmax of a batch is that of each sample, and does not change when its logits grow alike")
    void rowByRow(RandomGenerator random) {
        int n = random.nextInt(2, 6);
        double[] z = random.doubles(3 * n, -5, 5).toArray();
        double[] shifted = z.clone();
        for (int k = n; k < 2 * n; k++) {
            shifted[k] += 900;
        }
        double[] probabilities = Loss.softmax(NdArray.of(z, 3, n)).toArray();

        // 900 + z has an error of 1e-13.
        assertClose(
                "softmax, with one row moved by 900",
                probabilities,
                Loss.softmax(NdArray.of(shifted, 3, n)).toArray(),
                1e-10,
                "In a row differences alone matter, and rows do not touch one another.");
        for (int i = 0; i < 3; i++) {
            double[] row = Arrays.copyOfRange(probabilities, i * n, (i + 1) * n);
            assertClose("sum of row " + i, 1, Arrays.stream(row).sum(), 1e-12, "Probabilities.");
        }
    }

    @Graded(stage = 2, points = 2)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("softmaxCrossEntropy has the gradient that difference quotients give")
    void gradientOfLoss(RandomGenerator random) {
        int nSamples = random.nextInt(1, 4);
        int nClasses = random.nextInt(2, 5);
        int[] y = random.ints(nSamples, 0, nClasses).toArray();
        double[] z = random.doubles(nSamples * nClasses, -2, 2).toArray();
        Tensor logits = Tensor.parameter(NdArray.of(z, nSamples, nClasses));
        Loss.softmaxCrossEntropy(logits, y).backward();

        GradientCheck.of(
                        "softmaxCrossEntropy(logits, y)",
                        p -> Loss.softmaxCrossEntropy(Tensor.of(p, nSamples, nClasses), y)
                                .item())
                .by("logits", nSamples, nClasses)
                .at(z, logits.gradient().toArray(), 1e-7, "(softmax - oneHot)/n.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("a net of dense layers without anything between is one matrix")
    void twoLayers(RandomGenerator random) {
        int nHidden = random.nextInt(1, 4);
        double[][] W = Matrix.gaussian(random, 2, nHidden);
        double[][] V = Matrix.gaussian(random, nHidden, 3);
        double[] b = random.doubles(nHidden, -1, 1).toArray();
        double[] x = random.doubles(2, -1, 1).toArray();
        Net net = new Net(List.of(
                new Dense(NdArray.of(Moons.flat(W), 2, nHidden), NdArray.of(b, nHidden)),
                new Dense(NdArray.of(Moons.flat(V), nHidden, 3), NdArray.of(new double[3], 3))));
        double[] hidden = Matrix.plus(Matrix.times(Matrix.transpose(W), x), 1, b);
        double[] expected = Matrix.times(
                Matrix.transpose(V), Arrays.stream(hidden).map(Math::tanh).toArray());

        Tensor logits = net.logits(Tensor.of(x, 1, 2));
        assertExact("shape of logits", new int[] {1, 3}, logits.shape(), "A row for each sample.");
        assertClose("logits", expected, logits.value().toArray(), 1e-11, "tanh(x·W + b)·V.");
        int best = 0;
        for (int k = 1; k < 3; k++) {
            best = expected[k] > expected[best] ? k : best;
        }
        assertExact("predict", new int[] {best}, net.predict(NdArray.of(x, 1, 2)), "The largest logit.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("a short step makes the loss smaller, by the squared length of the gradient")
    void shortSteps(RandomGenerator random) {
        int n = 6;
        double[] X = random.doubles(2 * n, -1, 1).toArray();
        int[] y = random.ints(n, 0, 2).toArray();
        Net net = new Net(List.of(
                new Dense(NdArray.of(random.doubles(6, -1, 1).toArray(), 2, 3), NdArray.of(new double[3], 3)),
                new Dense(NdArray.of(random.doubles(6, -1, 1).toArray(), 3, 2), NdArray.of(new double[2], 2))));
        double rate = 1e-4;
        List<double[]> before =
                net.parameters().stream().map(p -> p.value().toArray()).toList();
        double first = net.step(Tensor.of(X, n, 2), y, rate);
        double squared = 0;
        for (int k = 0; k < before.size(); k++) {
            double[] now = net.parameters().get(k).value().toArray();
            for (int i = 0; i < now.length; i++) {
                double gradient = (before.get(k)[i] - now[i]) / rate;
                squared += gradient * gradient;
            }
        }
        double second = net.step(Tensor.of(X, n, 2), y, rate);
        // The loss bends by about 10 for each unit of length², so the rest is below 1e-3 of the gradient's square.
        assertClose(
                "(loss - loss after a step) / learningRate",
                squared,
                (first - second) / rate,
                1e-2 * squared + 1e-8,
                "The step goes against the gradient, and is as long as learningRate says.");
    }
}
