package regression.regressionlosses;

import gradus.kit.Matrix;
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
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;
import regression.linearregression.LinearRegression;
import regression.regressionlosses.Loss.Absolute;
import regression.regressionlosses.Loss.Huber;
import regression.regressionlosses.Loss.Pinball;
import regression.regressionlosses.Loss.Squared;

/** Four losses, their slopes, what they hold for the best constant, and the lines that they lead to. */
public final class LossFigure implements Figure<LossFigure.Series> {
    private static final double[] RESIDUALS =
            IntStream.rangeClosed(-60, 60).mapToDouble(i -> i / 20.0).toArray();
    private static final int N_SAMPLES = 40;
    private static final int N_OUTLIERS = 4;
    private static final double LEARNING_RATE = 0.05;
    private static final int N_STEPS = 1000;

    /**
     * What the losses gave, in the order Squared, Absolute, Huber, Pinball.
     *
     * @param losses (4, nResiduals)
     * @param slopes (4, nResiduals)
     * @param means (4, nConstants) mean loss of each constant prediction
     * @param lines (4, 2) bias and weight of the fitted lines
     */
    public record Series(double[][] losses, double[][] slopes, double[][] means, double[][] lines) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("delta", "delta of Huber's loss", "", 0.1, 3, 0.1, 1),
                new Range("quantile", "quantile of the pinball loss", "", 0.05, 0.95, 0.05, 0.9),
                new Range("outliers", "how far the four outliers are off", "", 0, 20, 1, 12));
    }

    @Override
    public Series series(Values values) {
        double[][] X = positions();
        double[] y = heights(values);
        return new Series(
                table(values, RESIDUALS, Loss::at),
                table(values, RESIDUALS, Loss::slope),
                table(values, constants(values), (loss, constant) -> loss.mean(y, filled(constant))),
                losses(values).stream()
                        .map(loss -> loss.fit(X, y, LEARNING_RATE, N_STEPS))
                        .map(LossFigure::coefficients)
                        .toArray(double[][]::new));
    }

    private static double[][] table(Values values, double[] at, ToDoubleBiFunction<Loss, Double> of) {
        double[][] table = losses(values).stream()
                .map(loss ->
                        Arrays.stream(at).map(x -> of.applyAsDouble(loss, x)).toArray())
                .toArray(double[][]::new);
        Require.finite("losses, slopes and means", table);
        return table;
    }

    private static double[] coefficients(LinearRegression line) {
        Require.length("weights", line.weights(), 1);
        double[] coefficients = {line.bias(), line.weights()[0]};
        Require.finite("coefficients of fit", new double[][] {coefficients});
        return coefficients;
    }

    private static List<Loss> losses(Values values) {
        return List.of(
                new Squared(),
                new Absolute(),
                new Huber(values.number("delta")),
                new Pinball(values.number("quantile")));
    }

    private static List<String> names(Values values) {
        return List.of(
                "squared", "absolute", "Huber " + values.choice("delta"), "pinball " + values.choice("quantile"));
    }

    /** Positions from -1 to 1. */
    private static double[][] positions() {
        return IntStream.range(0, N_SAMPLES)
                .mapToObj(i -> new double[] {2.0 * i / (N_SAMPLES - 1) - 1})
                .toArray(double[][]::new);
    }

    /** 5 + 3 x with noise; the last samples lie too low. */
    private static double[] heights(Values values) {
        double[] noise = Matrix.gaussian(new SplittableRandom(2), 1, N_SAMPLES)[0];
        double[] y = Arrays.stream(positions()).mapToDouble(x -> 5 + 3 * x[0]).toArray();
        for (int i = 0; i < N_SAMPLES; i++) {
            y[i] += noise[i] - (i >= N_SAMPLES - N_OUTLIERS ? values.number("outliers") : 0);
        }
        return y;
    }

    private static double[] constants(Values values) {
        double[] y = heights(values);
        double least = Arrays.stream(y).min().orElseThrow();
        double most = Arrays.stream(y).max().orElseThrow();
        return IntStream.rangeClosed(0, 100)
                .mapToDouble(i -> least + (most - least) * i / 100)
                .toArray();
    }

    private static double[] filled(double value) {
        double[] a = new double[N_SAMPLES];
        Arrays.fill(a, value);
        return a;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What a loss makes of residuals, and what follows",
                List.of(
                        curves(
                                values,
                                "Loss of one residual",
                                "residual y − yHat",
                                "loss",
                                RESIDUALS,
                                yours.losses,
                                reference == null ? null : reference.losses,
                                4.5),
                        curves(
                                values,
                                "Its slope: how hard a residual pulls",
                                "residual y − yHat",
                                "slope",
                                RESIDUALS,
                                yours.slopes,
                                reference == null ? null : reference.slopes,
                                4.5),
                        constantsChart(values, yours, reference),
                        lines(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart curves(
            Values values,
            String title,
            String xLabel,
            String yLabel,
            double[] x,
            double[][] yours,
            double @Nullable [][] reference,
            double top) {
        XYChart chart = Style.xy(title, xLabel, yLabel);
        Style.rangeX(chart, x[0], x[x.length - 1]);
        double lowest =
                Arrays.stream(yours).flatMapToDouble(Arrays::stream).min().orElse(0);
        chart.getStyler().setYAxisMin(lowest < 0 ? -top : -top / 20).setYAxisMax(top);
        for (int k = 0; k < yours.length; k++) {
            Style.line(chart, names(values).get(k), k, x, yours[k]);
        }
        for (int k = 0; reference != null && k < yours.length; k++) {
            Style.referenceLine(chart, x, reference[k]);
        }
        return chart;
    }

    private static XYChart constantsChart(Values values, Series yours, @Nullable Series reference) {
        double[] constants = constants(values);
        XYChart chart = curves(
                values,
                "Mean loss of a constant, and the best one",
                "constant prediction",
                "mean loss above the smallest",
                constants,
                aboveTheSmallest(yours.means),
                reference == null ? null : aboveTheSmallest(reference.means),
                4.5);
        for (int k = 0; k < yours.means.length; k++) {
            Style.marks(chart, k, new double[] {constants[best(yours.means[k])]}, new double[1]);
        }
        return chart;
    }

    private static double[][] aboveTheSmallest(double[][] means) {
        return Arrays.stream(means)
                .map(row ->
                        Arrays.stream(row).map(mean -> mean - row[best(row)]).toArray())
                .toArray(double[][]::new);
    }

    private static int best(double[] means) {
        return IntStream.range(0, means.length)
                .reduce((a, b) -> means[b] < means[a] ? b : a)
                .orElseThrow();
    }

    private static XYChart lines(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("Lines with the smallest mean loss", "x", "y");
        Style.rangeX(chart, -1, 1);
        double[] x = Arrays.stream(positions()).mapToDouble(sample -> sample[0]).toArray();
        double[] ends = {-1, 1};
        Style.points(chart, "samples", 6, x, heights(values));
        for (int k = 0; k < yours.lines.length; k++) {
            Style.line(chart, names(values).get(k), k, ends, heights(ends, yours.lines[k]));
        }
        for (int k = 0; reference != null && k < yours.lines.length; k++) {
            Style.referenceLine(chart, ends, heights(ends, reference.lines[k]));
        }
        return chart;
    }

    private static double[] heights(double[] x, double[] line) {
        return Arrays.stream(x).map(at -> line[0] + line[1] * at).toArray();
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        double[] constants = constants(values);
        String each = IntStream.range(0, 4)
                .mapToObj(k -> String.format(
                        Locale.ROOT,
                        "%s: best constant %.2f, line %.2f + %.2f x",
                        names(values).get(k),
                        constants[best(yours.means[k])],
                        yours.lines[k][0],
                        yours.lines[k][1]))
                .collect(Collectors.joining("; "));
        String words = String.format(
                Locale.ROOT,
                "Four losses of a residual from -3 to 3, their slopes, and what they make of %d samples of 5 + 3 x with"
                        + " noise, the last %d of which lie %s too low. %s.",
                N_SAMPLES,
                N_OUTLIERS,
                values.choice("outliers"),
                each);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        double losses = Math.max(
                largestDifference(yours.losses, reference.losses), largestDifference(yours.means, reference.means));
        double slopes = largestDifference(yours.slopes, reference.slopes);
        double lines = largestDifference(yours.lines, reference.lines);
        return losses < 1e-9 && slopes < 1e-9 && lines < 1e-6
                ? "Your losses, slopes and lines agree with the reference's."
                : String.format(
                        Locale.ROOT,
                        "Your losses differ from the reference's by up to %.3g, your slopes by up to %.3g, your lines by up"
                                + " to %.3g.",
                        losses,
                        slopes,
                        lines);
    }

    private static double largestDifference(double[][] A, double[][] B) {
        double largest = 0;
        for (int i = 0; i < A.length; i++) {
            for (int j = 0; j < A[i].length; j++) {
                largest = Math.max(largest, Math.abs(A[i][j] - B[i][j]));
            }
        }
        return largest;
    }
}
