package oracles;

import static gradus.checks.Evidence.Kind.LIBRARY;
import static gradus.checks.NumericAssertions.assertClose;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import arraysandtables.ndarraycore.NdArray;
import autodiff.dualnumbers.Dual;
import autodiff.scalarautodiff.Value;
import autodiff.symbolicdiff.Derivative;
import autodiff.symbolicexpressions.Expr;
import autodiff.symbolicexpressions.ExprParser;
import autodiff.symbolicexpressions.Expressions;
import autodiff.tensorautodiff.Tensor;
import autodiff.tensortraining.Loss;
import gradus.checks.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forward and reverse mode, on numbers and on arrays, against the gradients of PyTorch and against formulas. */
class AutodiffOracleTest {
    /** A few dozen operations on numbers of order 1, each off by half a unit in the last place. */
    private static final double TOLERANCE = 1e-12;

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 10);
    }

    private static double[] drawn(int seed, int n) {
        return new SplittableRandom(seed).doubles(n, -1.5, 1.5).toArray();
    }

    /** Gradients of a number by arrays, as DJL collects them. */
    private static double[][] byDjl(Function<NDArray[], NDArray> f, double[][] elements, int[][] shapes) {
        try (NDManager manager = NDManager.newBaseManager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray[] parameters = IntStream.range(0, elements.length)
                    .mapToObj(k -> manager.create(elements[k], shape(shapes[k])))
                    .toArray(NDArray[]::new);
            for (NDArray parameter : parameters) {
                parameter.setRequiresGradient(true);
            }
            collector.backward(f.apply(parameters));
            return Stream.of(parameters)
                    .map(parameter -> parameter.getGradient().toDoubleArray())
                    .toArray(double[][]::new);
        }
    }

    private static Shape shape(int... lengths) {
        return new Shape(IntStream.of(lengths).asLongStream().toArray());
    }

    /** tanh(x₀x₁ + exp(x₂ / (1 + x₀²))) · log(3 + x₁²) + relu(x₀ - x₂): x₀ is used four times. */
    private static Dual f(Dual[] x) {
        Dual one = Dual.constant(1, 3);
        Dual inner = x[0].multiply(x[1]).add(x[2].divide(one.add(x[0].power(2))).exp());
        return inner.tanh()
                .multiply(Dual.constant(3, 3).add(x[1].power(2)).log())
                .add(x[0].subtract(x[2]).relu());
    }

    private static Value f(List<Value> x) {
        Value inner = x.get(0)
                .multiply(x.get(1))
                .add(x.get(2).divide(Value.of(1).add(x.get(0).power(2))).exp());
        return inner.tanh()
                .multiply(Value.of(3).add(x.get(1).power(2)).log())
                .add(x.get(0).subtract(x.get(2)).relu());
    }

    private static NDArray f(NDArray[] x) {
        NDArray inner = x[0].mul(x[1]).add(x[2].div(x[0].pow(2).add(1)).exp());
        return inner.tanh().mul(x[1].pow(2).add(3).log()).add(Activation.relu(x[0].sub(x[2])));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void numbersAgreeWithDjl(int seed) {
        double[] x = drawn(seed, 3);
        double[][] each =
                IntStream.range(0, 3).mapToObj(j -> new double[] {x[j]}).toArray(double[][]::new);
        double[][] theirs = byDjl(AutodiffOracleTest::f, each, new int[][] {{}, {}, {}});
        double[] expected =
                Stream.of(theirs).mapToDouble(gradient -> gradient[0]).toArray();

        assertClose("forward mode", expected, Dual.gradient(AutodiffOracleTest::f, x), TOLERANCE, "");
        assertClose("reverse mode", expected, Value.gradient(AutodiffOracleTest::f, x), TOLERANCE, "");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void numbersAgreeWithTheDerivativesOfAFormula(int seed) {
        double[] x = drawn(seed, 2);
        Expr formula = ExprParser.parse("exp(x*y) * sin(x) + (2 + cos(y))^3 / (1 + x^2)");
        Map<String, Double> values = Map.of("x", x[0], "y", x[1]);
        double[] expected = Stream.of("x", "y")
                .mapToDouble(name -> Expressions.eval(Derivative.diff(formula, name), values))
                .toArray();
        double h = 1e-5;
        double[] quotients = Stream.of("x", "y")
                .mapToDouble(name -> (at(formula, values, name, h) - at(formula, values, name, -h)) / (2 * h))
                .toArray();

        // h² times a third derivative of order 100.
        assertClose("derivatives of the formula", quotients, expected, 1e-7, "");
    }

    private static double at(Expr formula, Map<String, Double> values, String name, double h) {
        Map<String, Double> moved = new HashMap<>(values);
        moved.merge(name, h, Double::sum);
        return Expressions.eval(formula, moved);
    }

    /** Two layers with broadcast biases, every operation of the room on the way, and a cross-entropy. */
    @ParameterizedTest
    @MethodSource("seeds")
    @Evidence(LIBRARY)
    void arraysAgreeWithDjl(int seed) {
        int[][] shapes = {{4, 3}, {5}, {5, 3}, {1, 5}, {2, 1, 2}};
        int[] y = {2, 0, 1, 1, 0, 2};
        double[] x = drawn(seed, 6 * 4);
        double[][] elements = IntStream.range(0, shapes.length)
                .mapToObj(k -> drawn(100 * seed + k, IntStream.of(shapes[k]).reduce(1, (a, b) -> a * b)))
                .toArray(double[][]::new);
        double[][] theirs = byDjl(p -> theirLoss(p, x, y), elements, shapes);

        List<Tensor> parameters = IntStream.range(0, shapes.length)
                .mapToObj(k -> Tensor.parameter(NdArray.of(elements[k], shapes[k])))
                .toList();
        ourLoss(parameters, Tensor.of(x, 6, 4), y).backward();
        for (int k = 0; k < shapes.length; k++) {
            assertClose(
                    "gradient of parameter " + k,
                    theirs[k],
                    parameters.get(k).gradient().toArray(),
                    TOLERANCE,
                    "");
        }
    }

    private static Tensor ourLoss(List<Tensor> p, Tensor X, int[] y) {
        Tensor W = p.get(0).matmul(p.get(2).transpose(1, 0)).add(p.get(1));
        Tensor hidden = X.matmul(W).subtract(p.get(3)).tanh();
        Tensor shares = hidden.exp().multiply(p.get(3).multiply(p.get(3))).relu();
        Tensor logits = shares.matmul(p.get(2)).add(hidden.sum(1).reshape(6, 1));
        Tensor rest = p.get(4)
                .multiply(p.get(4))
                .add(Tensor.of(new double[] {1, 2}, 2, 1))
                .log();
        return Loss.softmaxCrossEntropy(logits, y).add(rest.mean(0).sum()).add(hidden.mean());
    }

    private static NDArray theirLoss(NDArray[] p, double[] x, int[] y) {
        NDManager manager = p[0].getManager();
        NDArray X = manager.create(x, shape(6, 4));
        NDArray W = p[0].matMul(p[2].transpose(1, 0)).add(p[1]);
        NDArray hidden = X.matMul(W).sub(p[3]).tanh();
        NDArray shares = Activation.relu(hidden.exp().mul(p[3].mul(p[3])));
        NDArray logits = shares.matMul(p[2]).add(hidden.sum(new int[] {1}).reshape(6, 1));
        NDArray rest = p[4].mul(p[4])
                .add(manager.create(new double[] {1, 2}, shape(2, 1)))
                .log();
        double[] oneHot = new double[6 * 3];
        IntStream.range(0, y.length).forEach(i -> oneHot[3 * i + y[i]] = 1);
        return logits.logSoftmax(1)
                .mul(manager.create(oneHot, shape(6, 3)))
                .sum()
                .div(-6)
                .add(rest.mean(new int[] {0}).sum())
                .add(hidden.mean());
    }
}
