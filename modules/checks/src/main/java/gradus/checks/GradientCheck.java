package gradus.checks;

import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A gradient held against difference quotients of the function that it belongs to.
 *
 * <pre>{@code
 * GradientCheck.of("gradient(W, b)", parameters -> loss(parameters))
 *         .by("W", 3, 2)
 *         .by("b", 2)
 *         .at(parameters, gradient, 1e-7, "Sum over the samples.");
 * }</pre>
 *
 * <p>A derivative is right if a quotient of any step size says so. If none does, it is called wrong only where the
 * quotients agree among themselves; at a kink or jump of the function, or where round-off drowns them, the failure says
 * that instead. The function is called once, and twice for each parameter; ten times for one that does not agree.
 *
 * <p>Source: P. E. Gill, W. Murray and M. H. Wright, <i>Practical Optimization</i>, Academic Press 1981, §8.6.
 */
public final class GradientCheck {
    private final String what;
    private final ToDoubleFunction<double[]> f;
    private final List<Part> parts;
    private final DoubleUnaryOperator lastDigit;

    /** Parameters that belong together, such as the weights of a layer. */
    private record Part(String name, int[] shape) {
        int size() {
            return Arrays.stream(shape).reduce(1, Math::multiplyExact);
        }

        /** The name of an entry, counted row by row, as the learner would write it. */
        String entry(int position) {
            StringBuilder index = new StringBuilder();
            int rest = position;
            for (int d = shape.length - 1; d >= 0; d--) {
                index.insert(0, "[" + rest % shape[d] + "]");
                rest /= shape[d];
            }
            return name + index;
        }
    }

    private GradientCheck(String what, ToDoubleFunction<double[]> f, List<Part> parts, DoubleUnaryOperator lastDigit) {
        this.what = what;
        this.f = f;
        this.parts = parts;
        this.lastDigit = lastDigit;
    }

    /**
     * @param what the call that gave the gradient, as the learner would write it
     * @param f gets all parameters in one vector, which it may keep
     */
    public static GradientCheck of(String what, ToDoubleFunction<double[]> f) {
        return new GradientCheck(what, f, List.of(), Math::ulp);
    }

    /**
     * Names the next parameters of the vector.
     *
     * @param shape nothing for a single number, (n) for a vector, (nRows, nColumns) for a matrix row by row
     */
    public GradientCheck by(String name, int... shape) {
        List<Part> all = new ArrayList<>(parts);
        all.add(new Part(name, shape.clone()));
        return new GradientCheck(what, f, List.copyOf(all), lastDigit);
    }

    /** Says that the function computes in floats: short steps tell nothing then, and tolerances are of 1e-3 or so. */
    public GradientCheck inFloats() {
        return new GradientCheck(what, f, parts, value -> Math.ulp((float) value));
    }

    /**
     * Asserts that a gradient is that of the function at a point.
     *
     * @param point (n) as many as the named parameters together; away from kinks of the function
     * @param gradient (n) the learner's
     * @param tolerance how far a derivative may be from a quotient: absolute up to 1, relative beyond
     * @param hint one or two sentences for whoever got it wrong; not shown where nobody can tell
     */
    public void at(double[] point, double @Nullable [] gradient, double tolerance, String hint) {
        int named = parts.stream().mapToInt(Part::size).sum();
        Require.that(
                parts.isEmpty() || named == point.length,
                "point must have one entry for each of the %d named parameters, but has %d",
                named,
                point.length);
        if (gradient == null) {
            throw Comparison.failure(what, "expected " + Numbers.of(point).shape() + " but was null.", hint);
        }
        Comparison.requireShape(what, Numbers.of(point), Numbers.of(gradient), hint);
        double value = f.applyAsDouble(point.clone());
        for (int k = 0; k < point.length; k++) {
            int j = k;
            Optional<Quotients> differing =
                    Quotients.against(gradient[k], tolerance, s -> Quotient.of(f, lastDigit, point, value, j, s));
            if (differing.isPresent()) {
                throw differing.get().failure(subject(k), tolerance, hint);
            }
        }
    }

    private String subject(int k) {
        int position = k;
        for (Part part : parts) {
            if (position < part.size()) {
                return what + ", derivative by " + part.entry(position);
            }
            position -= part.size();
        }
        return what + "[" + k + "]";
    }
}
