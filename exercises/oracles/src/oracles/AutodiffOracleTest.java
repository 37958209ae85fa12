package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import arraysandtables.ndarraycore.NdArray;
import autodiff.dualnumbers.Dual;
import autodiff.scalarautodiff.Value;
import autodiff.symbolicdiff.Derivative;
import autodiff.symbolicdiff.Simplifier;
import autodiff.symbolicexpressions.Expr;
import autodiff.symbolicexpressions.ExprParser;
import autodiff.symbolicexpressions.Expressions;
import autodiff.tensorautodiff.Tensor;
import autodiff.tensortraining.Loss;
import gradus.checks.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of the chapter autodiff against those of DJL, in doubles. */
class AutodiffOracleTest {
    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    /** Values and slopes are of order 1 to 100: all of them multiply the same slopes in some order. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void fourWaysToOneGradient(int seed) {
        double[] x = new SplittableRandom(seed).doubles(3, 0.3, 2).toArray();
        double[] djl = gradients(
                in -> in.get(0)
                        .mul(in.get(1))
                        .log()
                        .mul(in.get(2).sub(in.get(0)).exp())
                        .add(in.get(1).exp().div(in.get(2).pow(1.5)))
                        .sum(),
                new double[][] {{x[0]}, {x[1]}, {x[2]}},
                new Shape(1),
                new Shape(1),
                new Shape(1));
        double[] forward = Dual.gradient(
                p -> p[0].multiply(p[1])
                        .log()
                        .multiply(p[2].subtract(p[0]).exp())
                        .add(p[1].exp().divide(p[2].power(1.5))),
                x);
        double[] reverse = Value.gradient(
                p -> p.get(0)
                        .multiply(p.get(1))
                        .log()
                        .multiply(p.get(2).subtract(p.get(0)).exp())
                        .add(p.get(1).exp().divide(p.get(2).power(1.5))),
                x);
        Expr formula = ExprParser.parse("log(x*y)*exp(z - x) + exp(y)/z^1.5");
        Map<String, Double> at = Map.of("x", x[0], "y", x[1], "z", x[2]);
        double[] symbolic = List.of("x", "y", "z").stream()
                .mapToDouble(name -> Expressions.eval(Simplifier.simplify(Derivative.diff(formula, name)), at))
                .toArray();

        assertClose("forward mode", djl, forward, 1e-11, "DJL says so.");
        assertClose("reverse mode", djl, reverse, 1e-11, "DJL says so.");
        assertClose("symbols", djl, symbolic, 1e-11, "DJL says so.");
        assertClose("forward and reverse", forward, reverse, 1e-12, "The same slopes.");
    }

    /** tanh, relu and sharing, which no formula of the symbolic rooms has. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void sharedNumbersAgree(int seed) {
        double[] x = new SplittableRandom(seed).doubles(2, -2, 2).toArray();
        double[] djl = gradients(
                in -> {
                    NDArray c = in.get(0).mul(in.get(1)).tanh();
                    NDArray d = c.add(in.get(0)).getNDArrayInternal().relu();
                    return d.mul(c).add(d.mul(d)).sum();
                },
                new double[][] {{x[0]}, {x[1]}},
                new Shape(1),
                new Shape(1));
        double[] reverse = Value.gradient(
                p -> {
                    Value c = p.get(0).multiply(p.get(1)).tanh();
                    Value d = c.add(p.get(0)).relu();
                    return d.multiply(c).add(d.multiply(d));
                },
                x);

        assertClose("reverse mode", djl, reverse, 1e-12, "DJL says so.");
    }

    /** A net of two layers with softmax cross-entropy, its bias broadcast over the batch. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void netsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 5;
        double[][] parameters = {
            random.doubles(12, -1, 1).toArray(),
            random.doubles(4, -1, 1).toArray(),
            random.doubles(8, -1, 1).toArray()
        };
        double[] X = random.doubles(3 * n, -2, 2).toArray();
        int[] y = random.ints(n, 0, 2).toArray();
        double[] djl = gradients(
                in -> {
                    NDManager manager = in.get(0).getManager();
                    NDArray logits = manager.create(X, new Shape(n, 3))
                            .matMul(in.get(0))
                            .add(in.get(1))
                            .tanh()
                            .matMul(in.get(2));
                    double[] oneHot = new double[2 * n];
                    IntStream.range(0, n).forEach(i -> oneHot[2 * i + y[i]] = 1);
                    return logits.logSoftmax(1)
                            .mul(manager.create(oneHot, new Shape(n, 2)))
                            .sum()
                            .div(-n);
                },
                parameters,
                new Shape(3, 4),
                new Shape(4),
                new Shape(4, 2));
        double[] ours = gradients(
                in -> Loss.softmaxCrossEntropy(
                        Tensor.of(X, n, 3)
                                .matmul(in.get(0))
                                .add(in.get(1))
                                .tanh()
                                .matmul(in.get(2)),
                        y),
                parameters,
                new int[][] {{3, 4}, {4}, {4, 2}});

        assertClose("gradients of a net", djl, ours, 1e-12, "DJL says so.");
    }

    /** Every other operation: batches of matrices, broadcasting on both sides, axes. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void operationsAgree(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] parameters = {
            random.doubles(12, 0.2, 1).toArray(),
            random.doubles(6, -1, 1).toArray(),
            random.doubles(2, -1, 1).toArray()
        };
        double[] djl = gradients(
                in -> in.get(0)
                        .matMul(in.get(1))
                        .mul(in.get(2))
                        .getNDArrayInternal()
                        .relu()
                        .sub(in.get(0).log().mean(new int[] {2}).reshape(2, 2, 1))
                        .transpose(0, 2, 1)
                        .exp()
                        .sum(new int[] {1})
                        .mean(),
                parameters,
                new Shape(2, 2, 3),
                new Shape(3, 2),
                new Shape(2));
        double[] ours = gradients(
                in -> in.get(0)
                        .matmul(in.get(1))
                        .multiply(in.get(2))
                        .relu()
                        .subtract(in.get(0).log().mean(2).reshape(2, 2, 1))
                        .transpose(0, 2, 1)
                        .exp()
                        .sum(1)
                        .mean(),
                parameters,
                new int[][] {{2, 2, 3}, {3, 2}, {2}});

        // Exponentials go up to 1e2.
        assertClose("gradients of twelve operations", djl, ours, 1e-11, "DJL says so.");
    }

    private static double[] gradients(Function<List<Tensor>, Tensor> f, double[][] elements, int[][] shapes) {
        List<Tensor> parameters = IntStream.range(0, shapes.length)
                .mapToObj(k -> Tensor.parameter(NdArray.of(elements[k], shapes[k])))
                .toList();
        f.apply(parameters).backward();
        return parameters.stream()
                .flatMapToDouble(p -> Arrays.stream(p.gradient().toArray()))
                .toArray();
    }

    private static double[] gradients(Function<NDList, NDArray> f, double[][] elements, Shape... shapes) {
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDList parameters = new NDList();
            for (int k = 0; k < shapes.length; k++) {
                NDArray parameter = manager.create(elements[k], shapes[k]);
                parameter.setRequiresGradient(true);
                parameters.add(parameter);
            }
            collector.backward(f.apply(parameters));
            return parameters.stream()
                    .flatMapToDouble(p -> Arrays.stream(p.getGradient().toDoubleArray()))
                    .toArray();
        }
    }
}
