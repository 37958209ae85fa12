package optimization.adaptiveoptimizers;

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
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Ways of four optimizers through a landscape, and how high they are after each step. */
public final class OptimizersFigure implements Figure<OptimizersFigure.Series> {
    private static final List<String> NAMES = List.of("Sgd", "Momentum", "RmsProp", "Adam");

    /** What is drawn on a logarithmic axis: no less and no more. */
    private static final double FLOOR = 1e-10;

    private static final double CEILING = 1e4;

    /** Where a walk is cut: beyond this it was thrown out. */
    private static final double FAR = 1e6;

    /**
     * Where the optimizers went.
     *
     * @param ways (4, 1 + nSteps, 2) up to where one was thrown out
     */
    public record Series(double[][][] ways) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Choice("landscape", "landscape", List.of("Rosenbrock", "Beale"), "Rosenbrock"),
                new Range("rates", "all learning rates are multiplied by this", "", 0.1, 4, 0.1, 1),
                new Range("momentum", "β of Momentum, β₁ of Adam", "", 0, 0.98, 0.01, 0.9),
                new Range("steps", "steps", "", 20, 2000, 20, 400));
    }

    @Override
    public Series series(Values values) {
        Landscape landscape = landscape(values);
        double rates = values.number("rates");
        double momentum = values.number("momentum");
        Optimizer[] optimizers = {
            new Sgd(0.001 * rates),
            new Momentum(2, 0.001 * rates, momentum),
            new RmsProp(2, 0.01 * rates, 0.99, 1e-8),
            new Adam(2, 0.05 * rates, momentum, 0.99, 1e-8)
        };
        return new Series(Arrays.stream(optimizers)
                .map(optimizer -> way(landscape, optimizer, values.whole("steps")))
                .toArray(double[][][]::new));
    }

    private static double[][] way(Landscape landscape, Optimizer optimizer, int nSteps) {
        double[][] path = Walk.path(optimizer, landscape, landscape.start(), nSteps);
        Require.columns("path", path, 2);
        int end = 1;
        while (end < path.length && Matrix.norm(path[end]) < FAR) {
            end++;
        }
        double[][] way = Arrays.copyOf(path, end);
        Require.finite("path", way);
        return way;
    }

    private static Landscape landscape(Values values) {
        return values.choice("landscape").equals("Beale") ? Landscape.BEALE : Landscape.ROSENBROCK;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "Which way, and how fast?",
                List.of(map(values, yours, reference), heights(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart map(Values values, Series yours, @Nullable Series reference) {
        Landscape landscape = landscape(values);
        boolean isRosenbrock = landscape == Landscape.ROSENBROCK;
        XYChart chart = Style.xy("Ways through the landscape of " + values.choice("landscape"), "x", "y");
        double[] box = isRosenbrock ? new double[] {-1.7, 1.7, -0.6, 1.7} : new double[] {0, 4, -1, 1.6};
        chart.getStyler()
                .setXAxisMin(box[0])
                .setXAxisMax(box[1])
                .setYAxisMin(box[2])
                .setYAxisMax(box[3]);
        Style.contours(
                chart,
                (x, y) -> landscape.value(new double[] {x, y}),
                box[0],
                box[1],
                box[2],
                box[3],
                DoubleStream.iterate(isRosenbrock ? 1 : 0.02, level -> level * 2)
                        .limit(14)
                        .toArray());
        for (int k = 0; k < NAMES.size(); k++) {
            double[][] inside = inside(yours.ways[k], box);
            Style.line(chart, NAMES.get(k), k, Matrix.column(inside, 0), Matrix.column(inside, 1));
        }
        for (int k = 0; reference != null && k < NAMES.size(); k++) {
            double[][] inside = inside(reference.ways[k], box);
            Style.referenceLine(chart, Matrix.column(inside, 0), Matrix.column(inside, 1));
        }
        Style.points(chart, "minimum", 6, new double[] {landscape.minimum()[0]}, new double[] {
            landscape.minimum()[1]
        });
        return chart;
    }

    /** A way until it leaves the box, with the first point outside moved to its edge. */
    private static double[][] inside(double[][] way, double[] box) {
        for (int k = 0; k < way.length; k++) {
            double x = Math.max(box[0], Math.min(box[1], way[k][0]));
            double y = Math.max(box[2], Math.min(box[3], way[k][1]));
            if (x != way[k][0] || y != way[k][1]) {
                double[][] cut = Arrays.copyOf(way, k + 1);
                cut[k] = new double[] {x, y};
                return cut;
            }
        }
        return way;
    }

    private static XYChart heights(Values values, Series yours, @Nullable Series reference) {
        Landscape landscape = landscape(values);
        XYChart chart = Style.xy("How high after each step", "step", "height above the minimum");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, values.whole("steps"));
        for (int k = 0; k < NAMES.size(); k++) {
            Style.line(chart, NAMES.get(k), k, numbers(yours.ways[k].length), heights(landscape, yours.ways[k]));
        }
        for (int k = 0; reference != null && k < NAMES.size(); k++) {
            Style.referenceLine(chart, numbers(reference.ways[k].length), heights(landscape, reference.ways[k]));
        }
        return chart;
    }

    private static double[] numbers(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static double[] heights(Landscape landscape, double[][] way) {
        return Arrays.stream(way)
                .mapToDouble(landscape::value)
                .map(height -> Math.max(FLOOR, Math.min(CEILING, height)))
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        String words = String.format(
                Locale.ROOT,
                "Left: ways of four optimizers from (%s, %s) over the contours of %s, up to %d steps, learning rates"
                        + " multiplied by %s, momentum %s. Right: the height after each step, on a logarithmic axis; at the end"
                        + " %s.",
                number(landscape(values).start()[0]),
                number(landscape(values).start()[1]),
                values.choice("landscape"),
                values.whole("steps"),
                values.choice("rates"),
                values.choice("momentum"),
                ends(values, yours));
        return reference == null ? words : words + " " + Comparison.of(ends(values, yours), ends(values, reference));
    }

    private static String ends(Values values, Series series) {
        Landscape landscape = landscape(values);
        return IntStream.range(0, NAMES.size())
                .mapToObj(k -> {
                    double[][] way = series.ways[k];
                    return way.length <= values.whole("steps")
                            ? String.format("%s was thrown out after %d steps", NAMES.get(k), way.length - 1)
                            : String.format(Locale.ROOT, "%s %.2g", NAMES.get(k), landscape.value(way[way.length - 1]));
                })
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
