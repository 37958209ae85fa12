package autodiff.scalarautodiff;

import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;

/** The graph of a neuron's error with all gradients, and how the neuron learns with them. */
public final class ValueFigure implements Figure<ValueFigure.Series> {
    private static final int N_STEPS = 40;
    private static final int N_INPUTS = 6;
    private static final double X1 = 1.5;
    private static final double TARGET = -0.5;
    private static final double[] WEIGHTS = {0.8, -0.4};
    private static final double FLOOR = 1e-12;
    private static final double CEILING = 10;

    private static final List<String> NAMES = List.of(
            "w₁",
            "x₁",
            "w₂",
            "x₂",
            "b",
            "target",
            "w₁·x₁",
            "w₂·x₂",
            "sum",
            "plus b",
            "tanh",
            "minus target",
            "squared");

    /** (nNodes, 2) x and y. */
    private static final double[][] PLACES = {
        {0, 5}, {0, 4}, {0, 3}, {0, 2}, {0, 1}, {0, 0}, {1, 4.5}, {1, 2.5}, {2, 3.5}, {3, 2.25}, {4, 2.25}, {5, 1.0},
        {6, 2.25},
    };

    private static final int[][] EDGES = {
        {0, 6}, {1, 6}, {2, 7}, {3, 7}, {6, 8}, {7, 8}, {8, 9}, {4, 9}, {9, 10}, {10, 11}, {5, 11}, {11, 12},
    };

    /**
     * What the graph gave.
     *
     * @param values (nNodes) the numbers in it
     * @param gradients (nNodes) the error's derivative by each
     * @param errors (N_STEPS + 1) squared error after each step of learning
     */
    public record Series(double[] values, double[] gradients, double[] errors) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("x2", "input x₂", "", -2, 2, 0.5, 1),
                new Range("b", "bias b", "", -3, 3, 0.5, 0.5),
                new Range("rate", "learning rate", "", 0.05, 2, 0.05, 0.1));
    }

    @Override
    public Series series(Values values) {
        double[] inputs = {WEIGHTS[0], X1, WEIGHTS[1], values.number("x2"), values.number("b"), TARGET};
        List<Value> nodes = neuron(inputs);
        nodes.get(nodes.size() - 1).backward();
        double[] numbers = nodes.stream().mapToDouble(Value::value).toArray();
        double[] gradients = nodes.stream().mapToDouble(Value::gradient).toArray();
        double[] errors = new double[N_STEPS + 1];
        for (int step = 0; step <= N_STEPS; step++) {
            List<Value> now = neuron(inputs);
            Value error = now.get(now.size() - 1);
            error.backward();
            errors[step] = error.value();
            for (int weight : new int[] {0, 2, 4}) {
                inputs[weight] -= values.number("rate") * now.get(weight).gradient();
            }
        }
        Require.finite("values, gradients", new double[][] {numbers, gradients});
        Require.finite("errors", new double[][] {errors});
        return new Series(numbers, gradients, errors);
    }

    /** The numbers in the graph, inputs first, the squared error last. */
    private static List<Value> neuron(double[] inputs) {
        List<Value> in = Arrays.stream(inputs).mapToObj(Value::of).toList();
        Value first = in.get(0).multiply(in.get(1));
        Value second = in.get(2).multiply(in.get(3));
        Value sum = first.add(second);
        Value shifted = sum.add(in.get(4));
        Value output = shifted.tanh();
        Value difference = output.subtract(in.get(5));
        Value error = difference.power(2);
        return List.of(
                in.get(0),
                in.get(1),
                in.get(2),
                in.get(3),
                in.get(4),
                in.get(5),
                first,
                second,
                sum,
                shifted,
                output,
                difference,
                error);
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "The error of a neuron, and what changes it",
                List.of(graph(yours, reference), learning(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart graph(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Above each number its value, below it its gradient", "", "");
        Style.rangeX(chart, -0.2, 6.6);
        chart.getStyler().setYAxisMin(-0.7).setYAxisMax(5.8);
        chart.getStyler().setAxisTicksVisible(false).setPlotGridLinesVisible(false);
        chart.getStyler().setAnnotationTextFont(chart.getStyler().getLegendFont());
        chart.getStyler().setAnnotationTextFontColor(chart.getStyler().getChartFontColor());
        for (int[] edge : EDGES) {
            Style.backgroundLine(chart, new double[] {PLACES[edge[0]][0], PLACES[edge[1]][0]}, new double[] {
                PLACES[edge[0]][1], PLACES[edge[1]][1]
            });
        }
        points(chart, "input", 1, 0, N_INPUTS);
        points(chart, "computed", 0, N_INPUTS, PLACES.length);
        for (int k = 0; k < PLACES.length; k++) {
            text(chart, NAMES.get(k) + " = " + brief(yours.values[k]), PLACES[k][0], PLACES[k][1] + 0.3);
            String right = reference != null && Math.abs(reference.gradients[k] - yours.gradients[k]) > 1e-9
                    ? " (" + brief(reference.gradients[k]) + ")"
                    : "";
            text(chart, brief(yours.gradients[k]) + right, PLACES[k][0], PLACES[k][1] - 0.3);
        }
        return chart;
    }

    private static void points(XYChart chart, String name, int group, int from, int to) {
        double[][] places = Arrays.copyOfRange(PLACES, from, to);
        Style.points(
                chart,
                name,
                group,
                Arrays.stream(places).mapToDouble(place -> place[0]).toArray(),
                Arrays.stream(places).mapToDouble(place -> place[1]).toArray());
    }

    private static void text(XYChart chart, String text, double x, double y) {
        chart.addAnnotation(new AnnotationText(text, x, y, false));
    }

    private static String brief(double value) {
        return String.format(Locale.ROOT, "%.3g", value + 0.0)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }

    private static XYChart learning(Values values, Series yours, @Nullable Series reference) {
        XYChart chart =
                Style.xy("Learning with rate " + values.choice("rate"), "steps against the gradient", "squared error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, N_STEPS);
        chart.getStyler().setYAxisMin(FLOOR).setYAxisMax(CEILING);
        double[] steps = IntStream.rangeClosed(0, N_STEPS).asDoubleStream().toArray();
        Style.path(chart, "your gradients", 0, steps, Style.within(FLOOR, CEILING, yours.errors));
        if (reference != null) {
            Style.referenceLine(chart, steps, Style.within(FLOOR, CEILING, reference.errors));
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        StringBuilder words = new StringBuilder(String.format(
                Locale.ROOT,
                "Left: the graph of (tanh(w₁x₁ + w₂x₂ + b) - target)² with x₂ = %s and b = %s. Values and gradients:",
                values.choice("x2"),
                values.choice("b")));
        for (int k = 0; k < PLACES.length; k++) {
            words.append(String.format(
                    Locale.ROOT,
                    "%s %s %s and %s",
                    k == 0 ? "" : ",",
                    NAMES.get(k),
                    brief(yours.values[k]),
                    brief(yours.gradients[k])));
        }
        words.append(String.format(
                Locale.ROOT,
                ". Right: learning with rate %s takes the squared error from %.3g to %.3g after 10 steps and %.3g after %d.",
                values.choice("rate"),
                yours.errors[0],
                yours.errors[10],
                yours.errors[N_STEPS],
                N_STEPS));
        if (reference != null) {
            boolean isSame = IntStream.range(0, PLACES.length)
                    .allMatch(k -> Math.abs(reference.gradients[k] - yours.gradients[k]) <= 1e-9);
            words.append(
                    isSame
                            ? " The reference has the same gradients."
                            : " The reference has other gradients: " + Arrays.toString(reference.gradients) + ".");
        }
        return words.toString();
    }
}
