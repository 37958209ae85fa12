package autodiff.tensorautodiff;

import static gradus.checks.Evidence.Kind.GRADIENT_CHECK;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arraysandtables.ndarraycore.NdArray;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import gradus.checks.GradientCheck;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;

class TensorHiddenTest {
    /** Quotients of values of order 1 to 10 settle at 1e-9 or better. */
    private static final double TOLERANCE = 1e-6;

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("sumTo is the transpose of broadcasting")
    void adjoint(RandomGenerator random) {
        int n = random.nextInt(2, 4);
        int m = random.nextInt(2, 4);
        int p = random.nextInt(2, 4);
        int[] full = {n, m, p};
        for (int[] shape :
                List.of(new int[] {m, p}, new int[] {p}, new int[] {1, m, 1}, new int[] {n, 1, p}, new int[] {m, 1})) {
            NdArray small = drawn(random, shape);
            NdArray large = drawn(random, full);
            double first = dot(small.broadcastTo(full), large);
            double second = dot(small, Tensor.sumTo(large, shape));
            assertClose(
                    "⟨broadcast(a), b⟩ and ⟨a, sumTo(b)⟩",
                    first,
                    second,
                    1e-11,
                    "Sum over every place that an element was repeated to.");
        }
    }

    @Graded(stage = 3, points = 2)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("every operation of two tensors has the gradients that difference quotients give")
    void binaryOperations(RandomGenerator random) {
        int n = random.nextInt(2, 4);
        int m = random.nextInt(1, 4);
        check(random, "add", Tensor::add, new int[] {n, m}, new int[] {m});
        check(random, "subtract", Tensor::subtract, new int[] {m}, new int[] {n, 1});
        check(random, "multiply", Tensor::multiply, new int[] {n, m}, new int[] {2, 1, m});
        check(random, "matmul", Tensor::matmul, new int[] {n, m}, new int[] {m, 2});
        check(random, "matmul of a batch", Tensor::matmul, new int[] {2, n, m}, new int[] {m, 3});
    }

    @Graded(stage = 3, points = 2)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("every operation of one tensor has the gradients that difference quotients give")
    void unaryOperations(RandomGenerator random) {
        check(random, "relu", Tensor::relu, 3, 2);
        check(random, "tanh", Tensor::tanh, 3, 2);
        check(random, "exp", Tensor::exp, 4);
        check(random, "log(exp)", x -> x.exp().log(), 4);
        check(random, "reshape", x -> x.reshape(2, 6), 3, 4);
        check(random, "transpose", x -> x.transpose(2, 0, 1), 2, 3, 2);
        check(random, "sum", x -> x.sum(1), 2, 3, 2);
        check(random, "mean", x -> x.mean(2), 2, 2, 3);
    }

    @Graded(stage = 3)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("a net of two layers has the gradients that difference quotients give")
    void net(RandomGenerator random) {
        Tensor X = Tensor.of(drawn(random, 4, 3));
        check(random, "tanh(X·W)·V", (W, V) -> X.matmul(W).tanh().matmul(V).mean(0), new int[] {3, 2}, new int[] {2, 1
        });
    }

    @Graded(stage = 4)
    @Evidence(GRADIENT_CHECK)
    @DisplayName("GradCheck finds a net's gradients right")
    void gradCheckOfNet(RandomGenerator random) {
        Tensor X = Tensor.of(drawn(random, 3, 2));
        Tensor W = Tensor.parameter(drawn(random, 2, 2));
        Tensor b = Tensor.parameter(drawn(random, 2));
        double worst = GradCheck.worst(
                () -> {
                    Tensor out = X.matmul(W).add(b).tanh();
                    return out.multiply(out).mean();
                },
                List.of(W, b));
        assertTrue(worst < 1e-6, "worst of a right net must be below 1e-6, but was " + worst);
    }

    private static void check(RandomGenerator random, String what, UnaryOperator<Tensor> f, int... shape) {
        check(random, what, (x, nothing) -> f.apply(x), shape, new int[] {1});
    }

    private static void check(
            RandomGenerator random, String what, BinaryOperator<Tensor> f, int[] first, int[] second) {
        Tensor a = Tensor.parameter(drawn(random, first));
        Tensor b = Tensor.parameter(drawn(random, second));
        int[] out = f.apply(a, b).shape();
        Tensor weights = Tensor.of(drawn(random, out));
        f.apply(a, b).multiply(weights).sum().backward();
        double[] x = a.value().toArray();
        double[] y = b.value().toArray();

        GradientCheck.of(
                        what,
                        p -> f.apply(
                                        Tensor.of(Arrays.copyOf(p, x.length), first),
                                        Tensor.of(Arrays.copyOfRange(p, x.length, p.length), second))
                                .multiply(weights)
                                .sum()
                                .item())
                .by("first", x.length)
                .by("second", y.length)
                .at(
                        joined(x, y),
                        joined(a.gradient().toArray(), b.gradient().toArray()),
                        TOLERANCE,
                        "In its own shape.");
    }

    private static double[] joined(double[] x, double[] y) {
        double[] joined = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, joined, x.length, y.length);
        return joined;
    }

    /** Numbers between 0.2 and 2 in size, away from the kink of relu. */
    private static NdArray drawn(RandomGenerator random, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (m, n) -> m * n);
        return NdArray.of(
                random.doubles(size, 0.2, 2)
                        .map(x -> random.nextBoolean() ? x : -x)
                        .toArray(),
                shape);
    }

    private static double dot(NdArray a, NdArray b) {
        return Arrays.stream(a.multiply(b).toArray()).sum();
    }
}
