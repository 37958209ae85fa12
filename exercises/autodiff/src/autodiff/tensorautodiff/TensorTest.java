package autodiff.tensorautodiff;

import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.Evidence.Kind.INVARIANCE;
import static gradus.checks.ExceptionAssertions.assertRefused;
import static gradus.checks.NumericAssertions.assertClose;
import static gradus.checks.NumericAssertions.assertExact;
import static org.junit.jupiter.api.Assertions.assertEquals;

import arraysandtables.ndarraycore.NdArray;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TensorTest {
    /** A few operations on numbers of order 1 to 100: round-off stays below 1e-13. */
    private static final double TOLERANCE = 1e-12;

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("sums, differences and products of elements are broadcast")
    void elements() {
        Tensor row = Tensor.of(new double[] {10, 20, 30}, 3);
        assertTensor(
                "(2, 3) + (3)", new int[] {2, 3}, numbers(11, 22, 33, 14, 25, 36), matrix().add(row), "NdArray.add.");
        assertTensor(
                "(2, 3) - (3)",
                new int[] {2, 3},
                numbers(-9, -18, -27, -6, -15, -24),
                matrix().subtract(row),
                "NdArray.combine.");
        assertTensor(
                "(2, 1) · (3)",
                new int[] {2, 3},
                numbers(20, 40, 60, -10, -20, -30),
                Tensor.of(new double[] {2, -1}, 2, 1).multiply(row),
                "NdArray.multiply.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("matmul is the matrix product, for each matrix of a batch")
    void matrixProducts() {
        Tensor other = Tensor.of(new double[] {1, 0, 2, 1, 0, 3}, 3, 2);
        assertTensor("A · B", new int[] {2, 2}, numbers(5, 11, 14, 23), matrix().matmul(other), "Rows times columns.");
        assertTensor(
                "(2, 1, 3) · (3, 2)",
                new int[] {2, 1, 2},
                numbers(5, 11, 14, 23),
                matrix().reshape(2, 1, 3).matmul(other),
                "Axes.matmul knows batches.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("functions are applied to each element")
    void functions() {
        Tensor x = Tensor.of(new double[] {-2, 0.5, 3, 0}, 2, 2);
        int[] shape = {2, 2};
        assertTensor("relu", shape, numbers(0, 0.5, 3, 0), x.relu(), "The larger of 0 and the element.");
        assertTensor(
                "tanh",
                shape,
                numbers(-0.9640275800758169, 0.46211715726000979, 0.9950547536867305, 0),
                x.tanh(),
                "Math.tanh.");
        assertTensor(
                "exp",
                shape,
                numbers(0.1353352832366127, 1.6487212707001282, 20.085536923187668, 1),
                x.exp(),
                "Math.exp.");
        assertTensor(
                "log",
                new int[] {2},
                numbers(-0.6931471805599453, 1.0986122886681098),
                Tensor.of(new double[] {0.5, 3}, 2).log(),
                "Math.log.");
    }

    @Graded(stage = 1)
    @Evidence(CLOSED_FORM)
    @DisplayName("reshape and transpose keep the elements, sum and mean leave out an axis")
    void shapes() {
        assertTensor("reshape", new int[] {3, 2}, numbers(1, 2, 3, 4, 5, 6), matrix().reshape(3, 2), "In their order.");
        assertTensor(
                "transpose(1, 0)",
                new int[] {3, 2},
                numbers(1, 4, 2, 5, 3, 6),
                matrix().transpose(1, 0),
                "Rows become columns.");
        assertTensor("sum(0)", new int[] {3}, numbers(5, 7, 9), matrix().sum(0), "Down the columns.");
        assertTensor("sum(1)", new int[] {2}, numbers(6, 15), matrix().sum(1), "Along the rows.");
        assertTensor("mean(0)", new int[] {3}, numbers(2.5, 3.5, 4.5), matrix().mean(0), "Divide by the 2 rows.");
        assertTensor("mean(1)", new int[] {2}, numbers(2, 5), matrix().mean(1), "Divide by the 3 columns.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("sumTo undoes broadcasting: what was repeated is summed")
    void sumsBack() {
        NdArray a = NdArray.of(numbers(1, 2, 3, 4, 5, 6), 2, 3);
        assertArray("sumTo((2, 3), 3)", new int[] {3}, numbers(5, 7, 9), Tensor.sumTo(a, 3), "The axis in front goes.");
        assertArray(
                "sumTo((2, 3), 1, 3)",
                new int[] {1, 3},
                numbers(5, 7, 9),
                Tensor.sumTo(a, 1, 3),
                "The axis stays, with length 1.");
        assertArray(
                "sumTo((2, 3), 2, 1)", new int[] {2, 1}, numbers(6, 15), Tensor.sumTo(a, 2, 1), "The last axis stays.");
        assertArray("sumTo((2, 3), 1)", new int[] {1}, numbers(21), Tensor.sumTo(a, 1), "One axis goes, one stays.");
        assertArray("sumTo((2, 3))", new int[0], numbers(21), Tensor.sumTo(a), "No axis is left.");
        assertArray(
                "sumTo((2, 3), 2, 3)",
                new int[] {2, 3},
                numbers(1, 2, 3, 4, 5, 6),
                Tensor.sumTo(a, 2, 3),
                "Nothing was repeated.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("backward gives parents the gradient, in their own shape")
    void broadcastGradients() {
        Tensor w = Tensor.parameter(NdArray.of(numbers(10, 20, 30), 3));
        Tensor b = Tensor.parameter(NdArray.of(numbers(7), 1));
        matrix().multiply(w).add(b).sum().backward();
        assertArray(
                "gradient of w, for Σ (X · w + b)",
                new int[] {3},
                numbers(5, 7, 9),
                w.gradient(),
                "w was repeated for 2 rows: sum over them.");
        assertArray("gradient of b", new int[] {1}, numbers(6), b.gradient(), "b was repeated for 6 elements.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("what is used more than once collects from every use")
    void sharedTensors() {
        Tensor x = Tensor.parameter(NdArray.of(numbers(2, 5), 2));
        Tensor square = x.multiply(x);
        square.multiply(square.multiply(x)).sum().backward();
        assertArray(
                "gradient of x, for Σ x²·(x²·x)",
                new int[] {2},
                numbers(5 * 16, 5 * 625),
                x.gradient(),
                "The derivative of x⁵ is 5x⁴. Add up the shares.");
    }

    @Graded(stage = 2)
    @Evidence(CLOSED_FORM)
    @DisplayName("parameters add up the gradients of several passes")
    void accumulates() {
        Tensor x = Tensor.parameter(NdArray.of(numbers(2, 5), 2));
        x.multiply(x).sum().backward();
        x.sum().backward();
        assertArray(
                "gradient of x after backward of Σ x² and of Σ x",
                new int[] {2},
                numbers(5, 11),
                x.gradient(),
                "2x + 1: a parameter keeps what it has and adds, until zeroGradient.");
        x.zeroGradient();
        x.sum().backward();
        assertArray(
                "gradient of x after zeroGradient", new int[] {2}, numbers(1, 1), x.gradient(), "Only the new one.");
    }

    @Graded(stage = 2)
    @Evidence(INVARIANCE)
    @DisplayName("no gradient is computed for data")
    void dataIsLeftOut() {
        List<Integer> asked = new ArrayList<>();
        Tensor x = Tensor.parameter(NdArray.of(numbers(2, 5), 2));
        Tensor y = Tensor.of(numbers(1, 1), 2);
        Tensor.operation(NdArray.of(numbers(3, 6), 2), List.of(y, x, y), (k, g) -> {
                    asked.add(k);
                    return g;
                })
                .sum()
                .backward();
        assertEquals(
                List.of(1),
                asked,
                "the parents whose share was pulled, where only parent 1 is a parameter; the others are data, and a"
                        + " share for them is work for nothing");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("the gradients of A · B are G · Bᵀ and Aᵀ · G")
    void gradientsOfMatrixProduct() {
        Tensor a = Tensor.parameter(NdArray.of(numbers(1, 2, 3, 4, 5, 6), 2, 3));
        Tensor b = Tensor.parameter(NdArray.of(numbers(1, 0, 2, 1, 0, 3), 3, 2));
        a.matmul(b).multiply(Tensor.of(numbers(1, 10, 100, 1000), 2, 2)).sum().backward();
        assertArray(
                "gradient of A",
                new int[] {2, 3},
                numbers(1, 12, 30, 100, 1200, 3000),
                a.gradient(),
                "G · Bᵀ has the shape of A.");
        assertArray(
                "gradient of B",
                new int[] {3, 2},
                numbers(401, 4010, 502, 5020, 603, 6030),
                b.gradient(),
                "Aᵀ · G has the shape of B.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("gradients go through functions of elements with their slopes")
    void gradientsOfFunctions() {
        assertGradient(
                "relu", numbers(0, 1, 10, 0), parameter(-2, 0.5, 3, 0), Tensor::relu, "1 above 0, else 0, at 0 too.");
        assertGradient(
                "tanh",
                numbers(0.07065082485316443, 0.78644773296592741, 0.098660371654401, 1000),
                parameter(-2, 0.5, 3, 0),
                Tensor::tanh,
                "1 - tanh².");
        assertGradient(
                "exp",
                numbers(0.1353352832366127, 1.6487212707001282, 200.85536923187668, 1000),
                parameter(-2, 0.5, 3, 0),
                Tensor::exp,
                "eˣ.");
        assertGradient("log", numbers(2, 0.25, 2.5, 500), parameter(0.5, 4, 4, 2), Tensor::log, "1/x.");
        assertGradient(
                "7 - x", numbers(-1, -1, -10, -1000), parameter(1, 2, 3, 4), TensorTest::fromSeven, "By x it is -1.");
        assertGradient("x - 7", numbers(1, 1, 10, 1000), parameter(1, 2, 3, 4), TensorTest::lessSeven, "By x it is 1.");
    }

    @Graded(stage = 3)
    @Evidence(CLOSED_FORM)
    @DisplayName("gradients find their way back through reshape, transpose, sum and mean")
    void gradientsOfShapes() {
        int[] shape = {2, 3};
        assertArray(
                "gradient of x.transpose(1, 0)",
                shape,
                numbers(1, 3, 5, 2, 4, 6),
                weighted(x -> x.transpose(1, 0), 1, 2, 3, 4, 5, 6),
                "Transpose back.");
        assertArray(
                "gradient of x.reshape(3, 2)",
                shape,
                numbers(1, 2, 3, 4, 5, 6),
                weighted(x -> x.reshape(3, 2), 1, 2, 3, 4, 5, 6),
                "Reshape back.");
        assertArray(
                "gradient of x.sum(0)",
                shape,
                numbers(1, 2, 3, 1, 2, 3),
                weighted(x -> x.sum(0), 1, 2, 3),
                "Each row gets the gradient of the sums.");
        assertArray(
                "gradient of x.sum(1)",
                shape,
                numbers(1, 1, 1, 2, 2, 2),
                weighted(x -> x.sum(1), 1, 2),
                "Each column gets the gradient of the sums.");
        assertArray(
                "gradient of x.mean(0)",
                shape,
                numbers(0.5, 1, 1.5, 0.5, 1, 1.5),
                weighted(x -> x.mean(0), 1, 2, 3),
                "Divided by the 2 rows.");
    }

    @Graded(stage = 3)
    @Evidence(INVARIANCE)
    @DisplayName("gradients belong to the values of the pass forward")
    void oldValues() {
        Tensor x = Tensor.parameter(NdArray.of(numbers(2, 5), 2));
        Tensor y = Tensor.parameter(NdArray.of(numbers(3, 4), 2));
        Tensor z = x.multiply(y).sum();
        x.set(NdArray.of(numbers(100, 100), 2));
        z.backward();
        assertArray(
                "gradient of y for Σ x·y, with x set to 100 after that was computed",
                new int[] {2},
                numbers(2, 5),
                y.gradient(),
                "Keep the values in locals, for the pullback to find them as they were.");
    }

    @Test
    void parametersAreSetAndCopied() {
        NdArray given = NdArray.of(numbers(2, 5), 2);
        Tensor x = Tensor.parameter(given);
        given.set(9, 0);
        x.value().set(9, 1);
        assertClose("value", numbers(2, 5), x.value().toArray(), 0, "Copies cross the border.");
        x.set(NdArray.of(numbers(7, 8), 2));
        assertClose("value after set", numbers(7, 8), x.value().toArray(), 0, "The new one.");
        assertClose("gradient before backward", numbers(0, 0), x.gradient().toArray(), 0, "None yet.");
        assertEquals(false, x.detach().needsGradient());
        assertEquals(true, x.needsGradient());
        assertClose("item", 3, Tensor.of(numbers(3)).item(), 0, "The number.");
    }

    @Test
    void badInputIsRefused() {
        Tensor data = Tensor.of(numbers(1, 2), 2);
        Tensor x = Tensor.parameter(NdArray.of(numbers(2, 5), 2));
        assertRefused("set is for parameters, but this tensor is data or was computed", () -> data.set(data.value()));
        assertRefused("gradient is for parameters, but this tensor is data or was computed", data::gradient);
        assertRefused("zeroGradient is for parameters, but this tensor is data or was computed", data::zeroGradient);
        assertRefused("newValue must have shape [2], but has [1]", () -> x.set(NdArray.of(numbers(1), 1)));
        assertRefused("item needs a single number, but shape was [2]", data::item);
        assertRefused("backward needs a single number, but shape was [2]", x::backward);
        assertRefused(
                "backward needs a parameter somewhere, but there is only data",
                () -> Tensor.of(numbers(1), 1).backward());
        assertRefused(
                "parameters must hold at least 1 tensor, but is empty", () -> GradCheck.worst(() -> x, List.of()));
    }

    private interface Operation {
        Tensor of(Tensor x);
    }

    static double[] numbers(double... numbers) {
        return numbers;
    }

    private static Tensor matrix() {
        return Tensor.of(numbers(1, 2, 3, 4, 5, 6), 2, 3);
    }

    private static Tensor parameter(double... elements) {
        return Tensor.parameter(NdArray.of(elements, elements.length));
    }

    private static Tensor fromSeven(Tensor x) {
        return Tensor.of(numbers(7), 1).subtract(x);
    }

    private static Tensor lessSeven(Tensor x) {
        return x.subtract(Tensor.of(numbers(7), 1));
    }

    /** The gradient of a (2, 3) parameter for what an operation makes of it, times weights, summed. */
    private static NdArray weighted(Operation operation, double... weights) {
        Tensor x = Tensor.parameter(NdArray.of(numbers(1, -2, 3, -4, 5, -6), 2, 3));
        Tensor result = operation.of(x);
        result.multiply(Tensor.of(weights, result.shape())).sum().backward();
        return x.gradient();
    }

    private static void assertGradient(String what, double[] expected, Tensor x, Operation operation, String hint) {
        operation.of(x).multiply(Tensor.of(numbers(1, 1, 10, 1000), 4)).sum().backward();
        assertArray("gradient of " + what + ", times 1, 1, 10, 1000", new int[] {4}, expected, x.gradient(), hint);
    }

    private static void assertTensor(String what, int[] shape, double[] expected, Tensor actual, String hint) {
        assertArray(what, shape, expected, actual.value(), hint);
    }

    static void assertArray(String what, int[] shape, double[] expected, NdArray actual, String hint) {
        assertExact("shape of " + what, shape, actual.shape(), hint);
        assertClose("elements of " + what, expected, actual.toArray(), 100 * TOLERANCE, hint);
    }
}
