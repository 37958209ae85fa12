package javabasics.expressioncalculator;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Choice;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/** The graph of a formula, and the values of formulas that people quarrel about. */
public final class CalculatorFigure implements Figure<CalculatorFigure.Series> {
    private static final List<String> FORMULAS =
            List.of("a*x^2 - 2", "a - x^2", "a*2^-x^2", "sin(a*x)", "(x - a)*(x + a)*x/4", "150%*x - a");
    private static final List<String> PUZZLES =
            List.of("2+3*4", "10-4-3", "24/4/2", "8/2*(2+2)", "-3^2", "2^2^3/20", "200*6%");
    private static final double REACH = 3;
    private static final int N_POINTS = 160;

    /**
     * What eval gave.
     *
     * @param y (nPoints) the formula at points from -3 to 3
     * @param puzzles (nPuzzles) the values of the short formulas
     */
    public record Series(double[] y, double[] puzzles) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("formula", "a formula with x and a", FORMULAS, FORMULAS.get(0)),
                new Range("a", "the number a", "", -3, 3, 0.25, 1));
    }

    @Override
    public Series series(Values values) {
        double[] y =
                Arrays.stream(x()).map(x -> Parser.eval(written(values, x))).toArray();
        double[] puzzles = PUZZLES.stream().mapToDouble(Parser::eval).toArray();
        Require.finite("eval", new double[][] {y});
        Require.finite("eval", new double[][] {puzzles});
        return new Series(y, puzzles);
    }

    private static double[] x() {
        return IntStream.rangeClosed(0, N_POINTS)
                .mapToDouble(k -> -REACH + 2 * REACH * k / N_POINTS)
                .toArray();
    }

    /** The chosen formula with numbers instead of x and a. */
    private static String written(Values values, double x) {
        return values.choice("formula")
                .replaceAll("\\bx\\b", "(" + plain(x) + ")")
                .replaceAll("\\ba\\b", "(" + plain(values.number("a")) + ")");
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String rounded(double value) {
        return plain(new BigDecimal(value).round(new MathContext(4)).doubleValue());
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What formulas come to",
                List.of(graph(values, yours, reference), puzzles(yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart graph(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("y = " + values.choice("formula") + " with a = " + values.choice("a"), "x", "y");
        Style.rangeX(chart, -REACH, REACH);
        chart.getStyler().setYAxisMin(-8.0).setYAxisMax(8.0);
        Style.backgroundLine(chart, new double[] {-REACH, REACH}, new double[] {0, 0});
        Style.backgroundLine(chart, new double[] {0, 0}, new double[] {-8, 8});
        Style.line(chart, "your eval", 0, x(), inside(yours.y));
        if (reference != null) {
            Style.referenceLine(chart, x(), inside(reference.y));
        }
        return chart;
    }

    /** Values that the panel has place for; NaN where it has none. */
    private static double[] inside(double[] y) {
        return Arrays.stream(y).map(v -> Math.abs(v) <= 8 ? v : Double.NaN).toArray();
    }

    private static CategoryChart puzzles(Series yours, @Nullable Series reference) {
        CategoryChart chart = Style.bars("Formulas that people read differently", "formula", "value");
        chart.getStyler().setYAxisMin(-10.0).setYAxisMax(20.0);
        Style.bars(chart, "your eval", PUZZLES, boxed(yours.puzzles));
        if (reference != null) {
            Style.referenceBars(chart, "reference", PUZZLES, boxed(reference.puzzles));
        }
        return chart;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values)
                .map(v -> Math.max(-10, Math.min(20, v)))
                .boxed()
                .toList();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: the graph of y = %s with a = %s, as your eval computes it; y is %s at -3, %s at 0 and %s at 3,"
                        + " and what lies beyond 8 is left out. Right: the values of formulas that people read differently: %s.",
                values.choice("formula"),
                values.choice("a"),
                rounded(yours.y[0]),
                rounded(yours.y[N_POINTS / 2]),
                rounded(yours.y[N_POINTS]),
                IntStream.range(0, PUZZLES.size())
                        .mapToObj(
                                k -> String.format(Locale.ROOT, "%s is %s", PUZZLES.get(k), rounded(yours.puzzles[k])))
                        .collect(Collectors.joining(", ")));
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        List<String> others = IntStream.range(0, PUZZLES.size())
                .filter(k -> Math.abs(yours.puzzles[k] - reference.puzzles[k]) > 1e-9)
                .mapToObj(k -> String.format(Locale.ROOT, "%s is %s", PUZZLES.get(k), rounded(reference.puzzles[k])))
                .toList();
        boolean isSameGraph =
                IntStream.range(0, reference.y.length).allMatch(k -> Math.abs(yours.y[k] - reference.y[k]) <= 1e-9);
        if (others.isEmpty() && isSameGraph) {
            return "The reference gives the same.";
        }
        return "The reference has "
                + (isSameGraph
                        ? "the same graph"
                        : String.format(
                                Locale.ROOT,
                                "another graph, with %s at -3, %s at 0 and %s at 3",
                                rounded(reference.y[0]),
                                rounded(reference.y[N_POINTS / 2]),
                                rounded(reference.y[N_POINTS])))
                + (others.isEmpty() ? "." : "; to it " + String.join(", ", others) + ".");
    }
}
