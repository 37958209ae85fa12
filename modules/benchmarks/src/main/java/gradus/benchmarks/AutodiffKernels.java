package gradus.benchmarks;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import arraysandtables.ndarraycore.NdArray;
import autodiff.tensorautodiff.Tensor;
import autodiff.tensortraining.Dense;
import autodiff.tensortraining.Loss;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cross-entropy of a network with a layer of tanh and the gradient by its weights, forward and back: by the rooms
 * on automatic differentiation and by DJL with PyTorch, both in doubles.
 */
public final class AutodiffKernels {
    private final Kernels kernels;

    private AutodiffKernels(Kernels kernels) {
        this.kernels = kernels;
    }

    public static void main(String[] arguments) throws IOException {
        AutodiffKernels kernels = new AutodiffKernels(Kernels.of(arguments));
        kernels.compare("net-gradient", new Net(32, 20, 16, 5));
        kernels.compare("wide-net-gradient", new Net(200, 100, 200, 10));
    }

    /** Sizes of a batch and of the layers. */
    private record Net(int nSamples, int nInputs, int nHidden, int nClasses) {
        int[] labels() {
            return IntStream.range(0, nSamples).map(i -> i % nClasses).toArray();
        }

        double[] oneHot() {
            double[] all = new double[nSamples * nClasses];
            for (int i = 0; i < nSamples; i++) {
                all[i * nClasses + i % nClasses] = 1;
            }
            return all;
        }
    }

    private void compare(String work, Net net) {
        double[] x = kernels.vector(0, net.nSamples * net.nInputs);
        double[] first = scaled(kernels.vector(20_000, net.nInputs * net.nHidden));
        double[] second = scaled(kernels.vector(50_000, net.nHidden * net.nClasses));
        gradus(work, net, x, first, second);
        djl(work, net, x, first, second);
    }

    private static double[] scaled(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] /= 10;
        }
        return numbers;
    }

    private void gradus(String work, Net net, double[] x, double[] first, double[] second) {
        Tensor X = Tensor.of(NdArray.of(x, net.nSamples, net.nInputs));
        int[] y = net.labels();
        Dense hidden = new Dense(
                NdArray.of(first, net.nInputs, net.nHidden), NdArray.of(new double[net.nHidden], net.nHidden));
        Dense output = new Dense(
                NdArray.of(second, net.nHidden, net.nClasses), NdArray.of(new double[net.nClasses], net.nClasses));
        List<Tensor> parameters = Stream.of(hidden.parameters(), output.parameters())
                .flatMap(List::stream)
                .toList();
        kernels.measure(work, "gradus", () -> {
            Loss.softmaxCrossEntropy(output.apply(hidden.apply(X).tanh()), y).backward();
            double size = Kernels.size(parameters.get(0).gradient().toArray());
            parameters.forEach(Tensor::zeroGradient);
            return size;
        });
    }

    private void djl(String work, Net net, double[] x, double[] first, double[] second) {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray X = manager.create(x, new Shape(net.nSamples, net.nInputs));
            NDArray oneHot = manager.create(net.oneHot(), new Shape(net.nSamples, net.nClasses));
            NDArray first1 = parameter(manager.create(first, new Shape(net.nInputs, net.nHidden)));
            NDArray bias1 = parameter(manager.create(new double[net.nHidden]));
            NDArray second1 = parameter(manager.create(second, new Shape(net.nHidden, net.nClasses)));
            NDArray bias2 = parameter(manager.create(new double[net.nClasses]));
            kernels.measure(work, "djl", () -> {
                try (NDScope scope = new NDScope();
                        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    collector.zeroGradients();
                    NDArray logits =
                            X.matMul(first1).add(bias1).tanh().matMul(second1).add(bias2);
                    NDArray loss = logits.logSoftmax(1).mul(oneHot).sum().neg().div(net.nSamples);
                    collector.backward(loss);
                    return Kernels.size(first1.getGradient().toDoubleArray());
                }
            });
        }
    }

    private static NDArray parameter(NDArray array) {
        array.setRequiresGradient(true);
        return array;
    }
}
