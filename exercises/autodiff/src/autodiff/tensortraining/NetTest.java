package autodiff.tensortraining;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arraysandtables.ndarraycore.NdArray;
import autodiff.tensorautodiff.Tensor;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NetTest {
    /** A few operations on numbers of order 1 to 10: round-off stays below 1e-14. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("a dense layer is X·W + b, and has both as parameters")
    void denseLayers() {
        Dense dense = dense();
        Tensor out = dense.apply(Tensor.of(new double[] {1, 2, 3, 4}, 2, 2));
        assertExact("shape of apply(X)", new int[] {2, 3}, out.shape(), "A row for each sample.");
        assertClose(
                "apply((1, 2), (3, 4))",
                new double[] {19, 32, 43, 29, 46, 69},
                out.value().toArray(),
                TOLERANCE,
                "X·W + b, the same b for both samples.");
        List<Tensor> parameters = dense.parameters();
        assertEquals(2, parameters.size(), "number of parameters: weights, bias");
        assertExact("shape of the first", new int[] {2, 3}, parameters.get(0).shape(), "The weights.");
        assertExact("shape of the second", new int[] {3}, parameters.get(1).shape(), "The bias.");
        assertTrue(
                parameters.get(0) == dense.parameters().get(0),
                "parameters() must give the same tensors each time: an optimizer sets them");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("logits goes through all layers, with tanh between them alone")
    void logits() {
        Net one = new Net(List.of(dense()));
        Tensor X = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
        assertClose(
                "logits of one layer",
                new double[] {19, 32, 43, 29, 46, 69},
                elements(one.logits(X), 2, 3),
                TOLERANCE,
                "No tanh behind the last layer.");
        assertClose(
                "logits of three layers with weights 0.5, 2, -3 and biases 0.25, 0, 1, at 0.75",
                new double[] {1 - 3 * Math.tanh(2 * Math.tanh(0.625))},
                elements(line().logits(Tensor.of(new double[] {0.75}, 1, 1)), 1, 1),
                TOLERANCE,
                "tanh after the first and after the second.");
        assertEquals(6, line().parameters().size(), "number of parameters of three dense layers");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("step moves each parameter against its gradient, and tells the loss before")
    void steps() {
        Net net = new Net(List.of(new Dense(zeros(2, 2), zeros(2))));
        Tensor X = Tensor.of(new double[] {1, 2, 3, 4}, 2, 2);
        double loss = net.step(X, new int[] {0, 1}, 0.5);
        assertClose("loss before the first step", 0.6931471805599453, loss, TOLERANCE, "log 2: all logits are 0.");
        // Softmax is 1/2 everywhere, so the slopes are ∓1/4 and ±1/4; by W they are Xᵀ times that: ±1/2.
        assertClose(
                "weights after a step with learningRate 0.5",
                new double[] {-0.25, 0.25, -0.25, 0.25},
                elements(net.parameters().get(0), 2, 2),
                TOLERANCE,
                "W - 0.5 · gradient.");
        assertClose(
                "bias after it",
                new double[] {0, 0},
                elements(net.parameters().get(1), 2),
                TOLERANCE,
                "One of each class: nothing to gain.");
        Net twice = new Net(List.of(new Dense(zeros(1, 2), zeros(2))));
        Tensor nothing = Tensor.of(new double[] {0}, 1, 1);
        twice.step(nothing, new int[] {1}, 1);
        twice.step(nothing, new int[] {1}, 1);
        double second = 0.5 + 1 / (1 + Math.E);
        assertClose(
                "bias after two steps with x = 0, class 1, learningRate 1",
                new double[] {-second, second},
                elements(twice.parameters().get(1), 2),
                TOLERANCE,
                "0.5, then 1 - softmax(-0.5, 0.5)[1], which is 1/(1 + e): forget the first gradient before the second step.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("predict gives the class of the largest logit")
    void predictions() {
        NdArray weights = NdArray.of(new double[] {1, 0, -1, 0, 2, 0}, 2, 3);
        Net net = new Net(List.of(new Dense(weights, NdArray.of(new double[] {0, 0, 0.5}, 3))));
        assertExact(
                "predict of five samples",
                new int[] {0, 1, 2, 2, 0},
                net.predict(NdArray.of(new double[] {2, 0, 1, 3, -1, -1, 0, 0, 3, 1.5}, 5, 2)),
                "Their logits are (2, 0, -1.5), (1, 6, -0.5), (-1, -2, 1.5), (0, 0, 0.5) and (3, 3, -2.5).");
    }

    @Graded(stage = 3, points = 2)
    @DisplayName("a small net learns two moons")
    void learnsTwoMoons() {
        double[][] moons = Moons.samples(60, 0.1, 1);
        int[] y = Moons.classes(60);
        Net net = Moons.net(5, 8);
        Tensor X = Tensor.of(Moons.flat(moons), 60, 2);
        double loss = 0;
        for (int step = 0; step < 300; step++) {
            loss = net.step(X, y, 1);
        }
        // A right net comes to 0.041 here, whatever the order of its sums; a straight line stays above 0.2.
        assertTrue(loss < 0.1, "the loss on two moons after 300 steps must be below 0.1, but was " + loss);
        int[] classes = net.predict(NdArray.of(Moons.flat(moons), 60, 2));
        assertEquals(60, classes.length, "number of predictions");
        int wrong = 0;
        for (int i = 0; i < 60; i++) {
            wrong += classes[i] == y[i] ? 0 : 1;
        }
        assertTrue(wrong <= 1, "of 60 samples that it learned from, at most 1 may be wrong, but " + wrong + " were");
    }

    @Test
    void badInputIsRefused() {
        assertRefused("layers must hold at least 1 layer, but is empty", () -> new Net(List.of()));
        assertRefused("weights must have 2 axes, but shape was [3]", () -> new Dense(zeros(3), zeros(3)));
        assertRefused("bias must have shape [3], but has [2]", () -> new Dense(zeros(2, 3), zeros(2)));
        assertRefused(
                "learningRate must be > 0, but was 0.0",
                () -> line().step(Tensor.of(new double[] {1}, 1, 1), new int[] {0}, 0));
    }

    private static Dense dense() {
        return new Dense(NdArray.of(new double[] {1, 2, 3, 4, 5, 10}, 2, 3), NdArray.of(new double[] {10, 20, 20}, 3));
    }

    private static Net line() {
        return new Net(List.of(single(0.5, 0.25), single(2, 0), single(-3, 1)));
    }

    private static Dense single(double weight, double bias) {
        return new Dense(NdArray.of(new double[] {weight}, 1, 1), NdArray.of(new double[] {bias}, 1));
    }

    private static NdArray zeros(int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return NdArray.of(new double[size], shape);
    }

    private static double[] elements(Tensor tensor, int... shape) {
        assertExact("shape", shape, tensor.shape(), "A row for each sample.");
        return tensor.value().toArray();
    }
}
