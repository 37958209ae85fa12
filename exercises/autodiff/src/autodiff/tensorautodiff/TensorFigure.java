package autodiff.tensorautodiff;

import arraysandtables.ndarraycore.NdArray;
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
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** A net of one hidden layer learns a curve. */
public final class TensorFigure implements Figure<TensorFigure.Series> {
    private static final int N_SAMPLES = 24;
    private static final int N_POINTS = 121;
    private static final double REACH = 2;
    private static final double CEILING = 10;
    private static final double FLOOR = 1e-4;

    /**
     * What the net gave.
     *
     * @param before (nPoints) its curve before the first step
     * @param after (nPoints) its curve after the last
     * @param losses (nSteps + 1) mean squared error
     */
    public record Series(double[] before, double[] after, double[] losses) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("hidden", "hidden units", "", 1, 16, 1, 8),
                new Range("steps", "steps of learning", "", 0, 400, 20, 300),
                new Range("rate", "learning rate", "", 0.02, 1, 0.02, 0.2));
    }

    @Override
    public Series series(Values values) {
        int nHidden = values.whole("hidden");
        int nSteps = values.whole("steps");
        List<Tensor> parameters = initial(nHidden);
        Tensor X = column(samples());
        Tensor y = column(targets());
        double[] before = curve(parameters);
        double[] losses = new double[nSteps + 1];
        for (int step = 0; step <= nSteps; step++) {
            Tensor difference = net(X, parameters).subtract(y);
            Tensor loss = difference.multiply(difference).mean();
            losses[step] = loss.item();
            if (step < nSteps) {
                parameters.forEach(Tensor::zeroGradient);
                loss.backward();
                parameters.forEach(parameter ->
                        parameter.set(parameter.value().add(scaled(-values.number("rate"), parameter.gradient()))));
            }
        }
        double[] after = curve(parameters);
        Require.finite("the net's outputs and losses", new double[][] {before});
        return new Series(before, after, losses);
    }

    private static NdArray scaled(double factor, NdArray a) {
        return a.multiply(NdArray.of(new double[] {factor}, 1));
    }

    private static List<Tensor> initial(int nHidden) {
        SplittableRandom random = new SplittableRandom(3);
        double[] weights = random.doubles(nHidden, -2, 2).toArray();
        double[] biases = random.doubles(nHidden, -2, 2).toArray();
        double[] outer = random.doubles(nHidden, -0.5, 0.5).toArray();
        return List.of(
                Tensor.parameter(NdArray.of(weights, 1, nHidden)),
                Tensor.parameter(NdArray.of(biases, nHidden)),
                Tensor.parameter(NdArray.of(outer, nHidden, 1)),
                Tensor.parameter(NdArray.of(new double[1], 1)));
    }

    private static Tensor net(Tensor X, List<Tensor> p) {
        return X.matmul(p.get(0)).add(p.get(1)).tanh().matmul(p.get(2)).add(p.get(3));
    }

    private static double[] curve(List<Tensor> parameters) {
        double[] y = net(
                        column(points()),
                        parameters.stream().map(Tensor::detach).toList())
                .value()
                .toArray();
        Require.length("the net's outputs", y, N_POINTS);
        return y;
    }

    private static Tensor column(double[] elements) {
        return Tensor.of(elements, elements.length, 1);
    }

    private static double[] points() {
        return IntStream.range(0, N_POINTS)
                .mapToDouble(i -> REACH * (2.0 * i / (N_POINTS - 1) - 1))
                .toArray();
    }

    private static double[] samples() {
        return IntStream.range(0, N_SAMPLES)
                .mapToDouble(i -> REACH * (2.0 * i / (N_SAMPLES - 1) - 1))
                .toArray();
    }

    private static double[] targets() {
        SplittableRandom random = new SplittableRandom(7);
        return Arrays.stream(samples())
                .map(x -> Math.sin(2.5 * x) * 0.8 + 0.3 * x + 0.12 * random.nextGaussian())
                .toArray();
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "A net learns a curve",
                List.of(curves(values, yours, reference), losses(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart curves(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                "tanh with " + values.choice("hidden") + " hidden, after " + values.choice("steps") + " steps",
                "x",
                "y");
        Style.rangeX(chart, -REACH, REACH);
        chart.getStyler().setYAxisMin(-2.0).setYAxisMax(2.0);
        Style.points(chart, "samples", 0, samples(), targets());
        Style.line(chart, "before", 5, points(), inside(yours.before));
        Style.line(chart, "after", 1, points(), inside(yours.after));
        if (reference != null) {
            Style.referenceLine(chart, points(), inside(reference.after));
        }
        return chart;
    }

    private static double[] inside(double[] y) {
        return Arrays.stream(y).map(v -> Math.abs(v) <= 2 ? v : Double.NaN).toArray();
    }

    private static XYChart losses(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Learning with rate " + values.choice("rate"), "step", "mean squared error");
        Style.logarithmicY(chart);
        Style.rangeX(chart, 0, Math.max(1, yours.losses.length - 1));
        chart.getStyler().setYAxisMin(FLOOR * 10).setYAxisMax(CEILING);
        double[] steps =
                IntStream.range(0, yours.losses.length).asDoubleStream().toArray();
        Style.line(chart, "your gradients", 0, steps, shown(yours.losses));
        if (reference != null && reference.losses.length == steps.length) {
            Style.referenceLine(chart, steps, shown(reference.losses));
        }
        return chart;
    }

    private static double[] shown(double[] losses) {
        return Arrays.stream(losses)
                .map(loss -> loss < CEILING ? Math.max(FLOOR * 10, loss) : CEILING)
                .toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int last = yours.losses.length - 1;
        String words = String.format(
                Locale.ROOT,
                "Left: %d samples of a curve with two bends, and what a net of %s hidden units makes of them before and after"
                        + " %s steps. Right: its mean squared error with rate %s falls from %.3g to %.3g half way and %.3g"
                        + " at the end.",
                N_SAMPLES,
                values.choice("hidden"),
                values.choice("steps"),
                values.choice("rate"),
                yours.losses[0],
                yours.losses[last / 2],
                yours.losses[last]);
        if (reference == null) {
            return words;
        }
        double end = reference.losses[reference.losses.length - 1];
        return words
                + (Math.abs(end - yours.losses[last]) <= 1e-6
                        ? " The reference ends with the same."
                        : String.format(Locale.ROOT, " The reference ends with %.3g.", end));
    }
}
