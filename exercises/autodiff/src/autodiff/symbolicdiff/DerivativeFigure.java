package autodiff.symbolicdiff;

import autodiff.symbolicexpressions.Expr;
import autodiff.symbolicexpressions.ExprParser;
import autodiff.symbolicexpressions.Expressions;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A formula with its derivatives, and how long they are. */
public final class DerivativeFigure implements Figure<DerivativeFigure.Series> {
    private static final List<String> FORMULAS = List.of(
            "x^3 - 3*x",
            "sin(a*x)",
            "exp(-a*x^2)",
            "x*sin(a*x)",
            "x^5",
            "exp(a*x)*cos(x)",
            "1/(1 + a*x^2)",
            "log(x^2 + a)");
    private static final int N_POINTS = 161;
    private static final double REACH = 3;
    private static final int ORDERS = 5;

    /**
     * What the room gave.
     *
     * @param y (3, nPoints) values of f, f' and f''
     * @param printed (3) all of them, simplified
     * @param raw (ORDERS) nodes of the derivatives of order 0, 1, … as diff gives them
     * @param simple (ORDERS) nodes of them, simplified after each order
     */
    public record Series(double[][] y, List<String> printed, double[] raw, double[] simple) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("formula", "formula", FORMULAS, FORMULAS.get(0)),
                new Range("a", "the number a", "", 0.5, 3, 0.5, 1));
    }

    @Override
    public Series series(Values values) {
        Map<String, Double> at = Map.of("a", values.number("a"));
        Expr raw = ExprParser.parse(values.choice("formula"));
        Expr simple = raw;
        double[][] y = new double[3][];
        List<String> printed = new ArrayList<>();
        double[] rawSizes = new double[ORDERS];
        double[] simpleSizes = new double[ORDERS];
        for (int order = 0; order < ORDERS; order++) {
            rawSizes[order] = Simplifier.size(raw);
            simpleSizes[order] = Simplifier.size(simple);
            if (order < 3) {
                Expr now = simple;
                printed.add(Expressions.print(now));
                y[order] = Arrays.stream(x())
                        .map(x -> Expressions.eval(now, Map.of("x", x, "a", at.get("a"))))
                        .toArray();
            }
            raw = Derivative.diff(raw, "x");
            simple = Simplifier.simplify(Derivative.diff(simple, "x"));
        }
        Require.finite("values of derivatives", y);
        return new Series(y, printed, rawSizes, simpleSizes);
    }

    /** None of them is 0, where 0/0 would stand in some simplified formulas. */
    private static double[] x() {
        return IntStream.range(0, N_POINTS)
                .mapToDouble(k -> -REACH + 2 * REACH * (k + 0.5) / N_POINTS + 1e-6)
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A formula and its derivatives",
                List.of(curves(values, yours, reference), sizes(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart curves(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("f(x) = " + values.choice("formula") + " with a = " + values.choice("a"), "x", "y");
        Style.rangeX(chart, -REACH, REACH);
        chart.getStyler().setYAxisMin(-4.0).setYAxisMax(4.0);
        Style.backgroundLine(chart, new double[] {-REACH, REACH}, new double[] {0, 0});
        List<String> names = List.of("f", "f'", "f''");
        for (int k = 0; k < names.size(); k++) {
            Style.line(chart, names.get(k), k, x(), inside(yours.y[k]));
            if (reference != null) {
                Style.referenceLine(chart, x(), inside(reference.y[k]));
            }
        }
        return chart;
    }

    private static double[] inside(double[] y) {
        return Arrays.stream(y).map(v -> Math.abs(v) <= 4 ? v : Double.NaN).toArray();
    }

    private static XYChart sizes(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How long the derivatives are", "order of the derivative", "nodes of the tree");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, ORDERS - 1);
        chart.getStyler().setYAxisMin(1.0).setYAxisMax(10000.0);
        double[] orders = IntStream.range(0, ORDERS).asDoubleStream().toArray();
        Style.path(chart, "as diff gives them", 1, orders, shown(yours.raw));
        Style.path(chart, "simplified", 0, orders, shown(yours.simple));
        if (reference != null) {
            Style.referenceLine(chart, orders, shown(reference.simple));
        }
        return chart;
    }

    private static double[] shown(double[] sizes) {
        return Arrays.stream(sizes).map(size -> Math.min(10000, size)).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int last = ORDERS - 1;
        String words = String.format(
                Locale.ROOT,
                "Left: %s with a = %s, and its derivatives %s and %s. Right: the number of nodes in the tree of derivative %d is"
                        + " %.0f as the rules give it and %.0f simplified; the formula itself has %.0f.",
                values.choice("formula"),
                values.choice("a"),
                yours.printed.get(1),
                yours.printed.get(2),
                last,
                yours.raw[last],
                yours.simple[last],
                yours.simple[0]);
        if (reference == null) {
            return words;
        }
        return words
                + (reference.printed.equals(yours.printed)
                        ? " The reference has the same derivatives."
                        : " The reference has " + reference.printed.get(1) + " and " + reference.printed.get(2) + ".");
    }
}
