package autodiff.dualnumbers;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A function with its slope, and how far difference quotients are off. */
public final class DualFigure implements Figure<DualFigure.Series> {
    private static final int N_POINTS = 150;
    private static final int N_STEPS = 16;
    private static final double FLOOR = 1e-17;
    private static final double CEILING = 10;
    private static final double MIN_X = 0.02;
    private static final double MAX_X = 4;

    /** Programs to choose, with their slope by hand. */
    private enum Example {
        ROOT("seven steps to √x", DualFigure::root, DualFigure::slopeOfRoot),
        BELL("x·exp(-x)", x -> x.multiply(constant(0).subtract(x).exp()), x -> (1 - x) * Math.exp(-x)),
        SQUASHED("tanh(log(x))", x -> x.log().tanh(), x -> 4 * x / ((x * x + 1) * (x * x + 1))),
        KINK("relu(x² - 1)", x -> x.power(2).subtract(constant(1)).relu(), x -> x > 1 ? 2 * x : 0);

        private final String words;
        private final UnaryOperator<Dual> f;
        private final DoubleUnaryOperator slope;

        Example(String words, UnaryOperator<Dual> f, DoubleUnaryOperator slope) {
            this.words = words;
            this.f = f;
            this.slope = slope;
        }

        static Example of(Values values) {
            return Arrays.stream(values())
                    .filter(example -> example.words.equals(values.choice("f")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What dual numbers gave.
     *
     * @param y (nPoints) values of the function
     * @param slopes (nPoints) its derivatives
     * @param here value and derivative at the chosen point
     * @param ahead (nSteps) values at the chosen point plus a step of 0.1, 0.01, …
     */
    public record Series(double[] y, double[] slopes, double[] here, double[] ahead) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "f",
                        "function",
                        Arrays.stream(Example.values()).map(e -> e.words).toList(),
                        Example.ROOT.words),
                new Range("x", "where to look at the slope", "", 0.1, 3.9, 0.1, 1.5));
    }

    @Override
    public Series series(Values values) {
        Example example = Example.of(values);
        double[] y = new double[N_POINTS];
        double[] slopes = new double[N_POINTS];
        for (int k = 0; k < N_POINTS; k++) {
            double[] at = at(example, x(k));
            y[k] = at[0];
            slopes[k] = at[1];
        }
        double here = values.number("x");
        double[] ahead = IntStream.range(0, N_STEPS)
                .mapToDouble(k -> at(example, here + step(k))[0])
                .toArray();
        Series series = new Series(y, slopes, at(example, here), ahead);
        Require.finite("values and gradients", new double[][] {y, slopes});
        return series;
    }

    private static double[] at(Example example, double x) {
        Dual result = example.f.apply(Dual.variable(x, 0, 1));
        Require.length("gradient", result.gradient(), 1);
        return new double[] {result.value(), result.gradient()[0]};
    }

    private static double x(int k) {
        return MIN_X + (MAX_X - MIN_X) * k / (N_POINTS - 1);
    }

    private static double step(int k) {
        return Math.pow(10, -1 - k);
    }

    private static Dual constant(double value) {
        return Dual.constant(value, 1);
    }

    private static Dual root(Dual a) {
        Dual x = a;
        for (int step = 0; step < 7; step++) {
            x = constant(0.5).multiply(x.add(a.divide(x)));
        }
        return x;
    }

    /** The derivative of the same seven steps, written out by hand. */
    private static double slopeOfRoot(double a) {
        double x = a;
        double slope = 1;
        for (int step = 0; step < 7; step++) {
            slope = 0.5 * (slope + 1 / x - a / (x * x) * slope);
            x = 0.5 * (x + a / x);
        }
        return slope;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "The derivative of a program, without a step",
                List.of(graph(values, yours, reference), errors(values, yours)),
                description(values, yours, reference));
    }

    private static XYChart graph(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("f(x) = " + values.choice("f"), "x", "f(x) and its slope");
        Style.rangeX(chart, 0, MAX_X);
        chart.getStyler().setYAxisMin(-1.0).setYAxisMax(4.0);
        double[] x = IntStream.range(0, N_POINTS).mapToDouble(DualFigure::x).toArray();
        double here = values.number("x");
        double[] ends = {here - 0.6, here + 0.6};
        Style.line(chart, "f", 0, x, inside(yours.y));
        Style.line(chart, "slope of f", 1, x, inside(yours.slopes));
        Style.line(
                chart,
                "tangent",
                2,
                ends,
                inside(Arrays.stream(ends)
                        .map(t -> yours.here[0] + yours.here[1] * (t - here))
                        .toArray()));
        Style.marks(chart, 0, new double[] {here}, inside(new double[] {yours.here[0]}));
        if (reference != null) {
            Style.referenceLine(chart, x, inside(reference.y));
            Style.referenceLine(chart, x, inside(reference.slopes));
        }
        return chart;
    }

    /** Values that the panel has place for; NaN where it has none. */
    private static double[] inside(double[] y) {
        return Arrays.stream(y).map(v -> v >= -1 && v <= 4 ? v : Double.NaN).toArray();
    }

    private static XYChart errors(Values values, Series yours) {
        XYChart chart =
                Style.xy("Error of the slope at x = " + values.choice("x"), "step = 10 to the power of", "error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, -N_STEPS, -1);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        double[] powers = IntStream.range(0, N_STEPS).mapToDouble(k -> -1.0 - k).toArray();
        double[] quotients = quotientErrors(values, yours);
        Style.path(chart, "difference quotient", 3, powers, quotients);
        double[] ofDual = new double[N_STEPS];
        Arrays.fill(ofDual, dualError(values, yours));
        Style.line(chart, "dual number", 1, powers, ofDual);
        return chart;
    }

    private static double[] quotientErrors(Values values, Series yours) {
        double exact = Example.of(values).slope.applyAsDouble(values.number("x"));
        return IntStream.range(0, N_STEPS)
                .mapToDouble(k -> shown((yours.ahead[k] - yours.here[0]) / step(k) - exact))
                .toArray();
    }

    private static double dualError(Values values, Series yours) {
        return shown(yours.here[1] - Example.of(values).slope.applyAsDouble(values.number("x")));
    }

    private static double shown(double error) {
        return Math.min(CEILING, Math.max(FLOOR, Math.abs(error)));
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double[] errors = quotientErrors(values, yours);
        int best = IntStream.range(0, N_STEPS).reduce(0, (a, b) -> errors[b] < errors[a] ? b : a);
        String words = String.format(
                Locale.ROOT,
                "Left: f(x) = %s from 0 to 4, with its slope. At x = %s the value is %.6g and the slope %.6g."
                        + " Right: the error of a difference quotient by its step. It is %.0e with a step of 0.1, falls to %.0e at"
                        + " a step of 1e-%d, and is %.0e again at 1e-16. The dual number is off by %s.",
                values.choice("f"),
                values.choice("x"),
                yours.here[0],
                yours.here[1],
                errors[0],
                errors[best],
                best + 1,
                errors[N_STEPS - 1],
                dualError(values, yours) <= FLOOR
                        ? "nothing"
                        : String.format(Locale.ROOT, "%.0e", dualError(values, yours)));
        if (reference == null) {
            return words;
        }
        boolean isSame = Arrays.equals(yours.y, reference.y) && Arrays.equals(yours.slopes, reference.slopes);
        return words
                + (isSame
                        ? " All of it is as the reference has it."
                        : String.format(
                                Locale.ROOT,
                                " The reference has the value %.6g and the slope %.6g.",
                                reference.here[0],
                                reference.here[1]));
    }
}
