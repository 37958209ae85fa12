package gradus.kit.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The one look of all figures: white ground, thin pale grid, colours that colour-blind readers can tell apart and
 * marker shapes for those who see none. The learner's data are solid and coloured; the reference's are hollow or
 * dashed, and grey, drawn on top so that a right answer shows both.
 */
public final class Style {
    /** Width of one panel in pixels. */
    public static final int WIDTH = 640;

    /** Height of one panel in pixels. */
    public static final int HEIGHT = 440;

    /** About the part of a panel inside the axes: text leaves that much. */
    private static final double PLOT_WIDTH = 565;

    private static final double PLOT_HEIGHT = 318;

    static final Color INK = new Color(0x333333);
    static final Color REFERENCE = new Color(0x7f7f7f);
    private static final Color GRID = new Color(0xe6e6e6);
    static final Color PALE = new Color(0xf7f7f7);
    /** Over white it looks like the grid, and over what is drawn like nothing. */
    static final Color DECADE = new Color(0, 0, 0, 22);

    static final Color BACKGROUND = new Color(0xb8b8b8);
    private static final Color AXIS = new Color(0x9a9a9a);

    /**
     * M. Okabe and K. Ito, <i>Color Universal Design</i>, 2008, darkest first; their yellow is too pale on white and
     * left out.
     */
    private static final List<Color> PALETTE = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9),
            new Color(0x000000));

    private static final List<Marker> MARKERS =
            List.of(SeriesMarkers.CIRCLE, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND);

    private static final BasicStroke SOLID = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** The part of an arrow between points that its head takes. */
    private static final double HEAD = 0.3;

    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0);

    private static final String REFERENCE_NAME = "reference";

    /** In about so many pieces a line looks straight, whatever its pieces are. */
    private static final int PIECES = 600;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Style() {}

    /**
     * An empty chart of points and lines.
     *
     * @param xLabel what is on the axis, unit in parentheses
     * @throws CannotDraw if this machine can't draw text
     */
    public static XYChart xy(String title, String xLabel, String yLabel) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xLabel)
                .yAxisTitle(yLabel)
                .build();
        dress(chart.getStyler());
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        return chart;
    }

    /**
     * An empty chart of bars.
     *
     * @param xLabel what is on the axis, unit in parentheses
     * @throws CannotDraw if this machine can't draw text
     */
    public static CategoryChart bars(String title, String xLabel, String yLabel) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xLabel)
                .yAxisTitle(yLabel)
                .build();
        dress(chart.getStyler());
        chart.getStyler().setOverlapped(true).setAvailableSpaceFill(0.6).setPlotGridVerticalLinesVisible(false);
        return chart;
    }

    private static void dress(AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderVisible(false)
                .setChartFontColor(INK)
                .setChartPadding(14)
                .setBaseFont(Fonts.regular(14))
                .setChartTitleFont(Fonts.semibold(16))
                .setChartTitleBoxVisible(false)
                .setChartTitlePadding(8)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setLegendFont(Fonts.regular(14))
                .setLegendBorderColor(Color.WHITE)
                .setLegendBackgroundColor(Color.WHITE)
                .setLegendPadding(10)
                .setLegendSeriesLineLength(22)
                .setMarkerSize(7)
                .setLocale(Locale.ROOT);
        styler.setAxisTitleFont(Fonts.regular(14))
                .setAxisTickLabelsFont(Fonts.regular(13))
                .setAxisTickLabelsColor(INK)
                .setAxisTickMarksColor(AXIS)
                .setAxisTicksLineVisible(false)
                .setAxisTickMarkLength(4)
                .setAxisTitlePadding(8)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotMargin(0)
                .setPlotTicksMarksVisible(false);
    }

    /**
     * How far the y axis must reach on either side of 0 to show points in a plane whose units are equally long.
     *
     * @param x (nPoints) in one unit with y
     * @return above 0, for {@link #equalUnits}
     */
    public static double reachOfEqualUnits(double[] x, double[] y) {
        double reach = Math.max(reach(x) * PLOT_HEIGHT / PLOT_WIDTH, reach(y));
        return reach > 0 ? reach : 1;
    }

    private static double reach(double[] a) {
        return Arrays.stream(a).map(Math::abs).max().orElse(0);
    }

    /** Puts 0 in the middle and makes units equally long on both axes, so that angles and lengths can be compared. */
    public static void equalUnits(XYChart chart, double reach) {
        equalUnits(chart, 0, 0, reach);
    }

    /**
     * Puts a point in the middle and makes units equally long on both axes.
     *
     * @param reach how far the y axis reaches on either side of the middle
     */
    public static void equalUnits(XYChart chart, double x, double y, double reach) {
        double wide = reach * PLOT_WIDTH / PLOT_HEIGHT;
        chart.getStyler()
                .setXAxisMin(x - wide)
                .setXAxisMax(x + wide)
                .setYAxisMin(y - reach)
                .setYAxisMax(y + reach);
    }

    /**
     * Adds points of the learner: filled, with the colour and shape of their group.
     *
     * @param group index from 0
     */
    public static void points(XYChart chart, String name, int group, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                .setMarker(MARKERS.get(group % MARKERS.size()))
                .setMarkerColor(translucent(colour(group), 200));
    }

    /**
     * Marks points of the learner on a curve of the same group; they are not in the legend.
     *
     * @param group index from 0
     */
    public static void marks(XYChart chart, int group, double[] x, double[] y) {
        XYSeries series = chart.addSeries("marks " + chart.getSeriesCollection().size(), x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                .setMarker(MARKERS.get(group % MARKERS.size()))
                .setMarkerColor(colour(group));
        series.setShowInLegend(false);
    }

    /** Adds points of the reference: rings around where the learner's points should be. */
    public static void referencePoints(XYChart chart, String name, double[] x, double[] y) {
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
                .setMarker(new Ring())
                .setMarkerColor(REFERENCE);
    }

    /**
     * Adds a curve of the learner.
     *
     * @param group index from 0
     */
    public static void line(XYChart chart, String name, int group, double[] x, double[] y) {
        line(chart.addSeries(name, x, y), SOLID, colour(group), SeriesMarkers.NONE);
    }

    /**
     * Adds a way of the learner: a line with a marker at every step.
     *
     * @param group index from 0
     */
    public static void path(XYChart chart, String name, int group, double[] x, double[] y) {
        line(chart.addSeries(name, x, y), SOLID, colour(group), MARKERS.get(group % MARKERS.size()));
    }

    /**
     * Adds a curve or way of the reference: dashed, over those of the learner. All of them share one line of the
     * legend.
     */
    public static void referenceLine(XYChart chart, double[] x, double[] y) {
        boolean isFirst = chart.getSeries(REFERENCE_NAME) == null;
        String name = isFirst
                ? REFERENCE_NAME
                : REFERENCE_NAME + " " + chart.getSeriesCollection().size();
        int nPieces = 1 + PIECES / x.length;
        XYSeries series = chart.addSeries(
                name,
                inPieces(x, nPieces, false),
                inPieces(y, nPieces, chart.getStyler().isYAxisLogarithmic()));
        line(series, DASHED, REFERENCE, SeriesMarkers.NONE);
        series.setSmooth(true);
        series.setShowInLegend(isFirst);
    }

    /**
     * Cuts the way from each number to the next into pieces. XChart draws a smooth line at a stretch, with its dashes,
     * but every piece of other lines by itself, which leaves no dashes; pieces this small look straight even if smooth.
     */
    private static double[] inPieces(double[] a, int nPieces, boolean ofEqualFactors) {
        double[] pieces = new double[a.length == 0 ? 0 : (a.length - 1) * nPieces + 1];
        for (int i = 0; i < pieces.length; i++) {
            double from = a[i / nPieces];
            double to = a[Math.min(i / nPieces + 1, a.length - 1)];
            double part = (double) (i % nPieces) / nPieces;
            pieces[i] = ofEqualFactors ? from * Math.pow(to / from, part) : from + part * (to - from);
        }
        return pieces;
    }

    /** Adds a thin line in the background, such as a contour or where a residual is 0; it is not in the legend. */
    public static void backgroundLine(XYChart chart, double[] x, double[] y) {
        XYSeries series =
                chart.addSeries("background " + chart.getSeriesCollection().size(), x, y);
        line(series, THIN, BACKGROUND, SeriesMarkers.NONE);
        series.setShowInLegend(false);
    }

    /**
     * Adds contours of a function of two numbers in the background, all of them thin and pale.
     *
     * @param xMin left end of the rectangle in which they are drawn; it goes to xMax, and from yMin to yMax
     * @param levels values on the contours
     */
    public static void contours(
            XYChart chart,
            DoubleBinaryOperator f,
            double xMin,
            double xMax,
            double yMin,
            double yMax,
            double... levels) {
        Segments segments = new Contours(f, new double[] {xMin, xMax, yMin, yMax}, levels).segments();
        backgroundLine(chart, segments.x(), segments.y());
    }

    /**
     * Adds arrows of the learner between points of a chart whose units are equally long.
     *
     * @param group index from 0
     * @param from (nArrows, 2) x and y
     * @param to (nArrows, 2) x and y
     */
    public static void field(XYChart chart, String name, int group, double[][] from, double[][] to) {
        Segments arrows = arrows(from, to);
        line(chart.addSeries(name, arrows.x(), arrows.y()), SOLID, colour(group), SeriesMarkers.NONE);
    }

    /**
     * Adds arrows of the reference between points, over those of the learner: thin and grey.
     *
     * @param from (nArrows, 2) x and y
     * @param to (nArrows, 2) x and y
     */
    public static void referenceField(XYChart chart, double[][] from, double[][] to) {
        Segments arrows = arrows(from, to);
        line(chart.addSeries(REFERENCE_NAME, arrows.x(), arrows.y()), THIN, REFERENCE, SeriesMarkers.NONE);
    }

    private static Segments arrows(double[][] from, double[][] to) {
        Segments segments = new Segments();
        for (int k = 0; k < from.length; k++) {
            double alongX = HEAD * (to[k][0] - from[k][0]);
            double alongY = HEAD * (to[k][1] - from[k][1]);
            segments.add(from[k][0], from[k][1], to[k][0], to[k][1]);
            segments.add(to[k][0], to[k][1], to[k][0] - alongX - alongY / 2, to[k][1] - alongY + alongX / 2);
            segments.add(to[k][0], to[k][1], to[k][0] - alongX + alongY / 2, to[k][1] - alongY - alongX / 2);
        }
        return segments;
    }

    private static void line(XYSeries series, BasicStroke stroke, Color colour, Marker marker) {
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line)
                .setMarker(marker)
                .setMarkerColor(colour)
                .setLineStyle(stroke)
                .setLineColor(colour);
    }

    /** Makes equal factors equally high: for numbers above 0 that fall or grow by orders of magnitude. */
    public static void logarithmicY(AxesChart<? extends AxesChartStyler, ?> chart) {
        chart.getStyler()
                .setYAxisLogarithmic(true)
                .setYAxisTickLabelsFormattingFunction(Style::powerOfTen)
                .setAxisTicksMarksVisible(false)
                .setPlotGridHorizontalLinesVisible(false);
        chart.addAnnotation(new Decades());
    }

    private static String powerOfTen(double value) {
        long exponent = Math.round(Math.log10(value));
        if (exponent == 0 || exponent == 1) {
            return exponent == 0 ? "1" : "10";
        }
        return "10"
                + Long.toString(exponent)
                        .chars()
                        .mapToObj(c -> c == '-' ? "⁻" : SUPERSCRIPTS.substring(c - '0', c - '0' + 1))
                        .collect(Collectors.joining());
    }

    /** Values as they can be drawn between two ends of an axis: those beyond one lie on it. */
    public static double[] within(double least, double most, double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.min(most, Math.max(least, value)))
                .toArray();
    }

    /**
     * Lets the x axis reach from one number to another with a little air. Its labels stand at round numbers, and not at
     * every point as XChart has it for points that are evenly spaced.
     */
    public static void rangeX(XYChart chart, double min, double max) {
        double air = 0.02 * (max - min);
        chart.getStyler().setXAxisMin(min - air).setXAxisMax(max + air);
    }

    /**
     * Adds arrows of the learner from the origin, each with a name at its tip.
     *
     * @param tips (nArrows, 2) x and y, in the units of the axes
     */
    public static void arrows(XYChart chart, List<String> names, double[][] tips) {
        chart.addAnnotation(new Arrows(names, tips, INK, SOLID));
    }

    /**
     * Adds arrows of the reference from the origin: dashed, without names.
     *
     * @param tips (nArrows, 2) x and y, in the units of the axes
     */
    public static void referenceArrows(XYChart chart, double[][] tips) {
        chart.addAnnotation(new Arrows(List.of(), tips, REFERENCE, DASHED));
    }

    /** Adds bars of the learner. */
    public static void bars(CategoryChart chart, String name, List<String> categories, List<Double> heights) {
        bars(chart, name, 0, categories, heights);
    }

    /**
     * Adds bars of the learner in the colour of their group; bars of several groups lie over one another.
     *
     * @param group index from 0
     * @param heights 0 for the categories of other groups
     */
    public static void bars(
            CategoryChart chart, String name, int group, List<String> categories, List<Double> heights) {
        CategorySeries series = chart.addSeries(name, categories, heights);
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Bar)
                .setFillColor(translucent(colour(group), 150));
    }

    /** Adds rings of the reference where the learner's bars should end. */
    public static void referenceBars(CategoryChart chart, String name, List<String> categories, List<Double> heights) {
        CategorySeries series = chart.addSeries(name, categories, heights);
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
        series.setMarker(new Ring());
        series.setMarkerColor(REFERENCE);
    }

    /** Adds a line of the learner over bars. */
    public static void line(CategoryChart chart, String name, List<String> categories, List<Double> heights) {
        line(chart.addSeries(name, categories, heights), SOLID, colour(1), SeriesMarkers.CIRCLE);
    }

    /** Adds a line of the reference over bars: dashed, with rings. */
    public static void referenceLine(CategoryChart chart, String name, List<String> categories, List<Double> heights) {
        line(chart.addSeries(name, categories, heights), DASHED, REFERENCE, new Ring());
    }

    private static void line(CategorySeries series, BasicStroke stroke, Color colour, Marker marker) {
        series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
        series.setMarker(marker);
        series.setMarkerColor(colour);
        series.setLineStyle(stroke);
        series.setLineColor(colour);
    }

    /**
     * Pictures in rows, from top left, without axes.
     *
     * @param title what they are
     * @param pictures square ones of values in [0, 1], from white to black
     * @param captions stands below each; as many as pictures
     * @param columns pictures in a row
     * @param rows rows that there is place for
     */
    public static XYChart pictures(
            String title, List<double[][]> pictures, List<String> captions, int columns, int rows) {
        return pictures(title, new Pictures(pictures, captions, columns, false), columns, rows);
    }

    /** As {@link #pictures}, of values in [-1, 1]: orange below 0, white at 0, blue above. */
    public static XYChart signedPictures(
            String title, List<double[][]> pictures, List<String> captions, int columns, int rows) {
        return pictures(title, new Pictures(pictures, captions, columns, true), columns, rows);
    }

    private static XYChart pictures(String title, Pictures pictures, int columns, int rows) {
        XYChart chart = frame(xy(title, "", ""), 0, columns, -rows, 0);
        chart.getStyler().setXAxisTitleVisible(false).setYAxisTitleVisible(false);
        chart.addAnnotation(pictures);
        return chart;
    }

    /**
     * A table of counts in shaded cells, such as a confusion matrix: row 0 on top.
     *
     * @param counts (n, n); each row is shaded by its shares
     */
    public static XYChart counts(String title, String columnLabel, String rowLabel, int[][] counts) {
        int n = counts.length;
        XYChart chart = frame(xy(title, columnLabel, rowLabel), -1.2, n - 0.5, -n - 0.2, 0.5);
        chart.addAnnotation(new Counts(counts));
        return chart;
    }

    /**
     * A table of numbers in shaded cells, such as distances between all pairs: row 0 on top, each cell the darker, the
     * larger its number.
     *
     * @param names of rows, and with their first letters of columns
     * @param values (n, n) at least 0, with two digits after the point
     */
    public static XYChart grid(
            String title, String columnLabel, String rowLabel, List<String> names, double[][] values) {
        int n = values.length;
        XYChart chart = frame(xy(title, columnLabel, rowLabel), -2.9, n - 0.5, -n - 0.2, 0.5);
        chart.addAnnotation(new Grid(names, values));
        return chart;
    }

    /** Fixes axes without ticks, and adds the series without which XChart draws none. */
    private static XYChart frame(XYChart chart, double left, double right, double bottom, double top) {
        chart.getStyler()
                .setXAxisMin(left)
                .setXAxisMax(right)
                .setYAxisMin(bottom)
                .setYAxisMax(top)
                .setXAxisTicksVisible(false)
                .setYAxisTicksVisible(false)
                .setPlotGridLinesVisible(false)
                .setLegendVisible(false);
        XYSeries corners = chart.addSeries("corners", new double[] {left, right}, new double[] {bottom, top});
        corners.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter).setMarker(SeriesMarkers.NONE);
        return chart;
    }

    /** From white at 0 to a dark blue at 1. */
    static Color shade(double value) {
        return mixed(Color.WHITE, new Color(0x08306b), value);
    }

    /** From orange at -1 over white to blue at 1. */
    static Color signed(double value) {
        return mixed(Color.WHITE, value < 0 ? colour(1) : colour(0), Math.abs(value));
    }

    private static Color mixed(Color from, Color to, double share) {
        double s = Math.max(0, Math.min(1, share));
        return new Color(
                (int) Math.round(from.getRed() + s * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + s * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + s * (to.getBlue() - from.getBlue())));
    }

    /** The colour of a group, the same in every panel. */
    static Color colour(int group) {
        return PALETTE.get(group % PALETTE.size());
    }

    private static Color translucent(Color colour, int alpha) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
    }

    /** Draws the title of a drawing, centred in a strip at the top. */
    static void title(Graphics2D g, String title, int centre, int height) {
        TextLayout text = new TextLayout(title, Fonts.semibold(20), g.getFontRenderContext());
        Rectangle2D box = text.getBounds();
        double x = centre - box.getWidth() / 2 - box.getX();
        double y = (height + text.getAscent()) / 2;
        g.setColor(INK);
        g.fill(text.getOutline(AffineTransform.getTranslateInstance(x, y)));
    }
}
