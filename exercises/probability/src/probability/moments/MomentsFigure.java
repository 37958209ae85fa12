package probability.moments;

import gradus.datasets.Datasets;
import gradus.datasets.Pairs;
import gradus.kit.Matrix;
import gradus.kit.NoData;
import gradus.kit.Require;
import gradus.kit.figure.Drawing;
import gradus.kit.figure.Figure;
import gradus.kit.figure.Parameter;
import gradus.kit.figure.Parameter.Csv;
import gradus.kit.figure.Parameter.Range;
import gradus.kit.figure.Style;
import gradus.kit.figure.Values;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
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
     * @param line mean of x, mean of y, slope, correlation
     * @param correlations (2, MAX - MIN + 1) Pearson's and Spearman's by where the last point is
     */
    public record Series(double[] line, double[][] correlations) {}

    /**
     * What is predicted of what.
     *
     * @param title of the panel
     * @param words for the description
     * @param columns x and y, n values each
     * @param areHeights of families, in inches: whole numbers, most of which are there many times
     */
    private record Data(
            String title, String words, String xLabel, String yLabel, double[][] columns, boolean areHeights) {
        static Data of(Values values) {
            String csv = values.csv("table");
            if (!csv.isEmpty()) {
                Pairs own = Pairs.of("table", csv, "x first and then y");
                String rows = String.format(Locale.ROOT, "%,d rows of your table", own.values().length);
                return new Data(rows, rows, own.x(), own.y(), Matrix.transpose(own.values()), false);
            }
            try {
                double[][] heights = Datasets.table("r-datasets/Galton.csv").numbers("parent", "child");
                return families("Galton's families", "Galton's heights", Matrix.transpose(heights));
            } catch (NoData e) {
                return families("Families, made up", "made-up heights", madeUp());
            }
        }

        private static Data families(String title, String words, double[][] heights) {
            return new Data(
                    title + ", moved a little",
                    words + " of " + heights[0].length + " pairs of parents and children, each point moved a little"
                            + " at random",
                    "parents (inches)",
                    "child (inches)",
                    heights,
                    true);
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

        /** What is drawn of a column. */
        double[] shown(int j, Random random) {
            return areHeights
                    ? Arrays.stream(columns[j])
                            .map(height -> height + random.nextDouble(-0.4, 0.4))
                            .toArray()
                    : columns[j];
        }

        /** Between which x the line is drawn. */
        double[] ends() {
            DoubleSummaryStatistics x = Arrays.stream(columns[0]).summaryStatistics();
            return areHeights ? new double[] {62, 75} : new double[] {x.getMin(), x.getMax()};
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Range("y", "height of the moved point", "", MIN, MAX, 1, 10),
                new Csv("table", "a table of your own, x first, then y"));
    }

    @Override
    public void require(Values values) {
        Data.of(values);
    }

    @Override
    public Series series(Values values) {
        double[][] data = Data.of(values).columns;
        double[] line = {
            Moments.mean(data[0]),
            Moments.mean(data[1]),
            Together.slope(data[0], data[1]),
            Together.pearson(data[0], data[1])
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
        return new Series(line, correlations);
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
        Data data = Data.of(values);
        return new Drawing(
                "What do numbers say of each other?",
                List.of(line(data, yours, reference), correlations(values, yours, reference)),
                description(values, data, yours, reference));
    }

    private static XYChart line(Data data, Series yours, @Nullable Series reference) {
        XYChart chart = Style.xy(data.title, data.xLabel, data.yLabel);
        double[] ends = data.ends();
        Style.rangeX(chart, ends[0], ends[1]);
        Random random = new Random(1);
        Style.points(chart, data.areHeights ? "families" : "rows", 0, data.shown(0, random), data.shown(1, random));
        Style.line(chart, "predicted", 1, ends, predicted(yours, ends));
        if (data.areHeights) {
            chart.getStyler().setMarkerSize(3);
            chart.getStyler().setYAxisMin(60.0).setYAxisMax(76.0);
            Style.line(chart, "as tall as the parents", 2, ends, ends);
        }
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

    private static String description(Values values, Data data, Series yours, @Nullable Series reference) {
        int now = values.whole("y") - MIN;
        String meets = String.format(
                Locale.ROOT,
                "meets that of equal heights at %.1f inches",
                (yours.line[1] - yours.line[2] * yours.line[0]) / (1 - yours.line[2]));
        String goes = String.format(Locale.ROOT, "goes through the means, %.4g and %.4g", yours.line[0], yours.line[1]);
        String words = String.format(
                Locale.ROOT,
                "Left: %s. The predicted line has slope %.3f and %s; the correlation is %.3f. Right: one of twenty"
                        + " points is moved; at %d Pearson's correlation is %.3f and Spearman's %.3f.",
                data.words,
                yours.line[2],
                data.areHeights ? meets : goes,
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
