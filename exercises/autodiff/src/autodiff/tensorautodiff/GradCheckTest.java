package autodiff.tensorautodiff;

import static autodiff.tensorautodiff.TensorTest.numbers;
import static gradus.checks.Evidence.Kind.CLOSED_FORM;
import static gradus.checks.NumericAssertions.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arraysandtables.ndarraycore.NdArray;
import gradus.checks.Evidence;
import gradus.checks.Graded;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

class GradCheckTest {
    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("GradCheck says how wrong a gradient is, relative to its size")
    void findsWrongGradients() {
        Tensor x = parameter(2, 5);
        // The quotient of a square is exact but for round-off, 1e-11 of the values here.
        assertClose(
                "worst, where x² hands back x instead of 2x",
                0.5,
                GradCheck.worst(() -> squares(x, 1), List.of(x)),
                1e-8,
                "|5 - 10| / 10 at the second element; at the first it is |2 - 4| / 4.");
        Tensor y = parameter(0.25, 0.05);
        assertClose(
                "worst, where small gradients are wrong by 0.25",
                0.25,
                GradCheck.worst(() -> squares(y, 1), List.of(y)),
                1e-8,
                "Below 1 it is the difference itself: divide by the largest of 1, |a| and |q|.");
        assertClose(
                "worst, where the gradient is twice as large as it should be",
                0.5,
                GradCheck.worst(() -> squares(x, 4), List.of(x)),
                1e-8,
                "|20 - 10| / 20: the larger of both.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("GradCheck looks at every parameter, and finds right gradients right")
    void looksEverywhere() {
        Tensor x = parameter(2, 5);
        Tensor y = parameter(-1, 3);
        double right = GradCheck.worst(() -> x.multiply(y).tanh().sum(), List.of(x, y));
        assertTrue(right < 1e-8, "worst of Σ tanh(x·y) must be below 1e-8, but was " + right);
        assertClose(
                "worst, where the second parameter's gradient is wrong",
                0.5,
                GradCheck.worst(() -> x.sum().add(squares(y, 1)), List.of(x, y)),
                1e-8,
                "Go through all parameters, and keep the largest error.");
        assertClose(
                "worst, where the first parameter's gradient is wrong",
                0.5,
                GradCheck.worst(() -> squares(x, 1).add(y.sum()), List.of(x, y)),
                1e-8,
                "Go through all parameters, and keep the largest error.");
    }

    @Graded(stage = 4)
    @Evidence(CLOSED_FORM)
    @DisplayName("GradCheck leaves parameters as they were, without gradients")
    void leavesNoTraces() {
        Tensor x = parameter(2, 5);
        x.sum().backward();
        double right = GradCheck.worst(() -> squares(x, 2), List.of(x));
        assertTrue(right < 1e-8, "worst must not count gradients of before; it was " + right);
        assertClose("x afterwards", numbers(2, 5), x.value().toArray(), 0, "Set every element back.");
        assertClose("gradient afterwards", numbers(0, 0), x.gradient().toArray(), 0, "zeroGradient at the end.");
        assertEquals(1, x.shape().length);
    }

    /** Σ x², with factor times x for its gradient, which should be 2x. */
    private static Tensor squares(Tensor x, double factor) {
        NdArray value = x.value();
        return Tensor.operation(
                        value.multiply(value),
                        List.of(x),
                        (k, g) -> g.multiply(value).multiply(NdArray.of(numbers(factor), 1)))
                .sum();
    }

    private static Tensor parameter(double... elements) {
        return Tensor.parameter(NdArray.of(elements, elements.length));
    }
}
