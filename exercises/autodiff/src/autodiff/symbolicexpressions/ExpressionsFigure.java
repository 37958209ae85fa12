package autodiff.symbolicexpressions;

import autodiff.symbolicexpressions.Expr.Add;
import autodiff.symbolicexpressions.Expr.Const;
import autodiff.symbolicexpressions.Expr.Cos;
import autodiff.symbolicexpressions.Expr.Exp;
import autodiff.symbolicexpressions.Expr.Log;
import autodiff.symbolicexpressions.Expr.Mul;
import autodiff.symbolicexpressions.Expr.Pow;
import autodiff.symbolicexpressions.Expr.Sin;
import autodiff.symbolicexpressions.Expr.Var;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;

/** The tree of a formula with the value of each part, and its graph. */
public final class ExpressionsFigure implements Figure<ExpressionsFigure.Series> {
    private static final List<String> FORMULAS =
            List.of("x - 2*x/(x + 1)", "x^2 - 2*x + 1", "exp(-x^2)", "sin(x)^2 + cos(x)^2", "log(x)*sqrt(x)", "x^x");
    private static final int N_POINTS = 118;
    private static final double REACH = 4;

    /**
     * A part of the formula in the picture.
     *
     * @param label what it is
     * @param value of this part
     * @param x place
     * @param y place, the root at 0, its parts below
     * @param parent its number in the list; -1 for the root
     */
    public record Node(String label, double value, double x, double y, int parent) {}

    /**
     * What the room gave.
     *
     * @param nodes of the tree
     * @param printed the formula as it was printed
     * @param y (nPoints) values of the formula
     */
    public record Series(List<Node> nodes, String printed, double[] y) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("formula", "formula", FORMULAS, FORMULAS.get(0)),
                new Range("x", "the number x", "", 0.25, 3.75, 0.25, 2));
    }

    @Override
    public Series series(Values values) {
        Expr tree = ExprParser.parse(values.choice("formula"));
        List<Node> nodes = new ArrayList<>();
        place(tree, values.number("x"), -1, 0, nodes, new double[1]);
        double[] y = Arrays.stream(x())
                .map(x -> Expressions.eval(tree, Map.of("x", x)))
                .toArray();
        Require.finite("eval", new double[][] {y});
        return new Series(nodes, Expressions.print(tree), y);
    }

    /** Adds a tree: leaves from left to right, every other node above the middle of its parts. */
    private static double place(Expr e, double x, int parent, int depth, List<Node> nodes, double[] nextLeaf) {
        int me = nodes.size();
        double value = Expressions.eval(e, Map.of("x", x));
        nodes.add(new Node(label(e), value, 0, -depth, parent));
        double sum = 0;
        List<Expr> parts = parts(e);
        for (Expr part : parts) {
            sum += place(part, x, me, depth + 1, nodes, nextLeaf);
        }
        double at = parts.isEmpty() ? nextLeaf[0]++ : sum / parts.size();
        nodes.set(me, new Node(label(e), value, at, -depth, parent));
        return at;
    }

    private static List<Expr> parts(Expr e) {
        if (e instanceof Add a) {
            return List.of(a.left(), a.right());
        } else if (e instanceof Mul m) {
            return List.of(m.left(), m.right());
        } else if (e instanceof Pow p) {
            return List.of(p.base(), p.exponent());
        } else if (e instanceof Exp f) {
            return List.of(f.of());
        } else if (e instanceof Log f) {
            return List.of(f.of());
        } else if (e instanceof Sin f) {
            return List.of(f.of());
        }
        return e instanceof Cos f ? List.of(f.of()) : List.of();
    }

    private static String label(Expr e) {
        if (e instanceof Const c) {
            return brief(c.value());
        }
        return e instanceof Var v ? v.name() : e.getClass().getSimpleName();
    }

    private static double[] x() {
        return IntStream.range(0, N_POINTS)
                .mapToDouble(k -> 0.05 + (REACH - 0.05) * k / (N_POINTS - 1))
                .toArray();
    }

    private static String brief(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A formula is a tree",
                List.of(tree(values, yours), graph(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart tree(Values values, Series yours) {
        XYChart chart = Style.xy(yours.printed + " at x = " + values.choice("x"), "", "");
        double right = yours.nodes.stream().mapToDouble(Node::x).max().orElse(1);
        double bottom = yours.nodes.stream().mapToDouble(Node::y).min().orElse(-1);
        Style.rangeX(chart, -0.5, right + 0.5);
        chart.getStyler().setYAxisMin(bottom - 0.5).setYAxisMax(0.5);
        chart.getStyler().setAxisTicksVisible(false).setPlotGridLinesVisible(false);
        chart.getStyler().setAnnotationTextFont(chart.getStyler().getLegendFont());
        chart.getStyler().setAnnotationTextFontColor(chart.getStyler().getChartFontColor());
        for (Node node : yours.nodes) {
            if (node.parent >= 0) {
                Node parent = yours.nodes.get(node.parent);
                Style.backgroundLine(chart, new double[] {parent.x, node.x}, new double[] {parent.y, node.y});
            }
        }
        points(
                chart,
                "operation",
                0,
                yours.nodes.stream().filter(ExpressionsFigure::isOperation).toList());
        points(
                chart,
                "number or variable",
                1,
                yours.nodes.stream().filter(node -> !isOperation(node)).toList());
        double gap = 0.055 * (1 - bottom);
        for (Node node : yours.nodes) {
            chart.addAnnotation(new AnnotationText(node.label, node.x, node.y + gap, false));
            if (isOperation(node) || node.label.equals("x")) {
                chart.addAnnotation(new AnnotationText("= " + brief(node.value), node.x, node.y - gap, false));
            }
        }
        return chart;
    }

    private static boolean isOperation(Node node) {
        return Character.isUpperCase(node.label.charAt(0));
    }

    private static void points(XYChart chart, String name, int group, List<Node> nodes) {
        if (!nodes.isEmpty()) {
            Style.points(
                    chart,
                    name,
                    group,
                    nodes.stream().mapToDouble(Node::x).toArray(),
                    nodes.stream().mapToDouble(Node::y).toArray());
        }
    }

    private static XYChart graph(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("y = " + values.choice("formula"), "x", "y");
        Style.rangeX(chart, 0, REACH);
        chart.getStyler().setYAxisMin(-2.0).setYAxisMax(4.0);
        Style.line(chart, "your eval", 0, x(), inside(yours.y));
        Style.marks(chart, 0, new double[] {values.number("x")}, inside(new double[] {yours.nodes.get(0).value}));
        if (reference != null) {
            Style.referenceLine(chart, x(), inside(reference.y));
        }
        return chart;
    }

    private static double[] inside(double[] y) {
        return Arrays.stream(y).map(v -> v >= -2 && v <= 4 ? v : Double.NaN).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: the tree of %s, printed as %s, with the value of each part at x = %s: %s. Right: its graph from 0 to 4;"
                        + " it is %s at %s.",
                values.choice("formula"),
                yours.printed,
                values.choice("x"),
                yours.nodes.stream()
                        .map(node -> node.label + " is " + brief(node.value))
                        .collect(Collectors.joining(", ")),
                brief(yours.nodes.get(0).value),
                values.choice("x"));
        if (reference == null) {
            return words;
        }
        return words
                + (reference.printed.equals(yours.printed) && Arrays.equals(reference.y, yours.y)
                        ? " The reference has the same."
                        : " The reference prints " + reference.printed + " and has "
                                + brief(reference.nodes.get(0).value) + " there.");
    }
}
