package calculus.taylorseries;

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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A function with its expansions, and their error by order. */
public final class TaylorFigure implements Figure<TaylorFigure.Series> {
    private static final int[] ORDERS = {1, 3, 5, 9};
    private static final int MAX_ORDER = 24;
    private static final int N_POINTS = 300;
    private static final double FLOOR = 1e-17;
    private static final double CEILING = 1e4;

    /** Functions to choose, and where they are drawn. */
    private enum Example {
        SIN("sin(x)", Math::sin, -6, 6, 2.5),
        COS("cos(x)", Math::cos, -6, 6, 2.5),
        EXP("eˣ", Math::exp, -4, 3, 8),
        LOG("log(1 + x)", Math::log1p, -0.98, 4, 4);

        private final String words;
        private final DoubleUnaryOperator f;
        private final double from;
        private final double to;
        private final double reach;

        Example(String words, DoubleUnaryOperator f, double from, double to, double reach) {
            this.words = words;
            this.f = f;
            this.from = from;
            this.to = to;
            this.reach = reach;
        }

        static Example of(Values values) {
            return Arrays.stream(values())
                    .filter(example -> example.words.equals(values.choice("f")))
                    .findFirst()
                    .orElseThrow();
        }

        Taylor series(double a, int n) {
            return switch (this) {
                case SIN -> Taylor.sin(a, n);
                case COS -> Taylor.cos(a, n);
                case EXP -> Taylor.exp(a, n);
                case LOG -> Taylor.log1p(a, n);
            };
        }

        /** The largest derivative of order n + 1 between two points; for the logarithm without n!. */
        double maxDerivative(double a, double x, int n) {
            return switch (this) {
                case SIN, COS -> 1;
                case EXP -> Math.exp(Math.max(a, x));
                case LOG ->
                    IntStream.rangeClosed(1, n).asDoubleStream().reduce(1, (p, k) -> p * k)
                            / Math.pow(1 + Math.min(a, x), n + 1);
            };
        }
    }

    /**
     * What the room's methods gave.
     *
     * @param expansions (4, nPoints) values of the orders drawn
     * @param errors (MAX_ORDER + 1) at the chosen x, by order
     * @param bounds (MAX_ORDER + 1) the same as errorBound says
     */
    public record Series(double[][] expansions, double[] errors, double[] bounds) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice(
                        "f",
                        "function",
                        Arrays.stream(Example.values()).map(e -> e.words).toList(),
                        "sin(x)"),
                new Range("a", "around", "", -0.5, 1.5, 0.5, 0),
                new Range("x", "error at", "", -0.9, 4, 0.1, 3));
    }

    @Override
    public Series series(Values values) {
        Example example = Example.of(values);
        double a = values.number("a");
        double x = values.number("x");
        double[][] expansions = Arrays.stream(ORDERS)
                .mapToObj(n -> {
                    Taylor taylor = example.series(a, n);
                    return Arrays.stream(grid(example)).map(taylor::at).toArray();
                })
                .toArray(double[][]::new);
        Require.finite("at", expansions);
        double[] errors = new double[MAX_ORDER + 1];
        double[] bounds = new double[MAX_ORDER + 1];
        for (int n = 0; n <= MAX_ORDER; n++) {
            Taylor taylor = example.series(a, n);
            errors[n] = Math.abs(taylor.at(x) - example.f.applyAsDouble(x));
            bounds[n] = taylor.errorBound(x, example.maxDerivative(a, x, n));
        }
        Require.finite("at and errorBound", new double[][] {errors, bounds});
        return new Series(expansions, errors, bounds);
    }

    private static double[] grid(Example example) {
        return IntStream.rangeClosed(0, N_POINTS)
                .mapToDouble(k -> example.from + (example.to - example.from) * k / N_POINTS)
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "How far does one point reach?",
                List.of(expansions(values, yours, reference), errors(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart expansions(Values values, Series yours, @Nullable Series reference) {
        Example example = Example.of(values);
        double a = values.number("a");
        double[] x = grid(example);
        XYChart chart = Style.xy(example.words + " and what is known of it at " + values.choice("a"), "x", "y");
        Style.rangeX(chart, example.from, example.to);
        chart.getStyler().setYAxisMin(-example.reach).setYAxisMax(example.reach);
        Style.line(
                chart,
                example.words,
                6,
                x,
                within(example, Arrays.stream(x).map(example.f).toArray()));
        for (int k = 0; k < ORDERS.length; k++) {
            Style.line(chart, "order " + ORDERS[k], k, x, within(example, yours.expansions[k]));
        }
        Style.marks(chart, 6, new double[] {a}, new double[] {example.f.applyAsDouble(a)});
        for (int k = 0; reference != null && k < ORDERS.length; k++) {
            if (!Arrays.equals(yours.expansions[k], reference.expansions[k])) {
                Style.referenceLine(chart, x, within(example, reference.expansions[k]));
            }
        }
        return chart;
    }

    /** NaN, which is not drawn, where a line leaves the picture. */
    private static double[] within(Example example, double[] y) {
        return Arrays.stream(y)
                .map(value -> Math.abs(value) <= example.reach ? value : Double.NaN)
                .toArray();
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How wrong it is at x = " + values.choice("x"), "order", "error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, MAX_ORDER);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        double[] orders = IntStream.rangeClosed(0, MAX_ORDER).asDoubleStream().toArray();
        Style.line(chart, "Lagrange's bound", 1, orders, Style.within(FLOOR, CEILING, yours.bounds));
        Style.path(chart, "error", 0, orders, Style.within(FLOOR, CEILING, yours.errors));
        if (reference != null) {
            Style.referenceLine(chart, orders, Style.within(FLOOR, CEILING, reference.bounds));
            Style.referenceLine(chart, orders, Style.within(FLOOR, CEILING, reference.errors));
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: %s and its expansions of order 1, 3, 5 and 9 around %s. Right: their error at %s by order, and the"
                        + " bound of Lagrange: order 1 is off by %.2g (bound %.2g), order 5 by %.2g (%.2g), order 9 by %.2g"
                        + " (%.2g), order %d by %.2g (%.2g).",
                values.choice("f"),
                values.choice("a"),
                values.choice("x"),
                yours.errors[1],
                yours.bounds[1],
                yours.errors[5],
                yours.bounds[5],
                yours.errors[9],
                yours.bounds[9],
                MAX_ORDER,
                yours.errors[MAX_ORDER],
                yours.bounds[MAX_ORDER]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.deepEquals(yours.expansions, reference.expansions)
                && Arrays.equals(yours.bounds, reference.bounds);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "In the reference order 9 is off by %.2g (bound %.2g).",
                        reference.errors[9],
                        reference.bounds[9]);
    }
}
