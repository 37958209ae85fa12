package arraysandtables.xchartplots;

import arraysandtables.plotkit.Ecdf;
import arraysandtables.plotkit.Histogram;
import arraysandtables.xchartplots.Picture.Labels;
import gradus.kit.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BoxChart;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.BoxStyler.BoxplotCalCulationMethod;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Statistical plots with XChart: a builder makes a chart, series are added to it, its styler says how it looks.
 *
 * <p>Source: XChart 4.0.3, <i>Example Code</i>, knowm.org; F. J. Anscombe, <i>Graphs in Statistical Analysis</i>, The
 * American Statistician 27 (1973).
 */
public final class Charts {
    private Charts() {}

    /**
     * Some points with a name.
     *
     * @param x (n)
     * @param y (n)
     */
    public record Group(String name, double[] x, double[] y) {
        /** @throws IllegalArgumentException if there are no points, or not as many y as x */
        public Group {
            Require.that(x.length > 0, "x must have at least 1 entry, but is empty");
            Require.length("y", y, x.length);
        }
    }

    /**
     * Points of several groups: one series each, of style Scatter.
     *
     * @param groups at least 1, with different names
     */
    public static Picture scatter(Labels labels, List<Group> groups) {
        // begin solution: build a chart with three titles, make Scatter its default style, add a series for each group
        return read(points(labels, groups));
        // end solution
    }

    // begin solution: a helper that makes the chart of points, for both methods
    private static XYChart points(Labels labels, List<Group> groups) {
        XYChart chart = new XYChartBuilder()
                .title(labels.title())
                .xAxisTitle(labels.x())
                .yAxisTitle(labels.y())
                .build();
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        for (Group group : groups) {
            chart.addSeries(group.name(), group.x(), group.y());
        }
        return chart;
    }
    // end solution

    /**
     * Points, and the straight line that fits them best, from the smallest x to the largest. The line is a second
     * series of style Line, called "line", without markers.
     *
     * @param group x not all equal
     */
    public static Picture withLine(Labels labels, Group group) {
        // begin solution: the points; then a series of two, with a style of its own
        return read(line(labels, group));
        // end solution
    }

    // begin solution: a helper that makes this chart, for panels too: add a series of two points, with a style of its
    // own
    private static XYChart line(Labels labels, Group group) {
        XYChart chart = points(labels, List.of(group));
        double slope = slope(group);
        double intercept = mean(group.y()) - slope * mean(group.x());
        double[] x = {
            Arrays.stream(group.x()).min().orElseThrow(),
            Arrays.stream(group.x()).max().orElseThrow()
        };
        double[] y = {intercept + slope * x[0], intercept + slope * x[1]};
        chart.addSeries("line", x, y)
                .setXYSeriesRenderStyle(XYSeriesRenderStyle.Line)
                .setMarker(SeriesMarkers.NONE);
        return chart;
    }
    // end solution

    private static double slope(Group group) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < group.x().length; i++) {
            double dx = group.x()[i] - mean(group.x());
            products += dx * (group.y()[i] - mean(group.y()));
            squares += dx * dx;
        }
        return products / squares;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /**
     * A histogram as bars: one series, called "values", a bar at the middle of each bin and as high as its count.
     *
     * @param values (n)
     */
    public static Picture histogram(Labels labels, double[] values) {
        Histogram histogram = Histogram.of(values, Histogram.bins(values));
        // begin solution: middles and counts as arrays of doubles; then a chart of categories, with bars that nearly
        // touch
        double[] middles = new double[histogram.counts().length];
        double[] heights = new double[middles.length];
        for (int k = 0; k < middles.length; k++) {
            middles[k] = (histogram.edges()[k] + histogram.edges()[k + 1]) / 2;
            heights[k] = histogram.counts()[k];
        }
        CategoryChart chart = new CategoryChartBuilder()
                .title(labels.title())
                .xAxisTitle(labels.x())
                .yAxisTitle(labels.y())
                .build();
        chart.getStyler().setAvailableSpaceFill(0.98);
        chart.addSeries("values", middles, heights);
        return read(chart);
        // end solution
    }

    /**
     * The share of the data that is not above a number, in percent, as a staircase: one series, called "values", of
     * style Step, on a y axis from 0 to 100.
     *
     * @param values (n)
     */
    public static Picture staircase(Labels labels, double[] values) {
        Ecdf ecdf = Ecdf.of(values);
        // begin solution: shares in percent; a series of style Step, and limits of the y axis in the styler
        double[] percent = Arrays.stream(ecdf.share()).map(share -> 100 * share).toArray();
        XYChart chart = points(labels, List.of(new Group("values", ecdf.x(), percent)));
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Step);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        return read(chart);
        // end solution
    }

    /**
     * Box plots, one for each group's y. XChart computes the quartiles itself: as plot-kit does, at position {@code 1 +
     * (n - 1)p} if counted from 1.
     *
     * @param groups at least 1, with different names
     */
    public static Picture boxes(Labels labels, List<Group> groups) {
        // begin solution: a chart of boxes, the right one of BoxplotCalCulationMethod, and a series of values for each
        // group
        BoxChart chart = new BoxChartBuilder()
                .title(labels.title())
                .xAxisTitle(labels.x())
                .yAxisTitle(labels.y())
                .build();
        chart.getStyler().setBoxplotCalCulationMethod(BoxplotCalCulationMethod.N_LESS_1_PLUS_1);
        for (Group group : groups) {
            chart.addSeries(group.name(), group.y());
        }
        return read(chart);
        // end solution
    }

    /**
     * A matrix in colours, from -1 to 1 whatever values there are, so that pictures can be compared. Row 0 of the
     * matrix is on top, as it is written.
     *
     * @param names (n) of rows and columns
     * @param matrix (n, n) of values in [-1, 1]
     */
    public static HeatMap heatMap(String title, List<String> names, double[][] matrix) {
        Require.columns("matrix", matrix, names.size());
        // begin solution: cells {column, row from below, value}; then a heat map with min and max
        List<String> fromBelow = new ArrayList<>();
        List<Number[]> cells = new ArrayList<>();
        for (int i = matrix.length - 1; i >= 0; i--) {
            for (int j = 0; j < names.size(); j++) {
                cells.add(new Number[] {j, fromBelow.size(), matrix[i][j]});
            }
            fromBelow.add(names.get(i));
        }
        HeatMapChart chart = new HeatMapChartBuilder().title(title).build();
        chart.addSeries("values", names, fromBelow, cells).setMin(-1).setMax(1);
        return read(chart);
        // end solution
    }

    /**
     * One chart of points and their line for each group, all with the same axes, so that eyes can compare them.
     *
     * @param x what is on the x axis of all
     * @param y what is on the y axis of all
     * @param groups at least 1; each name is the title of its chart
     * @return charts whose limits are the smallest and the largest x and y of all groups
     */
    public static List<Picture> panels(String x, String y, List<Group> groups) {
        double[] limits = {
            groups.stream()
                    .flatMapToDouble(group -> Arrays.stream(group.x()))
                    .min()
                    .orElseThrow(),
            groups.stream()
                    .flatMapToDouble(group -> Arrays.stream(group.x()))
                    .max()
                    .orElseThrow(),
            groups.stream()
                    .flatMapToDouble(group -> Arrays.stream(group.y()))
                    .min()
                    .orElseThrow(),
            groups.stream()
                    .flatMapToDouble(group -> Arrays.stream(group.y()))
                    .max()
                    .orElseThrow()
        };
        // begin solution: a picture withLine for each group, whose chart gets the limits
        List<Picture> panels = new ArrayList<>();
        for (Group group : groups) {
            XYChart chart = line(new Labels(group.name(), x, y), group);
            chart.getStyler()
                    .setXAxisMin(limits[0])
                    .setXAxisMax(limits[1])
                    .setYAxisMin(limits[2])
                    .setYAxisMax(limits[3]);
            panels.add(read(chart));
        }
        return panels;
        // end solution
    }

    /** Reads out a chart of points and lines. */
    private static Picture read(XYChart chart) {
        List<Picture.Series> series = chart.getSeriesCollection().stream()
                .map(one -> new Picture.Series(
                        one.getName(),
                        one.getXYSeriesRenderStyle()
                                .orElse(chart.getStyler().getDefaultSeriesRenderStyle())
                                .name(),
                        one.getXData(),
                        one.getYData()))
                .toList();
        return new Picture(
                new Labels(chart.getTitle(), chart.getXAxisTitle(), chart.getYAxisTitle()),
                limits(chart.getStyler()),
                series);
    }

    /** Reads out a chart of bars. */
    private static Picture read(CategoryChart chart) {
        List<Picture.Series> series = chart.getSeriesCollection().stream()
                .map(one -> new Picture.Series(
                        one.getName(),
                        one.getChartCategorySeriesRenderStyle()
                                .orElse(chart.getStyler().getDefaultSeriesRenderStyle())
                                .name(),
                        numbers(one.getXData()),
                        one.getYData()))
                .toList();
        return new Picture(
                new Labels(chart.getTitle(), chart.getXAxisTitle(), chart.getYAxisTitle()),
                limits(chart.getStyler()),
                series);
    }

    /** Reads out a chart of boxes. */
    private static Picture read(BoxChart chart) {
        List<Picture.Series> series = chart.getSeriesCollection().stream()
                .map(one -> new Picture.Series(
                        one.getName(),
                        chart.getStyler().getBoxplotCalCulationMethod().name(),
                        new double[0],
                        one.getYData()))
                .toList();
        return new Picture(
                new Labels(chart.getTitle(), chart.getXAxisTitle(), chart.getYAxisTitle()),
                limits(chart.getStyler()),
                series);
    }

    private static double[] numbers(Collection<?> data) {
        return data.stream()
                .mapToDouble(x -> x instanceof Number number ? number.doubleValue() : Double.NaN)
                .toArray();
    }

    private static double[] limits(AxesChartStyler styler) {
        return new double[] {
            orElse(styler.getXAxisMin(), Double.NEGATIVE_INFINITY),
            orElse(styler.getXAxisMax(), Double.POSITIVE_INFINITY),
            orElse(styler.getYAxisMin(), Double.NEGATIVE_INFINITY),
            orElse(styler.getYAxisMax(), Double.POSITIVE_INFINITY)
        };
    }

    private static double orElse(@Nullable Double limit, double other) {
        return limit == null ? other : limit;
    }

    /** Reads out a heat map. */
    private static HeatMap read(HeatMapChart chart) {
        HeatMapSeries series = chart.getHeatMapSeries();
        double[][] cells = new double[series.getHeatData().size()][];
        for (int k = 0; k < cells.length; k++) {
            Number[] cell = series.getHeatData().get(k);
            cells[k] = Arrays.stream(cell).mapToDouble(Number::doubleValue).toArray();
        }
        return new HeatMap(
                chart.getTitle(),
                series.getXData().stream().map(String::valueOf).toList(),
                series.getYData().stream().map(String::valueOf).toList(),
                cells,
                series.getMin(),
                series.getMax());
    }
}
