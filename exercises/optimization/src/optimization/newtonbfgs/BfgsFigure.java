package optimization.newtonbfgs;

import gradus.kit.Matrix;
import gradus.kit.Require;
import gradus.kit.figure.Comparison;
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
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import optimization.gradientdescent.GradientDescent;
import optimization.newtongauss.Newton;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Ways down with a slope, with a learned curvature, and with a given one. */
public final class BfgsFigure implements Figure<BfgsFigure.Series> {
    private static final List<String> NAMES = List.of("gradient descent", "BFGS", "Newton");
    private static final int MAX_STEPS = 60;

    /** What is drawn on a logarithmic axis, no less and no more. */
    private static final double FLOOR = 1e-12;

    private static final double TOLERANCE = 1e-10;

    /**
     * Where the methods went.
     *
     * @param ways (3, 1 + nSteps, 2)
     */
    public record Series(double[][][] ways) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("land", "function", List.of("Rosenbrock", "valley"), "Rosenbrock"),
                new Range("condition", "condition number of the valley", "", 1, 200, 1, 20),
                new Range("x", "x₁ of the start", "", -1.6, 1.6, 0.1, -1.2),
                new Range("y", "x₂ of the start", "", -0.4, 1.6, 0.1, 1));
    }

    @Override
    public Series series(Values values) {
        boolean isRosenbrock = isRosenbrock(values);
        double condition = values.number("condition");
        ToDoubleFunction<double[]> f = height(values);
        UnaryOperator<double[]> gradient = isRosenbrock
                ? x -> new double[] {-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0])}
                : x -> new double[] {x[0], condition * x[1]};
        double[] start = {values.number("x"), values.number("y")};
        double[][] descent = GradientDescent.descend(
                        gradient, GradientDescent.backtracking(f, isRosenbrock ? 0.01 : 1), start, TOLERANCE, MAX_STEPS)
                .path();
        double[][] newton = Newton.minimise(
                        f,
                        gradient,
                        x -> isRosenbrock
                                ? new double[][] {{1200 * x[0] * x[0] - 400 * x[1] + 2, -400 * x[0]}, {-400 * x[0], 200}
                                }
                                : new double[][] {{1, 0}, {0, condition}},
                        start,
                        TOLERANCE,
                        MAX_STEPS)
                .path();
        double[][] bfgs =
                Bfgs.minimise(f, gradient, start, TOLERANCE, MAX_STEPS).path();
        for (double[][] way : new double[][][] {descent, bfgs, newton}) {
            Require.columns("path", way, 2);
            Require.finite("path", way);
        }
        return new Series(new double[][][] {descent, bfgs, newton});
    }

    private static boolean isRosenbrock(Values values) {
        return values.choice("land").equals("Rosenbrock");
    }

    private static double[] minimum(Values values) {
        return isRosenbrock(values) ? new double[] {1, 1} : new double[2];
    }

    private static ToDoubleFunction<double[]> height(Values values) {
        double condition = values.number("condition");
        return isRosenbrock(values)
                ? x -> 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2)
                : x -> (x[0] * x[0] + condition * x[1] * x[1]) / 2;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What is it worth to know how the valley bends?",
                List.of(map(values, yours, reference), errors(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Ways down, at most " + MAX_STEPS + " steps", "x₁", "x₂");
        double[] box = {-1.8, 1.8, -0.8, 1.8};
        chart.getStyler()
                .setXAxisMin(box[0])
                .setXAxisMax(box[1])
                .setYAxisMin(box[2])
                .setYAxisMax(box[3]);
        ToDoubleFunction<double[]> f = height(values);
        Style.contours(
                chart,
                (x, y) -> f.applyAsDouble(new double[] {x, y}),
                box[0],
                box[1],
                box[2],
                box[3],
                DoubleStream.iterate(isRosenbrock(values) ? 1 : 0.05, level -> level * 2)
                        .limit(12)
                        .toArray());
        for (int k = 0; k < NAMES.size(); k++) {
            double[][] way = within(yours.ways[k], box);
            Style.path(chart, NAMES.get(k), k, Matrix.column(way, 0), Matrix.column(way, 1));
        }
        for (int k = 0; reference != null && k < NAMES.size(); k++) {
            double[][] way = within(reference.ways[k], box);
            Style.referenceLine(chart, Matrix.column(way, 0), Matrix.column(way, 1));
        }
        return chart;
    }

    /** Points outside are moved to the edge. */
    private static double[][] within(double[][] way, double[] box) {
        return Arrays.stream(way)
                .map(point -> new double[] {
                    Math.max(box[0], Math.min(box[1], point[0])), Math.max(box[2], Math.min(box[3], point[1]))
                })
                .toArray(double[][]::new);
    }

    private static XYChart errors(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("How far from the minimum", "step", "distance");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, MAX_STEPS);
        for (int k = 0; k < NAMES.size(); k++) {
            Style.path(chart, NAMES.get(k), k, numbers(yours.ways[k].length), distances(values, yours.ways[k]));
        }
        for (int k = 0; reference != null && k < NAMES.size(); k++) {
            Style.referenceLine(chart, numbers(reference.ways[k].length), distances(values, reference.ways[k]));
        }
        return chart;
    }

    private static double[] numbers(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static double[] distances(Values values, double[][] way) {
        return Arrays.stream(way)
                .mapToDouble(point -> Math.max(FLOOR, Matrix.norm(Matrix.plus(point, -1, minimum(values)))))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: three ways down %s from (%s, %s). Right: the distance from the minimum after each step, on a"
                        + " logarithmic axis where less than 10⁻¹² is drawn as 10⁻¹²: %s.",
                isRosenbrock(values) ? "Rosenbrock's valley" : "a valley of condition " + values.choice("condition"),
                values.choice("x"),
                values.choice("y"),
                ends(values, yours));
        return reference == null ? words : words + " " + Comparison.of(ends(values, yours), ends(values, reference));
    }

    private static String ends(Values values, Series series) {
        return IntStream.range(0, NAMES.size())
                .mapToObj(k -> String.format(
                        Locale.ROOT,
                        "%s %.2g after %d %s",
                        NAMES.get(k),
                        distances(values, series.ways[k])[series.ways[k].length - 1],
                        series.ways[k].length - 1,
                        series.ways[k].length == 2 ? "step" : "steps"))
                .collect(Collectors.joining(", "));
    }
}
