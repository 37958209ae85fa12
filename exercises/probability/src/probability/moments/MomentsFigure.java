package probability.moments;

import gradus.datasets.Datasets;
import gradus.kit.Matrix;
import gradus.kit.NoData;
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
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.XYChart;

/** Heights of parents and children, and what one point does to two correlations. */
public final class MomentsFigure implements Figure<MomentsFigure.Series> {
    private static final int MIN = -20;
    private static final int MAX = 40;

    /**
     * What the learner's moments say.
     *
     * @param heights (2, n) of parents and children, in inches
     * @param line mean of the parents, mean of the children, slope, correlation
     * @param correlations (2, MAX - MIN + 1) Pearson's and Spearman's by where the last point is
     * @param isReal whether the heights are Galton's
     */
    public record Series(double[][] heights, double[] line, double[][] correlations, boolean isReal) {}

    @Override
    public List<Parameter> parameters() {
        return List.of(new Range("y", "height of the moved point", "", MIN, MAX, 1, 10));
    }

    @Override
    public Series series(Values values) {
        boolean isReal = true;
        double[][] heights;
        try {
            heights = Matrix.transpose(Datasets.table("r-datasets/Galton.csv").numbers("parent", "child"));
        } catch (NoData e) {
            isReal = false;
            heights = madeUp();
        }
        double[] line = {
            Moments.mean(heights[0]),
            Moments.mean(heights[1]),
            Together.slope(heights[0], heights[1]),
            Together.pearson(heights[0], heights[1])
        };
        double[][] correlations = new double[2][MAX - MIN + 1];
        double[][] points = points(0);
        for (int y = MIN; y <= MAX; y++) {
            points[1][19] = y;
            correlations[0][y - MIN] = Together.pearson(points[0], points[1]);
            correlations[1][y - MIN] = Together.spearman(points[0], points[1]);
        }
        Require.finite("mean, slope and pearson", new double[][] {line});
        Require.finite("pearson and spearman", correlations);
        return new Series(heights, line, correlations, isReal);
    }

    private static double[][] madeUp() {
        Random random = new Random(1886);
        double[][] heights = new double[2][600];
        for (int i = 0; i < 600; i++) {
            heights[0][i] = Math.rint(2 * (68 + 1.8 * random.nextGaussian())) / 2;
            heights[1][i] = Math.rint(68 + 0.65 * (heights[0][i] - 68) + 2.2 * random.nextGaussian());
        }
        return heights;
    }

    /** Twenty points along a line, the last one at a chosen height. */
    private static double[][] points(double last) {
        Random random = new Random(7);
        double[][] points = new double[2][20];
        for (int i = 0; i < 20; i++) {
            points[0][i] = 0.5 + i / 2.0;
            points[1][i] = points[0][i] + 1.5 * random.nextGaussian();
        }
        points[1][19] = last;
        return points;
    }

    @Override
    public Drawing draw(Values values, Series yours, @Nullable Series reference) {
        return new Drawing(
                "What do numbers say of each other?",
                List.of(heights(yours, reference), correlations(values, yours, reference)),
                description(values, yours, reference));
    }

    private static XYChart heights(Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(
                yours.isReal ? "Galton's families, moved a little" : "Families, made up, moved a little",
                "parents (inches)",
                "child (inches)");
        chart.getStyler().setMarkerSize(3);
        Style.rangeX(chart, 62, 75);
        chart.getStyler().setYAxisMin(60.0).setYAxisMax(76.0);
        Random random = new Random(1);
        Style.points(
                chart,
                "families",
                0,
                Arrays.stream(yours.heights[0])
                        .map(h -> h + random.nextDouble(-0.4, 0.4))
                        .toArray(),
                Arrays.stream(yours.heights[1])
                        .map(h -> h + random.nextDouble(-0.4, 0.4))
                        .toArray());
        double[] ends = {62, 75};
        Style.line(chart, "predicted", 1, ends, predicted(yours, ends));
        Style.line(chart, "as tall as the parents", 2, ends, ends);
        if (reference != null) {
            Style.referenceLine(chart, ends, predicted(reference, ends));
        }
        return chart;
    }

    private static double[] predicted(Series series, double[] x) {
        return Arrays.stream(x)
                .map(h -> series.line[1] + series.line[2] * (h - series.line[0]))
                .toArray();
    }

    private static XYChart correlations(Values values, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy("One of twenty points is moved", "its y", "correlation");
        Style.rangeX(chart, MIN, MAX);
        chart.getStyler().setYAxisMin(-0.2).setYAxisMax(1.05);
        double[] y = IntStream.rangeClosed(MIN, MAX).asDoubleStream().toArray();
        int now = values.whole("y") - MIN;
        Style.line(chart, "Pearson's", 0, y, yours.correlations[0]);
        Style.line(chart, "Spearman's", 1, y, yours.correlations[1]);
        for (int k = 0; k < 2; k++) {
            Style.marks(chart, k, new double[] {y[now]}, new double[] {yours.correlations[k][now]});
        }
        if (reference != null) {
            Style.referenceLine(chart, y, reference.correlations[0]);
            Style.referenceLine(chart, y, reference.correlations[1]);
        }
        return chart;
    }

    private static String description(Values values, Series yours, @Nullable Series reference) {
        int now = values.whole("y") - MIN;
        String words = String.format(
                Locale.ROOT,
                "Left: %s of %d pairs of parents and children, each point moved a little at random. The predicted line has slope"
                        + " %.3f and meets that of equal heights at %.1f inches; the correlation is %.3f. Right: one of twenty"
                        + " points is moved; at %d Pearson's correlation is %.3f and Spearman's %.3f.",
                yours.isReal ? "Galton's heights" : "made-up heights",
                yours.heights[0].length,
                yours.line[2],
                (yours.line[1] - yours.line[2] * yours.line[0]) / (1 - yours.line[2]),
                yours.line[3],
                values.whole("y"),
                yours.correlations[0][now],
                yours.correlations[1][now]);
        return reference == null ? words : words + " " + comparison(yours, reference);
    }

    private static String comparison(Series yours, Series reference) {
        boolean isSame = Arrays.equals(yours.line, reference.line)
                && Arrays.deepEquals(yours.correlations, reference.correlations);
        return isSame
                ? "All of it is as the reference has it."
                : String.format(
                        Locale.ROOT,
                        "The reference has slope %.3f and correlation %.3f.",
                        reference.line[2],
                        reference.line[3]);
    }
}
